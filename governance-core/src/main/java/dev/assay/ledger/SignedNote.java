package dev.assay.ledger;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Text with signatures (C2SP signed-note).
///
/// @param text what is signed; ends in a newline
/// @param signatures lines below it, at least one
public record SignedNote(String text, List<Line> signatures) {

  private static final String DASH = "— ";
  private static final int MOST_SIGNATURES = 64;
  private static final int LONGEST = 1 << 20;
  private static final int KEY_ID_BYTES = 4;

  /// Keeps its own list.
  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /// The note as it is written.
  public String written() {
    StringBuilder note = new StringBuilder(text).append('\n');
    for (Line line : signatures) {
      note.append(DASH).append(line.name).append(' ').append(line.base64).append('\n');
    }
    return note.toString();
  }

  /// Reads a note; signatures are not checked.
  ///
  /// @throws MalformedLedger when it is none
  public static SignedNote parse(String note) {
    if (note.length() > LONGEST || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
      throw new MalformedLedger("a note is short and has no control characters");
    }
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || !note.endsWith("\n")) {
      throw new MalformedLedger("a note ends in signatures below an empty line");
    }
    String[] lines = note.substring(end + 2).split("\n", -1);
    if (lines.length < 2 || lines.length > MOST_SIGNATURES + 1) {
      throw new MalformedLedger("a note has between 1 and " + MOST_SIGNATURES + " signatures");
    }
    List<Line> signatures = new ArrayList<>();
    for (String line : List.of(lines).subList(0, lines.length - 1)) {
      signatures.add(line(line));
    }
    return new SignedNote(note.substring(0, end + 1), signatures);
  }

  private static Line line(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 3 || !words[0].equals("—") || words[1].isEmpty()) {
      throw new MalformedLedger("a signature line is made of a dash, a name and base64");
    }
    Line read = new Line(words[1], words[2]);
    if (read.bytes().length <= KEY_ID_BYTES) {
      throw new MalformedLedger("a signature is longer than its key id");
    }
    return read;
  }

  /// One signature line.
  ///
  /// @param name of the key
  /// @param base64 of four bytes of key id and the signature
  public record Line(String name, String base64) {

    /// Key id and signature.
    ///
    /// @throws MalformedLedger when it is not written in base64's one way
    byte[] bytes() {
      try {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
          return bytes;
        }
      } catch (IllegalArgumentException e) {
        throw new MalformedLedger("a signature is not base64", e);
      }
      throw new MalformedLedger("a signature is not base64");
    }
  }
}
