package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.wiring.Wiring;
import dev.assay.finding.Policies;
import dev.assay.modelcard.Narrative;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.report.SampleDossiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "card.cdx.json, CycloneDX",
    "card.spdx.json, ai_AIPackage",
    "card.google.json, quantitative_analysis",
    "README.md, model-index"
  })
  void theNameOfTheFileSaysTheFormat(String name, String held) {
    Path file = folder.resolve(name);

    Cli run = Cli.run("card", "--out", file.toString(), "--workspace", workspace);

    assertThat(run.exitCode()).isZero();
    assertThat(file).content().contains(held);
  }

  @Test
  void aFormatThatIsNotKnownIsNamedWithThoseThatAre() {
    Cli named = Cli.run("card", "--format", "xml", "--workspace", workspace);
    Cli bare =
        Cli.run("card", "--out", folder.resolve("c.json").toString(), "--workspace", workspace);

    assertThat(named.exitCode()).isEqualTo(2);
    assertThat(named.err()).contains("'xml'").contains("cyclonedx").contains("USAGE-CARD-FORMAT");
    Cli screen = Cli.run("card", "--format", "docx", "--workspace", workspace);
    assertThat(screen.exitCode()).isEqualTo(2);
    assertThat(screen.err()).contains("Give --out FILE.");
    assertThat(bare.exitCode()).isEqualTo(2);
    assertThat(bare.err()).contains("--format google, cyclonedx or spdx");
  }

  @Test
  void aSuppliersCardFillsWhatNobodyWrote() throws IOException {
    Path supplied = folder.resolve("README.md");
    Files.writeString(
        supplied,
        """
        ---
        license: mit
        model-index:
        - name: m
          results:
          - dataset: {name: imdb}
            metrics: [{type: accuracy, value: 0.91}]
        ---
        # M

        ## Training data

        Films.

        ## Limitations

        Irony.
        """);

    Cli dry = Cli.run("card", "import", supplied.toString(), "--dry-run");
    Cli run = Cli.run("card", "import", supplied.toString(), "--workspace", workspace);

    assertThat(dry.exitCode()).isZero();
    assertThat(dry.out()).contains("accuracy 0.91, overall, on imdb");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Saved as version 3").contains("Kept").contains("Limitations");
    assertThat(Cli.run("card", "--workspace", workspace).out())
        .contains("Films.\n\nTaken over from the supplier's card README.md.")
        .contains("### Declared by the supplier\n\nDeclared by the supplier, not measured here")
        .contains("| accuracy | overall | imdb | 0.91 | – |")
        .contains("Not for children.")
        .doesNotContain("Irony.");
  }

  @Test
  void whatIsNoCardIsRefused() throws IOException {
    Path wrong = folder.resolve("x.json");
    Files.writeString(wrong, "{}");

    Cli run = Cli.run("card", "import", wrong.toString(), "--workspace", workspace);
    Cli absent = Cli.run("card", "import", folder.resolve("no.json").toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains("'x.json'").contains("CARD-FORMAT");
    assertThat(absent.exitCode()).isEqualTo(3);
    assertThat(absent.err()).contains("CARD-READ");
  }

  @Test
  void coverageSaysWhatIsMissingAndWhy() {
    Cli run = Cli.run("card", "coverage", "--workspace", workspace);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Google Model Card Toolkit: 12 of 24 fields are filled.")
        .contains("✓ license: written under 'Licence'")
        .contains("✗ Training data: nobody wrote 'Training data'");
  }
}
