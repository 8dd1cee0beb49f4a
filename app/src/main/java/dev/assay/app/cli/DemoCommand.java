package dev.assay.app.cli;

import dev.assay.usecase.Demo;
import dev.assay.usecase.DemoSample;
import dev.assay.usecase.DemoSignOff;
import dev.assay.usecase.RecordedAudit;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The bundled sample, end to end.
@Command(
    name = "demo",
    description =
        "Audit the bundled lending model and text model, record them, and write their reports.",
    sortOptions = false)
final class DemoCommand implements Callable<Integer> {

  @Mixin GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write (default: assay-demo here).")
  @Nullable Path out;

  private final CommandContext context;

  DemoCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    Path named = out;
    Path folder = named == null ? Path.of("assay-demo") : named;
    Demo demo = context.wiring().demo(folder, global.workspace);
    try (Running running = new Running(context, output)) {
      demo.prepare();
      output.note("sample in " + demo.sampleFolder());
      var judge = context.wiring().recordAudit(demo.workspace());
      RecordedAudit made =
          judge.record(
              running.evaluate(demo.request()),
              judge.policy("default"),
              demo.title(),
              demo.purpose(),
              "");
      DemoSignOff signing = context.wiring().demoSignOff(demo.workspace(), folder);
      RecordedAudit signed = signing.sign(made);
      RecordedAudit recorded = signed == null ? made : signed;
      var files = context.wiring().export().audit(recorded, folder);
      output.jsonText(context.wiring().export().auditJson(recorded));
      new AuditSummary(output).print(recorded);
      output.say("");
      Path evidence = context.wiring().exportEvidence(demo.workspace()).write(recorded, folder);
      files.paths().forEach(p -> output.say("  " + p));
      output.say("  " + evidence);
      output.say("");
      output.say(
          signed == null
              ? "  Not signed: other people sign in this workspace."
              : "  Signed by demonstration people, whose keys were made just now; their passphrase is in "
                  + signing.secret()
                  + ".");
      output.say("  The same again: assay " + String.join(" ", demo.request().command()));
      messages(running, output, folder.resolve("messages"));
    }
    return ExitCode.DONE.number();
  }

  /// The sample of texts, in a folder of its own.
  private void messages(Running running, Output output, Path folder) {
    Demo demo = context.wiring().demo(folder, global.workspace, DemoSample.MESSAGES);
    demo.prepare();
    var judge = context.wiring().recordAudit(demo.workspace());
    RecordedAudit made =
        judge.record(
            running.evaluate(demo.request()),
            judge.policy("default"),
            demo.title(),
            demo.purpose(),
            "");
    var files = context.wiring().export().audit(made, folder);
    output.say("");
    new AuditSummary(output).print(made);
    output.say("");
    files.paths().forEach(p -> output.say("  " + p));
    output.say("  " + context.wiring().exportEvidence(demo.workspace()).write(made, folder));
    output.say("");
    output.say("  The same again: assay " + String.join(" ", demo.request().command()));
  }
}
