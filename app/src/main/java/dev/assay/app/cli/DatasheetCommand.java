package dev.assay.app.cli;

import dev.assay.common.AtomicFiles;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.dataset.ImportReport;
import dev.assay.modelcard.Datasheet;
import dev.assay.usecase.DatasheetFormat;
import dev.assay.usecase.Datasheets;
import dev.assay.usecase.Inspection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the datasheet of a dataset.
@Command(
    name = "datasheet",
    description =
        "Write the datasheet of a dataset: facts from the data, words from x.datasheet.md beside it.",
    sortOptions = false)
final class DatasheetCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(index = "0", paramLabel = "DATA", description = "A dataset.")
  Path data = Path.of("");

  @Option(
      names = "--dataset-spec",
      paramLabel = "FILE",
      description = "Description of the dataset.")
  @Nullable Path datasetSpec;

  @Option(
      names = "--words",
      paramLabel = "FILE",
      description = "What people wrote (default: x.datasheet.md beside x.csv).")
  @Nullable Path words;

  @Option(
      names = "--begin",
      description = "Write that file with all questions, for people to answer.")
  boolean begin;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write it there instead of standard output; the name says the format: *.md, *.html, *.pdf, *.docx, *.cdx.json.")
  @Nullable Path out;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "md, html, pdf, docx or cyclonedx (default: by the file's name).")
  @Nullable String format;

  private final CommandContext context;

  DatasheetCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    Path beside = words == null ? Datasheets.besideOf(data) : words;
    DatasheetFormat chosen = chosen();
    ImportReport report = inspected(output);
    Datasheets.Stored stored = Datasheets.read(beside);
    Datasheet sheet = Datasheet.of(report, stored.words());
    stored
        .words()
        .unknown()
        .forEach(
            h -> output.note("no topic is called '" + Visible.of(h, 80) + "'; it is left out"));
    if (begin) {
      begin(output, beside, sheet, stored);
    } else {
      write(output, sheet, chosen);
    }
    return ExitCode.DONE.number();
  }

  private DatasheetFormat chosen() {
    if (format != null) {
      return DatasheetFormat.named(format);
    }
    return out == null ? DatasheetFormat.MARKDOWN : DatasheetFormat.ofFile(out);
  }

  private ImportReport inspected(Output output) {
    try (Running running = new Running(context, output)) {
      Inspection inspection =
          context
              .wiring()
              .inspect()
              .inspect(data, datasetSpec, running.progress(), running.cancellation());
      output.endProgress(running.progress());
      return switch (inspection) {
        case Inspection.OfDataset dataset -> dataset.report();
        case Inspection.OfModel ignored ->
            throw new UsageError(
                "USAGE-DATASHEET",
                "A datasheet is about a dataset, and this is a model.",
                "Give a dataset; 'assay card' writes of models.");
      };
    }
  }

  private static void begin(Output output, Path beside, Datasheet sheet, Datasheets.Stored stored) {
    if (Files.exists(beside)) {
      throw new UsageError(
          "USAGE-DATASHEET",
          "'" + Visible.of(String.valueOf(beside), 200) + "' is there already.",
          "Write into it; leave --begin away to see the datasheet.");
    }
    Datasheets.save(beside, sheet.name(), stored.words(), stored);
    output.say("wrote " + beside);
  }

  private void write(Output output, Datasheet sheet, DatasheetFormat chosen) {
    output.json(sheet);
    Path file = out;
    if (file == null && !chosen.isText()) {
      throw new UsageError(
          "USAGE-DATASHEET-FORMAT",
          "A datasheet as PDF or DOCX is not written to the screen.",
          "Give --out FILE.");
    }
    byte[] bytes =
        chosen.bytes(
            sheet, String.valueOf(System.getProperty("user.name")), Datasheets.changed(data));
    if (file == null) {
      output.say(new String(bytes, StandardCharsets.UTF_8).stripTrailing());
      return;
    }
    AtomicFiles.export(file, bytes);
    output.note("wrote " + file + "; " + sheet.completeness());
  }
}
