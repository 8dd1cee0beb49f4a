package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.wiring.Wiring;
import dev.assay.finding.Policies;
import dev.assay.modelcard.Narrative;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.report.SampleDossiers;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardCommandTest {

  @TempDir Path folder;
  private String workspace = "";

  @BeforeEach
  void record() {
    Path file = folder.resolve("w.assay");
    workspace = file.toString();
    String audit =
        new Wiring()
            .recordAudit(file)
            .record(SampleDossiers.adult().run(), Policies.load("default"), "Title", "", "")
            .audit()
            .id();
    Narrative first = Narrative.EMPTY.with(NarrativeSection.LICENCE, "mit", "ann", Instant.now());
    new Wiring().cards(file).save(audit, 0, first);
    new Wiring()
        .cards(file)
        .save(
            audit,
            1,
            first
                .with(NarrativeSection.LICENCE, "apache-2.0", "ann", Instant.now())
                .with(NarrativeSection.LIMITATIONS, "Not for children.", "ann", Instant.now()));
  }

  @Test
  void cardGivesTheWordsThatWereSavedLast() {
    Cli run = Cli.run("card", "--workspace", workspace);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("license: \"apache-2.0\"")
        .contains("## Limitations\n\nNot for children.")
        .contains("### Licence\n\napache-2.0")
        .doesNotContain("mit\n");
  }

  @Test
  void cardSaysInJsonHowMuchIsWritten() {
    Cli run = Cli.run("card", "latest", "--json", "--workspace", workspace);

    assertThat(run.json().get("completeness").get("written").asInt()).isEqualTo(2);
    assertThat(run.json().get("completeness").get("missing").get(0).asString()).isNotBlank();
  }

  @Test
  void aFileCalledHtmlBecomesAPage() {
    Path page = folder.resolve("card.html");

    Cli run = Cli.run("card", "--out", page.toString(), "--workspace", workspace);

    assertThat(run.exitCode()).isZero();
    assertThat(page).content().startsWith("<!DOCTYPE html>").contains("<p>Not for children.</p>");
  }
}
