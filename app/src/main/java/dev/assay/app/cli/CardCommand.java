package dev.assay.app.cli;

import dev.assay.common.UsageError;
import dev.assay.modelcard.FieldCoverage;
import dev.assay.modelcard.exchange.SuppliedCard;
import dev.assay.usecase.CardFormat;
import dev.assay.usecase.SupplierCards;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the model card of a recorded audit.
@Command(
    name = "card",
    description = "Write the model card of a recorded audit; take over the card of a supplier.",
    sortOptions = false)
final class CardCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "latest",
      paramLabel = "AUDIT",
      description = "Id of the audit (default: the latest).")
  String audit = "latest";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write it there instead of standard output; the name says the format: *.md, *.html, *.pdf, *.docx, *.cdx.json, *.spdx.json, *.google.json.")
  @Nullable Path out;

  @Option(
      names = "--format",
      paramLabel = "F",
      description =
          "md (Hugging Face), html, pdf, docx, google, cyclonedx or spdx (default: by the file's name).")
  @Nullable String format;

  private final CommandContext context;

  CardCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    var recorded = context.wiring().audits(global.workspaceOrDefault()).load(audit);
    Path file = out;
    CardFormat chosen = chosen(file);
    if (file != null) {
      context.wiring().export().card(recorded, chosen, file);
      output.note("wrote " + file);
    }
    output.json(recorded.card());
    if (file == null) {
      if (!chosen.isText()) {
        throw new UsageError(
            "USAGE-CARD-FORMAT",
            "A model card as PDF or DOCX is not written to the screen.",
            "Give --out FILE.");
      }
      output.say(
          new String(chosen.bytes(recorded, recorded.narrative()), StandardCharsets.UTF_8)
              .stripTrailing());
    }
    return ExitCode.DONE.number();
  }

  private CardFormat chosen(@Nullable Path file) {
    if (format != null) {
      return CardFormat.named(format);
    }
    return file == null ? CardFormat.MARKDOWN : CardFormat.ofFile(file);
  }

  @Command(
      name = "import",
      description =
          "Take a supplier's card (Hugging Face, CycloneDX, SPDX 3.0, Google) over into the card of an audit.")
  int importCard(
      @Mixin GlobalOptions options,
      @Parameters(index = "0", paramLabel = "FILE", description = "The supplier's card.") Path file,
      @Parameters(
              index = "1",
              arity = "0..1",
              defaultValue = "latest",
              paramLabel = "AUDIT",
              description = "Id of the audit (default: the latest).")
          String id,
      @Option(
              names = "--replace",
              description = "Replace sections on which somebody wrote already.")
          boolean replace,
      @Option(names = "--dry-run", description = "Only say what is in the card.") boolean dryRun) {
    Output output = context.output(options);
    SuppliedCard card = SupplierCards.read(file);
    SupplierSummary.of(card).forEach(output::say);
    if (dryRun) {
      output.json(card);
      return ExitCode.DONE.number();
    }
    Path workspace = options.workspaceOrDefault();
    String audited = context.wiring().audits(workspace).load(id).audit().id();
    SupplierCards.TakenOver taken =
        context.wiring().supplierCards(workspace).takeOver(card, audited, replace);
    output.json(taken);
    SupplierSummary.of(taken).forEach(output::say);
    return ExitCode.DONE.number();
  }

  @Command(
      name = "coverage",
      description =
          "Which fields of Google's and Hugging Face's cards are filled, and why not the others.")
  int coverage(
      @Mixin GlobalOptions options,
      @Parameters(
              index = "0",
              arity = "0..1",
              defaultValue = "latest",
              paramLabel = "AUDIT",
              description = "Id of the audit (default: the latest).")
          String id) {
    Output output = context.output(options);
    var recorded = context.wiring().audits(options.workspaceOrDefault()).load(id);
    FieldCoverage coverage = FieldCoverage.of(recorded.dossier(), recorded.narrative());
    output.json(coverage);
    for (FieldCoverage.Form form : FieldCoverage.Form.values()) {
      output.say(coverage.words(form));
      for (FieldCoverage.Field field : coverage.of(form)) {
        output.say((field.filled() ? "  ✓ " : "  ✗ ") + field.name() + ": " + field.why());
      }
    }
    return ExitCode.DONE.number();
  }
}
