package dev.assay.usecase;

import dev.assay.common.UsageError;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.inference.ScoreColumns;
import dev.assay.slice.Attribute;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Groups of rows by how a text model read their texts: by length, by whether they were cut, by how
/// much of them the tokenizer does not know. They are asked for by name, because they are no groups
/// of people: a policy would judge them like such.
public final class TextSlices {

  /// Tokens of the text as the model read it.
  static final String LENGTH = "text.length";

  /// Whether the text was longer than the model can read.
  static final String CUT = "text.cut";

  /// Share of tokens that the tokenizer does not know.
  static final String UNKNOWN = "text.unknown";

  private static final List<String> NAMES = List.of(LENGTH, CUT, UNKNOWN);
  private static final List<Integer> LENGTHS = List.of(8, 16, 32, 64, 128, 256, 512, 1_024, 4_096);
  private static final double MANY = 0.1;

  private TextSlices() {}

  /// The names of all, in order.
  public static List<String> names() {
    return NAMES;
  }

  static boolean isOne(String name) {
    return NAMES.contains(name);
  }

  /// The groups of this name.
  ///
  /// @param scores folder of the scores of a text model
  /// @param rowIndex dataset row (0-based) of each element
  static Attribute of(String name, Path scores, int[] rowIndex) {
    ColumnarFolder columns = ColumnarFolder.open(scores);
    if (!columns.names().contains(ScoreColumns.TOKENS)) {
      throw new UsageError(
          "USAGE-TEXT-SLICE",
          "There is no '" + name + "': the model reads no texts.",
          "Name columns of the dataset with --sensitive.");
    }
    return switch (name) {
      case LENGTH -> {
        long[] tokens = ((Column.Integers) columns.column(ScoreColumns.TOKENS)).values();
        yield grouped(name, lengthNames(), row -> length(tokens[row]), rowIndex, "by tokens read");
      }
      case CUT -> {
        long[] cut = ((Column.Integers) columns.column(ScoreColumns.CUT)).values();
        yield grouped(
            name,
            List.of("whole", "cut", "in windows"),
            row -> (int) cut[row],
            rowIndex,
            "by what was read");
      }
      case UNKNOWN -> {
        double[] share = ((Column.Numbers) columns.column(ScoreColumns.UNKNOWN_SHARE)).values();
        yield grouped(
            name,
            List.of("none", "up to 10 %", "over 10 %"),
            row -> share[row] == 0 ? 0 : share[row] <= MANY ? 1 : 2,
            rowIndex,
            "by share of tokens that the tokenizer does not know");
      }
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static List<String> lengthNames() {
    return IntStream.rangeClosed(0, LENGTHS.size())
        .mapToObj(
            i ->
                i == LENGTHS.size()
                    ? "over " + LENGTHS.getLast() + " tokens"
                    : (i == 0 ? 1 : LENGTHS.get(i - 1) + 1) + " to " + LENGTHS.get(i) + " tokens")
        .toList();
  }

  private static int length(long tokens) {
    int group = 0;
    while (group < LENGTHS.size() && tokens > LENGTHS.get(group)) {
      group++;
    }
    return group;
  }

  /// Groups that do not occur are left out; the largest is the reference.
  static Attribute grouped(
      String name, List<String> names, IntUnaryOperator group, int[] rowIndex, String words) {
    int[] support = new int[names.size()];
    int[] raw = IntStream.of(rowIndex).map(group).peek(g -> support[g]++).toArray();
    List<Integer> present =
        IntStream.range(0, names.size()).filter(g -> support[g] > 0).boxed().toList();
    int largest =
        IntStream.range(0, present.size())
            .reduce(0, (a, b) -> support[present.get(b)] > support[present.get(a)] ? b : a);
    return new Attribute(
        name,
        IntStream.of(raw).map(present::indexOf).toArray(),
        List.copyOf(present.stream().map(names::get).toList()),
        largest,
        Attribute.ReferenceOrigin.LARGEST,
        words);
  }
}
