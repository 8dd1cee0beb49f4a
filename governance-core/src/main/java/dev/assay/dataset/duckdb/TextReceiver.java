package dev.assay.dataset.duckdb;

import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetProfile.TextProfile;
import dev.assay.dataset.TextSink;
import dev.assay.dataset.profile.TopValues;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/// Texts. As long as there are few different ones, each is looked at once and counted by its code.
final class TextReceiver extends Receiver {

  /// Where an oddity was seen first.
  record Sight(long row, String text) {}

  private static final int INITIAL_CODES = 64;

  private final TextSink sink;
  private final Map<Oddity, Sight> sights = new EnumMap<>(Oddity.class);
  private ColumnType type;
  private long[] counts = new long[INITIAL_CODES];
  private long[] firstRows = new long[INITIAL_CODES];
  private int[] lengths = new int[INITIAL_CODES];
  private int codes;
  private long minLength = Long.MAX_VALUE;
  private long maxLength;
  private long totalLength;
  private long empty;

  TextReceiver(String name, ColumnType type, TextSink sink) {
    super(name);
    this.type = type;
    this.sink = sink;
  }

  @Override
  ColumnType type() {
    return type;
  }

  /// Sets what the texts are, now that they are known.
  void as(ColumnType known) {
    type = known;
    sink.as(known);
  }

  @Override
  long take(DuckDBReadableVector values, int count, long firstRow) {
    long missing = 0;
    for (int i = 0; i < count; i++) {
      if (values.isNull(i)) {
        missing++;
        sink.add(null);
      } else {
        add(values.getString(i), firstRow + i);
      }
    }
    return missing;
  }

  private void add(@Nullable String given, long row) {
    String text = given == null ? "" : given;
    int code = sink.add(text);
    int length;
    if (code == TextSink.UNCODED) {
      length = look(text, row);
    } else {
      if (code == codes) {
        newCode(look(text, row), row);
      }
      counts[code]++;
      length = lengths[code];
    }
    minLength = Math.min(minLength, length);
    maxLength = Math.max(maxLength, length);
    totalLength += length;
    if (length == 0) {
      empty++;
    }
  }

  private void newCode(int length, long row) {
    if (codes == counts.length) {
      counts = Arrays.copyOf(counts, codes * 2);
      firstRows = Arrays.copyOf(firstRows, codes * 2);
      lengths = Arrays.copyOf(lengths, codes * 2);
    }
    firstRows[codes] = row;
    lengths[codes] = length;
    codes++;
  }

  private int look(String text, long row) {
    for (Oddity oddity : Oddity.of(text)) {
      sights.computeIfAbsent(oddity, o -> new Sight(row, text));
    }
    return text.codePointCount(0, text.length());
  }

  /// What was odd, and where first.
  Map<Oddity, Sight> sights() {
    return sights;
  }

  /// The distinct values in order of first appearance; absent when there were too many.
  Optional<List<String>> dictionary() {
    return sink.dictionary();
  }

  /// Rows with the value of this code.
  long count(int code) {
    return counts[code];
  }

  /// The first row with the value of this code, 1-based.
  long firstRow(int code) {
    return firstRows[code];
  }

  /// Offers every value of a small dictionary.
  void offerTo(TopValues top) {
    dictionary()
        .ifPresent(
            texts -> {
              for (int code = 0; code < texts.size(); code++) {
                top.offer(texts.get(code), counts[code]);
              }
            });
  }

  /// Lengths; absent when no row has a value.
  @Nullable TextProfile profile() {
    long present = rows() - missing();
    return present == 0
        ? null
        : new TextProfile(minLength, (double) totalLength / present, maxLength, empty);
  }
}
