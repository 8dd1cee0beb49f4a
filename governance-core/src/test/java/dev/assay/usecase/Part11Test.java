package dev.assay.usecase;

import static dev.assay.usecase.SigningOffice.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.common.UsageError;
import dev.assay.ledger.Entry;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Role;
import dev.assay.ledger.attest.Signatory;
import dev.assay.report.Reports;
import dev.assay.signoff.KeyRing;
import dev.assay.signoff.PersonKey;
import dev.assay.signoff.Step;
import dev.assay.store.GovernanceStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 21 CFR Part 11, subparts B and C: a test for each row that speaks of records and signatures.
class Part11Test {

  @TempDir Path folder;
  private SigningOffice office;
  private Audit audit;

  @BeforeEach
  void staff() {
    office = new SigningOffice(folder).staffed();
    audit = office.reviewedAudit();
  }

  /// 11.10(d), (g): only authorised individuals sign, each as what they are authorised for.
  @Test
  void row1110dOnlyWhoIsEnrolledInARoleTakesItsSteps() {
    assertThatThrownBy(() -> office.sign(audit, ActKind.SUBMITTED, "eve"))
        .hasMessageContaining("Nobody is enrolled as 'eve'");
    assertThatThrownBy(() -> office.sign(audit, ActKind.SUBMITTED, "ada"))
        .hasMessageContaining("not author");
  }

  /// 11.10(e): a time-stamped trail; changes do not obscure what was recorded before.
  @Test
  void row1110eEveryStepIsAnEntryWithActorAndTimeAndNoneIsReplaced() {
    office.decide(audit);
    try (GovernanceStore store = office.workspace.get()) {
      List<Entry> steps =
          store.ledger().entries().stream().filter(e -> e.kind().equals("signoff")).toList();
      assertThat(steps).extracting(Entry::actor).containsExactly("alan", "grace", "barbara");
      assertThat(steps).isSortedAccordingTo(java.util.Comparator.comparing(Entry::time));
      assertThat(store.signoffs().acts(audit.id())).hasSize(3);
    }
  }

  /// 11.10(f): permitted sequencing.
  @Test
  void row1110fAStepOutOfSequenceIsRefusedAndTheAttemptIsOnRecord() {
    assertThatThrownBy(() -> office.sign(audit, ActKind.REJECTED, "barbara"))
        .hasMessageContaining("draft cannot be rejected");
    assertThat(acts()).extracting(Act::kind).containsExactly(ActKind.REFUSED);
  }

  /// 11.50(a): printed name, date and time, meaning, inside the signed bytes.
  @Test
  void row1150aNameTimeAndMeaningAreSigned() {
    office.sign(audit, ActKind.SUBMITTED, "alan");
    Act act = acts().getFirst();
    String signed =
        new String(
            dev.assay.ledger.attest.Dsse.parse(act.document()).payload(), StandardCharsets.UTF_8);
    assertThat(signed)
        .contains("\"name\":\"Alan Turing\"")
        .contains("\"meaning\":\"authorship\"")
        .contains("\"time\":\"" + act.time() + "\"");
  }

