package dev.assay.report.content;

import dev.assay.chart.LineChart;
import dev.assay.check.robustness.RobustnessChecks;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.CheckResult.Status;
import dev.assay.inference.image.Corruption;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How a model of images does when images get worse: a curve a change, the drops, and who loses.
final class RobustnessSection {

  private static final int LINES = 3;
  private static final int SLICES = 20;

  private RobustnessSection() {}

  /// The section; absent where images were not made worse.
  static Optional<Block.Section> of(Context context) {
    List<Block> cards =
        context.evaluation().checks().stream()
            .filter(RobustnessSection::shows)
            .map(RobustnessSection::card)
            .toList();
    if (cards.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(Blocks.note(Say.words("robustness.images-of-the-dataset")));
    blocks.addAll(cards);
    return Optional.of(Blocks.section("robustness", Say.words("word.robustness"), blocks));
  }

  /// Whether a check is shown here and not among the others.
  static boolean shows(CheckResult check) {
    return check.check().startsWith(RobustnessChecks.FAMILY)
        && (check.status() == Status.OK || check.status() == Status.ISSUE);
  }

  /// What the check found, as a card.
  static Block card(CheckResult check) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Blocks.paragraph(Say.sentence(check.summary())));
    blocks.add(
        new Block.KeyValues(
            List.of(
                Blocks.entry(
                    Say.words("word.images-asked"),
                    Say.words(
                        "robustness.of-each-as-it",
                        Say.count(Values.of(check, "images", "").orNaN()),
                        Say.count(Values.of(check, "images_of", "").orNaN()))),
                Blocks.entry(
                    Say.words("robustness.accuracy-as-they-are"),
                    Say.value(Values.of(check, "accuracy", ""))),
                Blocks.entry(
                    Say.words("robustness.a-drop-is-found"),
                    Say.words(
                        "robustness.of-the-images-by",
                        Say.percent(Values.of(check, "limit", "").orNaN()))))));
    List<Corruption> kinds = List.of(Corruption.values());
    List<Block.Figure> figures = new ArrayList<>();
    for (int from = 0; from < kinds.size(); from += LINES) {
      figures.add(figure(check, kinds.subList(from, Math.min(kinds.size(), from + LINES))));
    }
    blocks.add(new Block.Figures(figures));
    blocks.add(drops(check, kinds));
    slices(check, kinds).ifPresent(blocks::add);
    return new Block.Card(
        EvidenceTexts.checkAnchor(check),
        Say.mark(check.status()),
        Say.word(check.status()),
        Say.phrase(check.title()).and(Text.aside(" " + Say.phrase(check.check()).plain())),
        List.copyOf(blocks));
  }

  private static Block.Figure figure(CheckResult check, List<Corruption> kinds) {
    String names = String.join(", ", kinds.stream().map(Corruption::title).toList());
    List<String> ends =
        kinds.stream()
            .map(
                k ->
                    k.title()
                        + " "
                        + Say.plain(
                            Values.of(check, "accuracy", subject(k, Corruption.SEVERITIES))))
            .toList();
    return new Block.Figure(
        new LineChart(
            Say.words("robustness.accuracy-by-severity", names),
            Say.words(
                "robustness.accuracy-as-images-get",
                Say.plain(Values.of(check, "accuracy", "")),
                String.join("; ", ends)),
            Say.words("robustness.severity-0-as-it"),
            Say.words("word.accuracy"),
            kinds.stream().map(k -> line(check, k)).toList(),
            new LineChart.Chance.None(),
            null,
            new LineChart.Axis.Steps(0, Corruption.SEVERITIES),
            new LineChart.Axis.Shares()),
        Say.text(
            "robustness.with-wilson-s-interval",
            Text.strong(Say.words("robustness.accuracy-by-severity-2")),
            names));
  }

  private static LineChart.Line line(CheckResult check, Corruption kind) {
    List<MetricValue> values =
        Stream.concat(
                Stream.of(Values.of(check, "accuracy", "")),
                severities().map(s -> Values.of(check, "accuracy", subject(kind, s))))
            .toList();
    int points = values.size();
    double[] x = new double[points];
    double[] y = new double[points];
    double[] lower = new double[points];
    double[] upper = new double[points];
    for (int i = 0; i < points; i++) {
      Interval interval = Say.intervalOf(values.get(i));
      x[i] = i;
      y[i] = values.get(i).orNaN();
      lower[i] = interval == null ? y[i] : interval.lower();
      upper[i] = interval == null ? y[i] : interval.upper();
    }
    return new LineChart.Line(kind.title(), x, y, null, new LineChart.Band(lower, upper));
  }

  private static Stream<Integer> severities() {
    return Stream.iterate(1, s -> s + 1).limit(Corruption.SEVERITIES);
  }

  private static String subject(Corruption kind, int severity) {
    return kind.id() + " " + severity;
  }

  private static Block drops(CheckResult check, List<Corruption> kinds) {
    Tables table =
        Tables.captioned(Say.words("robustness.drop-of-accuracy")).name(Say.words("word.change"));
    severities().forEach(s -> table.number(Say.words("robustness.severity", s)));
    for (Corruption kind : kinds) {
      List<Text> cells = new ArrayList<>();
      cells.add(Text.of(kind.title()));
      severities().forEach(s -> cells.add(Say.value(Values.of(check, "drop", subject(kind, s)))));
      table.row(false, cells);
    }
    return table.note(Say.words("robustness.accuracy-as-they-are-2")).table();
  }

  private static Optional<Block> slices(CheckResult check, List<Corruption> kinds) {
    List<String> slices = Values.subjects(check, "slice_images");
    if (slices.isEmpty()) {
      return Optional.empty();
    }
    Tables table =
        Tables.captioned(Say.words("robustness.drop-of-accuracy-by"))
            .words(Say.words("word.group"));
    kinds.forEach(k -> table.number(k.title()));
    for (String slice : slices.stream().limit(SLICES).toList()) {
      List<Text> cells = new ArrayList<>();
      cells.add(
          Text.data(slice)
              .and(
                  Text.aside(
                      Say.words(
                          "robustness.n-accuracy",
                          Say.count(Values.of(check, "slice_images", slice).orNaN()),
                          Say.plain(Values.of(check, "slice_accuracy", slice))))));
      kinds.forEach(k -> cells.add(Say.value(Values.of(check, "slice_drop_" + k.id(), slice))));
      table.row(false, cells);
    }
    table.note(
        slices.size() > SLICES
            ? Say.words("robustness.more-are-in-evaluation", Say.count(slices.size() - SLICES))
            : Say.words("robustness.groups-of-30-images"));
    return Optional.of(table.table());
  }
}
