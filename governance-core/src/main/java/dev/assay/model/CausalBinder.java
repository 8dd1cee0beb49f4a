package dev.assay.model;

import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.Task;
import java.util.List;
import java.util.Map;

/// Fits a model that goes on with texts to a dataset: its columns of texts feed every input.
final class CausalBinder {

  private CausalBinder() {}

  static ModelBinding bind(ModelArtefact model, DatasetSpec dataset) {
    CausalGraph graph = CausalGraph.of(model);
    List<String> columns =
        dataset.withRole(ColumnRole.TEXT).stream().map(ColumnSpec::name).toList();
    return new ModelBinding(
        Task.TEXT_GENERATION,
        model.inputs().stream()
            .map(i -> new InputBinding(i.name(), columns, reason(i.name())))
            .toList(),
        List.of(
            new OutputBinding(
                graph.logits().name(),
                OutputMeaning.NEXT_TOKEN_LOGITS,
                List.of(),
                Map.of(),
                "config.json")),
        model.quantisation().equals("int8 dynamic"));
  }

  private static String reason(String input) {
    return switch (input) {
      case "input_ids", "attention_mask", "position_ids" -> "tokens of the texts";
      default -> "what the model kept of earlier tokens";
    };
  }
}
