package dev.assay.dataset;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The part of a dataset description that says where words and tags are.
///
/// @param file name of the file, safe to show
/// @param columns the described columns
record TagNodes(String file, List<ColumnSpec> columns) {

  private static final String HOW =
      "Write \"tags\": {\"text\": \"tokens\", \"column\": \"ner_tags\", \"form\": \"words\"}, or"
          + " the form \"spans\" for a text with marked spans.";

  /// `{"text": …, "column": …, "form": "words", "scheme": "bio"}`, absent where the task is
  /// another.
  @Nullable TagSpec tags(JsonNode root) {
    JsonNode node = root.path("tags");
    boolean wanted = root.path("task").asString("").startsWith("token");
    if (node.isMissingNode() || node.isNull()) {
      if (wanted) {
        throw rejected("has the task token_classification and no tags", HOW);
      }
      return null;
    }
    if (!node.isObject()) {
      throw rejected("has tags = " + Visible.of(node.toString(), 60), HOW);
    }
    TagSpec.Form form = word(TagSpec.Form.values(), node.path("form"), "tags.form");
    return new TagSpec(
        column(node.path("text"), "tags.text"),
        column(node.path("column"), "tags.column"),
        form == null ? TagSpec.Form.WORDS : form,
        word(TagScheme.values(), node.path("scheme"), "tags.scheme"));
  }

  /// The columns, in their roles.
  static List<ColumnSpec> inRoles(List<ColumnSpec> columns, TagSpec tags) {
    return columns.stream()
        .map(
            c ->
                c.name().equals(tags.text())
                    ? c.withRole(ColumnRole.TEXT, c.reason())
                    : c.name().equals(tags.tags()) ? c.withRole(ColumnRole.LABEL, c.reason()) : c)
        .toList();
  }

  private String column(JsonNode node, String place) {
    String name = node.asString("");
    if (columns.stream().noneMatch(c -> c.name().equals(name))) {
      throw rejected(
          "has " + place + " = '" + Visible.of(name, 80) + "', which is none of its columns", HOW);
    }
    return name;
  }

  private <E extends Enum<E>> @Nullable E word(E[] words, JsonNode node, String place) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    String said = node.asString("");
    return Arrays.stream(words)
        .filter(w -> w.name().toLowerCase(Locale.ROOT).equals(said))
        .findFirst()
        .orElseThrow(
            () ->
                rejected(
                    "has " + place + " = " + Visible.of(node.toString(), 60),
                    "Write one of: "
                        + Arrays.stream(words)
                            .map(w -> w.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private InputRejected rejected(String what, String remedy) {
    return new InputRejected(
        "DATASET-SPEC", "Dataset description " + file + " " + what + ".", remedy);
  }
}
