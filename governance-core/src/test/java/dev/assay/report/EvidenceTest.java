package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.audit.Dossier;
import dev.assay.chart.GroupBars;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.Evaluation;
import dev.assay.finding.Finding;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import dev.assay.report.document.Block;
import dev.assay.slice.SliceKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private final Dossier adult = SampleDossiers.adult();
  private final Evaluation evaluation = adult.run().evaluation();

  @Test
  void aDisparityShowsTheRatesBehindItWithTheReferenceGroup() {
    int index = disparity("selection_rate_difference", "demographic_parity_difference");
    GroupBars bars = bars(evidence("disparities[" + index + "]")).getFirst();
    List<SliceKey> groups =
        evaluation.metrics().stream()
            .map(m -> m.slice())
            .filter(s -> s.conditions().keySet().equals(attributes(index)))
            .distinct()
            .toList();

    assertThat(bars.bars()).hasSize(Math.min(10, groups.size()));
    assertThat(bars.title()).startsWith("Selection rate by ");
    assertThat(bars.words()).contains("n ");
  }

  @Test
  void aMetricOfAGroupShowsThatMetricByGroup() {
    int index =
        IntStream.range(0, evaluation.metrics().size())
            .filter(i -> evaluation.metrics().get(i).metric().equals("recall"))
            .filter(i -> evaluation.metrics().get(i).slice().conditions().size() == 1)
            .findFirst()
            .orElseThrow();

    List<GroupBars> bars = bars(evidence("metrics[" + index + "]"));

    assertThat(bars).hasSize(1);
    assertThat(bars.getFirst().title()).contains("recall");
  }

  @Test
  void aMetricOfEveryoneShowsTheChartOfItsFamily() {
    int calibration = metric("ece");
    assertThat(figures(evidence("metrics[" + calibration + "]")))
        .singleElement()
        .satisfies(f -> assertThat(f.chart().title()).contains("Reliability"));
    assertThat(figures(evidence("metrics[" + metric("accuracy") + "]"))).isNotEmpty();
  }

  @Test
  void aCheckShowsWhatItFound() {
    String check = evaluation.checks().getFirst().check();

    assertThat(evidence("checks[" + check + "]").blocks())
        .anySatisfy(b -> assertThat(b).isInstanceOf(Block.Card.class));
  }

  @Test
  void pointersThatLeadNowhereAreLeftOutAndTheNumbersStay() {
    Block.Section evidence = evidence("metrics[99999999]", "checks[none]", "x", "metrics[-1]");

    assertThat(evidence.blocks()).hasSize(2).last().isInstanceOf(Block.KeyValues.class);
    assertThat(figures(evidence)).isEmpty();
  }

  @Test
  void everyFindingOfHostileTextHasEvidence() {
    Dossier hostile = SampleDossiers.hostile();

    assertThat(hostile.audit().findings())
        .allSatisfy(f -> assertThat(Reports.evidence(hostile, f).blocks()).isNotEmpty());
  }

  private int disparity(String... metrics) {
    return IntStream.range(0, evaluation.disparities().size())
        .filter(i -> List.of(metrics).contains(evaluation.disparities().get(i).metric()))
        .findFirst()
        .orElseThrow();
  }

  private java.util.Set<String> attributes(int index) {
    Disparity disparity = evaluation.disparities().get(index);
    return java.util.Set.copyOf(disparity.attributes());
  }

  private int metric(String id) {
    return IntStream.range(0, evaluation.metrics().size())
        .filter(i -> evaluation.metrics().get(i).metric().equals(id))
        .filter(i -> evaluation.metrics().get(i).slice().isWhole())
        .findFirst()
        .orElseThrow();
  }

  private Block.Section evidence(String... pointers) {
    Finding finding =
        new Finding(
            "id",
            "rule",
            "title",
            Verdict.FAIL,
            Severity.MAJOR,
            "subject",
            "sentence",
            0.1,
            0.0,
            0.2,
            "at most 0.05",
            100,
            List.of(pointers),
            "",
            "");
    return Reports.evidence(adult, finding);
  }

  private static List<Block.Figure> figures(Block.Section section) {
    return section.blocks().stream()
        .filter(Block.Figures.class::isInstance)
        .flatMap(b -> ((Block.Figures) b).figures().stream())
        .toList();
  }

  private static List<GroupBars> bars(Block.Section section) {
    return figures(section).stream()
        .map(Block.Figure::chart)
        .filter(GroupBars.class::isInstance)
        .map(GroupBars.class::cast)
        .toList();
  }
}
