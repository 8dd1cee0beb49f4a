package dev.assay.usecase;

import dev.assay.audit.Audit;
import dev.assay.audit.Confidence;
import dev.assay.audit.Disagreement;
import dev.assay.audit.Disposition;
import dev.assay.audit.Fitness;
import dev.assay.audit.Recommendation;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewRules;
import dev.assay.finding.Finding;
import dev.assay.finding.Policies;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Role;
import dev.assay.report.SampleDossiers;
import dev.assay.signoff.Step;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import dev.assay.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/// A workspace with an author, a reviewer, an approver and an administrator, for tests. Its clock
/// goes on by a second each time it is asked.
public final class SigningOffice {

  /// Passphrase of everybody.
  public static final String PASSPHRASE = "correct horse battery";

  private static final String WHY = "because it matters here";

  public final Path file;
  public final LedgerHome home;
  public final Ticking clock = new Ticking();
  public final Supplier<GovernanceStore> workspace;
  public final Signatories signatories;
  public final SignAudit sign;
  public final Discussion discussion;

  public SigningOffice(Path folder) {
    file = folder.resolve("w.assay");
    home = new LedgerHome(folder.resolve("config"));
    workspace = () -> SqliteStore.open(file, home);
    signatories = new Signatories(workspace, home, clock);
    sign = new SignAudit(workspace, home, clock);
    discussion = new Discussion(workspace, home, clock);
  }

  /// Enrols ada (administrator), alan (author), grace (reviewer), barbara (approver).
  public SigningOffice staffed() {
    enrol("ada", "Ada Lovelace", null, Role.ADMINISTRATOR);
    enrol("alan", "Alan Turing", by("ada"), Role.AUTHOR);
    enrol("grace", "Grace Hopper", by("ada"), Role.REVIEWER);
    enrol("barbara", "Barbara Liskov", by("ada"), Role.APPROVER);
    return this;
  }

  public void enrol(
      String id,
      String name,
      @org.jspecify.annotations.Nullable Credentials second,
      Role first,
      Role... more) {
    signatories.enrol(
        id,
        name,
        new TreeSet<>(EnumSet.of(first, more)),
        "passport seen",
        PASSPHRASE.toCharArray(),
        second);
  }

  public static Credentials by(String person) {
    return by(person, PASSPHRASE);
  }

  public static Credentials by(String person, String passphrase) {
    return new Credentials(person, passphrase.toCharArray());
  }

  /// Records an audit; nobody reviewed it.
  public Audit audit() {
    return new RecordAudit(workspace, clock)
        .record(SampleDossiers.adult().run(), Policies.load("strict-fairness"), "Adult", "", "")
        .audit();
  }

  /// Records an audit and hands its review in: "not fit".
  public Audit reviewedAudit() {
    Audit audit = audit();
    review(audit);
    return audit;
  }

  public void review(Audit audit) {
    ReviewAudit review = new ReviewAudit(workspace, clock, "grace");
    review.judge(audit, Fitness.NOT_FIT, Confidence.SURE, "the gap is not a matter of chance", "");
    for (Finding finding : ReviewRules.open(audit, Review.of(audit.id(), java.util.List.of()))) {
      review.openEvidence(audit, finding.id());
      review.dispose(
          audit,
          finding.id(),
          new Disposition.FixRequired("model owner", LocalDate.of(2030, 1, 1)),
          WHY,
          "");
    }
    Review now = review.load(audit.id());
    boolean agrees =
        ReviewRules.agrees(
            java.util.Objects.requireNonNull(now.judgement()),
            Recommendation.of(audit, now, review.today()).advice());
    review.submit(audit, agrees ? null : override());
  }

  public static Disagreement override() {
    return new Disagreement(
        Disagreement.Reason.WEIGHED_OTHERWISE, "the gap is known and is compensated");
  }

  /// Signs a step over what is there now.
  public SignAudit.Presented sign(Audit audit, ActKind kind, String person) {
    return sign.sign(sign.present(audit.id()), Step.of(kind), by(person));
  }

  /// Takes a reviewed audit to its rejection, as recommended: three signatures.
  public void decide(Audit audit) {
    sign(audit, ActKind.SUBMITTED, "alan");
    sign(audit, ActKind.REVIEWED, "grace");
    sign(audit, ActKind.REJECTED, "barbara");
  }

  /// A clock that goes on by itself.
  public static final class Ticking extends Clock {
    private Instant now = Instant.parse("2026-11-25T18:00:00Z");

    public void advance(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      now = now.plusSeconds(1);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return InstantSource.system().withZone(zone);
    }
  }
}
