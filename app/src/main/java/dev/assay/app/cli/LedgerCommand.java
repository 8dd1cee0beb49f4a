package dev.assay.app.cli;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Visible;
import dev.assay.ledger.ClockOrder;
import dev.assay.ledger.Entry;
import dev.assay.ledger.InclusionProof;
import dev.assay.ledger.Receipt;
import dev.assay.usecase.Credentials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The ledger of a workspace.
@Command(
    name = "ledger",
    description = "List the ledger of a workspace, take a receipt of it, prove an entry.")
final class LedgerCommand {

  private static final int LONGEST = 80;

  private final CommandContext context;

  LedgerCommand(CommandContext context) {
    this.context = context;
  }

  @Command(name = "list", description = "Every entry, the first one first.")
  int list(@Mixin GlobalOptions global) {
    Output output = context.output(global);
    List<Entry> entries = context.wiring().ledger(global.workspaceOrDefault()).entries();
    Set<Long> setBack = ClockOrder.setBack(entries).keySet();
    List<Map<String, Object>> all = new ArrayList<>();
    for (Entry entry : entries) {
      Map<String, Object> one = new TreeMap<>();
      one.put("index", all.size());
      one.put("kind", entry.kind());
      one.put("subject", entry.subject());
      one.put("actor", entry.actor());
      one.put("time", entry.time().toString());
      one.put("payload", entry.payload().sha256());
      one.put("reason", entry.reason());
      boolean back = setBack.contains((long) all.size());
      one.put("clock_set_back", back);
      output.say(
          String.format(
              "%6d  %s  %-8s %s  %s%s",
              all.size(),
              entry.time(),
              entry.kind(),
              Visible.of(entry.subject(), LONGEST),
              Visible.of(entry.actor(), LONGEST),
              back ? "  (dated before the entry above: a clock was set back)" : ""));
      all.add(one);
    }
    output.json(all);
    return ExitCode.DONE.number();
  }

  @Command(
      name = "head",
      description =
          "The signed head: keep it, and 'assay verify --against' tells later whether the ledger went on from it.")
  int head(
      @Mixin GlobalOptions global,
      @Option(names = "--out", paramLabel = "FILE", description = "Write the receipt there.")
          @Nullable Path out) {
    Receipt head = context.wiring().ledger(global.workspaceOrDefault()).head();
    return show(head, out, context.output(global));
  }

  @Command(
      name = "prove",
      description = "A proof that an entry is in the ledger (C2SP tlog-proof).")
  int prove(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "INDEX", description = "Of the entry, from 0.") long index,
      @Option(names = "--out", paramLabel = "FILE", description = "Write the proof there.")
          @Nullable Path out) {
    Output output = context.output(global);
    InclusionProof proof = context.wiring().ledger(global.workspaceOrDefault()).proof(index);
    written(proof.written(), out, output);
    output.json(Map.of("index", index, "proof", proof.written()));
    return ExitCode.DONE.number();
  }

  @Command(
      name = "accept",
      description =
          "Go on with a workspace that is older than, or differs from, what this computer has seen of it."
              + " Where people are enrolled, an administrator and a second person sign for it.")
  int accept(
      @Mixin GlobalOptions global,
      @Option(
              names = "--reason",
              required = true,
              paramLabel = "WHY",
              description = "Why; it becomes an entry of the ledger.")
          String reason,
      @Option(names = "--as", paramLabel = "ID", description = "The administrator who signs.")
          @Nullable String first,
      @Mixin SignatoryCommand.Secrets secrets) {
    List<Credentials> people = new ArrayList<>();
    if (first != null) {
      Passphrases ask = new Passphrases();
      people.add(new Credentials(first, ask.of(first, secrets.passphrase)));
      if (secrets.second != null) {
        people.add(secrets.secondOf(ask));
      }
    }
    Receipt head = context.wiring().ledger(global.workspaceOrDefault()).accept(reason, people);
    return show(head, null, context.output(global));
  }

  private static int show(Receipt head, @Nullable Path out, Output output) {
    written(head.written(), out, output);
    Map<String, Object> all = new TreeMap<>();
    all.put("origin", head.checkpoint().origin());
    all.put("size", head.checkpoint().size());
    all.put("root", head.checkpoint().root().hex());
    all.put("receipt", head.written());
    var key = head.key();
    if (key != null) {
      all.put("key", key.line());
      all.put("fingerprint", key.fingerprint());
      output.note("fingerprint of the ledger's key: " + key.fingerprint());
    }
    output.json(all);
    return ExitCode.DONE.number();
  }

  private static void written(String text, @Nullable Path out, Output output) {
    if (out == null) {
      output.say(text.stripTrailing());
      return;
    }
    AtomicFiles.export(out, text.getBytes(StandardCharsets.UTF_8));
    output.note("wrote " + out);
  }
}
