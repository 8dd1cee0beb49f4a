package dev.assay.app.cli;

import dev.assay.audit.SignOff;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Register;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.Question;
import dev.assay.signoff.Remark;
import dev.assay.signoff.Standing;
import dev.assay.signoff.State;
import dev.assay.store.AuditStore;
import dev.assay.usecase.Discussion;
import dev.assay.usecase.SignAudit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// How far an audit came on its way to approval.
@Command(
    name = "workflow",
    description =
        "Show how far an audit came and who signed, comment on it, attach files by digest.",
    subcommands = {EraseCommand.class})
final class WorkflowCommand {

  private static final int LONGEST = 200;

  private final CommandContext context;

  WorkflowCommand(CommandContext context) {
    this.context = context;
  }

  @Command(name = "show", description = "State, signatures, comments and refused steps.")
  int show(
      @Mixin GlobalOptions global,
      @Parameters(arity = "0..1", defaultValue = "latest", paramLabel = "AUDIT") String audit) {
    Output output = context.output(global);
    SignAudit sign = context.wiring().signAudit(global.workspaceOrDefault());
    SignAudit.Presented shown = sign.present(audit);
    SignOff signOff = sign.signOff(shown.situation().audit());
    Map<String, Object> json = new TreeMap<>();
    json.put("audit", shown.situation().audit());
    json.put("state", signOff.state());
    json.put("next", shown.workflow().next().stream().map(ActKind::word).toList());
    json.put("signatures", signOff.signatures());
    json.put("notes", signOff.notes());
    json.put("changed_since_signed", shown.changed());
    output.json(json);
    output.say("Audit " + shown.situation().audit() + " is " + signOff.state() + ".");
    if (!shown.changed().isEmpty()) {
      output.say("  Since the last signature: " + String.join("; ", shown.changed()) + ".");
    }
    for (SignOff.Signature one : signOff.signatures()) {
      output.say(
          "  ✓ "
              + one.meaning()
              + " by "
              + Visible.of(one.name(), LONGEST)
              + " ("
              + one.person()
              + "), "
              + Rounded.minute(one.time())
              + (one.recordedBefore() == null ? "" : " (a clock was set back)")
              + later(one.later())
              + said(one));
    }
    signOff
        .notes()
        .forEach(
            n ->
                output.say(
                    "  #"
                        + n.number()
                        + " "
                        + n.kind()
                        + " by "
                        + Visible.of(n.person(), LONGEST)
                        + ", "
                        + Rounded.minute(n.time())
                        + (n.about().isEmpty() ? "" : " (" + Visible.of(n.about(), LONGEST) + ")")
                        + ": "
                        + Visible.of(n.text(), LONGEST)));
    output.say(
        "Next may be: "
            + (shown.workflow().next().isEmpty()
                ? "nothing; a new audit takes its place."
                : String.join(", ", shown.workflow().next().stream().map(ActKind::word).toList())));
    return ExitCode.DONE.number();
  }

  private static String later(SignOff.@Nullable Ending later) {
    return later == null ? "" : " (key " + later.words() + ")";
  }

  private static String said(SignOff.Signature one) {
    String reason =
        one.reason().isEmpty() ? "" : ", against “" + one.recommendation() + "”: " + one.reason();
    return reason + (one.text().isEmpty() ? "" : ": " + Visible.of(one.text(), LONGEST));
  }

  @Command(
      name = "board",
      description =
          "Every audit by its state: findings open, owner, what is due and who may do it.")
  int board(@Mixin GlobalOptions global) {
    Output output = context.output(global);
    var workspace = global.workspaceOrDefault();
    Register register = context.wiring().signatories(workspace).register();
    List<AuditStore.Listed> audits = context.wiring().audits(workspace).list();
    List<Map<String, Object>> json = new ArrayList<>();
    for (State state : State.values()) {
      List<AuditStore.Listed> here =
          audits.stream().filter(a -> a.standing().state() == state).toList();
      if (!here.isEmpty()) {
        output.say(state.word() + " (" + here.size() + ")");
      }
      for (AuditStore.Listed audit : here) {
        List<Signatory> takers = takers(audit.standing(), register);
        json.add(board(audit, takers));
        output.say("  " + audit.id() + "  " + Visible.of(audit.title(), LONGEST));
        output.say("      " + sentence(audit, takers));
      }
    }
    output.json(json);
    return ExitCode.DONE.number();
  }

  private static List<Signatory> takers(Standing standing, Register register) {
    return standing.due().isEmpty()
        ? List.of()
        : standing.takers(standing.due().getFirst(), register);
  }

  private static Map<String, Object> board(AuditStore.Listed audit, List<Signatory> takers) {
    Standing standing = audit.standing();
    Map<String, Object> json = new TreeMap<>();
    json.put("audit", audit.id());
    json.put("title", audit.title());
    json.put("model", audit.model());
    json.put("state", audit.state());
    json.put("since", standing.since().toString());
    json.put("owner", standing.owner());
    json.put("findings_open", standing.open());
    json.put("next", standing.next());
    json.put("may_be_done_by", takers.stream().map(Signatory::id).toList());
    return json;
  }

