package dev.assay.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Descriptions for the hostile models, which all read one matrix [N, 5].
final class ModelSpecs {

  private static final List<String> COLUMNS =
      List.of("age", "education_num", "capital_gain", "capital_loss", "hours_per_week");
  private static final List<String> CLASSES = List.of("<=50K", ">50K");

  private ModelSpecs() {}

  /// Binds the model's only input to five numeric columns of Adult, and its output by its file's
  /// name.
  static String fiveNumbersOfAdult(String file) {
    String name = Path.of(file).getFileName().toString();
    String input =
        switch (name) {
          case "hostile_names.onnx" -> "<img src=x onerror=alert(1)>";
          case "wrong_input_names.onnx" -> "totally_unrelated_name";
          case "fp16_overflow.onnx", "hostile_metadata.onnx" -> "features";
          case "constant_4g.onnx" -> "x";
          case "embed_scalar_beta.onnx" -> "ids";
          default -> "x";
        };
    Map<String, Object> output =
        switch (name) {
          case "hostile_names.onnx" -> output("../../../tmp/pwned", "probability_of_positive");
          case "inf_output.onnx" -> output("logits", "logits");
          case "int_scores.onnx", "string_output.onnx", "script_labels.onnx" ->
              output("label", "label");
          case "sequence_of_maps.onnx" -> output("maps", "probabilities");
          case "many_outputs.onnx" -> output("y0", "probability_of_positive");
          case "huge_constant.onnx",
              "huge_tile.onnx",
              "endless_loop.onnx",
              "growing_loop.onnx",
              "very_deep.onnx",
              "output_rank4.onnx",
              "constant_4g.onnx" ->
              output("y", "probability_of_positive");
          default -> output("probabilities", "probabilities");
        };
    return new JsonMapper()
        .writeValueAsString(
            Map.of(
                "model",
                name,
                "task",
                "binary_classification",
                "inputs",
                List.of(Map.of("name", input, "binding", Map.of("columns", COLUMNS))),
                "outputs",
                List.of(output)));
  }

  private static Map<String, Object> output(String name, String meaning) {
    return Map.of("name", name, "meaning", meaning, "classes", CLASSES);
  }
}
