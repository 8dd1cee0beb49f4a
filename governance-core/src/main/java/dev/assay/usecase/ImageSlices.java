package dev.assay.usecase;

import dev.assay.common.UsageError;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.inference.ScoreColumns;
import dev.assay.slice.Attribute;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Groups of rows by what their images are like, as they lie on disk. They are asked for by name,
/// like those of texts.
public final class ImageSlices {

  /// Mean of the grey values, 0 to 255.
  static final String BRIGHTNESS = "image.brightness";

  /// Standard deviation of the grey values.
  static final String CONTRAST = "image.contrast";

  /// Length of the shorter side in pixels.
  static final String SIZE = "image.size";

  private static final List<String> NAMES = List.of(BRIGHTNESS, CONTRAST, SIZE);
  private static final List<Integer> BRIGHTNESSES = List.of(64, 128, 192);
  private static final List<Integer> CONTRASTS = List.of(32, 64);
  private static final List<Integer> SIDES = List.of(64, 224, 512, 1_024);

  private ImageSlices() {}

  /// The names of all, in order.
  public static List<String> names() {
    return NAMES;
  }

  static boolean isOne(String name) {
    return NAMES.contains(name);
  }

  /// The groups of this name.
  ///
  /// @param scores folder of the scores of a model of images
  /// @param rowIndex dataset row (0-based) of each element
  static Attribute of(String name, Path scores, int[] rowIndex) {
    ColumnarFolder columns = ColumnarFolder.open(scores);
    if (!columns.names().contains(ScoreColumns.IMAGE_SIDE)) {
      throw new UsageError(
          "USAGE-IMAGE-SLICE",
          "There is no '" + name + "': the model reads no images.",
          "Name columns of the dataset with --sensitive.");
    }
    return switch (name) {
      case BRIGHTNESS -> {
        double[] mean = numbers(columns, ScoreColumns.IMAGE_BRIGHTNESS);
        yield TextSlices.grouped(
            name,
            ranges(BRIGHTNESSES, ""),
            row -> group(mean[row], BRIGHTNESSES),
            rowIndex,
            "by the mean grey value, 0 = black, 255 = white");
      }
      case CONTRAST -> {
        double[] deviation = numbers(columns, ScoreColumns.IMAGE_CONTRAST);
        yield TextSlices.grouped(
            name,
            ranges(CONTRASTS, ""),
            row -> group(deviation[row], CONTRASTS),
            rowIndex,
            "by the standard deviation of grey values, 0 to 255");
      }
      case SIZE -> {
        long[] side = ((Column.Integers) columns.column(ScoreColumns.IMAGE_SIDE)).values();
        yield TextSlices.grouped(
            name,
            ranges(SIDES, " pixels"),
            row -> group(side[row], SIDES),
            rowIndex,
            "by the shorter side");
      }
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static double[] numbers(ColumnarFolder columns, String name) {
    return ((Column.Numbers) columns.column(name)).values();
  }

  private static int group(double value, List<Integer> starts) {
    return (int) starts.stream().filter(start -> value >= start).count();
  }

  private static List<String> ranges(List<Integer> starts, String unit) {
    List<String> names = new ArrayList<>();
    names.add("below " + starts.getFirst() + unit);
    IntStream.range(1, starts.size())
        .forEach(i -> names.add(starts.get(i - 1) + " to below " + starts.get(i) + unit));
    names.add(starts.getLast() + unit + " and more");
    return names;
  }
}
