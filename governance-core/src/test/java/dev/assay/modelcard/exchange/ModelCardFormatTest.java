package dev.assay.modelcard.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Dossier;
import dev.assay.common.Json;
import dev.assay.evaluation.MetricRow;
import dev.assay.modelcard.CardNumbers;
import dev.assay.modelcard.Datasheet;
import dev.assay.modelcard.DatasheetTopic;
import dev.assay.modelcard.DatasheetWords;
import dev.assay.modelcard.Narrative;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.modelcard.Narratives;
import dev.assay.report.SampleDossiers;
import dev.assay.slice.SliceKey;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ModelCardFormatTest {

  static Stream<Arguments> formatsAndDossiers() {
    return Stream.of(ModelCardFormat.GOOGLE, ModelCardFormat.CYCLONEDX, ModelCardFormat.SPDX)
        .flatMap(
            f ->
                Stream.of(
                        SampleDossiers.adult(),
                        SampleDossiers.multiclass(),
                        SampleDossiers.regression(),
                        SampleDossiers.hostile())
                    .map(d -> Arguments.of(f, d)));
  }

  @ParameterizedTest
  @MethodSource("formatsAndDossiers")
  void everyCardKeepsToThePublishedSchema(ModelCardFormat format, Dossier dossier) {
    for (Narrative narrative : List.of(Narrative.EMPTY, Narratives.complete())) {
      assertThat(Schemas.faults(format, format.write(new CardSource(dossier, narrative))))
          .isEmpty();
    }
  }

  @Test
  void datasheetsKeepToTheSchemaOfCycloneDx() {
    for (Dossier dossier : List.of(SampleDossiers.adult(), SampleDossiers.hostile())) {
      Datasheet sheet =
          Datasheet.of(
              dossier.run().data(),
              DatasheetWords.NONE.with(DatasheetTopic.PURPOSE, SampleDossiers.HOSTILE.getFirst()));
      assertThat(Schemas.faults(ModelCardFormat.CYCLONEDX, CycloneDxDatasheet.write(sheet)))
          .isEmpty();
    }
  }

  @Test
  void theSchemasRefuseWhatIsNoCard() {
    byte[] wrong =
        "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\", \"cards\": 1}".getBytes();

    assertThat(Schemas.faults(ModelCardFormat.CYCLONEDX, wrong)).isNotEmpty();
    assertThat(Schemas.faults(ModelCardFormat.GOOGLE, wrong)).isNotEmpty();
    assertThat(Schemas.faults(ModelCardFormat.SPDX, wrong)).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void equalAuditsGiveEqualBytes(ModelCardFormat format) {
    assertThat(format.write(adult())).isEqualTo(format.write(adult()));
  }

  @Test
  void everyNumberOfACardIsARowOfItsEvaluation() {
    CardSource source = adult();
    JsonNode metrics =
        json(ModelCardFormat.GOOGLE).at("/quantitative_analysis/performance_metrics");

    assertThat(metrics).hasSize(CardNumbers.of(source.evaluation()).size());
    for (JsonNode metric : metrics) {
      MetricRow row = row(metric.get("type").asString(), metric.get("slice").asString());
      assertThat(Double.parseDouble(metric.get("value").asString())).isEqualTo(row.value().orNaN());
    }
    assertThat(json(ModelCardFormat.GOOGLE).at("/model_details/references/0/reference").asString())
        .isEqualTo("urn:assay:evaluation:sha256:" + source.dossier().audit().evaluation().sha256());
  }

  @Test
  void cycloneDxCardSaysSlicesIntervalsAndConsiderations() {
    JsonNode bom = json(ModelCardFormat.CYCLONEDX);
    JsonNode card = bom.at("/metadata/component/modelCard");
    JsonNode female = null;
    for (JsonNode metric : card.at("/quantitativeAnalysis/performanceMetrics")) {
      if (metric.get("slice").asString().equals("sex = Female")
          && metric.get("type").asString().equals("selection_rate")) {
        female = metric;
      }
    }

    assertThat(female).isNotNull();
    assertThat(female.get("value").asString()).startsWith("0.07");
    assertThat(Double.parseDouble(female.at("/confidenceInterval/lowerBound").asString()))
        .isLessThan(Double.parseDouble(female.get("value").asString()));
    assertThat(card.at("/considerations/users/0").asString()).isEqualTo("About users.");
    assertThat(card.at("/considerations/fairnessAssessments/0/harms").asString())
        .contains(" against ");
    assertThat(bom.at("/components/0/type").asString()).isEqualTo("data");
  }

  @Test
  void spdxDocumentNamesTheModelAndWhatItWasTestedOn() {
    String spdx = new String(ModelCardFormat.SPDX.write(adult()));

    assertThat(spdx)
        .contains("\"ai_AIPackage\"", "\"dataset_DatasetPackage\"", "\"testedOn\"")
        .contains("\"recall | sex = Female | lower\"");
  }

  @Test
  void aLicenceInWordsIsNoIdentifier() {
    Narrative words = Narratives.of(NarrativeSection.LICENCE, "only for research");
    Narrative known = Narratives.of(NarrativeSection.LICENCE, "apache-2.0");

    assertThat(licence(words).get("custom_text").asString()).isEqualTo("only for research");
    assertThat(licence(known).get("identifier").asString()).isEqualTo("Apache-2.0");
  }

  private static JsonNode licence(Narrative narrative) {
    return Json.mapper()
        .readTree(ModelCardFormat.GOOGLE.write(new CardSource(SampleDossiers.adult(), narrative)))
        .at("/model_details/licenses/0");
  }

  private static MetricRow row(String metric, String slice) {
    return CardNumbers.of(adult().evaluation()).stream()
        .filter(r -> r.metric().equals(metric))
        .filter(
            r ->
                slice.equals("overall")
                    ? r.slice().equals(SliceKey.WHOLE)
                    : r.slice().describe().equals(slice))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode json(ModelCardFormat format) {
    return Json.mapper().readTree(format.write(adult()));
  }

  private static CardSource adult() {
    return new CardSource(SampleDossiers.adult(), Narratives.complete());
  }
}
