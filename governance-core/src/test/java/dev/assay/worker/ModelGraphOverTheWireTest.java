package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Corpus;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.model.ModelGraph;
import dev.assay.model.ModelGraphReader;
import dev.assay.work.Cancellation;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The graph of a model comes from the child as it was read there, and nothing else is believed.
class ModelGraphOverTheWireTest {

  private static final WorkerSettings SETTINGS =
      new WorkerSettings(512L << 20, 3L << 30, Duration.ofSeconds(60));

  @Test
  void theGraphArrivesAsItWasReadAndATooLargeOneAsASentence() {
    Path model = Corpus.path("models/adult_lgbm.onnx");
    try (Worker worker = Workers.of(SETTINGS)) {
      assertThat(worker.modelGraph(model, new Cancellation()))
          .isEqualTo(ModelGraphReader.read(model));
      assertThatThrownBy(
              () ->
                  worker.modelGraph(
                      Corpus.path("hostile/models/very_deep.onnx"), new Cancellation()))
          .isInstanceOf(InputRejected.class)
          .hasMessageContaining("30,000 nodes");
    }
  }

  @Test
  void aGraphWhoseEdgesLeadNowhereIsNotBelieved() {
    String nowhere =
        """
        {"bodies": [{"title": "main graph", "parentBody": -1, "parentNode": -1, "nodes": [],
          "edges": [{"from": 0, "to": 7, "value": "x", "type": ""}], "constants": 0}]}
        """;
    String incomplete =
        """
        {"bodies": [{"title": "main graph", "parentBody": -1, "parentNode": -1}]}
        """;

    for (String said : new String[] {nowhere, incomplete, "{}"}) {
      assertThatThrownBy(() -> Understood.result(Json.mapper().readTree(said), ModelGraph.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("ModelGraph");
    }
  }
}
