package dev.assay.report.content;

import dev.assay.chart.ForestPlot;
import dev.assay.evaluation.Disparity;
import dev.assay.finding.Finding;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gaps between the groups of one attribute, or of a crossing.
final class DisparityTables {

  private static final int GROUPS = 25;
  private static final int MEASURES = 5;
  private static final int ESTIMATES = 9;
  private static final int EXTREMES = 12;
  private static final int CLASSES = 18;

  /// What a reader asks for first.
  private static final List<String> FIRST =
      List.of(
          "demographic_parity_difference",
          "disparate_impact",
          "selection_rate_difference",
          "equal_opportunity_difference",
          "recall_difference",
          "equalized_odds_difference",
          "fpr_difference",
          "predictive_parity_difference",
          "precision_difference",
          "accuracy_difference",
          "error_rate_difference",
          "auc_difference",
          "calibration_difference",
          "average_abs_odds_difference",
          "equal_opportunity_ratio",
          "equalized_odds_ratio",
          "mae_difference",
          "rmse_difference",
          "mean_error_difference",
          "r2_difference");

  private final Context context;
  private final List<Placed> all = new ArrayList<>();
  private final List<Disparity> byClass = new ArrayList<>();

  /// A disparity and its place in the evaluation.
  private record Placed(Disparity disparity, int index) {}

  DisparityTables(Context context, List<String> attributes) {
    this.context = context;
    List<Disparity> disparities = context.evaluation().disparities();
    for (int i = 0; i < disparities.size(); i++) {
      Disparity disparity = disparities.get(i);
      if (disparity.attributes().equals(attributes)) {
        if (disparity.target() == null) {
          all.add(new Placed(disparity, i));
        } else if (disparity.comparison() == Disparity.Comparison.EXTREMES) {
          byClass.add(disparity);
        }
      }
    }
  }

  /// Comparisons of a kind, what a reader asks for first at the front.
  private List<Placed> of(Disparity.Comparison comparison) {
    return all.stream()
        .filter(p -> p.disparity().comparison() == comparison)
        .sorted(Comparator.comparingInt(p -> rank(p.disparity().metric())))
        .toList();
  }

  private static int rank(String metric) {
    int rank = FIRST.indexOf(metric);
    return rank < 0 ? FIRST.size() : rank;
  }

  /// What the table of extremes shows: what is asked for first, and what a rule speaks of.
  private List<Placed> shown() {
    List<Placed> extremes = of(Disparity.Comparison.EXTREMES);
    List<Placed> shown = new ArrayList<>();
    for (Placed placed : extremes) {
      boolean first = shown.size() < EXTREMES && FIRST.contains(placed.disparity().metric());
      if (first || context.aboutMeasure(placed.disparity()) != null) {
        shown.add(placed);
      }
    }
    return shown;
  }

  /// Measures between extremes that the table leaves to the appendix.
  List<Disparity> furtherExtremes() {
    List<Placed> shown = shown();
    return of(Disparity.Comparison.EXTREMES).stream()
        .filter(p -> !shown.contains(p))
        .map(Placed::disparity)
        .toList();
  }

  /// Differences between extremes as a forest plot.
  Optional<Block.Figure> forest() {
    List<ForestPlot.Estimate> rows =
        of(Disparity.Comparison.EXTREMES).stream()
            .filter(p -> isDifference(p.disparity().metric()))
            .limit(ESTIMATES)
            .map(this::estimate)
            .toList();
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    String words =
        Say.words(
            "disparity.gaps-between-groups",
            String.join("; ", rows.stream().map(r -> r.label() + " " + r.shown()).toList()));
    return Optional.of(
        new Block.Figure(
            new ForestPlot(Say.words("disparity.gaps-between-groups-2"), words, rows, 0),
            Say.text(
                "disparity.square-a-limit-is",
                Text.strong(Say.words("disparity.how-far-apart-the")))));
  }

