package dev.assay.usecase;

import dev.assay.audit.Audit;
import dev.assay.audit.Confidence;
import dev.assay.audit.Disagreement;
import dev.assay.audit.Disposition;
import dev.assay.audit.Fitness;
import dev.assay.audit.Recommendation;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewRules;
import dev.assay.common.AtomicFiles;
import dev.assay.common.WorkFailed;
import dev.assay.finding.Finding;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Role;
import dev.assay.signoff.Step;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes the demo's audit through review and sign-off, in the name of people who do not exist:
/// their keys are made at run time, and every name says that it is a demonstration.
public final class DemoSignOff {

  private static final String ADMINISTRATOR = "demo.administrator";
  private static final String AUTHOR = "demo.author";
  private static final String REVIEWER = "demo.reviewer";
  private static final String APPROVER = "demo.approver";
  private static final Map<String, Role> PEOPLE =
      Map.of(
          AUTHOR, Role.AUTHOR,
          REVIEWER, Role.REVIEWER,
          APPROVER, Role.APPROVER);
  private static final int SECRET_BYTES = 16;
  private static final int DAYS_TO_FIX = 30;
  private static final String WHY = "Demonstration: the fault was planted in the sample.";

  private final Supplier<GovernanceStore> workspace;
  private final LedgerHome home;
  private final Clock clock;
  private final Path secret;

  /// @param workspace opens the workspace of the demo
  /// @param home where keys of people are kept
  /// @param folder of the demo; the passphrase of its people is kept there
  public DemoSignOff(
      Supplier<GovernanceStore> workspace, LedgerHome home, Clock clock, Path folder) {
    this.workspace = workspace;
    this.home = home;
    this.clock = clock;
    this.secret = folder.resolve("demo-passphrase.txt");
  }

  /// Where the passphrase of the demo's people is.
  public Path secret() {
    return secret;
  }

  /// Reviews and signs; the decision is the one that is recommended.
  ///
  /// @return the signed audit; absent when other people sign in this workspace, or the passphrase
  ///   of an earlier demo is gone
  public @Nullable RecordedAudit sign(RecordedAudit recorded) {
    Signatories signatories = new Signatories(workspace, home, clock);
    boolean fresh = signatories.list().isEmpty();
    if (!fresh && (signatories.register().person(APPROVER).isEmpty() || !Files.exists(secret))) {
      return null;
    }
    String passphrase = passphrase(fresh);
    if (fresh) {
      enrol(signatories, ADMINISTRATOR, Role.ADMINISTRATOR, passphrase, null);
      PEOPLE.forEach(
          (id, role) ->
              enrol(signatories, id, role, passphrase, credentials(ADMINISTRATOR, passphrase)));
    }
    Audit audit = recorded.audit();
    boolean fit = review(audit);
    SignAudit sign = new SignAudit(workspace, home, clock);
    sign(sign, audit, ActKind.SUBMITTED, AUTHOR, passphrase);
    sign(sign, audit, ActKind.REVIEWED, REVIEWER, passphrase);
    sign(sign, audit, fit ? ActKind.APPROVED : ActKind.REJECTED, APPROVER, passphrase);
    return new Audits(workspace).load(audit.id());
  }

  private static void sign(
      SignAudit sign, Audit audit, ActKind kind, String person, String passphrase) {
    sign.sign(
        sign.present(audit.id()),
        new Step(kind, null, "Demonstration.", null),
        credentials(person, passphrase));
  }

  private static void enrol(
      Signatories signatories,
      String id,
      Role role,
      String passphrase,
      @Nullable Credentials second) {
    signatories.enrol(
        id,
        "Demonstration " + role.word() + " (not a person)",
        new TreeSet<>(List.of(role)),
        "not at all: the demo made this key itself",
        passphrase.toCharArray(),
        second);
  }

  /// @return whether use is recommended
  private boolean review(Audit audit) {
    ReviewAudit review = new ReviewAudit(workspace, clock, REVIEWER);
    Review begun = review.load(audit.id());
    List<Finding> open = ReviewRules.open(audit, begun);
    Fitness fitness = open.isEmpty() ? Fitness.FIT : Fitness.NOT_FIT;
    review.judge(audit, fitness, Confidence.SURE, WHY, "");
    for (Finding finding : open) {
      review.openEvidence(audit, finding.id());
      review.dispose(
          audit,
          finding.id(),
          new Disposition.FixRequired("demo.owner", review.today().plusDays(DAYS_TO_FIX)),
          WHY,
          "");
    }
    Review now = review.load(audit.id());
    var advice = Recommendation.of(audit, now, review.today()).advice();
    review.submit(
        audit,
        advice.fitness() == fitness
            ? null
            : new Disagreement(Disagreement.Reason.WEIGHED_OTHERWISE, WHY));
    return advice.fitness() == Fitness.FIT;
  }

  private String passphrase(boolean fresh) {
    try {
      if (!fresh) {
        return Files.readString(secret).strip();
      }
      byte[] chance = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(chance);
      String made = HexFormat.of().formatHex(chance);
      AtomicFiles.write(secret, made + "\n");
      return made;
    } catch (IOException e) {
      throw new WorkFailed(
          "DEMO-WRITE",
          "The passphrase of the demo's people could not be kept in '"
              + secret
              + "' ("
              + e.getMessage()
              + ").",
          "Name a folder that can be written to with --out.",
          e);
    }
  }

  private static Credentials credentials(String person, String passphrase) {
    return new Credentials(person, passphrase.toCharArray());
  }
}
