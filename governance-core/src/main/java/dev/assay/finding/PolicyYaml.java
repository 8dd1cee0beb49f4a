package dev.assay.finding;

import dev.assay.common.Rounded;
import dev.assay.common.StrictYaml;
import dev.assay.common.Visible;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads the YAML that policies are written in: mappings, lists, texts, numbers, true, false, null.
/// Policies come from strangers, so what YAML offers beyond that is refused by name: anchors and
/// aliases (with which a small file becomes a huge tree), tags (which name classes), keys that
/// occur twice, several documents; sizes and nesting are limited.
final class PolicyYaml {

  static final int MOST_CHARACTERS = 256 << 10;

  private static final int DEEPEST = 12;
  private static final int MOST_PARTS = 50_000;
  private static final int LONGEST_NUMBER = 40;
  private static final int LONGEST_SHOWN = 60;

  private static final YAMLMapper MAPPER =
      StrictYaml.mapper(MOST_CHARACTERS, DEEPEST, MOST_PARTS, LONGEST_NUMBER);

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final String name;
  private final Map<String, Integer> lines = new HashMap<>();

  private PolicyYaml(String name) {
    this.name = name;
  }

  /// Reads the text.
  ///
  /// @param name what to call it in a refusal
  /// @throws FaultFound when it is not such YAML
  static PolicyDocument read(String text, String name) {
    if (text.length() > MOST_CHARACTERS) {
      throw PolicyDocument.refused(
          name,
          "POLICY-TOO-LARGE",
          0,
          "",
          "it has "
              + Rounded.count(text.length())
              + " characters, more than the "
              + Rounded.count(MOST_CHARACTERS)
              + " that a policy may have",
          "Split it into several policies.",
          null);
    }
    return new PolicyYaml(name).read(text);
  }

  private PolicyDocument read(String text) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      YAMLParser yaml = (YAMLParser) parser;
      JsonToken first = yaml.nextToken();
      if (first == null) {
        throw refused(1, "", "it is empty");
      }
      JsonNode root = node(yaml, first, "");
      if (yaml.nextToken() != null) {
        throw refused(lineOf(yaml), "", "a second document begins; a policy is one document");
      }
      return new PolicyDocument(name, root, Map.copyOf(lines));
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      throw PolicyDocument.refused(
          name,
          "POLICY-YAML",
          line,
          "",
          "it is not well-formed YAML: " + firstLine(e.getOriginalMessage()),
          "Mend it there; 'assay policy show default' shows a policy that is right.",
          e);
    }
  }

  private JsonNode node(YAMLParser yaml, JsonToken token, String pointer) {
    lines.putIfAbsent(pointer, lineOf(yaml));
    refuseWhatPoliciesDoWithout(yaml, pointer);
    return switch (token) {
      case START_OBJECT -> object(yaml, pointer);
      case START_ARRAY -> array(yaml, pointer);
      case VALUE_STRING -> NODES.stringNode(yaml.getString());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(yaml, pointer);
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw refused(lineOf(yaml), pointer, "there is something that a policy cannot hold");
    };
  }

  private JsonNode object(YAMLParser yaml, String pointer) {
    ObjectNode object = NODES.objectNode();
    while (yaml.nextToken() != JsonToken.END_OBJECT) {
      String key = yaml.currentName();
      String at = pointer + "/" + key.replace("~", "~0").replace("/", "~1");
      refuseWhatPoliciesDoWithout(yaml, at);
      if (object.has(key)) {
        throw refused(
            lineOf(yaml), pointer, "the key '" + Visible.of(key, LONGEST_SHOWN) + "' occurs twice");
      }
      lines.put(at, lineOf(yaml));
      object.set(key, node(yaml, yaml.nextToken(), at));
    }
    return object;
  }

  private JsonNode array(YAMLParser yaml, String pointer) {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = yaml.nextToken();
        token != JsonToken.END_ARRAY;
        token = yaml.nextToken()) {
      array.add(node(yaml, token, pointer + "/" + array.size()));
    }
    return array;
  }

  private JsonNode number(YAMLParser yaml, String pointer) {
    if (yaml.isNaN()) {
      throw refused(lineOf(yaml), pointer, "the number is not finite");
    }
    BigDecimal number = yaml.getDecimalValue();
    if (!Double.isFinite(number.doubleValue())) {
      throw refused(lineOf(yaml), pointer, "the number is not finite");
    }
    return yaml.currentToken() == JsonToken.VALUE_NUMBER_INT
        ? NODES.numberNode(number.toBigInteger())
        : NODES.numberNode(number.doubleValue());
  }

  private void refuseWhatPoliciesDoWithout(YAMLParser yaml, String pointer) {
    if (yaml.isCurrentAlias()) {
      throw refused(lineOf(yaml), pointer, "it uses an alias (*), which policies do without");
    }
    if (yaml.getObjectId() != null) {
      throw refused(lineOf(yaml), pointer, "it uses an anchor (&), which policies do without");
    }
    if (yaml.getTypeId() != null) {
      throw refused(lineOf(yaml), pointer, "it uses a tag (!), which policies do without");
    }
  }

  private FaultFound refused(int line, String pointer, String why) {
    return PolicyDocument.refused(
        name,
        "POLICY-YAML",
        line,
        pointer,
        why,
        "Write it out in plain YAML; 'assay policy show default' shows a policy that is right.",
        null);
  }

  private static int lineOf(JsonParser yaml) {
    return Math.max(1, yaml.currentTokenLocation().getLineNr());
  }

  private static String firstLine(@Nullable String message) {
    String line =
        message == null ? "no reason given" : message.strip().lines().findFirst().orElse("");
    String shown = Visible.of(line, 2 * LONGEST_SHOWN);
    return shown.endsWith(".") ? shown.substring(0, shown.length() - 1) : shown;
  }
}
