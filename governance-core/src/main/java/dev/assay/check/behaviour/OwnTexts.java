package dev.assay.check.behaviour;

import dev.assay.dataset.Column;
import dev.assay.metric.interval.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/// A draw of the dataset's own texts, each once and in random order: what a test takes from the
/// front is itself a random draw.
///
/// @param texts the texts, none blank
/// @param rows their data rows, 1-based
/// @param of rows that they were drawn from
public record OwnTexts(List<String> texts, List<Long> rows, int of) {

  private static final int MOST = 10_000;
  private static final int LONGEST = 20_000;

  /// Draws.
  ///
  /// @param rowIndex rows that may be drawn, ascending
  public static OwnTexts of(Column column, int[] rowIndex, long seed) {
    long stream = Seeds.derive(seed, "behaviour", "own texts");
    int[] drawn = drawn(rowIndex, new SplittableRandom(stream));
    List<String> texts = new ArrayList<>();
    List<Long> rows = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int row : drawn) {
      String text = column.text(row);
      if (text != null && !text.isBlank() && text.length() <= LONGEST && seen.add(text)) {
        texts.add(text);
        rows.add(row + 1L);
      }
    }
    Collections.shuffle(texts, new Random(stream));
    Collections.shuffle(rows, new Random(stream));
    return new OwnTexts(List.copyOf(texts), List.copyOf(rows), rowIndex.length);
  }

  /// Some rows in their order, so that a file is walked once.
  private static int[] drawn(int[] rowIndex, SplittableRandom random) {
    if (rowIndex.length <= MOST) {
      return rowIndex;
    }
    int[] mixed = rowIndex.clone();
    for (int i = 0; i < MOST; i++) {
      int other = i + random.nextInt(mixed.length - i);
      int kept = mixed[i];
      mixed[i] = mixed[other];
      mixed[other] = kept;
    }
    int[] drawn = Arrays.copyOf(mixed, MOST);
    Arrays.sort(drawn);
    return drawn;
  }
}
