package dev.assay.evaluation;

import dev.assay.common.Rounded;
import dev.assay.dataset.TagScheme;
import dev.assay.dataset.Warning;
import dev.assay.metric.Measurement;
import dev.assay.metric.fairness.GroupNumber;
import dev.assay.metric.interval.IntervalSettings;
import dev.assay.metric.interval.Seeds;
import dev.assay.metric.tagging.SentenceCounts;
import dev.assay.metric.tagging.TagMetrics;
import dev.assay.metric.tagging.TagStatistics;
import dev.assay.predictions.Predictions.TokenTags;
import dev.assay.slice.SliceKey;
import dev.assay.slice.Slicing;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Everything that is computed of a model that gives each word of a text a tag.
final class TokenFacts {

  private final TokenTags predictions;
  private final EvaluationSettings settings;
  private final SlicedFacts sliced;

  TokenFacts(
      EvaluationInput input, TokenTags predictions, Progress progress, Cancellation cancellation) {
    this.predictions = predictions;
    this.sliced = SlicedFacts.of(input, progress, cancellation);
    this.settings = sliced.settings();
  }

  Facts compute() {
    sliced.stages().begin("counting entities");
    TagStatistics.Result counted =
        TagStatistics.of(SentenceCounts.of(predictions), sliced.plan().slicings());
    return sliced.facts(
        rows(counted),
        disparities(counted.slices()),
        predictions.size(),
        Curves.NONE,
        notes(counted.whole().counts()));
  }

  private List<MetricRow> rows(TagStatistics.Result counted) {
    TagStatistics whole = counted.whole();
    List<MetricRow> all = new ArrayList<>(of(SliceKey.WHOLE, whole, true));
    all.addAll(
        sliced.rows(
            counted.slices(),
            (key, s, resampled) -> {
              List<MetricRow> own = new ArrayList<>(of(key, s, resampled));
              own.add(
                  sliced.representation(
                      key, s.rows().length, s.total(), s.effectiveN(), whole.total()));
              return own;
            }));
    return all;
  }

  private List<MetricRow> of(SliceKey key, TagStatistics s, boolean resampled) {
    TagMetrics metrics = metrics(key, s, resampled);
    SliceRows rows = new SliceRows(key, null, s.rows().length);
    metrics.all().forEach(rows::add);
    if (s.sumWeightSquared() != s.total()) {
      rows.add("effective_n", s.effectiveN(), "no rows", null);
    }
    List<MetricRow> all = new ArrayList<>(rows.list());
    List<String> types = s.counts().types();
    for (int type = 0; type < types.size(); type++) {
      SliceRows own = new SliceRows(key, types.get(type), s.rows().length);
      metrics.of(type).forEach(own::add);
      all.addAll(own.list());
    }
    return all;
  }

  private TagMetrics metrics(SliceKey key, TagStatistics s, boolean resampled) {
    long seed = Seeds.derive(settings.seed(), "tags", key.describe());
    return new TagMetrics(
        s, new IntervalSettings(settings.level(), settings.draws(), seed), resampled);
  }

