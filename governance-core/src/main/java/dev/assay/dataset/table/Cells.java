package dev.assay.dataset.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The cells of one record: slices of a buffer, valid until the next record is read. Quotes around
/// cells are taken off and doubled ones made single.
final class Cells {

  private static final int INITIAL = 64;

  private byte[] bytes = new byte[0];
  private int[] from = new int[INITIAL];
  private int[] to = new int[INITIAL];
  private boolean[] quoted = new boolean[INITIAL];
  private int count;
  private long line;
  private boolean ascii;
  private boolean loose;

  int count() {
    return count;
  }

  /// The line of the file on which the record begins, 1-based.
  long line() {
    return line;
  }

  /// Whether every byte is ASCII.
  boolean isAscii() {
    return ascii;
  }

  /// Whether a quote stands where none is due, so that readers may differ on this record.
  boolean isLoose() {
    return loose;
  }

  byte[] bytes() {
    return bytes;
  }

  int from(int cell) {
    return from[cell];
  }

  int to(int cell) {
    return to[cell];
  }

  boolean isEmpty(int cell) {
    return from[cell] == to[cell];
  }

  boolean isQuoted(int cell) {
    return quoted[cell];
  }

  String text(int cell) {
    return new String(bytes, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
  }

  void begin(long atLine) {
    count = 0;
    line = atLine;
    ascii = true;
    loose = false;
  }

  void add(int start, int end, boolean inQuotes) {
    if (count == from.length) {
      from = Arrays.copyOf(from, count * 2);
      to = Arrays.copyOf(to, count * 2);
      quoted = Arrays.copyOf(quoted, count * 2);
    }
    from[count] = start;
    to[count] = end;
    quoted[count] = inQuotes;
    count++;
  }

  void finish(byte[] buffer, boolean onlyAscii, boolean looseQuote) {
    bytes = buffer;
    ascii = onlyAscii;
    loose = looseQuote;
  }

  /// Moves what was found so far when the buffer is moved.
  void shift(int by) {
    for (int i = 0; i < count; i++) {
      from[i] -= by;
      to[i] -= by;
    }
  }
}