  private ForestPlot.Estimate estimate(Placed placed) {
    Disparity d = placed.disparity();
    Interval interval = Say.intervalOf(d.value());
    return new ForestPlot.Estimate(
        context.terms().plainName(d.metric()).replaceFirst(" difference$", ""),
        "",
        d.value() instanceof MetricValue.Defined v ? v.value() : null,
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        d.expectedIfEqual(),
        Say.plain(d.value()),
        mark(context.aboutMeasure(d)),
        rows(d));
  }

  /// The rows of both groups that a gap lies between.
  private static @Nullable RowQuery rows(Disparity d) {
    return d.high() == null || d.low() == null
        ? null
        : new RowQuery(List.of(d.high(), d.low()), new RowQuery.Part.Any());
  }

  private static boolean isDifference(String metric) {
    return metric.endsWith("_difference") && !isRatio(metric);
  }

  private static boolean isRatio(String metric) {
    return MetricCatalogue.find(metric)
        .map(d -> d.better() == MetricDefinition.Better.CLOSER_TO_ONE)
        .orElse(metric.endsWith("_ratio"));
  }

  /// How a number on a line is marked that a finding is about; absent = none is.
  static ForestPlot.Mark mark(@Nullable Finding finding) {
    if (finding == null) {
      return ForestPlot.Mark.PLAIN;
    }
    return switch (finding.verdict()) {
      case PASS -> ForestPlot.Mark.PASS;
      case FAIL -> ForestPlot.Mark.FAIL;
      case INSUFFICIENT_EVIDENCE -> ForestPlot.Mark.UNDECIDED;
    };
  }

  /// Largest against smallest group.
  Optional<Block> extremes() {
    Tables table =
        Tables.captioned(Say.words("disparity.gaps-between-the-largest"))
            .name(Say.words("word.measure"))
            .number(Say.words("word.value"))
            .number(Say.words("disparity.if-groups-were-equal"))
            .words(Say.words("word.between"))
            .name(Say.words("word.policy"));
    for (Placed placed : shown()) {
      Disparity d = placed.disparity();
      table.row(
          context.terms().name(d.metric()),
          Say.value(d.value()),
          Say.optional(d.expectedIfEqual()),
          between(d),
          policy(context.aboutMeasure(d)));
    }
    return table.isEmpty()
        ? Optional.empty()
        : Optional.of(
            table
                .note(
                    Say.words(
                        "disparity.a-maximum-over-several",
                        furtherExtremes().isEmpty()
                            ? ""
                            : Say.words(
                                "disparity.further-measures-appendix", furtherExtremes().size())))
                .table());
  }

  /// Largest against smallest group for each class against the rest.
  Optional<Block> eachClass() {
    Tables table =
        Tables.captioned(Say.words("disparity.gaps-for-each-class"))
            .name(Say.words("word.measure"))
            .name(Say.words("word.class"))
            .number(Say.words("word.value"))
            .number(Say.words("disparity.if-groups-were-equal"))
            .words(Say.words("word.between"));
    byClass.stream()
        .filter(d -> FIRST.contains(d.metric()))
        .sorted(Comparator.comparingInt(d -> rank(d.metric())))
        .limit(CLASSES)
        .forEach(
            d ->
                table.row(
                    context.terms().name(d.metric()),
                    Text.data(String.valueOf(d.target())),
                    Say.value(d.value()),
                    Say.optional(d.expectedIfEqual()),
                    between(d)));
    return table.isEmpty()
        ? Optional.empty()
        : Optional.of(table.note(Say.words("disparity.more-measures-of-each")).table());
  }

  private static Text between(Disparity d) {
    if (d.high() == null || d.low() == null) {
      return leftOut(d, Say.sentence(d.direction()));
    }
    return leftOut(d, Say.text("disparity.over", Say.values(d.high()), Say.values(d.low())));
  }

  private static Text leftOut(Disparity d, Text text) {
    return d.leftOut().isEmpty()
        ? text
        : text.and(Text.aside(Say.words("disparity.without")))
            .and(Text.join(", ", d.leftOut().stream().limit(4).map(Say::values).toList()))
            .and(
                Text.aside(
                    Say.words(
                        "disparity.undefined-there",
                        d.leftOut().size() > 4
                            ? Say.words("disparity.and-more", d.leftOut().size() - 4)
                            : "")));
  }

