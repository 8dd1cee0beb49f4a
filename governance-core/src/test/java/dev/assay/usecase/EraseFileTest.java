package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.audit.Addition;
import dev.assay.audit.Audit;
import dev.assay.audit.SignOff;
import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.State;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.bundle.EvidenceVerifier;
import dev.assay.store.GovernanceStore;
import dev.assay.usecase.AddToAudit.Feedback;
import dev.assay.usecase.EraseFile.Asked;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The content of a document goes, everything that was signed stays verifiable.
class EraseFileTest {

  private static final String WHY = "article 17 of the GDPR";

  @TempDir Path folder;
  private SigningOffice office;
  private EraseFile erase;
  private Audit audit;
  private String sha256 = "";

  @BeforeEach
  void handIn() throws Exception {
    office = new SigningOffice(folder).staffed();
    erase = new EraseFile(office.workspace, office.home, office.clock);
    audit = office.reviewedAudit();
    sha256 = feedback(audit);
    office.decide(audit);
  }

  @Test
  void anErasedFileLeavesItsDigestAndEverythingThatWasSignedHoldsWithoutIt() throws Exception {
    byte[] before = Files.readAllBytes(office.file);
    byte[] evidenceBefore = evidence();

    assertThat(erased("ada", "grace")).containsExactly(audit.id());

    assertThat(indexOf(before, stored())).isNotNegative();
    assertThat(indexOf(Files.readAllBytes(office.file), stored())).isNegative();
    try (GovernanceStore store = office.workspace.get()) {
      store.verify();
      assertThat(store.ledger().answers(null))
          .allSatisfy(answer -> assertThat(answer.faults()).isEmpty());
      assertThat(store.ledger().answers(null).get(1).details())
          .last()
          .asString()
          .contains("responsibility for an erasure by Ada Lovelace (ada)");
      assertThatThrownBy(() -> store.additions().file(sha256))
          .isInstanceOfSatisfying(UsageError.class, e -> assertThat(e.code()).isEqualTo("ERASED"));
    }
    SignOff signOff = office.sign.signOff(audit.id());
    assertThat(signOff.state()).isEqualTo("rejected");
    assertThat(signOff.notes().getLast().text()).contains(sha256, "grace", WHY);
    assertThat(office.sign.present(audit.id()).changed()).isEmpty();
    verifiedByBoth(evidenceBefore, State.YES);
    verifiedByBoth(evidence(), State.YES);
    assertThat(names(evidence())).doesNotContain("attachments/" + sha256);
  }

  @Test
  void aFileThatIsLeftOutOfABundleWithoutAnErasureIsRefusedByBothVerifiers() throws Exception {
    byte[] whole = evidence();
    Path unpacked = unpacked(whole);
    Files.delete(unpacked.resolve("attachments").resolve(sha256));

    List<Answer> answers =
        new VerifyLedger(file -> office.workspace.get(), office.home)
            .verify(unpacked, null, null)
            .answers();

    assertThat(answers.get(2).state()).isEqualTo(State.NO);
    assertThat(answers.get(2).faults()).anyMatch(fault -> fault.contains("attachments/" + sha256));
    String said = python(unpacked, 1);
    assertThat(said).contains("attachments/" + sha256 + ": it is not the file that");
  }

  @Test
  void twoPeopleEraseAnAdministratorFirstAndAttemptsAreRecorded() {
    for (List<String> pair :
        List.of(List.of("ada", "ada"), List.of("grace", "ada"), List.of("barbara", "grace"))) {
      assertThatThrownBy(() -> erased(pair.get(0), pair.get(1)))
          .as("%s", pair)
          .isInstanceOfSatisfying(
              UsageError.class, e -> assertThat(e.code()).isEqualTo("ERASE-REFUSED"));
    }
    assertThat(office.sign.signOff(audit.id()).notes())
        .filteredOn(note -> note.kind().equals(ActKind.REFUSED.word()))
        .hasSize(3);
    try (GovernanceStore store = office.workspace.get()) {
      assertThat(store.additions().file(sha256)).isEqualTo(content());
    }
  }

