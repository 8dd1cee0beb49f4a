package dev.assay.app.cli;

import dev.assay.common.Visible;
import dev.assay.ledger.Answer;
import dev.assay.usecase.VerifyLedger.Verified;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Answers four questions about a workspace or evidence. Exit code 0: nothing is refused; 1:
/// something is.
@Command(
    name = "verify",
    description =
        "Verify a workspace, an evidence.zip, the folder it was unpacked to, or a signed report.pdf: are the bytes those that were"
            + " recorded, who signed them, are they in the ledger, does it go on from a receipt.",
    footer = {"", "Exit codes: 0 nothing is refused; 1 refused, naming what."},
    sortOptions = false)
final class VerifyCommand implements Callable<Integer> {

  private static final int LONGEST = 400;

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PATH",
      description = "A workspace, a bundle (*.zip), a folder or a PDF (default: your workspace).")
  @Nullable Path subject;

  @Option(
      names = "--against",
      paramLabel = "RECEIPT",
      description =
          "A receipt of 'assay ledger head', a checkpoint or an evidence.zip that you kept.")
  @Nullable Path against;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Fingerprint or line of the ledger's key, as you were told it.")
  @Nullable String key;

  private final CommandContext context;

  VerifyCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    Path named = subject;
    Verified verified =
        context
            .wiring()
            .verifyLedger()
            .verify(
                named == null ? global.workspaceOrDefault() : named,
                against,
                key,
                global.workspaceOrDefault());
    output.json(json(verified));
    for (Answer answer : verified.answers()) {
      output.say(
          String.format(
              "%s %-12s %s",
              mark(answer.state()), answer.question().word(), shown(answer.sentence())));
      answer.details().forEach(detail -> output.say("    " + shown(detail)));
      answer.faults().forEach(fault -> output.say("    " + shown(fault)));
    }
    output.say(verified.intact() ? "Nothing is refused." : "Refused.");
    return (verified.intact() ? ExitCode.DONE : ExitCode.POLICY_FAILED).number();
  }

  private static Map<String, Object> json(Verified verified) {
    List<Map<String, Object>> answers = new ArrayList<>();
    for (Answer answer : verified.answers()) {
      Map<String, Object> one = new TreeMap<>();
      one.put("question", answer.question().word());
      one.put("answer", answer.state().word());
      one.put("sentence", answer.sentence());
      one.put("refused", answer.faults());
      one.put("details", answer.details());
      answers.add(one);
    }
    Map<String, Object> all = new TreeMap<>();
    all.put("schema", "assay.verification/1");
    all.put("subject", verified.subject().toString());
    all.put("kind", verified.kind().name().toLowerCase(Locale.ROOT));
    all.put("intact", verified.intact());
    all.put("answers", answers);
    return all;
  }

  private static String shown(String text) {
    return Visible.of(text, LONGEST);
  }

  private static String mark(Answer.State state) {
    return switch (state) {
      case YES -> "✓ yes";
      case NO -> "✗ no ";
      case NOT_ASKED -> "– not asked";
    };
  }
}
