package dev.assay.finding;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.path.NodePath;
import dev.assay.common.Resources;
import dev.assay.common.SchemaYaml;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The JSON schema that policies keep to, `policies/policy.schema.json`.
final class PolicySchema {

  static final String RESOURCE = "/dev/assay/resources/policies/policy.schema.json";

  private static final String UNKNOWN_KEY = "additionalProperties";
  private static final String REMEDY =
      "Mend it there; 'assay policy show default' shows a policy that is right, and"
          + " policy.schema.json says what may stand where.";

  private final Schema schema;
  private final SchemaWords words;

  PolicySchema() {
    this.schema = SchemaYaml.schema(text());
    Set<String> keys = new TreeSet<>();
    collectKeys(schema.getSchemaNode(), keys);
    this.words = new SchemaWords(keys);
  }

  /// Every part of a document that does not keep to the schema, one fault a line, in their order.
  /// Where a part has a key that nobody knows, what follows from that is left out.
  List<PolicyFault> faults(PolicyDocument document) {
    List<Error> errors = schema.validate(document.root());
    List<String> misspelt =
        errors.stream()
            .filter(e -> e.getKeyword().equals(UNKNOWN_KEY))
            .map(e -> pointer(e.getInstanceLocation()))
            .toList();
    Map<Integer, PolicyFault> byLine = new TreeMap<>();
    errors.stream()
        .filter(
            e ->
                e.getKeyword().equals(UNKNOWN_KEY)
                    || misspelt.stream().noneMatch(pointer(e.getInstanceLocation())::equals))
        .sorted(Comparator.comparingInt(e -> weight(e.getKeyword())))
        .map(e -> fault(document, e))
        .forEach(f -> byLine.putIfAbsent(f.line(), f));
    return List.copyOf(byLine.values());
  }

  private PolicyFault fault(PolicyDocument document, Error error) {
    String place = SchemaWords.place(error);
    return new PolicyFault(document.lineOf(place), place, "POLICY-SCHEMA", words.of(error), REMEDY);
  }

  /// Refuses a document that does not keep to the schema. One fault is named, with its line: a key
  /// that nobody knows, since other faults follow from it, or else the first in the document.
  void check(PolicyDocument document) {
    List<Error> errors = schema.validate(document.root());
    errors.stream()
        .min(
            Comparator.comparing((Error e) -> !e.getKeyword().equals(UNKNOWN_KEY))
                .thenComparingInt(e -> line(document, e))
                .thenComparingInt(e -> weight(e.getKeyword()))
                .thenComparing(e -> pointer(e.getInstanceLocation())))
        .ifPresent(
            e -> {
              throw document.refused("POLICY-SCHEMA", SchemaWords.place(e), words.of(e), REMEDY);
            });
  }

  private static int line(PolicyDocument document, Error error) {
    return document.lines().getOrDefault(SchemaWords.place(error), Integer.MAX_VALUE);
  }

  /// Which of several faults of one place says most.
  private static int weight(String keyword) {
    return switch (keyword) {
      case "type" -> 0;
      case "oneOf" -> 1;
      case "required" -> 2;
      default -> 3;
    };
  }

  static String pointer(NodePath path) {
    return path.toString();
  }

  private static void collectKeys(JsonNode part, Set<String> keys) {
    part.path("properties").propertyNames().forEach(keys::add);
    part.forEach(inner -> collectKeys(inner, keys));
  }

  private static String text() {
    return Resources.text(PolicySchema.class, RESOURCE);
  }
}
