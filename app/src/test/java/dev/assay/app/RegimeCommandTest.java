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
    Path file = folder.resolve("w.assay");
    new Wiring()
        .recordAudit(file)
        .record(SampleDossiers.adult().run(), Policies.load("default"), "Title", "", "");

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
