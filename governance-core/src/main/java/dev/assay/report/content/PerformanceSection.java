package dev.assay.report.content;

import dev.assay.dataset.Task;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricDefinition.Family;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How good the model is, over all rows.
final class PerformanceSection {

  private static final Set<Family> ELSEWHERE =
      Set.of(Family.COUNT, Family.CALIBRATION, Family.FAIRNESS, Family.IMBALANCE, Family.DRIFT);

  /// What a reader asks for first; everything else stands in the appendix.
  private static final Set<String> MAIN =
      Set.of(
          "accuracy",
          "balanced_accuracy",
          "precision",
          "recall",
          "specificity",
          "fpr",
          "fnr",
          "npv",
          "f1",
          "mcc",
          "cohen_kappa",
          "roc_auc",
          "average_precision",
          "log_loss",
          "brier",
          "prevalence",
          "selection_rate",
          "f1_macro",
          "f1_weighted",
          "precision_macro",
          "recall_macro",
          "top2_accuracy",
          "brier_multiclass",
          "roc_auc_ovr_macro",
          "token_accuracy",
          "unread_words",
          "entity_precision",
          "entity_recall",
          "entity_f1",
          "entity_f1_macro",
          "entity_precision_strict",
          "entity_recall_strict",
          "entity_f1_strict",
          "mae",
          "rmse",
          "r2",
          "median_ae",
          "max_error",
          "mean_error",
          "mean_target",
          "mean_prediction",
          "pearson",
          "spearman",
          "relative_mae",
          "mase",
          "smape",
          "weighted_quantile_loss",
          "interval_coverage",
          "interval_nominal",
          "interval_width",
          "accuracy_at_1",
          "accuracy_at_5",
          "mean_reciprocal_rank",
          "mean_log_probability",
          "mean_pseudo_log_likelihood",
          "pseudo_perplexity",
          "first_likelier_share",
          "pair_difference",
          "mean_association");

  private static final int CLASSES_SHOWN = 40;
  private static final List<String> PER_CLASS =
      List.of(
          "support",
          "precision",
          "recall",
          "f1",
          "fpr",
          "roc_auc",
          "ece",
          "entities",
          "entity_precision",
          "entity_recall",
          "entity_f1",
          "entity_f1_strict");

  private PerformanceSection() {}

  static Block.Section of(Context context) {
    List<Block> blocks = new ArrayList<>();
    lead(context).forEach(blocks::add);
    PerformanceFigures.of(context).forEach(blocks::add);
    blocks.add(table(context, Say.words("performance.over-all-rows"), m -> MAIN.contains(m)));
    perClass(context, blocks);
    return Blocks.section("performance", Say.words("word.performance"), blocks);
  }

