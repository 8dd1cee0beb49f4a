package dev.assay.usecase;

import dev.assay.audit.SignOff;
import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Register;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.KeyRing;
import dev.assay.signoff.Question;
import dev.assay.signoff.Remark;
import dev.assay.signoff.SignOffs;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import dev.assay.store.SignoffStore;
import dev.assay.store.SignoffStore.Discussed;
import dev.assay.store.SignoffStore.Situation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What people say about audits and their findings, whom they ask, and which files they name.
/// Nothing of it is signed; all of it is in the ledger, and none of it is ever changed.
public final class Discussion {

  /// Most characters of a comment.
  public static final int LONGEST = 4_000;

  private static final int LONGEST_SHOWN = 60;

  private final Supplier<GovernanceStore> workspace;
  private final Clock clock;
  private final Unlocking unlocking;

  /// @param workspace opens the workspace
  /// @param home where keys of people are kept
  /// @param clock tells when things happen
  public Discussion(Supplier<GovernanceStore> workspace, LedgerHome home, Clock clock) {
    this.workspace = workspace;
    this.clock = clock;
    this.unlocking = new Unlocking(home, clock);
  }

  /// A file that is named by its digest.
  ///
  /// @param name of the file
  public record Attachment(String name, Digest digest, long bytes) {}

  /// An audit in which a person is asked something.
  ///
  /// @param audit its id
  /// @param title of the audit
  public record Asked(String audit, String title, Question question) {}

  /// Writes a comment.
  ///
  /// @param audit id, an unambiguous beginning of it, or "latest"
  /// @param person who says it; not signed
  /// @return everything that was said and signed
  /// @throws UsageError when it asks somebody who is not enrolled, or speaks of a finding or a
  ///   comment that the audit does not have; nothing is recorded then
  public SignOff comment(String audit, String person, Remark remark) {
    needed(remark.text(), "A comment");
    if (remark.text().length() > LONGEST) {
      throw new UsageError(
          "SIGN-COMMENT-LONG",
          "A comment has at most "
              + LONGEST
              + " characters; this one has "
              + remark.text().length()
              + ".",
          "Attach a file instead: 'assay workflow attach'.");
    }
    return said(
        audit,
        ActKind.COMMENTED,
        person,
        remark.finding(),
        store -> {
          answerable(remark, store.signoffs(), audit);
          return now -> {
            addressed(remark, now);
            return remark.fields();
          };
        });
  }

  /// Names a file by its digest; its content stays where it is.
  ///
  /// @param finding that it belongs to; absent = the whole audit
  /// @return everything that was said and signed
  public SignOff attach(String audit, String person, Attachment file, @Nullable String finding) {
    Map<String, Object> what = new TreeMap<>();
    what.put("name", needed(file.name, "An attachment"));
    what.put("sha256", file.digest.sha256());
    what.put("bytes", file.bytes);
    if (finding != null) {
      what.put("finding", finding);
    }
    return said(audit, ActKind.ATTACHED, person, finding, store -> now -> what);
  }

  /// Where this very file was attached to an audit, in order; empty when it never was.
  public List<SignOff.Note> attached(String audit, Digest digest) {
    try (GovernanceStore store = workspace.get()) {
      List<Act> acts = store.signoffs().acts(audit);
      return SignOffs.of(store.signoffs().situation(null).register(), acts).notes().stream()
          .filter(note -> digest.sha256().equals(acts.get(note.number()).textOrNull("sha256")))
          .toList();
    }
  }

  /// What people were asked and did not answer yet, the latest first.
  ///
  /// @param whom those of these ids
  public List<Asked> asked(Predicate<String> whom) {
    try (GovernanceStore store = workspace.get()) {
      return asked(store, whom);
    }
  }

  /// What is asked of whoever works at this computer: of the people whose keys are on it, and of
  /// the user of that id.
  public List<Asked> askedHere(String user) {
    try (GovernanceStore store = workspace.get()) {
      KeyRing ring = unlocking.ring(store);
      return asked(store, id -> id.equals(user) || ring.has(id));
    }
  }

  private static List<Asked> asked(GovernanceStore store, Predicate<String> whom) {
    List<Asked> asked = new ArrayList<>();
    for (Discussed one : store.signoffs().discussed()) {
      for (Question question : Question.open(one.acts())) {
        if (whom.test(question.asked())) {
          asked.add(new Asked(one.audit(), one.title(), question));
        }
      }
    }
    asked.sort(Comparator.comparing((Asked a) -> a.question.time()).reversed());
    return asked;
  }

  private SignOff said(
      String audit,
      ActKind kind,
      String person,
      @Nullable String finding,
      Function<GovernanceStore, Function<Situation, Map<String, Object>>> what) {
    try (GovernanceStore store = workspace.get()) {
      if (finding != null
          && store.audits().load(audit).audit().findings().stream()
              .noneMatch(f -> f.id().equals(finding))) {
        throw new UsageError(
            "SIGN-FINDING",
            "The audit has no finding '" + Visible.of(finding, LONGEST_SHOWN) + "'.",
            "Their ids are in audit.json, which 'assay report' writes.");
      }
      Function<Situation, Map<String, Object>> said = what.apply(store);
      Situation after =
          store
              .signoffs()
              .add(
                  audit,
                  now ->
                      List.of(PlainActs.of(now, kind, person, clock.instant(), said.apply(now))));
      return SignOffs.of(after.register(), store.signoffs().acts(after.audit()));
    }
  }

  private static void addressed(Remark remark, Situation now) {
    Register register = Unlocking.register(now);
    for (String id : remark.asks()) {
      if (!register.person(id).map(Signatory::active).orElse(false)) {
        throw new UsageError(
            "SIGN-MENTION",
            "Nobody who signs is enrolled as '" + id + "', so nobody would be asked.",
            "Name people by their ids ('assay signatory list'), or write it without the @.");
      }
    }
  }

  /// A comment that is there stays there, so it may be looked up before anything is written.
  private static void answerable(Remark remark, SignoffStore signoffs, String audit) {
    Integer number = remark.answers();
    if (number != null && !commented(signoffs.acts(audit), number)) {
      throw new UsageError(
          "SIGN-ANSWER",
          "The audit has no comment #" + number + " that could be answered.",
          "'assay workflow show' gives their numbers.");
    }
  }

  private static boolean commented(List<Act> acts, int number) {
    return number >= 0 && number < acts.size() && acts.get(number).kind() == ActKind.COMMENTED;
  }

  private static String needed(String text, String what) {
    if (text.isBlank()) {
      throw new UsageError("SIGN-EMPTY", what + " needs words.", "Say something.");
    }
    return text.strip();
  }
}