  private List<Tested> disparities(List<List<TagStatistics>> slices) {
    List<Supplier<List<Tested>>> tasks = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      Slicing slicing = sliced.plan().slicings().get(i);
      List<TagStatistics> own = slices.get(i);
      List<TagMetrics> metrics =
          IntStream.range(0, own.size())
              .mapToObj(g -> metrics(slicing.keys().get(g), own.get(g), false))
              .toList();
      GroupComparer<TagMetrics> comparer = new GroupComparer<>(slicing, metrics, null, settings);
      tasks.add(() -> comparer.compare(compared("token_accuracy", "token accuracy").forMany()));
      List<String> types = own.isEmpty() ? List.of() : own.getFirst().counts().types();
      double[][] weight = own.stream().map(s -> new double[] {s.total()}).toArray(double[][]::new);
      tasks.add(() -> List.of(new LabelComparisons(slicing, weight, 1).sizes()));
      if (types.isEmpty()) {
        continue;
      }
      tasks.add(() -> comparer.compare(compared("entity_f1", "F1 over entities").forMany()));
      tasks.add(() -> comparer.compare(compared("entity_recall", "share of entities found")));
      for (int t = 0; t < types.size(); t++) {
        int type = t;
        GroupComparer<TagMetrics> ofType =
            new GroupComparer<>(slicing, metrics, types.get(t), settings);
        tasks.add(() -> ofType.compare(compared(type, "entity_recall", "share of entities found")));
      }
    }
    return sliced.compared(tasks);
  }

  private static Comparison<TagMetrics> compared(String metric, String noun) {
    return Comparison.difference(
        metric + "_difference",
        metric,
        noun,
        s -> number(s.all(), metric, () -> s.standardError(metric)));
  }

  private static Comparison<TagMetrics> compared(int type, String metric, String noun) {
    return Comparison.difference(
        metric + "_difference",
        metric,
        noun,
        s -> number(s.of(type), metric, () -> s.standardError(type, metric)));
  }

  private static GroupNumber number(
      List<Measurement> among, String metric, Supplier<Double> error) {
    Measurement found =
        among.stream().filter(m -> m.metric().equals(metric)).findFirst().orElseThrow();
    return GroupNumber.mean(found.value().orNaN(), error.get(), "no entity");
  }

  private List<Warning> notes(SentenceCounts counts) {
    List<Warning> notes = new ArrayList<>();
    notes.add(scheme(counts.types()));
    if (predictions.widened() > 0) {
      notes.add(
          new Warning(
              "TAGS-SPANS-WIDENED",
              Rounded.count(predictions.widened())
                  + (predictions.widened() == 1 ? " span begins" : " spans begin")
                  + " or end inside a word; the whole word was taken.",
              "Mark whole words, if another part of a word matters."));
    }
    long hidden = predictions.hiddenEntities().stream().mapToLong(List::size).sum();
    if (hidden > 0) {
      notes.add(
          new Warning(
              "TAGS-NESTED",
              String.format(
                  Locale.ROOT,
                  "%,d true %s words with others, which one tag a word cannot show; they count as"
                      + " entities that were not found.",
                  hidden,
                  hidden == 1 ? "entity shares" : "entities share"),
              "Mark the outermost entities only, if the model is to find no others."));
    }
    unread().ifPresent(notes::add);
    return notes;
  }

  private Warning scheme(List<String> types) {
    return new Warning(
        "TAGS-SCHEME",
        types.isEmpty()
            ? "The tags mark no entities (B-, I-, E-, S- and a type; O outside), so there is"
                + " accuracy over words only."
            : "Tags were read as "
                + predictions.scheme().name().toLowerCase(Locale.ROOT)
                + ", entities of "
                + types.size()
                + (types.size() == 1 ? " type." : " types."),
        predictions.scheme() == TagScheme.PLAIN
            ? "Nothing needs to be done for parts of speech; name the types in id2label"
                + " otherwise."
            : "Say tags.scheme in the dataset's description if it is another.");
  }

  private Optional<Warning> unread() {
    long unread = 0;
    long texts = 0;
    for (int i = 0; i < predictions.size(); i++) {
      int[] row = predictions.predicted()[i];
      long own = Arrays.stream(row).filter(p -> p == TokenTags.UNREAD).count();
      unread += own;
      texts += own > 0 ? 1 : 0;
    }
    return unread == 0
        ? Optional.empty()
        : Optional.of(
            new Warning(
                "TAGS-WORDS-UNREAD",
                String.format(
                    Locale.ROOT,
                    "%,d words of %,d texts were not read by the model: they lie behind the cut or"
                        + " have no token; they are left out of the metrics and counted"
                        + " (unread_words).",
                    unread,
                    texts),
                "Read long texts whole with --long-texts windows."));
  }
}