  /// Numbers over all rows that no section shows.
  static Optional<Block> further(Context context) {
    List<String> left =
        context.measured().of(SliceKey.WHOLE).keySet().stream()
            .filter(m -> !MAIN.contains(m) && !ELSEWHERE.contains(familyOrCount(m)))
            .toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            table(context, Say.words("performance.further-numbers-over-all"), left::contains));
  }

  private static Family familyOrCount(String metric) {
    Family family = family(metric);
    return family == null ? Family.CLASSIFICATION : family;
  }

  /// Metrics of everyone as a table.
  ///
  /// @param shown which metrics
  static Block table(Context context, String caption, Predicate<String> shown) {
    Tables table =
        Tables.captioned(caption)
            .name(Say.words("word.metric"))
            .number(Say.words("word.value"))
            .number(Say.words("performance.interval", Say.level(context.evaluation().level())))
            .number("n")
            .words(Say.words("performance.how-the-interval-was"));
    for (MetricRow row : context.measured().of(SliceKey.WHOLE).values()) {
      if (!shown.test(row.metric())) {
        continue;
      }
      Interval interval = Say.intervalOf(row.value());
      table.row(
          context.terms().name(row.metric()),
          number(row.value()),
          Say.interval(row.value()),
          Text.of(Say.count(row.n())),
          Text.of(interval == null ? Say.words("word.none") : Say.method(interval.method()))
              .and(fraction(row)));
    }
    return table.table();
  }

  private static Text fraction(MetricRow row) {
    return row.numerator() == null || row.denominator() == null
        ? Text.NONE
        : Text.aside(
            Say.words("performance.of", Say.count(row.numerator()), Say.count(row.denominator())));
  }

  static @Nullable Family family(String metric) {
    return dev.assay.metric.MetricCatalogue.find(metric)
        .map(dev.assay.metric.MetricDefinition::family)
        .orElse(null);
  }

  private static Stream<Block> lead(Context context) {
    return switch (context.evaluation().task()) {
      case BINARY_CLASSIFICATION -> binaryLead(context);
      case MULTICLASS_CLASSIFICATION -> accuracyLead(context);
      case MULTI_LABEL_CLASSIFICATION -> labelsLead(context);
      case TOKEN_CLASSIFICATION -> TagBlocks.lead(context);
      case TEXT_GENERATION -> GenerationLead.of(context);
      case MASKED_PROBE, FORECASTING -> Stream.empty();
      case REGRESSION -> regressionLead(context);
    };
  }

  private static Stream<Block> binaryLead(Context context) {
    double tp = whole(context, "tp");
    double fp = whole(context, "fp");
    double fn = whole(context, "fn");
    double tn = whole(context, "tn");
    if (Double.isNaN(tp + fp + fn + tn)) {
      return accuracyLead(context);
    }
    Double threshold = context.evaluation().threshold();
    return Stream.of(
        Blocks.lead(
            Say.text(
                "performance.rows-that-are-are",
                threshold == null
                    ? Say.words("performance.of-2")
                    : Say.words("performance.at-a-threshold-of", Say.setting(threshold)),
                Say.count(tp + fn),
                Text.data(String.valueOf(context.evaluation().positive())),
                Say.count(tp),
                Say.count(fn),
                Say.count(fp + tn),
                Say.count(fp))));
  }

  private static Stream<Block> accuracyLead(Context context) {
    MetricRow accuracy = context.measured().row("accuracy", SliceKey.WHOLE);
    return accuracy == null || !(accuracy.value() instanceof MetricValue.Defined d)
        ? Stream.empty()
        : Stream.of(
            Blocks.lead(
                Say.text(
                    "performance.of-are-given-the",
                    Say.percent(d.value()),
                    Say.many(accuracy.n(), "row"))));
  }

  private static Stream<Block> labelsLead(Context context) {
    double exact = whole(context, "subset_accuracy");
    double wrong = whole(context, "hamming_loss");
    return Double.isNaN(exact) || Double.isNaN(wrong)
        ? Stream.empty()
        : Stream.of(
            Blocks.lead(
                Say.text(
                    "performance.all-labels-are-right",
                    context.evaluation().classes().size(),
                    Say.percent(exact),
                    Say.percent(wrong))));
  }

  private static Stream<Block> regressionLead(Context context) {
    double mae = whole(context, "mae");
    double bias = whole(context, "mean_error");
    if (Double.isNaN(mae)) {
      return Stream.empty();
    }
    String direction =
        Double.isNaN(bias)
            ? "."
            : Say.words(
                "performance.on-the-whole-they",
                Say.number(Math.abs(bias)),
                bias < 0 ? Say.words("performance.too-low") : Say.words("performance.too-high"));
    return Stream.of(
        Blocks.lead(Say.text("performance.predictions-are-off-by", Say.number(mae), direction)));
  }

  static double whole(Context context, String metric) {
    MetricRow row = context.measured().row(metric, SliceKey.WHOLE);
    return row == null ? Double.NaN : row.value().orNaN();
  }

  private static void perClass(Context context, List<Block> blocks) {
    Map<String, Map<String, MetricRow>> classes = new LinkedHashMap<>();
    List<String> metrics =
        PER_CLASS.stream()
            .filter(
                m ->
                    context.measured().perClass(SliceKey.WHOLE).stream()
                        .anyMatch(r -> r.metric().equals(m)))
            .toList();
    for (MetricRow row : context.measured().perClass(SliceKey.WHOLE)) {
      if (metrics.contains(row.metric())) {
        classes
            .computeIfAbsent(String.valueOf(row.target()), t -> new LinkedHashMap<>())
            .put(row.metric(), row);
      }
    }
    if (classes.isEmpty()) {
      return;
    }
    boolean types = context.evaluation().task() == Task.TOKEN_CLASSIFICATION;
    Tables table =
        types
            ? Tables.captioned(Say.words("tokens.each-type")).name(Say.words("tokens.type"))
            : Tables.captioned(Say.words("performance.each-class-against-the"))
                .name(Say.words("word.class"));
    metrics.forEach(m -> table.number(context.terms().name(m)));
    classes.entrySet().stream()
        .limit(CLASSES_SHOWN)
        .forEach(
            e -> {
              List<Text> cells = new ArrayList<>();
              cells.add(Text.data(e.getKey()));
              metrics.forEach(m -> cells.add(cell(e.getValue().get(m))));
              table.row(false, cells);
            });
    if (classes.size() > CLASSES_SHOWN) {
      table.note(
          Say.words("performance.more-classes-are-in", Say.count(classes.size() - CLASSES_SHOWN)));
    }
    blocks.add(table.table());
  }

  /// A value with its interval, or a dash where it was not computed.
  static Text cell(@Nullable MetricRow row) {
    if (row == null) {
      return Text.of("–");
    }
    return family(row.metric()) == Family.COUNT || row.metric().equals("support")
        ? count(row.value())
        : Say.value(row.value());
  }

  private static Text count(MetricValue value) {
    return value instanceof MetricValue.Defined d ? Text.of(Say.count(d.value())) : Say.bare(value);
  }

  /// Whole numbers of ten and more are counts.
  private static Text number(MetricValue value) {
    return value instanceof MetricValue.Defined d
            && d.value() >= 10
            && d.value() == Math.rint(d.value())
        ? Text.of(Say.count(d.value()))
        : Say.bare(value);
  }
}
