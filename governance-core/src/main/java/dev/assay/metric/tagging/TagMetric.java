package dev.assay.metric.tagging;

import dev.assay.metric.tagging.SentenceCounts.Kind;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A number of texts whose words are tagged, as a fraction of sums over them.
sealed interface TagMetric {

  /// Its id.
  String id();

  /// What is counted; 0 in the denominator = undefined.
  double numerator(double[] sums, int types);

  /// What it is counted among.
  double denominator(double[] sums, int types);

  /// Why it is undefined.
  String undefined();

  /// Whether it is a share of words or entities.
  boolean isShare();

  /// Its value; NaN where it is undefined.
  default double of(double[] sums, int types) {
    return numerator(sums, types) / denominator(sums, types);
  }

  /// Every metric over all types.
  static Stream<TagMetric> all() {
    return Stream.concat(
        Stream.of(Share.values()),
        Stream.of(Entities.Mode.values())
            .flatMap(
                mode ->
                    Stream.of(Way.values())
                        .flatMap(
                            way ->
                                Stream.of(Part.values())
                                    .map(part -> new Averaged(mode, way, part)))));
  }

  /// Every metric of one type.
  static Stream<TagMetric> of(int type) {
    return Stream.of(Entities.Mode.values())
        .flatMap(mode -> Stream.of(Part.values()).map(part -> new Typed(mode, type, part)));
  }

  /// Shares of words.
  enum Share implements TagMetric {
    /// Words with the right tag among those that the model read.
    TOKEN_ACCURACY,
    /// Words that the model did not read.
    UNREAD_WORDS;

    @Override
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isShare() {
      return true;
    }

    @Override
    public double numerator(double[] sums, int types) {
      return this == TOKEN_ACCURACY
          ? sums[SentenceCounts.RIGHT]
          : sums[SentenceCounts.WORDS] - sums[SentenceCounts.READ];
    }

    @Override
    public double denominator(double[] sums, int types) {
      return this == TOKEN_ACCURACY ? sums[SentenceCounts.READ] : sums[SentenceCounts.WORDS];
    }

    @Override
    public String undefined() {
      return this == TOKEN_ACCURACY ? "the model read no word" : "there are no words";
    }
  }

  /// How entities are judged.
  enum Part {
    PRECISION,
    RECALL,
    F1;

    double numerator(double found) {
      return this == F1 ? 2 * found : found;
    }

    double denominator(double given, double wanted) {
      return switch (this) {
        case PRECISION -> given;
        case RECALL -> wanted;
        case F1 -> given + wanted;
      };
    }

    String undefined() {
      return switch (this) {
        case PRECISION -> "no entity was given";
        case RECALL -> "there is no true entity";
        case F1 -> "there is no true entity and none was given";
      };
    }

    String id(Entities.Mode mode, String more) {
      return "entity_"
          + name().toLowerCase(Locale.ROOT)
          + more
          + (mode == Entities.Mode.STRICT ? "_strict" : "");
    }
  }

  /// How types are averaged.
  enum Way {
    MICRO,
    MACRO,
    WEIGHTED
  }

  /// Of one type.
  record Typed(Entities.Mode mode, int type, Part part) implements TagMetric {
    @Override
    public String id() {
      return part.id(mode, "");
    }

    @Override
    public boolean isShare() {
      return part != Part.F1;
    }

    @Override
    public double numerator(double[] sums, int types) {
      return part.numerator(sums[SentenceCounts.place(types, mode, type, Kind.FOUND)]);
    }

    @Override
    public double denominator(double[] sums, int types) {
      return part.denominator(
          sums[SentenceCounts.place(types, mode, type, Kind.GIVEN)],
          sums[SentenceCounts.place(types, mode, type, Kind.TRUE)]);
    }

    @Override
    public String undefined() {
      return part.undefined();
    }
  }

  /// Over all types: pooled over all entities, each type the same, or each as often as it is true.
  /// As seqeval averages, types that neither occur nor are given are left out of the mean, and a
  /// type whose rate is undefined counts as 0.
  record Averaged(Entities.Mode mode, Way way, Part part) implements TagMetric {
    @Override
    public String id() {
      return part.id(
          mode,
          switch (way) {
            case MICRO -> "";
            case MACRO -> "_macro";
            case WEIGHTED -> "_weighted";
          });
    }

    @Override
    public boolean isShare() {
      return way == Way.MICRO && part != Part.F1;
    }

    @Override
    public double numerator(double[] sums, int types) {
      return switch (way) {
        case MICRO -> sum(types, t -> typed(t).numerator(sums, types));
        case MACRO -> sum(types, t -> rate(sums, types, t));
        case WEIGHTED -> sum(types, t -> wanted(sums, types, t) * rate(sums, types, t));
      };
    }

    @Override
    public double denominator(double[] sums, int types) {
      return switch (way) {
        case MICRO -> sum(types, t -> typed(t).denominator(sums, types));
        case MACRO -> sum(types, t -> occurs(sums, types, t) ? 1 : 0);
        case WEIGHTED -> sum(types, t -> wanted(sums, types, t));
      };
    }

    @Override
    public String undefined() {
      return switch (way) {
        case MICRO -> part.undefined();
        case MACRO -> "there is no true entity and none was given";
        case WEIGHTED -> "there is no true entity";
      };
    }

    private Typed typed(int type) {
      return new Typed(mode, type, part);
    }

    private double rate(double[] sums, int types, int type) {
      double denominator = typed(type).denominator(sums, types);
      return denominator == 0 ? 0 : typed(type).numerator(sums, types) / denominator;
    }

    private double wanted(double[] sums, int types, int type) {
      return sums[SentenceCounts.place(types, mode, type, Kind.TRUE)];
    }

    private boolean occurs(double[] sums, int types, int type) {
      return wanted(sums, types, type) + sums[SentenceCounts.place(types, mode, type, Kind.GIVEN)]
          > 0;
    }

    private static double sum(int types, IntToDoubleFunction of) {
      return IntStream.range(0, types).mapToDouble(of).sum();
    }
  }
}
