package dev.assay.report.content;

import dev.assay.audit.Dossier;
import dev.assay.chart.GroupBars;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.finding.Finding;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricDefinition;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The evidence of one finding: its sentence and number, the groups that it speaks of as bars, the
/// check behind it. The same facts as in the report, gathered for whoever decides.
public final class EvidenceSection {

  private static final Pattern POINTER = Pattern.compile("(metrics|disparities|checks)\\[(.+)]");
  private static final int BARS = 10;
  private static final int FACTS = 3;

  private final Context context;
  private final Finding finding;
  private final List<Block> blocks = new ArrayList<>();

  private EvidenceSection(Context context, Finding finding) {
    this.context = context;
    this.finding = finding;
  }

  /// The evidence of a finding of this dossier.
  public static Block.Section of(Dossier dossier, Finding finding) {
    return new EvidenceSection(Context.of(dossier), finding).section();
  }

  private Block.Section section() {
    finding.evidence().stream().limit(FACTS).forEach(this::fact);
    if (finding.evidence().size() > FACTS) {
      blocks.add(
          Blocks.note(
              Say.words(
                  "evidence.behind-this-finding-see",
                  Say.many(finding.evidence().size() - FACTS, "further fact"))));
    }
    blocks.add(numbers());
    return Blocks.section("evidence", Say.words("word.evidence"), blocks);
  }

  private void fact(String pointer) {
    Matcher found = POINTER.matcher(pointer);
    if (!found.matches()) {
      return;
    }
    Evaluation evaluation = context.evaluation();
    String at = found.group(2);
    switch (found.group(1)) {
      case "metrics" -> at(evaluation.metrics(), at).ifPresent(this::metric);
      case "disparities" -> at(evaluation.disparities(), at).ifPresent(this::disparity);
      default ->
          evaluation.checks().stream()
              .filter(c -> c.check().equals(at))
              .findFirst()
              .map(EvidenceSection::card)
              .ifPresent(blocks::add);
    }
  }

  private static Block card(CheckResult check) {
    if (RobustnessSection.shows(check)) {
      return RobustnessSection.card(check);
    }
    return BehaviourSection.shows(check) ? BehaviourSection.card(check) : ChecksSection.card(check);
  }

  private static <T> Optional<T> at(List<T> facts, String index) {
    try {
      int i = Integer.parseInt(index);
      return i >= 0 && i < facts.size() ? Optional.of(facts.get(i)) : Optional.empty();
    } catch (NumberFormatException noIndex) {
      return Optional.empty();
    }
  }

  private void metric(MetricRow row) {
    if (!row.slice().isWhole()) {
      bars(row.metric(), row.slice().conditions().keySet(), null, List.of(row.slice()));
    } else if (PerformanceSection.family(row.metric()) == MetricDefinition.Family.CALIBRATION) {
      CalibrationSection.whole(context).ifPresent(f -> blocks.add(new Block.Figures(List.of(f))));
    } else {
      PerformanceFigures.of(context).stream().limit(1).forEach(blocks::add);
    }
  }

  private void disparity(Disparity disparity) {
    boolean toReference = disparity.comparison() != Disparity.Comparison.EXTREMES;
    List<SliceKey> subjects =
        Stream.of(disparity.high(), disparity.low()).filter(Objects::nonNull).toList();
    for (String metric : behind(disparity.metric())) {
      bars(
          metric,
          Set.copyOf(disparity.attributes()),
          toReference ? disparity.low() : null,
          subjects);
    }
  }

  /// The rates that a disparity compares.
  private List<String> behind(String disparity) {
    String name = disparity.substring(disparity.indexOf('.') + 1);
    List<String> rates =
        switch (name) {
          case "equal_opportunity_difference", "equal_opportunity_ratio" -> List.of("recall");
          case "predictive_parity_difference" -> List.of("precision");
          case "equalized_odds_difference",
              "equalized_odds_ratio",
              "average_odds_difference",
              "average_abs_odds_difference" ->
              List.of("recall", "fpr");
          case "calibration_difference" -> List.of("ece");
          case "auc_difference" -> List.of("roc_auc");
          case "label_parity_difference", "label_parity_ratio" -> List.of("prevalence");
          case "disparate_impact" -> List.of("favourable_rate", "selection_rate");
          default -> List.of(name.replaceAll("_(difference|ratio|disparity)$", ""));
        };
    List<String> measured =
        rates.stream()
            .filter(m -> context.measured().slices().stream().anyMatch(s -> isMeasured(m, s)))
            .limit(name.equals("disparate_impact") ? 1 : rates.size())
            .toList();
    return measured.isEmpty() ? List.of(context.headline()) : measured;
  }