  private static String sentence(AuditStore.Listed audit, List<Signatory> takers) {
    Standing standing = audit.standing();
    String due =
        standing.next().isEmpty()
            ? "nothing is due"
            : "next: "
                + standing.next()
                + " ("
                + (takers.isEmpty()
                    ? "nobody who is enrolled may"
                    : takers.stream().map(Signatory::id).collect(Collectors.joining(", ")))
                + ")";
    return Visible.of(audit.model(), LONGEST)
        + ", "
        + standing.open()
        + " findings open, owner "
        + Visible.of(standing.owner(), LONGEST)
        + ", so since "
        + Rounded.minute(standing.since())
        + "; "
        + due;
  }

  @Command(
      name = "comment",
      description = "Write a comment; it stays in the record. @id asks that person something.")
  int comment(
      @Mixin GlobalOptions global,
      @Parameters(index = "0", paramLabel = "AUDIT") String audit,
      @Parameters(index = "1", paramLabel = "TEXT") String text,
      @Option(names = "--finding", paramLabel = "ID", description = "The finding it is about.")
          @Nullable String finding,
      @Option(names = "--answers", paramLabel = "N", description = "The comment it answers.")
          @Nullable Integer answers) {
    return said(
        context
            .wiring()
            .discussion(global.workspaceOrDefault())
            .comment(audit, user(), new Remark(text, finding, answers)),
        global);
  }

  @Command(
      name = "attach",
      description =
          "Record the digest of a file, for instance minutes; the file stays where it is.")
  int attach(
      @Mixin GlobalOptions global,
      @Parameters(index = "0", paramLabel = "AUDIT") String audit,
      @Parameters(index = "1", paramLabel = "FILE") Path file,
      @Option(names = "--name", paramLabel = "NAME", description = "Default: the file's.")
          @Nullable String name,
      @Option(names = "--finding", paramLabel = "ID", description = "The finding it belongs to.")
          @Nullable String finding)
      throws IOException {
    var attachment =
        new Discussion.Attachment(
            name == null ? String.valueOf(file.getFileName()) : name,
            SignCommand.digest(file),
            Files.size(file));
    return said(
        context
            .wiring()
            .discussion(global.workspaceOrDefault())
            .attach(audit, user(), attachment, finding),
        global);
  }

  private int said(SignOff after, GlobalOptions global) {
    Output output = context.output(global);
    SignOff.Note note = after.notes().getLast();
    output.json(note);
    output.say("✓ Recorded as #" + note.number() + ": " + Visible.of(note.text(), LONGEST));
    return ExitCode.DONE.number();
  }

  @Command(
      name = "attached",
      description =
          "Say whether this very file was attached, or is a PDF that was signed; exit code 1 when"
              + " neither.")
  int attached(
      @Mixin GlobalOptions global,
      @Parameters(index = "0", paramLabel = "AUDIT") String audit,
      @Parameters(index = "1", paramLabel = "FILE") Path file) {
    Output output = context.output(global);
    List<SignOff.Note> found =
        context
            .wiring()
            .discussion(global.workspaceOrDefault())
            .attached(audit, SignCommand.digest(file));
    output.json(found);
    found.forEach(
        n ->
            output.say(
                "✓ #"
                    + n.number()
                    + " "
                    + n.kind()
                    + " by "
                    + Visible.of(n.person(), LONGEST)
                    + ", "
                    + Rounded.minute(n.time())
                    + ": "
                    + Visible.of(n.text(), LONGEST)));
    if (found.isEmpty()) {
      output.say("✗ No file with this content was attached to the audit.");
    }
    return (found.isEmpty() ? ExitCode.POLICY_FAILED : ExitCode.DONE).number();
  }

  @Command(
      name = "asked",
      description = "What people were asked in comments and did not answer yet.")
  int asked(
      @Mixin GlobalOptions global,
      @Option(
              names = "--of",
              paramLabel = "ID",
              description = "Only this person (default: everybody).")
          @Nullable String id) {
    Output output = context.output(global);
    List<Discussion.Asked> asked =
        context
            .wiring()
            .discussion(global.workspaceOrDefault())
            .asked(person -> id == null || id.equals(person));
    output.json(asked);
    for (Discussion.Asked one : asked) {
      Question question = one.question();
      output.say(
          question.asked()
              + " was asked by "
              + Visible.of(question.by(), LONGEST)
              + ", "
              + Rounded.minute(question.time())
              + ": "
              + Visible.of(question.text(), LONGEST));
      output.say(
          "    audit "
              + one.audit()
              + " "
              + Visible.of(one.title(), LONGEST)
              + (question.finding() == null ? "" : ", finding " + question.finding())
              + "; answer with --answers "
              + question.number());
    }
    if (asked.isEmpty()) {
      output.say("Nothing is asked.");
    }
    return ExitCode.DONE.number();
  }

  private static String user() {
    return System.getProperty("user.name", "unknown");
  }
}
