package dev.assay.slice;

import java.util.List;

/// The rows that a bar, a cell or a point stands for: what a reader sees when asking for the
/// examples behind a number.
///
/// @param slices rows of any of these; the whole is one slice
/// @param part which of them
public record RowQuery(List<SliceKey> slices, Part part) {

  /// Copies.
  public RowQuery {
    slices = List.copyOf(slices);
  }

  /// All rows of a slice.
  public static RowQuery of(SliceKey slice) {
    return new RowQuery(List.of(slice), new Part.Any());
  }

  /// Some rows of a slice.
  public static RowQuery of(SliceKey slice, Part part) {
    return new RowQuery(List.of(slice), part);
  }

  /// A condition on truth, decision or score.
  public sealed interface Part {

    /// No condition.
    record Any() implements Part {}

    /// Decided wrongly; of a regression the half with the larger errors.
    record Wrong() implements Part {}

    /// A cell of the confusion matrix.
    ///
    /// @param truth class of the label
    /// @param decision class that was decided
    record Decided(String truth, String decision) implements Part {}

    /// Scores in a range; of several classes the largest probability.
    ///
    /// @param from lower end, included
    /// @param to upper end
    /// @param closed whether the upper end is included
    record Scored(double from, double to, boolean closed) implements Part {}

    /// Rows of a stretch of the dataset.
    ///
    /// @param from 0-based, included
    /// @param to excluded
    record Between(int from, int to) implements Part {}

    /// Rows that are listed one by one.
    ///
    /// @param rows data rows, 1-based
    /// @param what they are: "failures of 'Two letters of a word are swapped'"
    record Listed(List<Long> rows, String what) implements Part {
      /// Copies.
      public Listed {
        rows = List.copyOf(rows);
      }
    }

    /// What the highest threshold decides positive that reaches a rate in the slice.
    ///
    /// @param rate the rate
    /// @param value what it reaches, in [0, 1]
    record Reaching(Rate rate, double value) implements Part {}
  }

  /// A rate that grows as the threshold falls.
  public enum Rate {
    /// Share of negatives decided positive.
    FALSE_POSITIVE_RATE,
    /// Share of positives decided positive.
    RECALL
  }

  /// For people: "sex = Female; truly yes, decided no".
  public String describe() {
    String where = String.join(" or ", slices.stream().map(SliceKey::describe).toList());
    String which =
        switch (part) {
          case Part.Any ignored -> "";
          case Part.Wrong ignored -> "; wrong";
          case Part.Decided d -> "; truly " + d.truth() + ", decided " + d.decision();
          case Part.Scored s ->
              "; score from "
                  + shown(s.from())
                  + (s.closed() ? " up to " : " to below ")
                  + shown(s.to());
          case Part.Between b -> "; rows " + (b.from() + 1L) + " to " + b.to();
          case Part.Listed l -> "; " + l.what();
          case Part.Reaching r ->
              "; decided positive where "
                  + switch (r.rate()) {
                    case FALSE_POSITIVE_RATE -> "the false positive rate";
                    case RECALL -> "recall";
                  }
                  + " reaches "
                  + shown(r.value());
        };
    return where + which;
  }

  private static String shown(double value) {
    return String.format(java.util.Locale.ROOT, "%.3f", value);
  }
}
