package dev.assay.app.cli;

import dev.assay.common.Rounded;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.regime.ll144.BiasAudit;
import dev.assay.regime.ll144.BiasSummary;
import dev.assay.regime.ll144.RateTable;
import dev.assay.regime.ll144.Statement;
import dev.assay.regime.ll144.StatementReader;
import dev.assay.report.data.BiasAuditData;
import dev.assay.usecase.PublishBiasAudit;
import dev.assay.usecase.RecordedAudit;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes what a rule has published.
@Command(
    name = "publish",
    description =
        "Write the summary of a bias audit that New York City's Local Law 144 has published.",
    sortOptions = false)
final class PublishCommand implements Callable<Integer> {

  private static final int LONGEST_SHOWN = 80;

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(index = "0", paramLabel = "RULE", description = "ll144.")
  String rule = "";

  @Parameters(
      index = "1",
      paramLabel = "STATEMENT",
      description = "What people state: auditor, dates, data, columns, categories (YAML).")
  Path statement = Path.of("");

  @Option(names = "--data", paramLabel = "FILE", description = "The people, one a row.")
  @Nullable Path data;

  @Option(
      names = "--dataset-spec",
      paramLabel = "FILE",
      description = "Description of the dataset.")
  @Nullable Path datasetSpec;

  @Option(
      names = "--audit",
      paramLabel = "AUDIT",
      description = "Count the slices of a recorded audit instead of the rows of data.")
  @Nullable String audit;

  @Option(
      names = "--record",
      description = "Keep the statement with the audit, so that its report holds the tables.")
  boolean record;

  @Option(
      names = "--why",
      paramLabel = "TEXT",
      description = "Why it takes the place of a statement that is kept already.")
  String why = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Write local-law-144.html, .pdf, .csv and .json there.")
  Path out = Path.of("");

  private final CommandContext context;

  PublishCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!rule.equals("ll144")) {
      throw new UsageError(
          "USAGE-PUBLISH",
          "No rule that has something published is called '"
              + Visible.of(rule, LONGEST_SHOWN)
              + "'.",
          "Give: ll144.");
    }
    Output output = context.output(global);
    PublishBiasAudit publish = context.wiring().publishBiasAudit();
    BiasSummary summary = summary(output, publish, StatementReader.read(statement));
    publish.write(summary, out).paths().forEach(p -> output.note("wrote " + p));
    output.json(BiasAuditData.tree(summary));
    say(output, summary);
    return ExitCode.DONE.number();
  }

  private BiasSummary summary(Output output, PublishBiasAudit publish, Statement said) {
    Path file = data;
    String recorded = audit;
    if ((file == null) == (recorded == null)) {
      throw new UsageError(
          "USAGE-PUBLISH",
          "A summary is counted either from data or from an audit.",
          "Give --data FILE or --audit AUDIT.");
    }
    if (recorded != null) {
      return ofAudit(publish, said, recorded);
    }
    if (record) {
      throw new UsageError(
          "USAGE-PUBLISH",
          "A statement is kept with an audit, and the summary is counted from data.",
          "Give --audit AUDIT, or hand the files in with 'assay regime answer'.");
    }
    try (Running running = new Running(context, output)) {
      return publish.of(
          said,
          Objects.requireNonNull(file),
          datasetSpec,
          running.progress(),
          running.cancellation());
    }
  }

  private BiasSummary ofAudit(PublishBiasAudit publish, Statement said, String id) {
    RecordedAudit recorded = context.wiring().audits(global.workspaceOrDefault()).load(id);
    BiasSummary summary = publish.of(said, recorded);
    if (record) {
      context.wiring().addToAudit(global.workspaceOrDefault()).state(recorded, statement, why);
    }
    return summary;
  }

  private static void say(Output output, BiasSummary summary) {
    BiasAudit counted = summary.audit();
    output.say(
        "Bias audit of "
            + Visible.of(summary.statement().tool(), LONGEST_SHOWN)
            + ": "
            + Rounded.count(counted.counted())
            + " people, "
            + Rounded.count(counted.unknown())
            + " of unknown sex or race/ethnicity.");
    for (BiasAudit.Outcome outcome : counted.outcomes()) {
      for (RateTable table : outcome.tables()) {
        output.say(
            table.breakdown().title()
                + (outcome.name().isEmpty()
                    ? ""
                    : ", assigned to " + Visible.of(outcome.name(), LONGEST_SHOWN)));
        table.rows().forEach(row -> say(output, row));
      }
    }
    output.say("The rule sets no limit, and this is no verdict.");
  }

  private static void say(Output output, RateTable.Row row) {
    String ratio =
        switch (row.impact()) {
          case RateTable.Impact.Of of -> of.ratio().rounded(3);
          case RateTable.Impact.Excluded ignored -> "left out";
          case RateTable.Impact.Undefined undefined -> undefined.reason();
        };
    output.say(
        String.format(
            "  %-70s %9s %8s  %s",
            row.category().label(),
            Rounded.count(row.assessed()),
            row.rate().map(r -> r.percent(1) + " %").orElse("–"),
            ratio));
  }
}
