package dev.assay.app.cli;

import dev.assay.common.Visible;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.ImportReport;
import dev.assay.model.ModelArtefact;
import dev.assay.model.PreScan;
import dev.assay.model.ValueInfo;
import dev.assay.usecase.Inspection;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a file is, in a screenful.
final class InspectionSummary {

  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_LIST = 60;

  private final Output output;

  InspectionSummary(Output output) {
    this.output = output;
  }

  void print(Inspection inspection) {
    switch (inspection) {
      case Inspection.OfDataset dataset -> dataset(dataset.report());
      case Inspection.OfModel model -> model(model.artefact());
    }
  }

  private void dataset(ImportReport report) {
    output.say(Visible.of(report.fileName()) + ": " + report.format());
    output.say(
        String.format(
            Locale.ROOT,
            "%,d rows, %,d columns, %,d duplicate rows, sha256 %s",
            report.rows(),
            report.spec().columns().size(),
            report.profile().duplicateRows(),
            report.digest().sha256()));
    output.say(
        report.guessed()
            ? "Roles are a guess; write them down with --write-spec."
            : "Roles are described.");
    output.say("");
    output.say(
        String.format(
            "  %-32s %-9s %-10s %10s %10s  %s",
            "column", "type", "role", "missing", "distinct", "why"));
    for (int i = 0; i < Math.min(LONGEST_LIST, report.spec().columns().size()); i++) {
      column(report.spec().columns().get(i), report.profile().columns().get(i));
    }
    if (report.spec().columns().size() > LONGEST_LIST) {
      output.say(
          "  … and "
              + (report.spec().columns().size() - LONGEST_LIST)
              + " more columns (--json shows all)");
    }
    report
        .warnings()
        .forEach(w -> output.say("  ! " + w.sentence() + " " + w.remedy() + " [" + w.code() + "]"));
  }

  private void column(ColumnSpec column, ColumnProfile profile) {
    output.say(
        String.format(
            Locale.ROOT,
            "  %-32s %-9s %-10s %,10d %,10d  %s",
            Visible.of(column.name(), LONGEST_NAME),
            column.type().name().toLowerCase(Locale.ROOT),
            column.role().name().toLowerCase(Locale.ROOT),
            profile.missing(),
            profile.distinct(),
            column.reason()));
  }

  private void model(ModelArtefact model) {
    output.say(
        Visible.of(model.fileName())
            + ": ONNX, IR "
            + model.irVersion()
            + ", opsets "
            + model.opsets());
    output.say(
        String.format(
            Locale.ROOT,
            "%,d bytes, %,d nodes, %,d parameters, quantisation %s, sha256 %s",
            model.bytes(),
            model.nodes(),
            model.parameters(),
            model.quantisation(),
            model.digest().sha256()));
    TextSummary.of(model.transformer()).forEach(output::say);
    ImageSummary.of(model.images()).forEach(output::say);
    output.say("");
    model.inputs().stream().limit(LONGEST_LIST).forEach(v -> output.say("  in   " + value(v)));
    model.outputs().stream().limit(LONGEST_LIST).forEach(v -> output.say("  out  " + value(v)));
    output.say("");
    output.say(
        "  operators: "
            + model.operators().entrySet().stream()
                .limit(LONGEST_LIST)
                .map(e -> Visible.of(e.getKey(), LONGEST_NAME) + " × " + e.getValue())
                .collect(Collectors.joining(", ")));
    output.say("  pre-scan: " + model.preScan().verdict().name().toLowerCase(Locale.ROOT));
    for (PreScan.Item item : model.preScan().findings()) {
      output.say("  ! " + item.sentence() + " " + item.remedy() + " [" + item.code() + "]");
    }
    TextSummary.warnings(model.transformer()).forEach(output::say);
  }

  private static String value(ValueInfo value) {
    return Visible.of(value.name(), LONGEST_NAME)
        + "  "
        + value.form().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + " of "
        + value.type().name().toLowerCase(Locale.ROOT)
        + " "
        + value.shape().stream()
            .map(d -> d < 0 ? "?" : d.toString())
            .collect(Collectors.joining(", ", "[", "]"));
  }
}
