package dev.assay.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Descriptions of the sample's files.
final class SampleSpecs {

  private SampleSpecs() {}

  static Map<String, Object> dataset(String name) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("name", name);
    spec.put("title", title(name));
    spec.put("file", name + ".csv");
    spec.put("task", "binary_classification");
    spec.put(
        "label",
        Map.of(
            "column",
            "repaid",
            "positive",
            "yes",
            "classes",
            List.of("no", "yes"),
            "favourable",
            "yes"));
    List<Object> columns = new ArrayList<>();
    for (String column : Applicant.HEADER) {
      columns.add(column(column));
    }
    spec.put("columns", columns);
    return spec;
  }

  private static String title(String name) {
    return switch (name) {
      case "lending" -> "Loan applicants, held out";
      case "lending_train" -> "Loan applicants, training data";
      default -> "Loan applicants, a later batch";
    };
  }

  private static Map<String, Object> column(String name) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("name", name);
    column.put(
        "role",
        switch (name) {
          case "applicant_id" -> "id";
          case "repaid" -> "label";
          case "age_group", "sex", "region" -> "sensitive";
          default -> "feature";
        });
    column.put(
        "type",
        switch (name) {
          case "applicant_id" -> "string";
          case "age", "payment_reminders" -> "integer";
          case "age_group", "sex", "region", "credit_history", "loan_purpose", "repaid" ->
              "category";
          default -> "number";
        });
    if (name.equals("sex")) {
      column.put("reference_group", "male");
    }
    if (name.equals("age_group")) {
      column.put("reference_group", "35 to 54");
    }
    return column;
  }

  static Map<String, Object> model(String name) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("model", name + ".onnx");
    spec.put("dataset", "lending");
    spec.put("task", "binary_classification");
    List<Object> inputs = new ArrayList<>();
    for (String column : Features.NUMBERS) {
      inputs.add(Map.of("name", column, "binding", Map.of("column", column)));
    }
    for (String column : List.of("credit_history", "loan_purpose")) {
      inputs.add(Map.of("name", column, "binding", Map.of("column", column)));
    }
    spec.put("inputs", inputs);
    spec.put(
        "outputs",
        List.of(
            Map.of(
                "name",
                "probabilities",
                "meaning",
                "probabilities",
                "classes",
                List.of("no", "yes"))));
    return spec;
  }
}
