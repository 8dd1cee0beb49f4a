package dev.assay.app.cli;

import dev.assay.common.Rounded;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.ledger.attest.Role;
import dev.assay.ledger.attest.Signatory;
import dev.assay.usecase.Attempts;
import dev.assay.usecase.Credentials;
import dev.assay.usecase.Signatories;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Who may sign in a workspace.
@Command(
    name = "signatory",
    description = "Enrol people who sign, renew and revoke their keys, list them.")
final class SignatoryCommand {

  private static final int LONGEST = 60;
  private static final int LONGEST_REASON = 300;
  private static final int USUAL_DAYS = 30;

  private final CommandContext context;

  SignatoryCommand(CommandContext context) {
    this.context = context;
  }

  @Command(name = "list", description = "Everybody who was ever enrolled.")
  int list(@Mixin GlobalOptions global) {
    Output output = context.output(global);
    List<Map<String, Object>> all = new ArrayList<>();
    for (Signatory person : signatories(global).list()) {
      show(person, output);
      all.add(json(person));
    }
    if (all.isEmpty()) {
      output.say("Nobody is enrolled yet. The first person is an administrator.");
    }
    output.json(all);
    return ExitCode.DONE.number();
  }

  @Command(
      name = "enrol",
      description =
          "Enrol a person under a new key. An administrator signs for everybody but the first.")
  int enrol(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "ID", description = "For instance jane.doe; never given again.")
          String id,
      @Option(names = "--name", required = true, paramLabel = "NAME", description = "As printed.")
          String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "R",
              description = "author, reviewer, approver or administrator; may be repeated.")
          List<String> roles,
      @Option(
              names = "--verified",
              required = true,
              paramLabel = "HOW",
              description = "How the person's identity was verified.")
          String verified,
      @Mixin Secrets secrets) {
    Passphrases ask = new Passphrases();
    char[] chosen = ask.chosen(name, secrets.passphrase);
    Credentials second = secrets.second == null ? null : secrets.secondOf(ask);
    return changed(
        signatories(global).enrol(id, name, roles(roles), verified, chosen, second), global);
  }

  @Command(name = "rotate", description = "Give a person a new key; another person signs for it.")
  int rotate(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--reason", required = true, paramLabel = "WHY") String why,
      @Mixin Secrets secrets) {
    Passphrases ask = new Passphrases();
    char[] chosen = ask.chosen(id, secrets.passphrase);
    return changed(signatories(global).rotate(id, why, chosen, secrets.secondOf(ask)), global);
  }

  @Command(
      name = "revoke",
      description = "Revoke a key under two signatures; what it signed before stays valid.")
  int revoke(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--as", required = true, paramLabel = "ID", description = "Who revokes it.")
          String first,
      @Option(names = "--reason", required = true, paramLabel = "WHY") String why,
      @Mixin Secrets secrets) {
    Passphrases ask = new Passphrases();
    Credentials one = new Credentials(first, ask.of(first, secrets.passphrase));
    return changed(signatories(global).revoke(id, why, one, secrets.secondOf(ask)), global);
  }

  @Command(
      name = "unlock",
      description = "Let a person sign again whose passphrase was given wrongly too often.")
  int unlock(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--as", required = true, paramLabel = "ID", description = "An administrator.")
          String administrator,
      @Option(names = "--reason", required = true, paramLabel = "WHY") String why,
      @Mixin Secrets secrets) {
    Credentials by = secrets.of(administrator);
    return changed(signatories(global).unlock(id, why, by), global);
  }

  @Command(
      name = "self-approval",
      description = "Say whether who made an audit may approve it (default: no).")
  int selfApproval(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "yes|no") String may,
      @Option(names = "--as", required = true, paramLabel = "ID", description = "An administrator.")
          String administrator,
      @Option(names = "--reason", required = true, paramLabel = "WHY") String why,
      @Mixin Secrets secrets) {
    if (!may.equals("yes") && !may.equals("no")) {
      throw new UsageError("USAGE-VALUE", "Say yes or no.", "The default is no.");
    }
    Credentials by = secrets.of(administrator);
    signatories(global).selfApproval(may.equals("yes"), why, by);
    context.output(global).json(Map.of("approver-may-be-author", may));
    context.output(global).say("✓ Who made an audit may approve it: " + may + ".");
    return ExitCode.DONE.number();
  }

  @Command(
      name = "passphrase-days",
      description =
          "Say after how many days a passphrase signs no audits any more (default: 0, never).")
  int passphraseDays(
      @Mixin GlobalOptions global,
      @Parameters(paramLabel = "DAYS") int days,
      @Option(names = "--as", required = true, paramLabel = "ID", description = "An administrator.")
          String administrator,
      @Option(names = "--reason", required = true, paramLabel = "WHY") String why,
      @Mixin Secrets secrets) {
    Credentials by = secrets.of(administrator);
    signatories(global).passphraseDays(days, why, by);
    context.output(global).json(Map.of("passphrase-days", days));
    context
        .output(global)
        .say(
            days == 0
                ? "✓ Passphrases do not age."
                : "✓ A passphrase signs audits for " + days + " days.");
    return ExitCode.DONE.number();
  }

  @Command(
      name = "clock",
      description =
          "Say that this computer's clock is right, where something was recorded under one that was ahead;"
              + " until then nobody signs.")
  int clock(
      @Mixin GlobalOptions global,
      @Option(names = "--as", required = true, paramLabel = "ID", description = "An administrator.")
          String administrator,
      @Option(names = "--reason", required = true, paramLabel = "WHY") String why,
      @Mixin Secrets secrets) {
    Credentials by = secrets.of(administrator);
    signatories(global).clock(why, by);
    context.output(global).json(Map.of("clock", "right"));
    context.output(global).say("✓ This computer's clock counts from now on.");
    return ExitCode.DONE.number();
  }

  @Command(
      name = "check",
      description =
          "Look over every key that signs: age of its passphrase, locked or not; exit code 1 when one needs care.")
  int check(@Mixin GlobalOptions global) {
    Output output = context.output(global);
    List<Signatories.KeyCheck> keys = signatories(global).check();
    List<Map<String, Object>> json = new ArrayList<>();
    for (Signatories.KeyCheck key : keys) {
      Map<String, Object> one = json(key.person());
      one.put("passphrase_days", key.days());
      if (key.due() != null) {
        one.put("passphrase_due", key.due().toString());
      }
      one.put("needs_care", key.needsCare());
      json.add(one);
      output.say(
          (key.needsCare() ? "✗ " : "✓ ")
              + key.person().id()
              + ": passphrase of "
              + key.days()
              + " days"
              + (key.due() == null ? "" : ", a new one is due on " + key.due())
              + (key.person().locked() ? ", locked" : ""));
    }
    output.json(json);
    boolean care = keys.stream().anyMatch(Signatories.KeyCheck::needsCare);
    return (care ? ExitCode.POLICY_FAILED : ExitCode.DONE).number();
  }

  @Command(
      name = "attempts",
      description = "Attempts to sign that failed: wrong passphrases and refused steps.")
  int attempts(
      @Mixin GlobalOptions global,
      @Option(names = "--days", paramLabel = "N", description = "Of the last N days (default: 30).")
          @Nullable Integer days) {
    Output output = context.output(global);
    Instant since = Instant.now().minus(Duration.ofDays(days == null ? USUAL_DAYS : days));
    List<Attempts.Attempt> attempts =
        context.wiring().attempts(global.workspaceOrDefault()).since(since);
    output.json(attempts);
    attempts.forEach(
        a ->
            output.say(
                Rounded.minute(a.time())
                    + "  "
                    + Visible.of(a.person(), LONGEST)
                    + (a.audit().isEmpty() ? "" : ", audit " + a.audit())
                    + ": "
                    + Visible.of(a.what(), LONGEST_REASON)));
    if (attempts.isEmpty()) {
      output.say("No attempt failed.");
    }
    return ExitCode.DONE.number();
  }

  private Signatories signatories(GlobalOptions global) {
    return context.wiring().signatories(global.workspaceOrDefault());
  }

  private int changed(Signatory person, GlobalOptions global) {
    Output output = context.output(global);
    show(person, output);
    output.json(json(person));
    return ExitCode.DONE.number();
  }

  private static void show(Signatory person, Output output) {
    output.say(
        String.format(
            "%-20s %-24s %s",
            person.id(),
            Visible.of(person.name(), LONGEST),
            person.roles().stream().map(Role::word).collect(Collectors.joining(", "))));
    output.say("    " + state(person) + ", key " + person.key().fingerprint());
  }

  private static String state(Signatory person) {
    if (!person.active()) {
      return "revoked on " + person.revoked();
    }
    if (person.locked()) {
      return "locked after " + person.wrong() + " wrong passphrases";
    }
    return person.wrong() == 0
        ? "signs since " + person.since()
        : "signs since " + person.since() + ", " + person.wrong() + " wrong passphrases";
  }

  private static Map<String, Object> json(Signatory person) {
    Map<String, Object> json = new TreeMap<>();
    json.put("id", person.id());
    json.put("name", person.name());
    json.put("roles", person.roles().stream().map(Role::word).toList());
    json.put("key", person.key().line());
    json.put("fingerprint", person.key().fingerprint());
    json.put("since", person.since().toString());
    json.put("active", person.active());
    json.put("locked", person.locked());
    json.put("wrong_passphrases", person.wrong());
    return json;
  }

  private static TreeSet<Role> roles(List<String> words) {
    TreeSet<Role> roles = new TreeSet<>();
    for (String word : words) {
      Role role = Role.of(word.strip());
      if (role == null) {
        throw new UsageError(
            "USAGE-ROLE",
            "There is no role '" + Visible.of(word, LONGEST) + "'.",
            "Give author, reviewer, approver or administrator.");
      }
      roles.add(role);
    }
    return roles;
  }

  /// Where passphrases come from.
  static final class Secrets {

    @Option(
        names = "--passphrase-file",
        paramLabel = "FILE",
        description = "Its first line is the passphrase (default: asked for).")
    @Nullable Path passphrase;

    @Option(
        names = "--second",
        paramLabel = "ID",
        description = "The second person, who signs for it too.")
    @Nullable String second;

    @Option(
        names = "--second-passphrase-file",
        paramLabel = "FILE",
        description = "Its first line is the second person's passphrase (default: asked for).")
    @Nullable Path secondPassphrase;

    Credentials of(String person) {
      return new Credentials(person, new Passphrases().of(person, passphrase));
    }

    Credentials secondOf(Passphrases ask) {
      String person = second;
      if (person == null) {
        throw new UsageError(
            "USAGE-SECOND", "A second person is needed.", "Name who signs for it with --second.");
      }
      return new Credentials(person, ask.of(person, secondPassphrase));
    }
  }
}