  /// 11.50(b): the same in every human-readable form.
  @Test
  void row1150bNameTimeAndMeaningAreInEveryRendering() throws Exception {
    office.decide(audit);
    Dossier dossier = new Audits(office.workspace).load(audit.id()).dossier();
    String pdf;
    try (var document = Loader.loadPDF(Reports.pdf(dossier))) {
      pdf = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
    for (String rendering :
        List.of(
            new String(Reports.html(dossier), StandardCharsets.UTF_8),
            new String(Reports.markdown(dossier), StandardCharsets.UTF_8),
            pdf)) {
      assertThat(rendering)
          .contains("Barbara Liskov")
          .contains("rejection")
          .contains("25 November 2026");
    }
    assertThat(new String(Reports.json(dossier), StandardCharsets.UTF_8))
        .contains("\"meaning\" : \"rejection\"")
        .contains("Barbara Liskov");
  }

  /// 11.70: a signature cannot be excised, copied or transferred.
  @Test
  void row1170ASignatureNamesEveryDocumentByDigestAndFitsNoOtherRecord() {
    Audit other = office.reviewedAudit();
    office.sign(audit, ActKind.SUBMITTED, "alan");
    office.sign(other, ActKind.SUBMITTED, "alan");
    Act one = acts().getFirst();
    assertThat(one.subjects().keySet())
        .contains("documents/audit.json", "documents/evaluation.json", "documents/policy.yaml")
        .anyMatch(name -> name.endsWith("-report.html"))
        .anyMatch(name -> name.endsWith("-model-card.md"))
        .anyMatch(name -> name.startsWith("ledger/payloads/"));
    try (GovernanceStore store = office.workspace.get()) {
      Act two = store.signoffs().acts(other.id()).getFirst();
      assertThat(two.subjects()).isNotEqualTo(one.subjects());
      assertThatThrownBy(
              () ->
                  store
                      .signoffs()
                      .add(
                          other.id(),
                          now ->
                              List.of(
                                  new dev.assay.store.SignoffStore.Written(
                                      one, new java.util.TreeMap<>()))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /// 11.100(a), (b): unique to one individual, never reassigned, identity verified before.
  @Test
  void row11100AnIdIsNeverGivenAgainAndHowIdentityWasVerifiedIsOnRecord() {
    office.signatories.revoke("alan", "he left", by("ada"), by("barbara"));
    assertThatThrownBy(() -> office.enrol("alan", "Another Alan", by("ada"), Role.AUTHOR))
        .hasMessageContaining("ids are never given again");
    try (GovernanceStore store = office.workspace.get()) {
      assertThat(store.signoffs().situation(null).register())
          .filteredOn(act -> act.kind() == ActKind.ENROLLED)
          .allSatisfy(act -> assertThat(act.text("verified")).isEqualTo("passport seen"));
    }
  }

  /// 11.200(a)(1): two distinct components at every signing; none is remembered.
  @Test
  void row11200a1IdAndPassphraseAreNeededForEverySignatureAndWipedAfterIt() {
    Credentials alan = by("alan");
    office.sign.sign(office.sign.present(audit.id()), Step.of(ActKind.SUBMITTED), alan);
    assertThat(alan.passphrase()).containsOnly('\0');
    assertThatThrownBy(
            () ->
                office.sign.sign(
                    office.sign.present(office.audit().id()), Step.of(ActKind.SUBMITTED), alan))
        .isInstanceOfSatisfying(
            UsageError.class, e -> assertThat(e.code()).isEqualTo("SIGN-PASSPHRASE"));
  }

  /// 11.200(a)(1)(i): the first signing of a session takes both components; here every one of a
  /// series does, which the rule allows to be fewer.
  @Test
  void row11200a1iEverySigningOfAContinuousSeriesTakesBothComponents() {
    office.sign(audit, ActKind.SUBMITTED, "alan");
    Audit next = office.reviewedAudit();
    for (String nothing : List.of("", " ")) {
      assertThatThrownBy(
              () ->
                  office.sign.sign(
                      office.sign.present(next.id()),
                      Step.of(ActKind.SUBMITTED),
                      by("alan", nothing)))
          .isInstanceOfSatisfying(
              UsageError.class, e -> assertThat(e.code()).isEqualTo("SIGN-PASSPHRASE"));
    }
    assertThat(office.sign(next, ActKind.SUBMITTED, "alan").situation().trail().count())
        .isEqualTo(1);
  }

  /// 11.200(a)(1)(ii): signings that are not continuous take both components each.
  @Test
  void row11200a1iiASigningAfterAPauseTakesBothComponentsAgain() {
    office.sign(audit, ActKind.SUBMITTED, "alan");
    office.clock.advance(Duration.ofHours(9));
    SignAudit later = new SignAudit(office.workspace, office.home, office.clock);
    Audit next = office.reviewedAudit();
    assertThatThrownBy(
            () -> later.sign(later.present(next.id()), Step.of(ActKind.SUBMITTED), by("alan", "")))
        .hasMessageContaining("not the passphrase");
    assertThatThrownBy(
            () ->
                later.sign(
                    later.present(next.id()),
                    Step.of(ActKind.SUBMITTED),
                    by("", SigningOffice.PASSPHRASE)))
        .hasMessageContaining("Nobody is enrolled as ''");
  }

  /// 11.200(a)(2), (3): only the genuine owner; anybody else needs two people's collaboration.
  @Test
  void row11200a3NobodyElseSignsOrResetsAKeyAlone() {
    assertThatThrownBy(
            () ->
                office.sign.sign(
                    office.sign.present(audit.id()),
                    Step.of(ActKind.SUBMITTED),
                    by("alan", "the administrator's guess")))
        .hasMessageContaining("not the passphrase");
    assertThatThrownBy(
            () ->
                office.signatories.rotate(
                    "ada", "lost it", "another passphrase".toCharArray(), by("ada")))
        .hasMessageContaining("second person");
    assertThatThrownBy(() -> office.signatories.revoke("alan", "suspicion", by("ada"), by("ada")))
        .hasMessageContaining("two people");
  }

  /// 11.300(a), (b): unique combinations; passphrases are not weak.
  @Test
  void row11300aKeysAreUniqueAndPassphrasesAreNotWeak() {
    assertThat(office.signatories.list()).extracting(Signatory::key).doesNotHaveDuplicates();
    assertThat(KeyRing.weakness("short".toCharArray())).isPresent();
    assertThat(KeyRing.weakness("aaaaaaaaaaaaaaaaaa".toCharArray())).isPresent();
    assertThat(KeyRing.weakness("three words suffice".toCharArray())).isEmpty();
  }

  /// 11.300(b): passphrases are checked from time to time, and old ones are replaced.
  @Test
  void row11300bAnAgedPassphraseSignsNoAuditsUntilTheKeyIsRenewed() {
    office.signatories.passphraseDays(90, "our procedure 7", by("ada"));
    assertThat(office.signatories.check())
        .hasSize(4)
        .allSatisfy(key -> assertThat(key.needsCare()).isFalse());
    office.clock.advance(Duration.ofDays(91));
    assertThat(office.signatories.check())
        .allSatisfy(
            key -> {
              assertThat(key.days()).isEqualTo(91);
              assertThat(key.overdue()).isTrue();
            });
    assertThatThrownBy(() -> office.sign(audit, ActKind.SUBMITTED, "alan"))
        .hasMessageStartingWith("The passphrase of Alan Turing is too old since ");
    assertThat(acts()).extracting(Act::kind).containsExactly(ActKind.REFUSED);
    office.signatories.rotate("alan", "aged", "another passphrase".toCharArray(), by("ada"));
    office.sign.sign(
        office.sign.present(audit.id()),
        Step.of(ActKind.SUBMITTED),
        by("alan", "another passphrase"));
    assertThat(acts()).extracting(Act::kind).contains(ActKind.SUBMITTED);
    assertThat(office.signatories.check())
        .filteredOn(key -> !key.overdue())
        .extracting(key -> key.person().id())
        .containsExactly("alan");
  }

  /// The rule is signed by an administrator, and verified with everything else.
  @Test
  void row11300bTheRuleIsSetByAnAdministratorOnlyAndHoldsInTheLedger() {
    assertThatThrownBy(() -> office.signatories.passphraseDays(90, "procedure", by("alan")))
        .hasMessageContaining("not administrator");
    assertThatThrownBy(() -> office.signatories.passphraseDays(-1, "procedure", by("ada")))
        .hasMessageContaining("cannot have that value");
    office.signatories.passphraseDays(365, "procedure", by("ada"));
    try (GovernanceStore store = office.workspace.get()) {
      assertThat(store.ledger().answers(null))
          .allSatisfy(answer -> assertThat(answer.faults()).isEmpty());
    }
  }

  /// 11.300(c): a lost or stolen key is deauthorised and replaced under control.
  @Test
  void row11300cALostKeyIsRevokedAndReplacedWithASecondPerson() {
    office.signatories.revoke("alan", "laptop stolen", by("ada"), by("barbara"));
    assertThatThrownBy(() -> office.sign(audit, ActKind.SUBMITTED, "alan"))
        .hasMessageContaining("was revoked on");
    office.signatories.rotate("alan", "new laptop", "another passphrase".toCharArray(), by("ada"));
    office.sign.sign(
        office.sign.present(audit.id()),
        Step.of(ActKind.SUBMITTED),
        by("alan", "another passphrase"));
    assertThat(acts()).extracting(Act::kind).containsExactly(ActKind.REFUSED, ActKind.SUBMITTED);
  }

  /// 11.300(d): attempts at unauthorised use are detected, recorded and lock the key.
  @Test
  void row11300dAttemptsAreRecordedAndFiveWithinAnHourLock() {
    for (int i = 0; i < 4; i++) {
      attempt();
    }
    office.clock.advance(Duration.ofHours(2));
    attempt();
    assertThat(office.signatories.register().person("alan").orElseThrow().locked()).isFalse();
    for (int i = 0; i < 4; i++) {
      attempt();
    }
    Signatory alan = office.signatories.register().person("alan").orElseThrow();
    assertThat(alan.locked()).isTrue();
    try (GovernanceStore store = office.workspace.get()) {
      assertThat(store.ledger().entries())
          .filteredOn(e -> e.kind().equals("signatory") && e.actor().equals("alan"))
          .hasSize(9);
    }
  }

  /// 11.300(d): attempts in the name of those who cannot sign are recorded too.
  @Test
  void row11300dAttemptsOfStrangersAndWithRevokedOrLockedKeysAreRecorded() {
    assertThatThrownBy(() -> office.sign(audit, ActKind.SUBMITTED, "eve"))
        .hasMessageContaining("Nobody is enrolled as 'eve'");
    for (int i = 0; i < 5; i++) {
      attempt();
    }
    assertThatThrownBy(() -> office.sign(audit, ActKind.SUBMITTED, "alan"))
        .hasMessageContaining("is locked");
    office.signatories.revoke("grace", "she left", by("ada"), by("barbara"));
    assertThatThrownBy(() -> office.sign(audit, ActKind.REVIEWED, "grace"))
        .hasMessageContaining("was revoked");
    assertThat(acts()).extracting(Act::kind).containsOnly(ActKind.REFUSED);
    assertThat(acts()).extracting(Act::person).containsExactly("eve", "alan", "grace");
  }

  /// 11.300(d): and reported to whoever keeps the register.
  @Test
  void row11300dAttemptsAreReportedToAdministratorsAtTheirComputer() {
    Attempts attempts = new Attempts(office.workspace, office.home, office.clock);
    java.time.Instant before = office.clock.instant();
    assertThat(attempts.reportedHere(before)).isEmpty();
    attempt();
    assertThatThrownBy(() -> office.sign(audit, ActKind.REJECTED, "barbara"));
    assertThat(attempts.reportedHere(before))
        .extracting(Attempts.Attempt::person)
        .containsExactly("barbara", "alan");
    assertThat(attempts.reportedHere(before).getFirst().what())
        .isEqualTo("rejected: An audit that is draft cannot be rejected.");
    Attempts elsewhere =
        new Attempts(
            office.workspace,
            new dev.assay.store.LedgerHome(folder.resolve("another computer")),
            office.clock);
    assertThat(elsewhere.reportedHere(before)).isEmpty();
    assertThat(elsewhere.since(before)).hasSize(2);
    assertThat(attempts.since(office.clock.instant())).isEmpty();
  }

  /// The key at rest: PKCS#12 that other programs read, useless without the passphrase.
  @Test
  void aKeyIsKeptInPkcs12ReadableByItsOwnerOnly() throws Exception {
    Path file;
    try (var files = Files.walk(office.home.folder().resolve("people"))) {
      file = files.filter(f -> f.endsWith("alan.p12")).findFirst().orElseThrow();
    }
    assertThat(
            java.nio.file.attribute.PosixFilePermissions.toString(
                Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    var store = java.security.KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      store.load(in, SigningOffice.PASSPHRASE.toCharArray());
    }
    var certificate = (java.security.cert.X509Certificate) store.getCertificate("signing");
    certificate.verify(certificate.getPublicKey());
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=person/alan");
    KeyRing ring = new KeyRing(file.getParent());
    Signatory alan = office.signatories.register().person("alan").orElseThrow();
    assertThat(ring.unlock(alan, "wrong".toCharArray())).isEmpty();
    assertThat(ring.unlock(alan, SigningOffice.PASSPHRASE.toCharArray()))
        .map(PersonKey::verifier)
        .contains(alan.key());
  }

  private void attempt() {
    assertThatThrownBy(
            () ->
                office.sign.sign(
                    office.sign.present(audit.id()),
                    Step.of(ActKind.SUBMITTED),
                    by("alan", "a wrong passphrase")))
        .hasMessageContaining("this was recorded");
  }

  private List<Act> acts() {
    try (GovernanceStore store = office.workspace.get()) {
      return store.signoffs().acts(audit.id());
    }
  }
}
