package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.wiring.Wiring;
import dev.assay.finding.Policies;
import dev.assay.report.SampleDossiers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signing from the command line, with passphrases in files.
class SignCommandTest {

  @TempDir Path folder;
  private Path workspace;
  private Path good;
  private Path bad;
  private String audit;

  @BeforeEach
  void staff() throws Exception {
    workspace = folder.resolve("w.assay");
    good = Files.writeString(folder.resolve("good"), "correct horse battery\n");
    bad = Files.writeString(folder.resolve("bad"), "a wrong passphrase\n");
    audit =
        new Wiring()
            .recordAudit(workspace)
            .record(SampleDossiers.adult().run(), Policies.load("default"), "Adult", "", "")
            .audit()
            .id();
    enrol("ada", "Ada Lovelace", "administrator");
    enrol("alan", "Alan Turing", "author", "--second", "ada");
    enrol("barbara", "Barbara Liskov", "approver", "--second", "ada");
  }

  private void enrol(String id, String name, String role, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "signatory", "enrol", id, "--name", name, "--role", role, "--verified", "seen"));
    words.addAll(List.of(more));
    if (more.length > 0) {
      words.addAll(List.of("--second-passphrase-file", good.toString()));
    }
    Cli made = run(words.toArray(String[]::new));
    assertThat(made.exitCode()).as(made.err()).isZero();
  }

  @Test
  void anAuditIsSignedAndItsHistoryAndEvidenceSayBy() throws Exception {
    Cli signed = run("sign", audit, "--as", "alan", "--meaning", "submitted", "--json");
    assertThat(signed.exitCode()).as(signed.err()).isZero();
    assertThat(signed.json().path("state").asString()).isEqualTo("in review");
    assertThat(signed.json().path("name").asString()).isEqualTo("Alan Turing");
    assertThat(signed.json().path("documents").size()).isGreaterThanOrEqualTo(5);

    assertThat(plain("workflow", "comment", audit, "seen by the board").exitCode()).isZero();
    Cli attached = plain("workflow", "attach", audit, good.toString(), "--name", "minutes.txt");
    assertThat(attached.out()).startsWith("✓ Recorded as #2: minutes.txt, SHA-256 ");
    assertThat(plain("workflow", "attached", audit, good.toString()).exitCode()).isZero();
    Cli other = plain("workflow", "attached", audit, folder.resolve("w.assay").toString());
    assertThat(other.exitCode()).isEqualTo(1);
    assertThat(plain("workflow", "comment", audit, "@ada, is it known?").exitCode()).isZero();
    assertThat(plain("workflow", "asked", "--of", "ada").out())
        .contains("ada was asked by ")
        .contains("answer with --answers 3");
    assertThat(plain("workflow", "comment", audit, "it is", "--answers", "3").exitCode()).isZero();
    assertThat(plain("workflow", "asked").out()).isEqualTo("Nothing is asked.\n");
    assertThat(plain("workflow", "board").out())
        .contains("in review (1)")
        .contains("findings open, owner alan, ");
    assertThat(plain("workflow", "show", audit).out())
        .contains("is in review.")
        .contains("✓ authorship by Alan Turing (alan), ")
        .contains("commented by ")
        .contains("minutes.txt, SHA-256 ")
        .contains("Next may be: reviewed, approved, rejected, withdrawn");
    assertThat(plain("report").out()).contains("  in review  ");

    Cli evidence = plain("report", audit, "--format", "evidence", "--out", folder.toString());
    assertThat(evidence.exitCode()).as(evidence.err()).isZero();
    Cli verify = Cli.run("verify", folder.resolve("evidence.zip").toString());
    assertThat(verify.exitCode()).as(verify.out()).isZero();
    assertThat(verify.out()).contains("authorship by Alan Turing (alan) on ");
  }

  @Test
  void aWrongPassphraseIsUsageAndTheFifthLocksUntilSomebodyUnlocks() {
    for (int i = 1; i <= 5; i++) {
      Cli wrong = with(bad, "sign", audit, "--as", "alan", "--meaning", "submitted");
      assertThat(wrong.exitCode()).isEqualTo(2);
      assertThat(wrong.err()).contains("this was recorded (" + i + " of 5)");
      assertThat(wrong.err()).doesNotContain("a wrong passphrase\n");
    }
    assertThat(run("sign", audit, "--as", "alan", "--meaning", "submitted").err())
        .contains("[SIGN-LOCKED]");
    assertThat(plain("signatory", "list").out()).contains("locked after 5 wrong passphrases");
    Cli check = plain("signatory", "check");
    assertThat(check.exitCode()).isEqualTo(1);
    assertThat(check.out()).contains("✗ alan: passphrase of 0 days, locked");
    assertThat(run("sign", audit, "--as", "eve", "--meaning", "submitted").exitCode()).isEqualTo(2);
    assertThat(plain("signatory", "attempts").out())
        .contains("alan: wrong passphrase")
        .contains("eve, audit " + audit + ": submitted: Nobody is enrolled as 'eve'.");
    Cli unlocked = run("signatory", "unlock", "alan", "--as", "ada", "--reason", "mistyped");
    assertThat(unlocked.exitCode()).as(unlocked.err()).isZero();
    assertThat(run("sign", audit, "--as", "alan", "--meaning", "authorship").exitCode()).isZero();
    Cli days = run("signatory", "passphrase-days", "90", "--as", "ada", "--reason", "procedure 7");
    assertThat(days.out()).isEqualTo("✓ A passphrase signs audits for 90 days.\n");
    assertThat(plain("signatory", "check").out())
        .contains("✓ alan: passphrase of 0 days, a new one");
    assertThat(plain("signatory", "check").exitCode()).isZero();
  }

  @Test
  void keysAreRenewedAndRevokedByTwo() {
    Cli alone = run("signatory", "rotate", "alan", "--reason", "lost");
    assertThat(alone.exitCode()).isEqualTo(2);
    assertThat(alone.err()).contains("A second person is needed.");
    Cli rotated =
        run(
            "signatory",
            "rotate",
            "alan",
            "--reason",
            "lost",
            "--second",
            "ada",
            "--second-passphrase-file",
            good.toString());
    assertThat(rotated.exitCode()).as(rotated.err()).isZero();
    Cli revoked =
        run(
            "signatory",
            "revoke",
            "alan",
            "--as",
            "ada",
            "--reason",
            "left",
            "--second",
            "barbara",
            "--second-passphrase-file",
            good.toString());
    assertThat(revoked.exitCode()).as(revoked.err()).isZero();
    assertThat(revoked.out()).contains("revoked on ");
    assertThat(run("sign", audit, "--as", "alan", "--meaning", "submitted").err())
        .contains("was revoked on ");
  }

  @Test
  void wordsThatMeanNothingAreSaid() {
    assertThat(run("sign", audit, "--as", "alan", "--meaning", "liked").err())
        .contains("A signature cannot mean 'liked'.");
    assertThat(run("sign", audit, "--as", "eve", "--meaning", "submitted").err())
        .contains("Nobody is enrolled as 'eve'.");
    assertThat(
            with(folder.resolve("absent"), "sign", audit, "--as", "alan", "--meaning", "submitted")
                .err())
        .contains("cannot be read");
    assertThat(
            run("sign", audit, "--as", "alan", "--meaning", "submitted", "--reason", "mood").err())
        .contains("There is no reason 'mood'.");
  }

  private Cli run(String... words) {
    return with(good, words);
  }

  private Cli with(Path passphrase, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--passphrase-file", passphrase.toString()));
    return plain(all.toArray(String[]::new));
  }

  private Cli plain(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--workspace", workspace.toString()));
    return Cli.run(all.toArray(String[]::new));
  }
}
