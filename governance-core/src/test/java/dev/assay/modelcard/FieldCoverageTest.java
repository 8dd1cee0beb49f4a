package dev.assay.modelcard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.modelcard.FieldCoverage.Form;
import dev.assay.report.SampleDossiers;
import org.junit.jupiter.api.Test;

class FieldCoverageTest {

  @Test
  void whatTheAuditKnowsIsFilledBeforeAnybodyWrites() {
    FieldCoverage coverage = FieldCoverage.of(SampleDossiers.adult(), Narrative.EMPTY);

    assertThat(coverage.words(Form.GOOGLE))
        .isEqualTo("Google Model Card Toolkit: 11 of 24 fields are filled.");
    assertThat(field(coverage, "considerations.use_cases").why())
        .isEqualTo("the purpose given with the audit");
    assertThat(field(coverage, "model_details.licenses"))
        .satisfies(f -> assertThat(f.filled()).isFalse())
        .satisfies(f -> assertThat(f.why()).isEqualTo("nobody wrote 'Licence'"));
  }

  @Test
  void aCompleteNarrativeLeavesOnlyThePictures() {
    FieldCoverage coverage = FieldCoverage.of(SampleDossiers.adult(), Narratives.complete());

    assertThat(coverage.fields().stream().filter(f -> !f.filled()))
        .extracting(FieldCoverage.Field::name)
        .containsExactly("quantitative_analysis.graphics");
    assertThat(coverage.markdown()).contains("| ✓ license | written under 'Licence' |");
  }

  @Test
  void storedScoresLeaveTheModelsFieldsOpenAndSayWhy() {
    FieldCoverage coverage = FieldCoverage.of(SampleDossiers.regression(), Narrative.EMPTY);

    assertThat(field(coverage, "model_parameters.input_format").why())
        .isEqualTo("stored scores were evaluated, no model file was read");
  }

  private static FieldCoverage.Field field(FieldCoverage coverage, String name) {
    return coverage.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }
}
