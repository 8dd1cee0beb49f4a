package dev.assay.evaluation;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// Reads the results of checks.
final class CheckReader {

  CheckResult read(JsonNode node) {
    return new CheckResult(
        JsonIn.text(node, "check"),
        JsonIn.text(node, "title"),
        JsonIn.word(CheckResult.Status.class, JsonIn.text(node, "status")),
        JsonIn.text(node, "summary"),
        List.copyOf(JsonIn.list(node, "values", CheckReader::value)),
        List.copyOf(JsonIn.list(node, "evidence", CheckReader::evidence)));
  }

  private static CheckResult.CheckValue value(JsonNode node) {
    return new CheckResult.CheckValue(
        JsonIn.text(node, "name"), JsonIn.text(node, "subject"), JsonIn.value(node));
  }

  private static CheckResult.Evidence evidence(JsonNode node) {
    return new CheckResult.Evidence(
        JsonIn.text(node, "sentence"),
        List.copyOf(JsonIn.list(node, "rows", JsonIn::wholeOf)),
        JsonIn.texts(node, "details"));
  }
}
