package dev.assay.ledger;

/// Something that claims to belong to a ledger is not written as such. The message is half a
/// sentence that says why; whoever reads it knows which file or row it was.
public final class MalformedLedger extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// @param why half a sentence, without a full stop
  public MalformedLedger(String why) {
    super(why);
  }

  /// @param why half a sentence, without a full stop
  public MalformedLedger(String why, Throwable cause) {
    super(why, cause);
  }

  /// Why, never null.
  public String why() {
    return String.valueOf(getMessage());
  }
}
