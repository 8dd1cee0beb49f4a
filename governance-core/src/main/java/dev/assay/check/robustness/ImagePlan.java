package dev.assay.check.robustness;

import dev.assay.inference.image.Corruption;
import dev.assay.metric.interval.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Which images are asked, and how each is changed: as it is, then in every way at every severity.
/// Draws follow from the seed, the row and the change, so that another image changes none of them.
///
/// @param elements drawn elements of the predictions, ascending
/// @param rows their dataset rows, 0-based
/// @param of elements that they were drawn from
/// @param seed of all draws
public record ImagePlan(int[] elements, int[] rows, int of, long seed) {

  /// Most images that are drawn.
  static final int MOST = 300;

  /// Images a change at a severity, the image as it is among them.
  static final int VERSIONS = 1 + Corruption.values().length * Corruption.SEVERITIES;

  /// One image in one version.
  ///
  /// @param row dataset row, 0-based
  /// @param change what is done to it; empty for the image as it is
  public record Asked(int row, String change) {}

  /// Draws images.
  ///
  /// @param rowIndex dataset row of each element of the predictions
  public static ImagePlan of(int[] rowIndex, long seed) {
    int[] mixed = new int[rowIndex.length];
    Arrays.setAll(mixed, i -> i);
    SplittableRandom random = new SplittableRandom(Seeds.derive(seed, "robustness", "images"));
    int taken = Math.min(MOST, mixed.length);
    for (int i = 0; i < taken; i++) {
      int other = i + random.nextInt(mixed.length - i);
      int kept = mixed[i];
      mixed[i] = mixed[other];
      mixed[other] = kept;
    }
    int[] elements = Arrays.copyOf(mixed, taken);
    Arrays.sort(elements);
    int[] rows = Arrays.stream(elements).map(e -> rowIndex[e]).toArray();
    return new ImagePlan(elements, rows, rowIndex.length, seed);
  }

  /// Every image in every version, image by image.
  public List<Asked> asked() {
    List<Asked> asked = new ArrayList<>(rows.length * VERSIONS);
    for (int row : rows) {
      asked.add(new Asked(row, ""));
      for (Corruption kind : Corruption.values()) {
        for (int severity = 1; severity <= Corruption.SEVERITIES; severity++) {
          long drawn = Seeds.derive(seed, kind.id(), String.valueOf(severity), "row " + row);
          asked.add(new Asked(row, new Corruption.Change(kind, severity, drawn).text()));
        }
      }
    }
    return asked;
  }

  /// Place of an image as it is.
  ///
  /// @param image index into the drawn images
  static int clean(int image) {
    return image * VERSIONS;
  }

  /// Place of a changed image.
  static int changed(int image, Corruption kind, int severity) {
    return clean(image) + 1 + kind.ordinal() * Corruption.SEVERITIES + severity - 1;
  }
}
