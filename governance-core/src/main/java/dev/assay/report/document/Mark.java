package dev.assay.report.document;

/// How a verdict or a status is marked: a sign and a colour, always beside a word.
public enum Mark {
  /// Good.
  PASS("✓"),
  /// Broken.
  FAIL("✗"),
  /// Cannot be said.
  UNDECIDED("?"),
  /// Look at it.
  ATTENTION("!"),
  /// Neither good nor bad.
  NEUTRAL("–");

  private final String sign;

  Mark(String sign) {
    this.sign = sign;
  }

  /// One character.
  public String sign() {
    return sign;
  }
}
