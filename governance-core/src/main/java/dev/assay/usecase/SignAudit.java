package dev.assay.usecase;

import dev.assay.audit.Advice;
import dev.assay.audit.Disagreement;
import dev.assay.audit.Dossier;
import dev.assay.audit.Recommendation;
import dev.assay.audit.Review;
import dev.assay.audit.SignOff;
import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import dev.assay.ledger.Checkpoint;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Register;
import dev.assay.ledger.attest.Signatory;
import dev.assay.modelcard.ModelCards;
import dev.assay.provenance.AssayVersion;
import dev.assay.signoff.Drift;
import dev.assay.signoff.PersonKey;
import dev.assay.signoff.SignOffs;
import dev.assay.signoff.Step;
import dev.assay.signoff.Workflow;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import dev.assay.store.SignoffStore.Situation;
import dev.assay.store.SignoffStore.Written;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes an audit from draft to approval. What is signed are the very documents that were shown;
/// where they changed meanwhile nothing is signed. A step that is not allowed is recorded as
/// refused.
public final class SignAudit {

  private static final int LONGEST_ID = 60;

  private final Supplier<GovernanceStore> workspace;
  private final Clock clock;
  private final Unlocking unlocking;

  /// @param workspace opens the workspace
  /// @param home where keys of people are kept
  /// @param clock tells when things happen
  public SignAudit(Supplier<GovernanceStore> workspace, LedgerHome home, Clock clock) {
    this.workspace = workspace;
    this.clock = clock;
    this.unlocking = new Unlocking(home, clock);
  }

  /// What somebody has before them when they sign.
  ///
  /// @param recorded the audit
  /// @param documents digests of everything that is signed, by name
  /// @param renderings report and card as they are shown
  /// @param situation what was done so far, and the head of the ledger
  /// @param advice what the machine recommends; absent without a review
  /// @param seen what was looked at, in words
  public record Presented(
      RecordedAudit recorded,
      SortedMap<String, Digest> documents,
      SortedMap<String, byte[]> renderings,
      Situation situation,
      @Nullable Advice advice,
      String seen) {

    /// How far the audit came.
    public Workflow workflow() {
      return situation.trail().workflow();
    }

    /// Everybody who may sign, as they stand.
    public Register register() {
      return Unlocking.register(situation);
    }

    /// What is no longer as it was signed last, in words; empty before anybody signed.
    public List<String> changed() {
      Act last = situation.trail().signed();
      return last == null ? List.of() : Drift.between(last.subjects(), documents);
    }

    /// What stands against a step, apart from who takes it.
    public Optional<String> objection(Step step) {
      return step.objection(workflow(), recorded.dossier().review(), advice);
    }
  }

  /// Lays everything out.
  ///
  /// @param audit id, an unambiguous beginning of it, or "latest"
  public Presented present(String audit) {
    try (GovernanceStore store = workspace.get()) {
      return present(store, audit);
    }
  }

  /// Who signed an audit, and what was said of it: all of it, in order.
  ///
  /// @param audit id, an unambiguous beginning of it, or "latest"
  public SignOff signOff(String audit) {
    try (GovernanceStore store = workspace.get()) {
      return SignOffs.of(store.signoffs().situation(null).register(), store.signoffs().acts(audit));
    }
  }

  private Presented present(GovernanceStore store, String audit) {
    Situation situation = store.signoffs().situation(audit);
    Dossier dossier = store.audits().toSign(situation.audit());
    RecordedAudit recorded = new RecordedAudit(dossier, store.cards().versions(situation.audit()));
    SortedMap<String, byte[]> renderings = new TreeMap<>();
    rendering("report.html", ExportFormat.HTML.bytes(dossier), renderings);
    rendering(
        "model-card.md",
        ModelCards.markdown(recorded.card()).getBytes(StandardCharsets.UTF_8),
        renderings);
    SortedMap<String, Digest> documents = new TreeMap<>(situation.documents());
    renderings.forEach((name, bytes) -> documents.put(name, Digest.of(bytes)));
    return new Presented(
        recorded, documents, renderings, situation, advice(dossier), seen(dossier));
  }

  private static void rendering(String name, byte[] bytes, Map<String, byte[]> renderings) {
    renderings.put("signed/" + Digest.of(bytes).brief() + "-" + name, bytes);
  }

  private @Nullable Advice advice(Dossier dossier) {
    Review review = dossier.review();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return review == null ? null : Recommendation.of(dossier.audit(), review, today).advice();
  }

  private static String seen(Dossier dossier) {
    Review review = dossier.review();
    int findings = dossier.audit().findings().size();
    return review == null
        ? "no review was begun"
        : "evidence of "
            + review.evidenceSeen()
            + " of "
            + findings
            + " findings was opened in the review";
  }