  private boolean isMeasured(String metric, SliceKey slice) {
    return !slice.isWhole() && context.measured().row(metric, slice) != null;
  }

  private void bars(
      String metric,
      Set<String> attributes,
      @Nullable SliceKey reference,
      List<SliceKey> subjects) {
    List<SliceKey> groups =
        context.measured().over(attributes).stream()
            .filter(s -> context.measured().row(metric, s) != null)
            .toList();
    if (groups.isEmpty()) {
      return;
    }
    Set<SliceKey> shown = new LinkedHashSet<>(subjects.stream().filter(groups::contains).toList());
    groups.stream()
        .sorted(Comparator.comparing(context::isFew))
        .takeWhile(g -> shown.size() < BARS)
        .forEach(shown::add);
    List<SliceKey> ordered =
        shown.stream()
            .sorted(
                Comparator.comparing((SliceKey s) -> !s.equals(reference))
                    .thenComparingDouble(s -> -value(metric, s)))
            .toList();
    MetricRow held = reference == null ? null : context.measured().row(metric, reference);
    List<GroupBars.Bar> bars = ordered.stream().map(g -> bar(metric, g, reference)).toList();
    String name = context.terms().plainName(metric);
    String by = Say.label(String.join(" × ", attributes));
    String words =
        Say.words(
            "evidence.by",
            name,
            by,
            String.join(
                "; ",
                bars.stream()
                    .map(b -> b.label() + " " + b.shown() + " (" + b.note() + ")")
                    .toList()));
    blocks.add(
        new Block.Figures(
            List.of(
                new Block.Figure(
                    new GroupBars(
                        Say.words("evidence.by-2", name, by),
                        words,
                        bars,
                        held == null || !(held.value() instanceof MetricValue.Defined d)
                            ? null
                            : d.value()),
                    caption(reference, subjects, ordered.size(), groups.size())))));
  }

  private static Text caption(
      @Nullable SliceKey reference, List<SliceKey> subjects, int shown, int all) {
    Text text = Say.text("evidence.the-finding-speaks-of");
    text =
        text.and(Text.join(Say.words("evidence.and"), subjects.stream().map(Say::values).toList()))
            .and(".");
    if (reference != null) {
      text = Say.text("evidence.orange-and-dashed-the", text);
    }
    return shown < all ? Say.text("evidence.of-groups", text, shown, Say.count(all)) : text;
  }

  private double value(String metric, SliceKey slice) {
    MetricRow row = context.measured().row(metric, slice);
    double value = row == null ? Double.NaN : row.value().orNaN();
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  private GroupBars.Bar bar(String metric, SliceKey group, @Nullable SliceKey reference) {
    MetricRow row = Objects.requireNonNull(context.measured().row(metric, group));
    Interval interval = Say.intervalOf(row.value());
    GroupBars.Kind kind =
        group.equals(reference)
            ? GroupBars.Kind.REFERENCE
            : context.isFew(group) ? GroupBars.Kind.FEW : GroupBars.Kind.GROUP;
    return new GroupBars.Bar(
        Say.label(Say.values(group).plain()),
        Say.words("evidence.n", Say.count(context.measured().n(group))),
        row.value() instanceof MetricValue.Defined d ? d.value() : null,
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        Say.plain(row.value()),
        kind,
        RowQuery.of(group));
  }

  /// What was seen against what was asked, where it comes from.
  private Block numbers() {
    List<Block.Entry> entries = new ArrayList<>();
    if (finding.observed() != null) {
      entries.add(
          Blocks.entry(Say.words("word.seen"), FindingGroup.observed(context.words(), finding)));
    }
    entries.add(Blocks.entry(Say.words("word.asked"), Say.phrase(finding.limit())));
    entries.add(Blocks.entry(Say.words("word.rows"), Say.count(finding.n())));
    entries.add(Blocks.entry(Say.words("word.rule"), Text.code(finding.rule())));
    if (!finding.owner().isBlank()) {
      entries.add(
          Blocks.entry(Say.words("evidence.owner-of-the-rule"), Say.phrase(finding.owner())));
    }
    if (!finding.citation().isBlank()) {
      entries.add(Blocks.entry(Say.words("word.source"), Say.phrase(finding.citation())));
    }
    List<Text> facts = EvidenceTexts.of(context, List.of(finding));
    if (!facts.isEmpty()) {
      entries.add(Blocks.entry(Say.words("evidence.in-the-report"), Text.join("; ", facts)));
    }
    return new Block.KeyValues(entries);
  }
}
