package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.wiring.Wiring;
import dev.assay.common.Digest;
import dev.assay.finding.Policies;
import dev.assay.report.SampleDossiers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kinds of reports, and signatures in their PDFs, from the command line.
class ReportCommandTest {

  /// A byte of the comment that follows "%PDF-1.6" on a line of its own.
  private static final int IN_THE_COMMENT = 11;

  @TempDir Path folder;
  private Path workspace;
  private Path good;
  private String audit;

  @BeforeEach
  void staff() throws Exception {
    workspace = folder.resolve("w.assay");
    good = Files.writeString(folder.resolve("good"), "correct horse battery\n");
    audit = record("Adult");
    Cli made =
        run(
            "signatory",
            "enrol",
            "ada",
            "--name",
            "Ada Lovelace",
            "--role",
            "administrator",
            "--verified",
            "seen",
            "--passphrase-file",
            good.toString());
    assertThat(made.exitCode()).as(made.err()).isZero();
  }

  private String record(String title) {
    return new Wiring()
        .recordAudit(workspace)
        .record(SampleDossiers.adult().run(), Policies.load("default"), title, "", "")
        .audit()
        .id();
  }

  @Test
  void everyKindIsWrittenUnderItsOwnName() throws Exception {
    String other = record("The model in use");

    wrote("executive.html", "report", audit, "--kind", "executive", "--format", "html");
    wrote(
        "bias-audit.md",
        "report",
        audit,
        "--kind",
        "bias-audit",
        "--language",
        "de",
        "--format",
        "md");
    wrote(
        "comparison.html",
        "report",
        audit,
        "--kind",
        "comparison",
        "--with",
        other,
        "--format",
        "html");

    assertThat(folder.resolve("bias-audit.md")).content().contains("Wer in keiner Kategorie ist");
    assertThat(folder.resolve("comparison.html")).content().contains("neither better nor worse");
    assertThat(folder.resolve("report.html")).doesNotExist();
  }

  @Test
  void whatCannotBeWrittenIsSaidInASentence() {
    refused("USAGE-REPORT-KIND", "report", audit, "--kind", "short");
    refused("REPORT-COMPARISON", "report", audit, "--kind", "comparison");
    refused("REPORT-SAME-AUDIT", "report", audit, "--kind", "comparison", "--with", audit);
    refused("REPORT-MONITORING", "report", audit, "--kind", "monitoring");
    refused("USAGE-LANGUAGE", "report", audit, "--language", "fr");
    refused("USAGE-SECTION", "report", audit, "--sections", "decision,nothing");
    refused("USAGE-WITH", "report", audit, "--with", audit);
    refused("USAGE-TSA-ALONE", "report", audit, "--tsa", "https://localhost/tsa");
    refused("SIGN-UNKNOWN", "report", audit, "--sign-as", "nobody");
  }

  @Test
  void aReportIsSignedAndVerifiedAndRefusedWhenItChanged() throws Exception {
    wrote(
        "report.pdf",
        "report",
        audit,
        "--format",
        "pdf",
        "--sign-as",
        "ada",
        "--reason",
        "for the committee",
        "--passphrase-file",
        good.toString());
    Path pdf = folder.resolve("report.pdf");

    Cli verified = run("verify", pdf.toString());
    assertThat(verified.exitCode()).as(verified.err()).isZero();
    assertThat(verified.out())
        .contains("Every byte of the file is as it was signed.")
        .contains("Signed in the name of Ada Lovelace (for the committee).")
        .contains("no time stamp")
        .contains("knows this key as that of Ada Lovelace (ada)");

    Cli named = run("workflow", "attached", audit, pdf.toString());
    assertThat(named.exitCode()).as(named.err()).isZero();
    assertThat(named.out())
        .contains("sealed")
        .contains("report.pdf, PAdES B-B, SHA-256 " + Digest.of(Files.readAllBytes(pdf)).sha256())
        .contains("for the committee");
    wrote("evidence.zip", "report", audit, "--format", "evidence");
    Cli bundle = run("verify", folder.resolve("evidence.zip").toString());
    assertThat(bundle.exitCode()).as(bundle.out() + bundle.err()).isZero();

    assertThat(run("verify", pdf.toString(), "--key", "0000 1111").exitCode()).isOne();
    byte[] bytes = Files.readAllBytes(pdf);
    // In the comment of its second line: a change elsewhere may leave no PDF to be read at all.
    bytes[IN_THE_COMMENT] ^= 1;
    Files.write(pdf, bytes);
    Cli changed = run("verify", pdf.toString());
    assertThat(changed.exitCode()).isOne();
    assertThat(changed.out()).contains("the bytes of the file are not those that were signed");
  }

  @Test
  void aPdfThatNobodySignedIsNotVouchedFor() {
    wrote("report.pdf", "report", audit, "--format", "pdf");

    Cli verified = run("verify", folder.resolve("report.pdf").toString());

    assertThat(verified.exitCode()).isOne();
    assertThat(verified.out()).contains("Nobody signed this PDF");
  }

  @Test
  void aWrongPassphraseSignsNothingAndIsRecorded() throws Exception {
    Path bad = Files.writeString(folder.resolve("bad"), "a wrong passphrase\n");

    refused(
        "SIGN-PASSPHRASE",
        "report",
        audit,
        "--format",
        "pdf",
        "--sign-as",
        "ada",
        "--passphrase-file",
        bad.toString());

    assertThat(folder.resolve("report.pdf")).doesNotExist();
    assertThat(run("workflow", "show", audit).out()).doesNotContain("sealed");
  }

  private void wrote(String file, String... words) {
    Cli written = run(words);
    assertThat(written.exitCode()).as(written.err()).isZero();
    assertThat(folder.resolve(file)).isNotEmptyFile();
  }

  private void refused(String code, String... words) {
    Cli refused = run(words);
    assertThat(refused.exitCode()).as(refused.out()).isNotZero();
    assertThat(refused.err()).contains(code);
  }

  private Cli run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--workspace", workspace.toString()));
    if (words[0].equals("report")) {
      all.addAll(List.of("--out", folder.toString()));
    }
    return Cli.run(all);
  }
}
