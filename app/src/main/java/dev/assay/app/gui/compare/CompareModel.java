package dev.assay.app.gui.compare;

import dev.assay.chart.ForestPlot;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.compare.ComparisonWords;
import dev.assay.compare.Difference;
import dev.assay.compare.Outcome;
import dev.assay.compare.RunComparison;
import dev.assay.compare.Subject;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.metric.MetricValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// The differences of two runs: worst first, narrowed by what is asked for.
public final class CompareModel {

  /// Stands for no restriction.
  public static final String ALL = "all";

  /// Slices that one chart shows.
  static final int DRAWN = 24;

  private static final int LONGEST = 60;
  private static final Comparator<Difference> ORDER =
      Comparator.comparing(Difference::outcome)
          .thenComparing(Comparator.comparingDouble(CompareModel::size).reversed())
          .thenComparing(Difference::metric);

  private final RunComparison comparison;
  private final FilteredList<Difference> rows;
  private final StringProperty attribute = new SimpleStringProperty(this, "attribute", ALL);
  private final StringProperty metric = new SimpleStringProperty(this, "metric", ALL);
  private final ObjectProperty<@Nullable Outcome> outcome =
      new SimpleObjectProperty<>(this, "outcome");
  private final StringProperty words = new SimpleStringProperty(this, "words", "");

  /// @param comparison what is shown
  public CompareModel(RunComparison comparison) {
    this.comparison = comparison;
    this.rows =
        new FilteredList<>(
            FXCollections.observableList(comparison.differences().stream().sorted(ORDER).toList()));
    attribute.subscribe(changed -> narrow());
    metric.subscribe(changed -> narrow());
    outcome.subscribe(changed -> narrow());
    words.subscribe(changed -> narrow());
  }

  /// What is compared.
  public RunComparison comparison() {
    return comparison;
  }

  /// What is left of the differences; by outcome, then by size.
  public ObservableList<Difference> rows() {
    return rows;
  }

  /// Only numbers by this attribute, "everyone", or [#ALL].
  public StringProperty attribute() {
    return attribute;
  }

  /// Only numbers of this metric, or [#ALL].
  public StringProperty metric() {
    return metric;
  }

  /// Only this outcome; null = every one.
  public ObjectProperty<@Nullable Outcome> outcome() {
    return outcome;
  }

  /// Part of whom the number speaks of.
  public StringProperty words() {
    return words;
  }

  /// What can be chosen as attribute.
  public List<String> attributes() {
    Set<String> names =
        comparison.differences().stream()
            .flatMap(d -> d.subject().attributes().stream())
            .collect(Collectors.toCollection(java.util.TreeSet::new));
    List<String> all = new java.util.ArrayList<>(List.of(ALL, "everyone"));
    all.addAll(names);
    return all;
  }

  /// What can be chosen as metric, in the order of the catalogue.
  public List<String> metrics() {
    Set<String> present =
        comparison.differences().stream().map(Difference::metric).collect(Collectors.toSet());
    List<String> all = new java.util.ArrayList<>(List.of(ALL));
    MetricCatalogue.all().stream()
        .map(MetricDefinition::id)
        .filter(present::contains)
        .forEach(all::add);
    return all;
  }

  /// A metric's name for people.
  public static String metricName(String id) {
    return id.equals(ALL)
        ? "All metrics"
        : MetricCatalogue.find(id).map(MetricDefinition::name).orElse(id);
  }

  private void narrow() {
    String typed = words.get().strip().toLowerCase(Locale.ROOT);
    String by = attribute.get();
    String of = metric.get();
    Outcome only = outcome.get();
    boolean everything = typed.isEmpty() && isAll(by) && isAll(of) && only == null;
    rows.setPredicate(
        everything
            ? null
            : d ->
                (only == null || d.outcome() == only)
                    && (isAll(of) || d.metric().equals(of))
                    && (isAll(by) || isBy(d, by))
                    && (typed.isEmpty()
                        || d.subject().describe().toLowerCase(Locale.ROOT).contains(typed)));
  }

  private static boolean isAll(@Nullable String choice) {
    return choice == null || choice.equals(ALL);
  }

  private static boolean isBy(Difference d, String attribute) {
    List<String> by = d.subject().attributes();
    return by.contains(attribute) || (attribute.equals("everyone") && by.isEmpty());
  }