  private Text policy(@Nullable Finding finding) {
    return finding == null
        ? Text.aside(Say.words("word.no-rule"))
        : Text.marked(
            Say.mark(finding.verdict()),
            switch (finding.verdict()) {
              case PASS -> Say.words("verdict.short.pass");
              case FAIL -> Say.words("verdict.short.fail");
              case INSUFFICIENT_EVIDENCE -> Say.words("verdict.short.insufficient_evidence");
            });
  }

  /// Each group against the reference group.
  Optional<Block> toReference(SliceKey reference) {
    Map<SliceKey, Map<String, Placed>> byGroup = new LinkedHashMap<>();
    for (Placed placed : of(Disparity.Comparison.TO_REFERENCE)) {
      SliceKey group = placed.disparity().high();
      if (group != null && !group.equals(reference)) {
        byGroup
            .computeIfAbsent(group, g -> new LinkedHashMap<>())
            .put(placed.disparity().metric(), placed);
      }
    }
    List<String> measures = measures(byGroup);
    if (measures.isEmpty()) {
      return Optional.empty();
    }
    Tables table =
        Tables.captioned(Say.text("disparity.each-group-against-the", Say.values(reference)))
            .name(Say.words("word.group"))
            .number("n");
    measures.forEach(m -> table.number(context.terms().name(m)));
    table.name(Say.words("word.policy"));
    byGroup.entrySet().stream()
        .limit(GROUPS)
        .forEach(
            e -> {
              List<Text> cells = new ArrayList<>();
              cells.add(Say.values(e.getKey()));
              cells.add(Text.of(Say.count(context.measured().n(e.getKey()))));
              measures.forEach(m -> cells.add(against(e.getValue().get(m))));
              cells.add(policy(worst(e.getValue().values())));
              table.row(context.isFew(e.getKey()), cells);
            });
    return Optional.of(table.note(referenceNote(byGroup.size(), isAdjusted())).table());
  }

  /// The gravest that the policy says of a group against the reference.
  private @Nullable Finding worst(Collection<Placed> placed) {
    Finding worst = null;
    for (Placed one : placed) {
      Finding finding = context.about("disparities", one.index());
      if (finding != null) {
        worst = worst == null ? finding : Context.worse(worst, finding);
      }
    }
    return worst;
  }

  private boolean isAdjusted() {
    return all.stream().anyMatch(p -> p.disparity().pValueAdjusted() != null);
  }

  private static String referenceNote(int groups, boolean adjusted) {
    return Say.words(
        "disparity.differences-are-group-minus",
        adjusted
            ? Say.words("disparity.after-holm-s-correction")
            : Say.words("disparity.before-correction-for-the"),
        groups > GROUPS
            ? Say.words("disparity.more-groups-in-metrics", Say.count(groups - GROUPS))
            : "");
  }

  private static List<String> measures(Map<SliceKey, Map<String, Placed>> byGroup) {
    return byGroup.values().stream()
        .flatMap(m -> m.keySet().stream())
        .distinct()
        .filter(m -> m.endsWith("_difference") || FIRST.contains(m))
        .sorted(
            Comparator.comparingInt(m -> FIRST.contains(m) ? FIRST.indexOf(m) : Integer.MAX_VALUE))
        .limit(MEASURES)
        .toList();
  }

  private static Text against(@Nullable Placed placed) {
    if (placed == null) {
      return Text.of("–");
    }
    Disparity d = placed.disparity();
    return switch (d.value()) {
      case MetricValue.Undefined ignored -> Say.bare(d.value());
      case MetricValue.Defined v -> {
        Text shown = Text.of(isRatio(d.metric()) ? Say.number(v.value()) : Say.signed(v.value()));
        Text with =
            v.interval() == null ? shown : shown.and(Text.aside(" " + Say.range(v.interval())));
        yield d.pValue() == null
            ? with
            : with.and(Text.aside(Say.words("disparity.p", Say.pValue(d.pValue()))));
      }
    };
  }
}
