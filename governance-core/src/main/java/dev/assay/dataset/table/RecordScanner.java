package dev.assay.dataset.table;

import dev.assay.common.InputRejected;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongConsumer;

/// Cuts UTF-8 bytes into records and cells. Line ends may be LF, CRLF or CR; within quotes they
/// belong to the cell. Nothing is guessed: what cannot be cut is refused with its line.
final class RecordScanner {

  /// Receives records.
  interface Sink {

    /// One record that is not blank.
    ///
    /// @return false to stop here
    boolean record(Cells cells);

    /// A line without anything on it.
    default void blank(long line) {}
  }

  /// Line ends seen outside quotes.
  ///
  /// @param lf line feeds
  /// @param crlf carriage return with line feed
  /// @param cr carriage returns alone
  record LineEnds(long lf, long crlf, long cr) {

    /// Whether an engine that expects one kind of line end can read the file.
    boolean isUniform() {
      return cr == 0 && (lf == 0 || crlf == 0);
    }
  }

  /// Bytes that a record may have.
  static final int MOST_RECORD_BYTES = 32 << 20;

  private static final int BLOCK_BYTES = 1 << 18;
  private static final byte PLAIN = 0;
  private static final byte DELIMITER = 1;
  private static final byte LINE_FEED = 2;
  private static final byte CARRIAGE_RETURN = 3;
  private static final byte QUOTE = 4;
  private static final byte NUL = 5;

  private enum State {
    CELL_START,
    UNQUOTED,
    QUOTED,
    AFTER_QUOTE,
    AFTER_RETURN
  }

  private final byte[] classes = new byte[256];
  private final byte quote;
  private final LongConsumer onBytes;
  private final Cells cells = new Cells();

  private byte[] buffer = new byte[BLOCK_BYTES];
  private int recordStart;
  private int cellStart;
  private int cellEnd;
  private int escapes;
  private boolean inQuotes;
  private boolean loose;
  private int seen;
  private State state = State.CELL_START;
  private long line = 1;
  private long quoteLine;
  private long longestRecord;
  private long lf;
  private long crlf;
  private long cr;

  /// @param onBytes told how many bytes were read so far; may throw to stop the work
  RecordScanner(Dialect dialect, LongConsumer onBytes) {
    this.quote = (byte) dialect.quote();
    this.onBytes = onBytes;
    classes[dialect.delimiter() & 0xFF] = DELIMITER;
    classes['\n'] = LINE_FEED;
    classes['\r'] = CARRIAGE_RETURN;
    classes[dialect.quote() & 0xFF] = QUOTE;
    classes[0] = NUL;
  }

  LineEnds lineEnds() {
    return new LineEnds(lf, crlf, cr);
  }

  /// Bytes of the longest record.
  long longestRecord() {
    return longestRecord;
  }

  /// Reads to the end of the stream, or until the sink has enough.
  void scan(InputStream in, Sink sink) throws IOException {
    long total = 0;
    int limit = 0;
    cells.begin(line);
    while (true) {
      limit = makeRoom(limit);
      int read = in.read(buffer, limit, buffer.length - limit);
      if (read < 0) {
        break;
      }
      total += read;
      onBytes.accept(total);
      if (!consume(limit, limit + read, sink)) {
        return;
      }
      limit += read;
    }
    finish(limit, sink);
  }

