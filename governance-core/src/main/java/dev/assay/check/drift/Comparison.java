package dev.assay.check.drift;

import dev.assay.check.CheckInput;
import dev.assay.check.learn.BinnedColumn;
import dev.assay.check.learn.OutOfFold;
import dev.assay.check.statistics.RankAuc;
import dev.assay.check.values.ColumnValues;
import dev.assay.check.values.Columns;
import dev.assay.check.values.Values;
import dev.assay.check.values.Words;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.work.Blocks;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Two batches side by side.
///
/// @param reference the earlier batch
/// @param current the later one
/// @param columns what was compared, in file order
/// @param incomparable sentences about columns that cannot be compared
record Comparison(
    Dataset reference, Dataset current, List<ColumnDrift> columns, List<String> incomparable) {

  private static final int CLASSIFIER_ROWS = 10_000;
  private static final int CLASSIFIER_BINS = 32;

  static Comparison of(Dataset reference, Dataset current, int threads, Cancellation cancellation) {
    List<String> names = shared(reference, current);
    @Nullable ColumnDrift[] found = new ColumnDrift[names.size()];
    @Nullable String[] refused = new String[names.size()];
    Blocks.run(
        names.size(),
        threads,
        c -> {
          cancellation.check();
          String name = names.get(c);
          Optional<Values> a = ColumnValues.of(reference, name);
          Optional<Values> b = ColumnValues.of(current, name);
          if (a.isEmpty() || b.isEmpty()) {
            return;
          }
          switch (a.get()) {
            case Values.Numbers x when b.get() instanceof Values.Numbers y ->
                found[c] = NumericDrift.of(name, x.values(), y.values());
            case Values.Codes x when b.get() instanceof Values.Codes y ->
                found[c] = CategoryDrift.of(x, y);
            case Values.Numbers x -> refused[c] = unlike(x, "numbers", "texts", b.get());
            case Values.Codes x -> refused[c] = unlike(x, "texts", "numbers", b.get());
          }
        });
    return new Comparison(
        reference,
        current,
        Arrays.stream(found).filter(Objects::nonNull).toList(),
        Arrays.stream(refused).filter(Objects::nonNull).toList());
  }

  private static @Nullable String unlike(Values before, String was, String is, Values after) {
    boolean empty =
        IntStream.range(0, before.size()).allMatch(before::isMissing)
            || IntStream.range(0, after.size()).allMatch(after::isMissing);
    return empty
        ? null
        : "Column "
            + Words.quoted(before.name())
            + " held "
            + was
            + " before and holds "
            + is
            + " after; they cannot be compared.";
  }

  private static List<String> shared(Dataset reference, Dataset current) {
    List<String> others = reference.spec().columns().stream().map(ColumnSpec::name).toList();
    return current.spec().columns().stream()
        .filter(c -> c.role() != ColumnRole.ID && c.role() != ColumnRole.IMAGE)
        .filter(c -> c.role() != ColumnRole.TIMESTAMP && !Columns.isTime(c))
        .map(ColumnSpec::name)
        .filter(others::contains)
        .toList();
  }

  /// How well all describing columns together tell the batches apart, out of fold; the area of a
  /// classifier that is trained to do so.
  RankAuc together(CheckInput input, Cancellation cancellation) {
    int[] a = spread(reference.rows());
    int[] b = spread(current.rows());
    List<BinnedColumn> binned = new ArrayList<>();
    List<String> compared = columns.stream().map(ColumnDrift::column).toList();
    for (String name : Columns.describing(current.spec())) {
      if (compared.contains(name)) {
        Values x = ColumnValues.of(reference, name, a).orElseThrow();
        Values y = ColumnValues.of(current, name, b).orElseThrow();
        binned.add(BinnedColumn.of(stacked(x, y), CLASSIFIER_BINS));
      }
    }
    if (binned.isEmpty()) {
      return new RankAuc(Double.NaN, Double.NaN, b.length, a.length);
    }
    boolean[] later = new boolean[a.length + b.length];
    Arrays.fill(later, a.length, later.length, true);
    double[] logits =
        OutOfFold.QUICK.logits(binned, later, input.seed(), input.threads(), cancellation);
    return RankAuc.of(logits, later);
  }

  private static int[] spread(int rows) {
    int taken = Math.min(rows, CLASSIFIER_ROWS);
    return IntStream.range(0, taken).map(i -> (int) ((long) i * rows / taken)).toArray();
  }

  private static Values stacked(Values a, Values b) {
    return switch (a) {
      case Values.Numbers x -> {
        double[] values = Arrays.copyOf(x.values(), a.size() + b.size());
        System.arraycopy(((Values.Numbers) b).values(), 0, values, a.size(), b.size());
        yield new Values.Numbers(a.name(), values, x.whole());
      }
      case Values.Codes x -> stacked(x, (Values.Codes) b);
    };
  }

  private static Values stacked(Values.Codes a, Values.Codes b) {
    List<String> dictionary = new ArrayList<>(a.dictionary());
    Map<String, Integer> known = new HashMap<>();
    for (int code = 0; code < dictionary.size(); code++) {
      known.put(dictionary.get(code), code);
    }
    int[] recode = new int[b.dictionary().size()];
    for (int code = 0; code < recode.length; code++) {
      String value = b.dictionary().get(code);
      Integer same = known.get(value);
      recode[code] = same == null ? dictionary.size() : same;
      if (same == null) {
        dictionary.add(value);
      }
    }
    int[] codes = Arrays.copyOf(a.codes(), a.size() + b.size());
    for (int i = 0; i < b.size(); i++) {
      codes[a.size() + i] = b.codes()[i] < 0 ? -1 : recode[b.codes()[i]];
    }
    return new Values.Codes(a.name(), codes, dictionary);
  }
}
