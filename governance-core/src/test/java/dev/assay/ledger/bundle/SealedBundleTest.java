package dev.assay.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Audit;
import dev.assay.common.Digest;
import dev.assay.ledger.Answer;
import dev.assay.ledger.Answer.State;
import dev.assay.ledger.Receipt;
import dev.assay.report.content.ReportPlan;
import dev.assay.store.GovernanceStore;
import dev.assay.usecase.Audits;
import dev.assay.usecase.Export;
import dev.assay.usecase.ExportEvidence;
import dev.assay.usecase.SealReport;
import dev.assay.usecase.SigningOffice;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The evidence of an audit whose report somebody signed as a PDF: the act names the file that was
/// signed, and no verifier takes it when it names another.
class SealedBundleTest {

  @TempDir static Path folder;
  private static byte[] sealed;
  private static byte[] zip;
  private static Receipt receipt;

  @BeforeAll
  static void sealAndExport() throws Exception {
    SigningOffice office = new SigningOffice(folder).staffed();
    Audit audit = office.reviewedAudit();
    office.decide(audit);
    Audits audits = new Audits(office.workspace);
    SealReport seal = new SealReport(office.workspace, office.home, office.clock);
    Path file =
        new Export()
            .sealed(
                audits.load(audit.id()),
                ReportPlan.FULL,
                pdf -> seal.seal(pdf, "released", SigningOffice.by("barbara"), null),
                folder)
            .paths()
            .getFirst();
    sealed = Files.readAllBytes(file);
    zip = new ExportEvidence(office.workspace).bytes(audits.load(audit.id()));
    try (GovernanceStore store = office.workspace.get()) {
      receipt = store.ledger().head();
    }
  }

  @Test
  void bothVerifiersTakeTheBundleAndItsActNamesTheSignedFile() throws Exception {
    String act = new String(files().get(payload()), StandardCharsets.UTF_8);
    assertThat(act)
        .contains(
            "\"act\":\"sealed\"",
            "\"person\":\"barbara\"",
            "\"name\":\"report.pdf\"",
            "\"sha256\":\"" + Digest.of(sealed).sha256() + "\"",
            "\"level\":\"PAdES B-B\"");
    List<Answer> answers = new EvidenceVerifier(receipt, null).archive(zip);
    assertThat(answers).extracting(Answer::state).containsOnly(State.YES);
    try (PythonVerifier python = python()) {
      assertThat(python.answers(zip)).isEqualTo(EvidenceTest.words(answers));
    }
  }

  @Test
  void anActThatNamesAnotherFileIsRefusedByBothWhichNameIt() throws Exception {
    try (PythonVerifier python = python()) {
      for (byte[] changed : changes()) {
        List<Answer> answers = new EvidenceVerifier(receipt, null).archive(changed);
        assertThat(answers.get(0).state()).isEqualTo(State.NO);
        assertThat(answers.get(2).state()).isEqualTo(State.NO);
        assertThat(answers.get(0).faults()).anyMatch(fault -> fault.startsWith(payload() + ": "));
        assertThat(answers.get(2).faults()).anyMatch(fault -> fault.startsWith(payload() + ": "));
        assertThat(python.answers(changed)).isEqualTo(EvidenceTest.words(answers));
      }
    }
  }

  /// The same bundle over an act in which each of its fields says something else.
  private static List<byte[]> changes() {
    String digest = Digest.of(sealed).sha256();
    Map<String, String> fields = new TreeMap<>();
    fields.put("\"sha256\":\"" + digest, "\"sha256\":\"" + Digest.of(new byte[0]).sha256());
    fields.put("report.pdf", "other.pdf");
    fields.put("PAdES B-B", "PAdES B-T");
    fields.put("\"reason\":\"released\"", "\"reason\":\"rejected\"");
    fields.put("\"person\":\"barbara\"", "\"person\":\"grace\"");
    fields.put("\"bytes\":" + sealed.length, "\"bytes\":" + (sealed.length + 1));
    fields.put("\"act\":\"sealed\"", "\"act\":\"attached\"");
    List<byte[]> changed = new ArrayList<>();
    fields.forEach(
        (said, other) ->
            changed.add(
                with(
                    act -> {
                      assertThat(act).contains(said);
                      return act.replace(said, other);
                    })));
    return changed;
  }

  private static byte[] with(UnaryOperator<String> change) {
    SortedMap<String, byte[]> files = files();
    String act = new String(files.get(payload()), StandardCharsets.UTF_8);
    files.put(payload(), change.apply(act).getBytes(StandardCharsets.UTF_8));
    return StoredZip.write(files);
  }

  private static SortedMap<String, byte[]> files() {
    return StoredZip.read(zip);
  }

  /// The file of the last act: the seal.
  private static String payload() {
    return Evidence.payloadName(receipt.checkpoint().size() - 1);
  }

  private static PythonVerifier python() throws Exception {
    Assumptions.assumeTrue(PythonVerifier.present(), "python3 is absent");
    return PythonVerifier.start(
        folder, Files.writeString(folder.resolve("receipt"), receipt.written()));
  }
}
