package dev.assay.regime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.UsageError;
import dev.assay.evaluation.Evaluation;
import dev.assay.report.SampleDossiers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegimesTest {

  private static final String PACK =
      """
      schema: assay.regime/1
      id: own
      version: "3"
      title: Our rule
      as_of: "2026-11-25"
      source: handbook
      clauses:
        - id: "1"
          asks: Rates of groups.
          question: Which groups?
          metrics: [selection_rate]
        - id: "2"
          asks: A name.
          question: Who?
          person: the name
        - id: "3"
          asks: Both.
          question: What?
          metrics: [accuracy, mae]
          person: the limit
      """;

  @Test
  void builtInReadsEveryPackUnderItsOwnName() {
    List<Regime> all = Regimes.builtIn();

    assertThat(all).hasSize(8);
    assertThat(all).allSatisfy(r -> assertThat(Regimes.load(r.id())).isEqualTo(r));
    assertThat(all).extracting(Regime::id).doesNotHaveDuplicates();
    assertThat(all).allSatisfy(r -> assertThat(r.notes()).isNotEmpty());
  }

  @Test
  void builtInNamesNoVerdict() {
    for (Regime regime : Regimes.builtIn()) {
      assertThat(regime.toString()).doesNotContainIgnoringCase("compliant");
    }
  }

  @Test
  void theSchemaForEditorsNamesTheKeysThatTheReaderTakes() {
    var pack = Json.mapper().readTree(Regimes.schema()).get("properties");

    assertThat(pack.propertyNames()).containsExactlyInAnyOrderElementsOf(RegimeReader.HEAD);
    assertThat(pack.get("clauses").get("items").get("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(RegimeReader.PARTS);
  }

  @Test
  void coverageSaysWhatIsThereAndWhyTheRestIsNot() {
    Evaluation evaluation = SampleDossiers.adult().run().evaluation();

    Coverage coverage = Coverage.of(Regimes.parse(PACK, "own"), evaluation);

    assertThat(coverage.rows())
        .extracting(Coverage.Row::state)
        .containsExactly(Coverage.State.COVERED, Coverage.State.GAP, Coverage.State.PARTLY);
    assertThat(coverage.rows().get(0).found()).containsExactly("metric selection_rate");
    assertThat(coverage.rows().get(0).reason()).isEmpty();
    assertThat(coverage.rows().get(1).reason())
        .isEqualTo("no measurement shows it; a person must add: the name");
    assertThat(coverage.rows().get(2).reason())
        .isEqualTo("the evaluation lacks metric mae; a person must add: the limit");
  }

  @Test
  void coverageSaysThatACheckWasNotRun() {
    Evaluation e = SampleDossiers.adult().run().evaluation();
    Evaluation without =
        new Evaluation(
            e.provenance(),
            e.task(),
            e.positive(),
            e.favourable(),
            e.threshold(),
            e.classes(),
            e.level(),
            e.attributes(),
            e.metrics(),
            e.disparities(),
            e.curves(),
            List.of(),
            e.excluded(),
            e.warnings());
    String pack = PACK.replace("metrics: [selection_rate]", "checks: [drift.features]");

    Coverage.Row row = Coverage.of(Regimes.parse(pack, "own"), without).rows().getFirst();

    assertThat(row.state()).isEqualTo(Coverage.State.GAP);
    assertThat(row.reason())
        .isEqualTo("the evaluation lacks check drift.features (it was not run)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "assay.regime/1 | assay.regime/2 | line 1: 'schema' is not assay.regime/1.",
        "title: Our rule | titel: Our rule | line 4: the key 'titel' is not known in a pack.",
        "2026-11-25 | yesterday | line 5: 'as_of' is not a day such as 2026-11-25.",
        "selection_rate | selektion_rate | line 11: nothing in 'metrics' is called 'selektion_rate'.",
        "person: the name | checks: [a.b] | line 15: nothing in 'checks' is called 'a.b'.",
        "source: handbook | title: again | line 6: the key 'title' occurs twice.",
        "question: Who? | metrics: [accuracy] | line 12: the key 'question' is missing.",
        "'id: \"2\"' | 'id: \"1\"' | line 12: two clauses are called '1'.",
        "[selection_rate] | '&a [selection_rate]' | line 11: it uses an anchor (&)",
        "[selection_rate] | selection_rate | line 11: there must be a list of at least one.",
      })
  void parseNamesTheLineOfWhatIsWrong(String right, String wrong, String sentence) {
    assertThatThrownBy(() -> Regimes.parse(PACK.replace(right, wrong), "own"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("Regime 'own', " + sentence);
  }

  @Test
  void parseRefusesWhatIsNoYaml() {
    assertThatThrownBy(() -> Regimes.parse("a: [", "own"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("is not well-formed YAML");
    assertThatThrownBy(() -> Regimes.parse("[".repeat(100_000), "own"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("nested more than 100 deep");
    assertThatThrownBy(() -> Regimes.parse("- ".repeat(50_000), "own"))
        .isInstanceOf(InputRejected.class);
    assertThatThrownBy(() -> Regimes.parse("", "own"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("it is empty");
  }

  @Test
  void loadNamesTheBuiltInWhenThereIsNoSuchRegime() {
    assertThatThrownBy(() -> Regimes.load("nowhere"))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("'nowhere'");
  }
}