  /// The chart of one metric's differences over slices: everyone and groups of single attributes,
  /// then intersections as far as there is room, in the order of the runs.
  public ForestPlot forest(String of) {
    List<Difference> all =
        comparison.differences().stream()
            .filter(d -> d.metric().equals(of) && d.target() == null)
            .filter(d -> d.subject() instanceof Subject.Slice)
            .sorted(Comparator.comparingInt(d -> d.subject().attributes().size()))
            .toList();
    List<ForestPlot.Estimate> drawn =
        all.stream().limit(DRAWN).map(CompareModel::estimate).toList();
    String name = metricName(of);
    long outside = all.stream().filter(CompareModel::isBeyondChance).count();
    return new ForestPlot(
        name + ", B − A",
        String.format(
            Locale.ROOT,
            "%s of B minus that of A for %d slices; %d differ beyond chance.%s",
            name,
            all.size(),
            outside,
            all.size() > DRAWN
                ? " The first " + DRAWN + " are drawn; all are among the numbers."
                : ""),
        drawn,
        0);
  }

  private static boolean isBeyondChance(Difference d) {
    return switch (d.outcome()) {
      case BETTER, WORSE, CHANGED -> true;
      case NOISE, UNDEFINED -> false;
    };
  }

  private static ForestPlot.Estimate estimate(Difference d) {
    Interval interval =
        d.difference() instanceof MetricValue.Defined defined ? defined.interval() : null;
    return new ForestPlot.Estimate(
        Visible.of(d.subject().describe(), LONGEST),
        "n " + Rounded.count(d.n()),
        d.difference() instanceof MetricValue.Defined defined ? (Double) defined.value() : null,
        interval == null ? null : (Double) interval.lower(),
        interval == null ? null : (Double) interval.upper(),
        null,
        d.difference() instanceof MetricValue.Defined defined
            ? Rounded.signed(defined.value())
            : d.reason(),
        switch (d.outcome()) {
          case BETTER -> ForestPlot.Mark.PASS;
          case WORSE -> ForestPlot.Mark.FAIL;
          case CHANGED -> ForestPlot.Mark.PLAIN;
          case NOISE, UNDEFINED -> ForestPlot.Mark.UNDECIDED;
        });
  }

  /// The metric that a chart begins with: that of the first row with slices.
  public String firstMetric() {
    return comparison.differences().stream()
        .sorted(ORDER)
        .filter(d -> d.subject() instanceof Subject.Slice && d.target() == null)
        .map(Difference::metric)
        .findFirst()
        .orElse("accuracy");
  }

  /// "0.873 → 0.881".
  static String values(Difference d) {
    return shown(d.first()) + " → " + shown(d.second());
  }

  private static String shown(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> Rounded.number(defined.value());
      case MetricValue.Undefined ignored -> "undefined";
    };
  }

  /// Mark and word of an outcome.
  static String words(Outcome outcome) {
    return switch (outcome) {
      case WORSE -> "▼ worse";
      case BETTER -> "▲ better";
      case CHANGED -> "◆ changed";
      case NOISE -> "· noise";
      case UNDEFINED -> "? undefined";
    };
  }

  /// How large a difference is, whatever its sign; 0 where there is none.
  static double size(Difference d) {
    return d.difference() instanceof MetricValue.Defined defined ? Math.abs(defined.value()) : 0;
  }

  /// All that a number says of itself.
  static String explained(Difference d) {
    StringBuilder all =
        new StringBuilder(ComparisonWords.name(d))
            .append(", ")
            .append(ComparisonWords.about(d))
            .append("\nA ")
            .append(shown(d.first()))
            .append(", B ")
            .append(shown(d.second()))
            .append(", difference ")
            .append(ComparisonWords.difference(d));
    if (d.difference() instanceof MetricValue.Defined defined && defined.interval() != null) {
      all.append("\n")
          .append(Rounded.level(defined.interval().level()))
          .append(" interval, ")
          .append(defined.interval().method().replace('_', ' '))
          .append(d.paired() ? ", paired by row" : ", not paired");
    }
    if (d.pValueAdjusted() != null && d.pValue() != null) {
      all.append("\np = ")
          .append(Rounded.pValue(d.pValue()))
          .append(", after correction for all numbers (Holm) ")
          .append(Rounded.pValue(d.pValueAdjusted()));
    }
    all.append("\n").append(CompareModel.words(d.outcome())).append(": ").append(d.reason());
    MetricCatalogue.find(d.metric())
        .ifPresent(m -> all.append("\n").append(m.formula()).append(". ").append(m.explanation()));
    return all.toString();
  }
}