  /// Signs a step.
  ///
  /// @param presented what the signer saw
  /// @param credentials who signs; wiped
  /// @return how it is afterwards
  /// @throws UsageError for a wrong passphrase or a step that is not allowed; both are recorded
  /// @throws WorkFailed when what was shown changed meanwhile
  public Presented sign(Presented presented, Step step, Credentials credentials) {
    try (GovernanceStore store = workspace.get()) {
      String audit = presented.situation().audit();
      knownSigner(store, audit, step, credentials);
      PersonKey key = unlocking.unlock(store, credentials);
      try {
        if (step.successor() != null) {
          successor(store, audit, step.successor());
        }
        store
            .signoffs()
            .add(audit, now -> List.of(signed(presented, now, step, credentials.person(), key)));
      } catch (Refusal refusal) {
        refused(store, audit, step, credentials.person(), refusal.why);
        throw new UsageError(
            "SIGN-REFUSED", refusal.why, "Nothing was signed; that it was tried is recorded.");
      }
      return present(store, audit);
    }
  }

  /// An attempt in the name of somebody who cannot sign, or under a clock that was set back, is
  /// recorded (21 CFR 11.300(d)).
  private void knownSigner(
      GovernanceStore store, String audit, Step step, Credentials credentials) {
    String person = credentials.person();
    try {
      Unlocking.signatory(Unlocking.register(store.signoffs().situation(null)), person);
      unlocking.rightClock(store);
    } catch (UsageError unable) {
      credentials.wipe();
      refused(store, audit, step, Visible.of(person, LONGEST_ID), unable.sentence());
      throw unable;
    }
  }

  private void refused(GovernanceStore store, String audit, Step step, String person, String why) {
    Map<String, Object> what = Map.of("step", step.kind().word(), "why", why);
    store
        .signoffs()
        .add(
            audit,
            now -> List.of(PlainActs.of(now, ActKind.REFUSED, person, clock.instant(), what)));
  }

  private static void successor(GovernanceStore store, String audit, String successor) {
    if (store.signoffs().situation(successor).audit().equals(audit)) {
      throw new Refusal("An audit does not take the place of itself.");
    }
  }

  private Written signed(Presented shown, Situation now, Step step, String person, PersonKey key) {
    if (!now.documents().equals(shown.situation().documents())
        || !Objects.equals(signed(now), signed(shown.situation()))) {
      throw new WorkFailed(
          "SIGN-MEANWHILE",
          "Somebody changed or signed this audit meanwhile, so what you saw is not what would be"
              + " signed.",
          "Look at it again, then sign.");
    }
    step.objection(now.trail().workflow(), shown.recorded().dossier().review(), shown.advice())
        .ifPresent(
            why -> {
              throw new Refusal(why);
            });
    Register register = Unlocking.register(now);
    Signatory signatory = Unlocking.signatory(register, person);
    aged(register, signatory)
        .ifPresent(
            why -> {
              throw new Refusal(why);
            });
    Act act =
        Act.signed(
            step.kind(),
            fields(shown, now, step, signatory, register.last()),
            shown.documents(),
            List.of(key));
    register
        .objection(act, others(now))
        .ifPresent(
            why -> {
              throw new Refusal(Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".");
            });
    return new Written(act, shown.renderings());
  }

  /// A passphrase that is too old signs no audits; it still signs for its own and others' renewal.
  private Optional<String> aged(Register register, Signatory signer) {
    return register
        .passphraseDue(signer)
        .filter(due -> !clock.instant().isBefore(due))
        .map(
            due ->
                "The passphrase of "
                    + signer.name()
                    + " is too old since "
                    + due
                    + "; the key is renewed under a new one first ('assay signatory rotate').");
  }

  /// The last signature, which names all before it.
  private static @Nullable Digest signed(Situation situation) {
    Act last = situation.trail().signed();
    return last == null ? null : last.digest();
  }

  private Map<String, Object> fields(
      Presented shown, Situation now, Step step, Signatory signatory, String register) {
    Map<String, Object> fields = PlainActs.fields(now, signatory.id(), clock.instant());
    Checkpoint head = shown.situation().head().checkpoint();
    fields.put("name", signatory.name());
    fields.put("meaning", step.kind().meaning());
    fields.put("statement", Step.statement(step.kind()));
    fields.put("clock", "this computer, UTC");
    fields.put("tool", "Assay " + AssayVersion.number());
    fields.put("seen", shown.seen());
    fields.put("register", register);
    fields.put(
        "head", Map.of("origin", head.origin(), "size", head.size(), "root", head.root().base64()));
    if (shown.advice() != null) {
      fields.put("recommendation", shown.advice().word());
    }
    Disagreement disagreement = step.disagreement();
    if (disagreement != null) {
      fields.put("reason", disagreement.reason().name());
      fields.put("text", disagreement.text().strip());
    } else if (!step.text().isBlank()) {
      fields.put("text", step.text().strip());
    }
    if (step.successor() != null) {
      fields.put("successor", step.successor());
    }
    return fields;
  }

  /// Who made or handed over the audit.
  private static Set<String> others(Situation now) {
    Set<String> others = new HashSet<>(Set.of(now.author()));
    now.trail().steps().stream()
        .filter(act -> act.kind() == ActKind.SUBMITTED)
        .forEach(act -> others.add(act.person()));
    return others;
  }

  /// Stops the writing; said and recorded by whoever asked.
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String why;

    Refusal(String why) {
      super(why);
      this.why = why;
    }
  }
}
