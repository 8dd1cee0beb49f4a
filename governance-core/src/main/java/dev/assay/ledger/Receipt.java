package dev.assay.ledger;

import org.jspecify.annotations.Nullable;

/// What somebody keeps to tell later whether a log went on from here: a checkpoint, and perhaps the
/// key that signed it.
///
/// @param key the log's key as its holder knows it, absent in a bare checkpoint
/// @param note the signed checkpoint
/// @param checkpoint what it says
public record Receipt(@Nullable VerifierKey key, SignedNote note, Checkpoint checkpoint) {

  /// As it is written: the key's line, then the note.
  public String written() {
    return (key == null ? "" : key.line() + "\n") + note.written();
  }

  /// A receipt of a checkpoint.
  public static Receipt of(VerifierKey key, SignedNote note) {
    return new Receipt(key, note, Checkpoint.parse(note.text()));
  }

  /// Reads a receipt or a bare checkpoint.
  ///
  /// @throws MalformedLedger when it is neither, or its own key did not sign it
  public static Receipt parse(String text) {
    int end = text.indexOf('\n');
    boolean keyed = end > 0 && text.substring(0, end).matches("[^+]+\\+[0-9a-f]{8}\\+.+");
    VerifierKey key = keyed ? VerifierKey.parse(text.substring(0, end)) : null;
    SignedNote note = SignedNote.parse(keyed ? text.substring(end + 1) : text);
    if (key != null && !key.signed(note)) {
      throw new MalformedLedger("its key did not sign it");
    }
    return new Receipt(key, note, Checkpoint.parse(note.text()));
  }
}