  @Test
  void aFileOfTwoAuditsIsErasedFromBothAndIsNotTakenAgain() throws Exception {
    Audit other = office.audit();
    feedback(other);

    assertThat(erased("ada", "alan")).containsExactly(audit.id(), other.id());

    assertThat(indexOf(Files.readAllBytes(office.file), stored())).isNegative();
    try (GovernanceStore store = office.workspace.get()) {
      store.verify();
      assertThat(store.signoffs().acts(other.id()).getLast().kind()).isEqualTo(ActKind.ERASED);
    }
    assertThatThrownBy(() -> feedback(other))
        .isInstanceOfSatisfying(
            UsageError.class, e -> assertThat(e.code()).isEqualTo("ADDITION-ERASED"));
    assertThatThrownBy(() -> erased("ada", "alan"))
        .isInstanceOfSatisfying(UsageError.class, e -> assertThat(e.code()).isEqualTo("ERASED"));
    assertThatThrownBy(
            () ->
                erase.erase(
                    new Asked(audit.id(), "0".repeat(64), WHY),
                    SigningOffice.by("ada"),
                    SigningOffice.by("alan")))
        .isInstanceOfSatisfying(
            UsageError.class, e -> assertThat(e.code()).isEqualTo("ERASE-FILE"));
  }

  private List<String> erased(String administrator, String second) {
    return erase.erase(
        new Asked(audit.id(), sha256, WHY),
        SigningOffice.by(administrator),
        SigningOffice.by(second));
  }

  private String feedback(Audit to) throws IOException {
    Path letter = folder.resolve("letter.bin");
    Files.write(letter, content());
    new AddToAudit(office.workspace, office.clock, "alan")
        .feedback(
            to,
            new Feedback(Addition.Source.USER, "I was refused", new TreeMap<>(), "", ""),
            List.of(letter),
            null,
            "");
    return Digest.of(content()).sha256();
  }

  /// Cannot be pressed, so that it lies in the workspace as it is.
  private static byte[] content() {
    byte[] letter = new byte[9_000];
    new Random(5).nextBytes(letter);
    return letter;
  }

  /// A part of it that does not lie across two pages of the workspace.
  private static byte[] stored() {
    return java.util.Arrays.copyOfRange(content(), 5_000, 5_200);
  }

  private byte[] evidence() {
    return new ExportEvidence(office.workspace)
        .bytes(new Audits(office.workspace).load(audit.id()));
  }

  private void verifiedByBoth(byte[] zip, State signatures) throws Exception {
    List<Answer> answers = new EvidenceVerifier(null, null).archive(zip);
    assertThat(answers).allSatisfy(a -> assertThat(a.faults()).isEmpty());
    assertThat(answers.get(1).state()).isEqualTo(signatures);
    Path file = Files.write(folder.resolve("evidence.zip"), zip);
    String said = python(file, 0);
    answers.get(1).details().forEach(sentence -> assertThat(said).contains(sentence));
  }

  private String python(Path subject, int expected) throws Exception {
    Path script = folder.resolve("verify.py");
    try (var in =
        dev.assay.ledger.attest.Act.class.getResourceAsStream(
            "/dev/assay/ledger/bundle/verify.py")) {
      Files.write(script, in.readAllBytes());
    }
    Process python =
        new ProcessBuilder("python3", script.toString(), subject.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor()).as(said).isEqualTo(expected);
    return said;
  }

  private Path unpacked(byte[] zip) throws IOException {
    Path into = folder.resolve("unpacked");
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = into.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        in.transferTo(bytes);
        Files.write(file, bytes.toByteArray());
      }
    }
    return into;
  }

  private static List<String> names(byte[] zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }

  private static int indexOf(byte[] all, byte[] part) {
    return HexFormat.of().formatHex(all).indexOf(HexFormat.of().formatHex(part));
  }
}
