package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.wiring.Wiring;
import dev.assay.finding.Policies;
import dev.assay.report.SampleDossiers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegimeCommandTest {

  @TempDir Path folder;

  @Test
  void coverageOfARecordedAuditHasOneRowAClause() {
    Path file = workspace();

    Cli json =
        Cli.run("regime", "coverage", "eeoc-four-fifths", "--json", "--workspace", "" + file);
    Cli said = Cli.run("regime", "coverage", "eeoc-four-fifths", "--workspace", "" + file);

    assertThat(json.exitCode()).isZero();
    assertThat(json.json().get("rows").size()).isEqualTo(4);
    assertThat(json.json().get("rows").get(1).get("state").asString()).isEqualTo("PARTLY");
    assertThat(json.json().get("rows").get(3).get("state").asString()).isEqualTo("GAP");
    assertThat(said.out()).contains("this is no verdict", "without evidence.");
  }

  @Test
  void anAnswerWithADocumentCoversItsClauseAndTheDocumentComesBack() throws Exception {
    Path file = workspace();
    Path log = Files.writeString(folder.resolve("log.txt"), "Every decision is logged.");

    Cli answered =
        Cli.run(
            "regime",
            "answer",
            "eu-ai-act",
            "Art. 12",
            "--text",
            "It is logged.",
            "--evidence",
            log.toString(),
            "--workspace",
            file.toString());
    Cli again =
        Cli.run(
            "regime", "answer", "eu-ai-act", "Art. 12", "--text", "No.", "--workspace", "" + file);
    Cli json = Cli.run("regime", "coverage", "eu-ai-act", "--json", "--workspace", "" + file);
    String digest =
        json.json()
            .get("rows")
            .get(3)
            .get("answer")
            .get("documents")
            .get(0)
            .get("sha256")
            .asString();
    Path back = folder.resolve("back.txt");
    Cli document =
        Cli.run("regime", "document", digest, "--out", "" + back, "--workspace", "" + file);

    assertThat(answered.exitCode()).as(answered.err()).isZero();
    assertThat(answered.out()).contains("covered  Art. 12", "1 document", digest);
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).contains("The clause is answered already", "--why");
    assertThat(document.exitCode()).isZero();
    assertThat(back).hasSameBinaryContentAs(log);
  }

  @Test
  void ownPacksBesideTheWorkspaceAreListedAndOneThatIsWrongIsTold() throws Exception {
    Path file = workspace();
    Path own = Files.createDirectory(folder.resolve("regimes"));
    String pack =
        "schema: assay.regime/1\nid: %s\nversion: '1'\ntitle: Own\nas_of: '2026-11-26'\n"
            + "source: us\nclauses:\n- {id: a, asks: b, question: c, person: d}\n";
    Files.writeString(own.resolve("a.yaml"), pack.formatted("our-bank"));
    Files.writeString(own.resolve("b.yaml"), pack.formatted("eu-ai-act"));
    Files.writeString(own.resolve("c.yaml"), "schema: assay.regime/1\nname: x\n");

    Cli list = Cli.run("regime", "list", "--workspace", file.toString());
    Cli coverage = Cli.run("regime", "coverage", "our-bank", "--workspace", file.toString());

    assertThat(list.out()).contains("our-bank", "(a.yaml)", "nyc-local-law-144");
    assertThat(list.err())
        .contains("b.yaml is left out: Its id 'eu-ai-act' is that of another regime.")
        .contains("line 2: the key 'name' is not known in a pack.");
    assertThat(coverage.out()).contains("0 covered, 0 partly, 1 without evidence.");
  }

  @Test
  void feedbackIsListedWithItsIncident() {
    Path file = workspace();

    Cli added =
        Cli.run(
            "feedback",
            "add",
            "--from",
            "operator",
            "--text",
            "Refused twice.",
            "--slice",
            "sex=Female",
            "--incident",
            "INC-7",
            "--workspace",
            file.toString());
    Cli list = Cli.run("feedback", "list", "--workspace", file.toString());

    assertThat(added.exitCode()).as(added.err()).isZero();
    assertThat(list.out())
        .contains("#0  operator", "incident INC-7", "sex = Female: Refused twice.");
  }

  private Path workspace() {
    Path file = folder.resolve("w.assay");
    new Wiring()
        .recordAudit(file)
        .record(SampleDossiers.adult().run(), Policies.load("default"), "Title", "", "");
    return file;
  }

  @Test
  void checkNamesTheLineOfAnOwnRegime() throws Exception {
    Path own = folder.resolve("own.yaml");
    Files.writeString(own, "schema: assay.regime/1\nname: x\n");

    Cli cli = Cli.run("regime", "check", own.toString());

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(cli.err()).contains("'own.yaml', line 2: the key 'name' is not known in a pack.");
  }

  @Test
  void listAndShowSayTheDayOfEachPack() {
    assertThat(Cli.run("regime", "list").out()).contains("nyc-local-law-144", "as of 2026-11-25");
    assertThat(Cli.run("regime", "show", "eu-ai-act").out()).contains("Art. 12", "paraphrased");
  }
}