  /// Keeps the record that is being read and moves it to the front.
  private int makeRoom(int limit) {
    if (recordStart > 0) {
      System.arraycopy(buffer, recordStart, buffer, 0, limit - recordStart);
      cells.shift(recordStart);
      cellStart -= recordStart;
      cellEnd -= recordStart;
      limit -= recordStart;
      recordStart = 0;
    }
    if (limit > buffer.length / 2) {
      if (limit > MOST_RECORD_BYTES) {
        throw new InputRejected(
            "TABLE-RECORD-TOO-LONG",
            String.format(
                Locale.ROOT,
                "The record that begins in line %,d has more than %d MiB%s.",
                cells.line(),
                MOST_RECORD_BYTES >> 20,
                state == State.QUOTED ? "; a quote opened in line " + quoteLine : ""),
            "Check for a quote that never closes, or for a file that is no table.");
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    return limit;
  }

  private boolean consume(int start, int limit, Sink sink) {
    int i = start;
    while (i < limit) {
      switch (state) {
        case CELL_START -> i = startCell(i);
        case UNQUOTED -> {
          i = skipPlain(i, limit);
          if (i < limit) {
            i = unquoted(i, sink);
          }
        }
        case QUOTED -> i = quoted(i, limit);
        case AFTER_QUOTE -> i = afterQuote(i, sink);
        case AFTER_RETURN -> i = afterReturn(i);
      }
      if (i < 0) {
        return false;
      }
    }
    return true;
  }

  private int startCell(int i) {
    cellStart = i;
    escapes = 0;
    inQuotes = buffer[i] == quote;
    if (inQuotes) {
      cellStart = i + 1;
      quoteLine = line;
      state = State.QUOTED;
      return i + 1;
    }
    state = State.UNQUOTED;
    return i;
  }

  private int skipPlain(int from, int limit) {
    byte[] bytes = buffer;
    byte[] kinds = classes;
    int all = seen;
    int i = from;
    while (i < limit && kinds[bytes[i] & 0xFF] == PLAIN) {
      all |= bytes[i];
      i++;
    }
    seen = all;
    return i;
  }

  private int unquoted(int i, Sink sink) {
    switch (classes[buffer[i] & 0xFF]) {
      case QUOTE -> {
        loose = true;
        return i + 1;
      }
      case NUL -> throw nul();
      default -> {
        return endCell(i, i, sink);
      }
    }
  }

  private int quoted(int from, int limit) {
    byte[] bytes = buffer;
    int all = seen;
    int i = from;
    while (i < limit && bytes[i] != quote) {
      byte b = bytes[i];
      all |= b;
      if (b == '\n') {
        line++;
      } else if (b == 0) {
        throw nul();
      }
      i++;
    }
    seen = all;
    if (i < limit) {
      cellEnd = i;
      state = State.AFTER_QUOTE;
      i++;
    }
    return i;
  }

  private int afterQuote(int i, Sink sink) {
    byte kind = classes[buffer[i] & 0xFF];
    if (kind == QUOTE) {
      escapes++;
      state = State.QUOTED;
      return i + 1;
    }
    if (kind == DELIMITER || kind == LINE_FEED || kind == CARRIAGE_RETURN) {
      return endCell(cellEnd, i, sink);
    }
    if (line > quoteLine) {
      throw new InputRejected(
          "TABLE-UNCLOSED-QUOTE",
          "The quote that opens in line "
              + quoteLine
              + " seems never to close: text follows the next quote, in line "
              + line
              + ".",
          "Close the quote in line " + quoteLine + ", or double quotes that belong to the text.");
    }
    // decision: "abc"def is read as Python's csv module does, abcdef
    loose = true;
    System.arraycopy(buffer, cellStart, buffer, cellStart + 1, cellEnd - cellStart);
    cellStart++;
    state = State.UNQUOTED;
    return i;
  }

  private int afterReturn(int i) {
    state = State.CELL_START;
    recordStart = i;
    cellStart = i;
    if (buffer[i] == '\n') {
      cr--;
      crlf++;
      recordStart = i + 1;
      cellStart = i + 1;
      return i + 1;
    }
    return i;
  }

  private int endCell(int end, int at, Sink sink) {
    cells.add(cellStart, escapes == 0 ? end : collapse(cellStart, end), inQuotes);
    byte kind = classes[buffer[at] & 0xFF];
    if (kind == DELIMITER) {
      state = State.CELL_START;
      if (cells.count() > TextTables.MOST_COLUMNS) {
        throw TextTables.tooManyColumns(cells.count());
      }
      cellStart = at + 1;
      return at + 1;
    }
    boolean goOn = endRecord(at, sink);
    line++;
    cells.begin(line);
    recordStart = at + 1;
    cellStart = at + 1;
    if (kind == CARRIAGE_RETURN) {
      cr++;
      state = State.AFTER_RETURN;
    } else {
      lf++;
      state = State.CELL_START;
    }
    return goOn ? at + 1 : -1;
  }

  private boolean endRecord(int at, Sink sink) {
    longestRecord = Math.max(longestRecord, at - recordStart + 2L);
    cells.finish(buffer, seen >= 0, loose);
    boolean blank = cells.count() == 1 && cells.isEmpty(0) && !cells.isQuoted(0);
    seen = 0;
    loose = false;
    if (blank) {
      sink.blank(cells.line());
      return true;
    }
    return sink.record(cells);
  }

  /// Makes doubled quotes single, in place.
  private int collapse(int start, int end) {
    int to = start;
    for (int i = start; i < end; i++) {
      buffer[to++] = buffer[i];
      if (buffer[i] == quote && i + 1 < end && buffer[i + 1] == quote) {
        i++;
      }
    }
    return to;
  }

  private void finish(int limit, Sink sink) {
    switch (state) {
      case QUOTED ->
          throw new InputRejected(
              "TABLE-UNCLOSED-QUOTE",
              "The quote that opens in line " + quoteLine + " never closes; it swallows the rest.",
              "Close the quote in line "
                  + quoteLine
                  + ", or double quotes that belong to the text.");
      case AFTER_QUOTE -> cells.add(cellStart, collapse(cellStart, cellEnd), inQuotes);
      case UNQUOTED -> cells.add(cellStart, limit, inQuotes);
      case CELL_START -> {
        if (cells.count() > 0) {
          cells.add(limit, limit, false);
        }
      }
      case AFTER_RETURN -> {}
    }
    if (cells.count() > 0) {
      endRecord(limit, sink);
    }
  }

  private InputRejected nul() {
    return new InputRejected(
        "TABLE-NUL",
        "Line "
            + line
            + ", cell "
            + (cells.count() + 1)
            + " holds a NUL byte, so the file is damaged or no text.",
        "Write the table again, or name its true encoding in the description (format.encoding).");
  }
}
