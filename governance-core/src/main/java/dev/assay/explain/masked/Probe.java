package dev.assay.explain.masked;

import dev.assay.inference.MaskedAnswers.One;
import dev.assay.inference.MaskedAnswers.Status;
import dev.assay.inference.MaskedText.Kind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a masked language model was found to think of a dataset.
///
/// @param kind what it was asked
/// @param model sha256 of the model
/// @param data sha256 of the dataset
/// @param mask the token that stands for a hidden word
/// @param rows all rows in order
/// @param numbers of all rows, then of each group
public record Probe(
    Kind kind, String model, String data, String mask, List<Row> rows, List<ProbeNumber> numbers) {

  /// A row.
  ///
  /// @param row data row, counted from 1
  /// @param text its text; empty where there is none
  /// @param other the answer that is right, or the second text
  /// @param answer what the model says
  public record Row(long row, String text, @Nullable String other, One answer) {}

  /// Rows that could be asked.
  public long asked() {
    return rows.stream().filter(r -> r.answer().status() == Status.ASKED).count();
  }

  /// Pairs whose texts are exactly as likely as each other.
  public long ties() {
    return Stream.of(kind)
        .filter(k -> k == Kind.PAIR)
        .flatMap(_ -> rows.stream())
        .filter(r -> r.answer().status() == Status.ASKED)
        .filter(r -> r.answer().sum() == r.answer().otherSum())
        .count();
  }

  /// Rows that were left out, by the reason in words.
  public SortedMap<String, Long> leftOut() {
    SortedMap<String, Long> reasons = new TreeMap<>();
    for (Row row : rows) {
      if (row.answer().status() != Status.ASKED) {
        reasons.merge(row.answer().status().words(), 1L, Long::sum);
      }
    }
    return reasons;
  }
}
