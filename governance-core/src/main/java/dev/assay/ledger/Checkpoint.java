package dev.assay.ledger;

import dev.assay.common.Visible;

/// The state of a log at one size (C2SP tlog-checkpoint): what is signed.
///
/// @param origin names the log
/// @param size number of entries
/// @param root hash of the tree over them
public record Checkpoint(String origin, long size, TreeHash root) {

  private static final int LONGEST_SHOWN = 80;

  /// The three lines that are signed.
  public String text() {
    return origin + "\n" + size + "\n" + root.base64() + "\n";
  }

  /// Reads the lines again. Lines that extend a checkpoint are not taken: nobody here writes them.
  ///
  /// @throws MalformedLedger when it is anything else
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != 4 || !lines[3].isEmpty() || lines[0].isEmpty()) {
      throw new MalformedLedger("a checkpoint has three lines");
    }
    try {
      Checkpoint read =
          new Checkpoint(lines[0], Long.parseLong(lines[1]), TreeHash.ofBase64(lines[2]));
      if (read.size >= 0 && read.text().equals(text)) {
        return read;
      }
    } catch (IllegalArgumentException e) {
      throw new MalformedLedger("its size or its root cannot be read", e);
    }
    throw new MalformedLedger(
        "its size is written as '" + Visible.of(lines[1], LONGEST_SHOWN) + "'");
  }
}
