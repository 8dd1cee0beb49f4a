package dev.assay.chart;

import java.util.ArrayList;
import java.util.List;

/// Charts of what data hold, with the awkward cases: tiny groups, many classes, long names.
public final class SampleSpreads {

  private SampleSpreads() {}

  /// Income by race.
  public static Mosaic mosaic() {
    return new Mosaic(
        "income by race",
        "White rows are 85.5 %.",
        List.of("<=50K", ">50K"),
        "from top to bottom",
        List.of(
            group("White", 0.855, 13_946, 0.75, false),
            group("Black", 0.096, 1561, 0.88, false),
            group("Asian-Pac-Islander", 0.029, 480, 0.72, false),
            group(
                "Amer-Indian-Eskimo, a name far too long for the place", 0.0098, 159, 0.88, false),
            group("Other", 0.0015, 25, 0.8, true)));
  }

  private static Mosaic.Group group(String name, double share, long n, double first, boolean few) {
    long rows = Math.round(n * first);
    return new Mosaic.Group(
        name,
        String.format("%.1f %%, n %,d", share * 100, n),
        share,
        List.of(
            new Mosaic.Part(
                first,
                String.format("%.0f %%", first * 100),
                String.format("n %,d", rows),
                rows,
                null),
            new Mosaic.Part(
                1 - first,
                String.format("%.0f %%", 100 - first * 100),
                String.format("n %,d", n - rows),
                n - rows,
                null)),
        few);
  }

  /// Missing values.
  public static MissingMap missing() {
    List<MissingMap.Line> lines = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      List<Double> shares = new ArrayList<>();
      List<String> blocks = new ArrayList<>();
      for (int b = 0; b < 40; b++) {
        double share = i == 0 ? (b < 10 ? 1 : 0) : i == 5 ? 0 : Math.abs(Math.sin(b * i)) / (i * i);
        shares.add(share);
        blocks.add("rows " + (b * 10 + 1) + " to " + (b * 10 + 10) + ": " + share);
      }
      String name = i == 2 ? "a column with a name that is much too long" : "column " + i;
      lines.add(new MissingMap.Line(name, i + ".0 %", shares, blocks, List.of()));
    }
    return new MissingMap(
        "Missing values",
        "Column 0 is missing at the start.",
        "row 1",
        "row 400",
        List.of("none missing", "up to 2 %", "up to 20 %", "up to 60 %", "more"),
        lines);
  }

  /// Age by sex.
  public static GroupDistributions distributions() {
    List<GroupDistributions.Strip> strips = new ArrayList<>();
    for (int g = 0; g < 3; g++) {
      List<Double> bins = new ArrayList<>();
      for (int b = 0; b < 30; b++) {
        bins.add(Math.exp(-Math.pow((b - 10 - 3 * g) / 6.0, 2)) / 10);
      }
      strips.add(
          new GroupDistributions.Strip(
              g == 1 ? "a group whose name is long" : "group " + g,
              "n 1,234",
              bins,
              List.of(28.0 + g, 37.0 + g, 48.0 + g),
              "median " + (37 + g),
              g == 2,
              null));
    }
    strips.add(
        new GroupDistributions.Strip(
            "empty", "n 4", List.of(), List.of(), "no values", true, null));
    return new GroupDistributions("age by sex", "Much alike.", "age", 17, 90, strips);
  }
}
