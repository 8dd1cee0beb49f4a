package dev.assay.modelcard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Dossier;
import dev.assay.common.Digest;
import dev.assay.modelcard.exchange.DeclaredNumber;
import dev.assay.modelcard.exchange.ModelCardFormat;
import dev.assay.modelcard.exchange.SuppliedCard;
import dev.assay.report.SampleDossiers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ModelCardsTest {

  @Test
  void cardIsFilledFromTheAudit() {
    String card = markdown(SampleDossiers.adult());

    assertThat(card)
        .contains("# adult\\_lgbm\n")
        .contains("To decide whether the model may rank applications")
        .contains("| Accuracy | 0.873 |")
        .contains("| sex = Female | 5,421 | 0.079 (0.072\u00A0–\u00A00.086) |")
        .contains("Demographic parity difference | sex | 0.176")
        .contains("Judged by policy default\\@1 on 21 November 2026, 14:03 UTC: **fail**")
        .contains("- Selection rate differs by race beyond the limit")
        .contains("Recall may differ by race");
  }

  @Test
  void whatOnlyPeopleCanWriteIsNamedAsMissing() {
    ModelCard card = ModelCards.of(SampleDossiers.adult());

    assertThat(card.missing())
        .anySatisfy(m -> assertThat(m).startsWith("Training data"))
        .anySatisfy(m -> assertThat(m).startsWith("Licence"))
        .noneSatisfy(m -> assertThat(m).startsWith("Intended use"));
    assertThat(ModelCards.markdown(card)).contains("## Training data\n\nNot written.");
  }

  @Test
  void whatPeopleWroteStandsBesideTheNumbers() {
    ModelCard card = ModelCards.of(SampleDossiers.adult(), Narratives.complete());
    String text = ModelCards.markdown(card);

    assertThat(card.missing()).isEmpty();
    assertThat(text)
        .contains("### Licence\n\nAbout licence.")
        .contains("## Training data\n\nAbout training_data.\n\n### Training procedure")
        .contains("## Intended use\n\nAbout intended_use.\n\n### Users")
        .contains("| Accuracy | 0.873 |")
        .contains("the rest was written by ann, last on 22 November 2026, 09:30 UTC")
        .doesNotContain("Not written", "Still to be written");
    assertThat(text.indexOf("About limitations."))
        .isBetween(text.indexOf("## Limitations"), text.indexOf("## Ethical considerations"));
  }

  @ParameterizedTest
  @CsvSource({"apache-2.0, apache-2.0", "MIT, mit", "only for research, other"})
  void licenceGoesIntoTheHeader(String written, String header) {
    ModelCard card =
        ModelCards.of(
            SampleDossiers.adult(), Narratives.of(NarrativeSection.LICENCE, written + "\nmore"));

    assertThat(card.metadata()).containsEntry("license", header);
  }

  @Test
  void declaredNumbersAreHeldAgainstMeasuredOnes() {
    SuppliedCard supplied =
        new SuppliedCard(
            ModelCardFormat.GOOGLE,
            "theirs.json",
            Digest.of(new byte[0]),
            "m",
            Map.of(),
            List.of(
                new DeclaredNumber("accuracy", "0.95", "overall", "own data", "", ""),
                new DeclaredNumber("AUC", "92.5%", "overall", "", "", ""),
                new DeclaredNumber("selection_rate", "0.079", "sex = Female", "", "", ""),
                new DeclaredNumber("f1-score", "high", "overall", "", "", ""),
                new DeclaredNumber("wisdom", "1", "overall", "", "", "")),
            List.of());
    String text = supplied.passages().get(NarrativeSection.SUPPLIED_NUMBERS);
    String card =
        ModelCards.markdown(
            ModelCards.of(
                SampleDossiers.adult(), Narratives.of(NarrativeSection.SUPPLIED_NUMBERS, text)));

    assertThat(card)
        .contains("### Declared against measured")
        .containsPattern("\\| Accuracy \\| 0.95 \\| 0.873 \\(.*\\) \\| lies above the interval \\|")
        .containsPattern(
            ", sex = Female \\| 0.079 \\| 0.079 \\(.*\\) \\| lies within the interval \\|")
        .containsPattern("\\| high \\| .* \\| is no number \\|")
        .containsPattern("\\| 92.5% \\| 0.92")
        .contains("the supplier may have measured on other data");
    assertThat(card.substring(card.indexOf("Declared against"))).doesNotContain("wisdom");
    assertThat(markdown(SampleDossiers.adult())).doesNotContain("Declared against");
  }

  @Test
  void headerIsMetadataThatHuggingFaceReads() {
    JsonNode header = header(SampleDossiers.adult());

    assertThat(header.get("license").asString()).isEqualTo("unknown");
    assertThat(header.get("pipeline_tag").asString()).isEqualTo("tabular-classification");
    assertThat(header.get("tags")).isNotEmpty();
    JsonNode result = header.get("model-index").get(0).get("results").get(0);
    assertThat(result.get("dataset").get("name").asString()).isEqualTo("adult_test.csv");
    JsonNode accuracy = result.get("metrics").get(0);
    assertThat(accuracy.get("type").asString()).isEqualTo("accuracy");
    assertThat(accuracy.get("value").doubleValue()).isEqualTo(0.8731650390025183);
    assertThat(accuracy.get("args").get("n").longValue()).isEqualTo(16281);
    assertThat(header(SampleDossiers.regression()).get("pipeline_tag").asString())
        .isEqualTo("tabular-regression");
  }

  @Test
  void hostileTextsBecomeNoMarkup() {
    String card = markdown(SampleDossiers.hostile());
    String body = card.substring(card.indexOf("\n---\n", 4));

    assertThat(body)
        .doesNotContain("<script", "<img", "](javascript", "\u202E", "\n- three")
        .contains("&lt;script&gt;");
    assertThat(header(SampleDossiers.hostile()).get("model-index").get(0).get("name").asString())
        .isEqualTo("\"><img src=x onerror=alert(1)>");
  }

  @Test
  void equalDossiersGiveEqualCards() {
    assertThat(markdown(SampleDossiers.adult())).isEqualTo(markdown(SampleDossiers.adult()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "a_b*c ¦ a\\_b\\*c",
        "[x](javascript:1) ¦ \\[x\\]\\(javascript\\:1)",
        "1. first ¦ 1\\. first",
        "0.873 ¦ 0.873",
        "2) second ¦ 2\\) second",
        "- item ¦ \\- item",
        "well-known ¦ well-known",
        "a|b ¦ a\\|b",
        "<b> & ¦ &lt;b&gt; &amp;",
        "http://evil.example ¦ http\\://evil.example",
        "www.evil.example ¦ www\\.evil.example",
        "# heading ¦ \\# heading",
        "`code` ¦ \\`code\\`"
      })
  void textIsEscapedWhereItWouldBeMarkup(String text, String escaped) {
    assertThat(MarkdownText.of(text)).isEqualTo(escaped);
  }

  private static String markdown(Dossier dossier) {
    return ModelCards.markdown(ModelCards.of(dossier));
  }

  private static JsonNode header(Dossier dossier) {
    String card = markdown(dossier);
    return new YAMLMapper().readTree(card.substring(4, card.indexOf("\n---\n", 4)));
  }
}
