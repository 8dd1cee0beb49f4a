package dev.assay.report.content;

import dev.assay.chart.LineChart;
import dev.assay.check.robustness.RobustnessChecks;
import dev.assay.common.Rounded;
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
    blocks.add(
        Blocks.note(
            "Images of the dataset were brought to the model’s size, made worse in six ways at five"
                + " severities, and the model was asked again. A drop is that of the same images,"
                + " with Tango’s interval; severities 1 to 3 are judged."));
    blocks.addAll(cards);
    return Optional.of(Blocks.section("robustness", "Robustness", blocks));
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
                    "Images asked",
                    Rounded.count(Values.of(check, "images", "").orNaN())
                        + " of "
                        + Rounded.count(Values.of(check, "images_of", "").orNaN())
                        + ", each as it is and changed in 30 ways"),
                Blocks.entry("Accuracy as they are", Say.value(Values.of(check, "accuracy", ""))),
                Blocks.entry(
                    "A drop is found above",
                    Rounded.percent(Values.of(check, "limit", "").orNaN())
                        + " of the images, by the lower end of its interval"))));
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
            "Accuracy by severity: " + names,
            "Accuracy as images get worse; as they are "
                + Say.plain(Values.of(check, "accuracy", ""))
                + ", at the worst severity: "
                + String.join("; ", ends)
                + ".",
            "severity: 0 as it is, 0.2 to 1 the five steps",
            "accuracy",
            kinds.stream().map(k -> line(check, k)).toList(),
            new LineChart.Chance.None(),
            null),
        Text.strong("Accuracy by severity. ").and(names + ", with Wilson’s interval."));
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
      x[i] = (double) i / Corruption.SEVERITIES;
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
    Tables table = Tables.captioned("Drop of accuracy").name("Change");
    severities().forEach(s -> table.number("Severity " + s));
    for (Corruption kind : kinds) {
      List<Text> cells = new ArrayList<>();
      cells.add(Text.of(kind.title()));
      severities().forEach(s -> cells.add(Say.value(Values.of(check, "drop", subject(kind, s)))));
      table.row(false, cells);
    }
    return table
        .note(
            "Accuracy as they are less accuracy when changed, of the same images; 0.1 = 10 points.")
        .table();
  }

  private static Optional<Block> slices(CheckResult check, List<Corruption> kinds) {
    List<String> slices = Values.subjects(check, "slice_images");
    if (slices.isEmpty()) {
      return Optional.empty();
    }
    Tables table = Tables.captioned("Drop of accuracy by group, at severity 3").words("Group");
    kinds.forEach(k -> table.number(k.title()));
    for (String slice : slices.stream().limit(SLICES).toList()) {
      List<Text> cells = new ArrayList<>();
      cells.add(
          Text.data(slice)
              .and(
                  Text.aside(
                      " n "
                          + Rounded.count(Values.of(check, "slice_images", slice).orNaN())
                          + ", accuracy "
                          + Say.plain(Values.of(check, "slice_accuracy", slice)))));
      kinds.forEach(k -> cells.add(Say.value(Values.of(check, "slice_drop_" + k.id(), slice))));
      table.row(false, cells);
    }
    table.note(
        slices.size() > SLICES
            ? Rounded.count(slices.size() - SLICES) + " more are in evaluation.json."
            : "Groups of 30 images or more.");
    return Optional.of(table.table());
  }
}
