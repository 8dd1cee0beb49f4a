package dev.assay.app.gui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.chart.ForestPlot;
import dev.assay.compare.ComparisonCsv;
import dev.assay.compare.Difference;
import dev.assay.compare.Outcome;
import dev.assay.compare.RunComparison;
import dev.assay.compare.Subject;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareModelTest {

  private static final Subject EVERYONE = new Subject.Slice(SliceKey.WHOLE);
  private static final Subject WOMEN = new Subject.Slice(SliceKey.of("sex", "Female"));
  private static final Subject OLD = new Subject.Slice(SliceKey.of("age", "60+"));

  private static Difference difference(String metric, Subject subject, double by, Outcome outcome) {
    return new Difference(
        metric,
        subject,
        null,
        MetricValue.of(0.5),
        MetricValue.of(0.5 + by),
        new MetricValue.Defined(by, new Interval(by - 0.1, by + 0.1, 0.95, "tango")),
        100,
        true,
        0.01,
        0.04,
        outcome,
        "beyond chance");
  }

  private static CompareModel model(List<Difference> differences) {
    return new CompareModel(
        new RunComparison(
            true, "Paired.", 100, 0.95, differences, null, null, List.of(), List.of(), List.of()));
  }

  private static final List<Difference> SEVERAL =
      List.of(
          difference("accuracy", EVERYONE, 0.01, Outcome.NOISE),
          difference("recall", WOMEN, 0.2, Outcome.BETTER),
          difference("fpr", WOMEN, 0.1, Outcome.WORSE),
          difference("fpr", OLD, 0.3, Outcome.WORSE),
          difference("selection_rate", EVERYONE, 0.2, Outcome.CHANGED));

  @Test
  void worstComesFirstAndWithinAnOutcomeTheLargest() {
    assertThat(model(SEVERAL).rows())
        .extracting(Difference::outcome, d -> d.subject().describe())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(Outcome.WORSE, "age = 60+"),
            org.assertj.core.api.Assertions.tuple(Outcome.WORSE, "sex = Female"),
            org.assertj.core.api.Assertions.tuple(Outcome.BETTER, "sex = Female"),
            org.assertj.core.api.Assertions.tuple(Outcome.CHANGED, "everyone"),
            org.assertj.core.api.Assertions.tuple(Outcome.NOISE, "everyone"));
  }

  @Test
  void filtersNarrowTogetherAndGiveAllBackWhenCleared() {
    CompareModel model = model(SEVERAL);
    model.attribute().set("sex");
    assertThat(model.rows()).hasSize(2);
    model.outcome().set(Outcome.WORSE);
    assertThat(model.rows()).extracting(Difference::metric).containsExactly("fpr");
    model.attribute().set(CompareModel.ALL);
    model.outcome().set(null);
    model.words().set("60");
    assertThat(model.rows()).hasSize(1);
    model.words().set("");
    model.metric().set("accuracy");
    assertThat(model.rows()).extracting(Difference::subject).containsExactly(EVERYONE);
    model.metric().set(CompareModel.ALL);
    model.attribute().set("everyone");
    assertThat(model.rows()).hasSize(2);
    assertThat(model.attributes()).containsExactly("all", "everyone", "age", "sex");
  }

  @Test
  void chartShowsOneMetricWithItsOutcomesAsShapes() {
    ForestPlot forest = model(SEVERAL).forest("fpr");
    assertThat(forest.rows())
        .extracting(ForestPlot.Estimate::label, ForestPlot.Estimate::mark)
        .containsExactlyInAnyOrder(
            org.assertj.core.api.Assertions.tuple("sex = Female", ForestPlot.Mark.FAIL),
            org.assertj.core.api.Assertions.tuple("age = 60+", ForestPlot.Mark.FAIL));
    assertThat(forest.words()).contains("2 differ beyond chance");
    assertThat(model(SEVERAL).firstMetric()).isEqualTo("fpr");
  }

  @Test
  void csvHoldsFullPrecisionAndOneLineANumber() {
    String csv = ComparisonCsv.of(SEVERAL);
    assertThat(csv.lines()).hasSize(6);
    assertThat(csv).contains("worse,fpr,age = 60+,,0.5,0.8,0.3,0.19999999999999998,0.4,0.95,tango");
  }

  @Test
  void twentyThousandNumbersAreSortedAndNarrowedAtOnce() {
    List<Difference> many = new ArrayList<>();
    Outcome[] outcomes = Outcome.values();
    for (int i = 0; i < 20_000; i++) {
      many.add(
          difference(
              i % 2 == 0 ? "fpr" : "recall",
              new Subject.Slice(SliceKey.of("city", "c" + i)),
              Math.sin(i),
              outcomes[i % outcomes.length]));
    }
    long started = System.nanoTime();
    CompareModel model = model(many);
    model.words().set("c1999");
    model.forest("fpr");
    long millis = (System.nanoTime() - started) / 1_000_000;
    System.out.println("20,000 differences sorted, narrowed and charted in " + millis + " ms");
    assertThat(model.rows()).hasSize(11);
    assertThat(millis).isLessThan(2_000);
  }

  @Test
  void gateHoldsTheChallengerAgainstTheRecordedChampion() {
    assertThat(
            CompareScreen.gate(
                "abc123", List.of("evaluate", "--data", "x.csv"), "/home/me/w.assay"))
        .containsExactly(
            "gate", "--data", "x.csv", "--baseline", "abc123", "--workspace", "/home/me/w.assay");
    assertThat(CompareScreen.gate(null, List.of("evaluate", "--data", "x.csv"), "w")).isEmpty();
  }
}
