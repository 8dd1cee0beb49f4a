package dev.assay.app.gui.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.session.RunEntry;
import dev.assay.dataset.Task;
import dev.assay.finding.Verdict;
import dev.assay.store.RunStore;
import dev.assay.usecase.EvaluateRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import javafx.collections.FXCollections;
import org.junit.jupiter.api.Test;

class RunsModelTest {

  private static RunEntry run(String id, String model, String finished, Verdict... verdicts) {
    List<RunStore.InAudit> audits =
        java.util.Arrays.stream(verdicts).map(v -> new RunStore.InAudit("a", "audit", v)).toList();
    Instant end = Instant.parse(finished);
    return new RunEntry(
        id,
        null,
        new RunStore.Listed(
            id,
            model,
            "lending.csv",
            Task.BINARY_CLASSIFICATION,
            10,
            end.minusSeconds(3),
            end,
            new TreeMap<>(),
            audits),
        null);
  }

  private static final RunEntry OLD = run("1", "old.onnx", "2026-03-01T10:00:00Z", Verdict.FAIL);
  private static final RunEntry NEW = run("2", "new.onnx", "2026-04-01T10:00:00Z");

  @Test
  void filtersOfAllFieldsNarrowTogether() {
    RunsModel model = new RunsModel(FXCollections.observableArrayList(OLD, NEW));
    assertThat(model.rows()).containsExactly(OLD, NEW);
    model.filter(RunsModel.Field.MODEL).set(" OLD ");
    assertThat(model.rows()).containsExactly(OLD);
    model.filter(RunsModel.Field.MODEL).set("");
    model.filter(RunsModel.Field.DATE).set("april");
    assertThat(model.rows()).containsExactly(NEW);
    model.filter(RunsModel.Field.VERDICT).set("failed");
    assertThat(model.rows()).isEmpty();
    model.filter(RunsModel.Field.DATE).set("");
    assertThat(model.rows()).containsExactly(OLD);
  }

  @Test
  void olderOfTwoIsTheChampionUnlessOneIsChosen() {
    assertThat(RunsModel.two(List.of(NEW, OLD), null)).contains(new RunsModel.Two(OLD, NEW));
    assertThat(RunsModel.two(List.of(NEW, OLD), NEW)).contains(new RunsModel.Two(NEW, OLD));
    assertThat(RunsModel.two(List.of(OLD), NEW)).contains(new RunsModel.Two(NEW, OLD));
    assertThat(RunsModel.two(List.of(NEW), NEW)).isEmpty();
    assertThat(RunsModel.two(List.of(NEW), null)).isEmpty();
    assertThat(RunsModel.two(List.of(), NEW)).isEmpty();
  }

  @Test
  void recordedCommandIsReadBackIntoItsRequest() {
    EvaluateRequest request =
        RequestOfCommand.of(
                List.of(
                    "audit",
                    "--model",
                    "m.onnx",
                    "--data=d.csv",
                    "--threshold",
                    "0.35",
                    "--sensitive",
                    "sex, race",
                    "--checks",
                    "none"))
            .orElseThrow();
    assertThat(request.model()).isEqualTo(Path.of("m.onnx"));
    assertThat(request.data()).isEqualTo(Path.of("d.csv"));
    assertThat(request.threshold()).isEqualTo(0.35);
    assertThat(request.sensitive()).containsExactly("sex", "race");
    assertThat(request.checks()).containsExactly("none");
    assertThat(request.depth()).isEqualTo(2);
  }

  @Test
  void suitesOfACommandAreAskedAgain() {
    List<String> command =
        List.of("evaluate", "--data", "texts.csv", "--behaviour", "own.yaml,more.yaml");

    assertThat(RequestOfCommand.of(command).orElseThrow().suites())
        .containsExactly(Path.of("own.yaml"), Path.of("more.yaml"));
  }

  @Test
  void commandThatIsNotUnderstoodGivesNoRequest() {
    assertThat(RequestOfCommand.of(List.of("evaluate"))).isEmpty();
    assertThat(RequestOfCommand.of(List.of("evaluate", "--data", "d.csv", "--threshold", "half")))
        .isEmpty();
  }
}
