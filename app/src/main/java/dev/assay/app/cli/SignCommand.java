package dev.assay.app.cli;

import dev.assay.audit.Disagreement;
import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.Step;
import dev.assay.usecase.Credentials;
import dev.assay.usecase.SignAudit;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Signs an audit in a person's name.
@Command(
    name = "sign",
    description =
        "Sign a recorded audit: hand it over, say that it was reviewed, approve, reject, withdraw"
            + " or supersede it.",
    footer = {
      "",
      "The passphrase is asked for each signing. It never stands on the command line.",
      "A step that is not allowed is refused and recorded."
    },
    sortOptions = false)
final class SignCommand implements Callable<Integer> {

  private static final List<ActKind> STEPS =
      List.of(
          ActKind.SUBMITTED,
          ActKind.REVIEWED,
          ActKind.APPROVED,
          ActKind.REJECTED,
          ActKind.WITHDRAWN,
          ActKind.SUPERSEDED);

  private static final int LONGEST = 80;

  @Mixin GlobalOptions global = new GlobalOptions();

  @Parameters(index = "0", paramLabel = "AUDIT", description = "Id of the audit, or latest.")
  String audit = "latest";

  @Option(
      names = "--as",
      required = true,
      paramLabel = "ID",
      description = "Who signs; see 'assay signatory list'.")
  String person = "";

  @Option(
      names = "--meaning",
      required = true,
      paramLabel = "M",
      description = "submitted, reviewed, approved, rejected, withdrawn or superseded.")
  String meaning = "";

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description =
          "Why it stands against the recommendation: evidence_outside, policy_does_not_fit,"
              + " weighed_otherwise, facts_in_doubt.")
  @Nullable String reason;

  @Option(names = "--text", paramLabel = "WORDS", description = "What you say with it.")
  String text = "";

  @Option(
      names = "--successor",
      paramLabel = "AUDIT",
      description = "The audit that takes the place of this one, when superseding.")
  @Nullable String successor;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Its first line is the passphrase (default: asked for).")
  @Nullable Path passphrase;

  private final CommandContext context;

  SignCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    SignAudit sign = context.wiring().signAudit(global.workspaceOrDefault());
    Step step = new Step(kind(), disagreement(), text, successor);
    SignAudit.Presented shown = sign.present(audit);
    String signer = signer(shown);
    output.note(Step.statement(step.kind()));
    shown.documents().forEach((name, digest) -> output.note("  " + digest.brief() + "  " + name));
    output.note("Seen: " + shown.seen() + ".");
    SignAudit.Presented after =
        sign.sign(
            shown,
            step,
            new Credentials(person, new Passphrases().of(Visible.of(signer, LONGEST), passphrase)));
    Map<String, Object> json = new TreeMap<>();
    json.put("audit", after.situation().audit());
    json.put("state", after.workflow().state().word());
    json.put("meaning", step.kind().meaning());
    json.put("name", signer);
    json.put("person", person);
    json.put("time", Objects.requireNonNull(after.situation().trail().signed()).time().toString());
    json.put(
        "documents",
        shown.documents().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().sha256())));
    json.put("entries", after.situation().head().checkpoint().size());
    output.json(json);
    output.say(
        "✓ "
            + step.kind().meaning()
            + " by "
            + Visible.of(signer, LONGEST)
            + " on "
            + json.get("time")
            + "; the audit is "
            + after.workflow().state().word()
            + ".");
    return ExitCode.DONE.number();
  }

  /// As printed; who is not enrolled is refused when they sign, so that it is recorded.
  private String signer(SignAudit.Presented shown) {
    return shown.register().person(person).map(Signatory::name).orElse(person);
  }

  private ActKind kind() {
    return STEPS.stream()
        .filter(k -> k.word().equals(meaning) || k.meaning().equals(meaning))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError(
                    "USAGE-MEANING",
                    "A signature cannot mean '" + Visible.of(meaning, 40) + "'.",
                    "Give one of: "
                        + STEPS.stream().map(ActKind::word).collect(Collectors.joining(", "))
                        + "."));
  }

  private @Nullable Disagreement disagreement() {
    String code = reason;
    if (code == null) {
      return null;
    }
    return Arrays.stream(Disagreement.Reason.values())
        .filter(r -> r.name().equalsIgnoreCase(code.strip()))
        .findFirst()
        .map(r -> new Disagreement(r, text))
        .orElseThrow(
            () ->
                new UsageError(
                    "USAGE-REASON",
                    "There is no reason '" + Visible.of(code, 40) + "'.",
                    "Give one of: "
                        + Arrays.stream(Disagreement.Reason.values())
                            .map(r -> r.name().toLowerCase(java.util.Locale.ROOT))
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /// Digest of a file that is attached.
  static Digest digest(Path file) {
    try {
      return Digest.of(file);
    } catch (java.io.IOException e) {
      throw new UsageError(
          "USAGE-ATTACHMENT",
          "'" + Visible.of(file.toString(), 200) + "' cannot be read.",
          "Name a file that can be read.");
    }
  }
}
