package dev.assay.modelcard.exchange;

import dev.assay.common.InputRejected;
import dev.assay.common.StrictYaml;
import dev.assay.common.Visible;
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

/// Reads the header of a Hugging Face card: mappings, lists and texts. Every scalar stays the text
/// that was written. Anchors, aliases and tags are refused; sizes and nesting are limited.
final class CardYaml {

  static final int MOST_CHARACTERS = 1 << 20;

  private static final int DEEPEST = 24;
  private static final int MOST_PARTS = 200_000;
  private static final int LONGEST_NUMBER = 100;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final YAMLMapper MAPPER =
      StrictYaml.mapper(MOST_CHARACTERS, DEEPEST, MOST_PARTS, LONGEST_NUMBER);

  private final String fileName;

  private CardYaml(String fileName) {
    this.fileName = fileName;
  }

  /// The header as a tree of texts.
  ///
  /// @throws InputRejected when it is not such YAML
  static JsonNode read(String text, String fileName) {
    CardYaml yaml = new CardYaml(fileName);
    if (text.length() > MOST_CHARACTERS) {
      throw yaml.refused(1, "it is longer than " + MOST_CHARACTERS + " characters", null);
    }
    try (JsonParser parser = MAPPER.createParser(text)) {
      YAMLParser tokens = (YAMLParser) parser;
      JsonToken first = tokens.nextToken();
      if (first == null) {
        return NODES.objectNode();
      }
      JsonNode root = yaml.node(tokens, first);
      if (tokens.nextToken() != null) {
        throw yaml.refused(line(tokens), "a second document begins", null);
      }
      return root;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
      String why = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw yaml.refused(line, "it is not well-formed: " + Visible.of(why, 100), e);
    }
  }

  private JsonNode node(YAMLParser yaml, JsonToken token) {
    refuseWhatCardsDoWithout(yaml);
    return switch (token) {
      case START_OBJECT -> object(yaml);
      case START_ARRAY -> array(yaml);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_STRING, VALUE_TRUE, VALUE_FALSE, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          NODES.stringNode(yaml.getString());
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw refused(line(yaml), "there is something that a card cannot hold", null);
    };
  }

  private JsonNode object(YAMLParser yaml) {
    ObjectNode object = NODES.objectNode();
    while (yaml.nextToken() != JsonToken.END_OBJECT) {
      String key = yaml.currentName();
      refuseWhatCardsDoWithout(yaml);
      if (object.has(key)) {
        throw refused(line(yaml), "the key '" + Visible.of(key, 60) + "' occurs twice", null);
      }
      object.set(key, node(yaml, yaml.nextToken()));
    }
    return object;
  }

  private JsonNode array(YAMLParser yaml) {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = yaml.nextToken();
        token != JsonToken.END_ARRAY;
        token = yaml.nextToken()) {
      array.add(node(yaml, token));
    }
    return array;
  }

  private void refuseWhatCardsDoWithout(YAMLParser yaml) {
    if (yaml.isCurrentAlias()) {
      throw refused(line(yaml), "it uses an alias (*), which cards do without", null);
    }
    if (yaml.getObjectId() != null) {
      throw refused(line(yaml), "it uses an anchor (&), which cards do without", null);
    }
    if (yaml.getTypeId() != null) {
      throw refused(line(yaml), "it uses a tag (!), which cards do without", null);
    }
  }

  private InputRejected refused(int line, String why, @Nullable Throwable cause) {
    return new InputRejected(
        "CARD-YAML",
        "The header of the card '"
            + Visible.of(fileName, 80)
            + "' cannot be read, in its line "
            + line
            + ": "
            + why
            + ".",
        "Write the header out in plain YAML between two lines of ---.",
        cause);
  }

  private static int line(JsonParser yaml) {
    return Math.max(1, yaml.currentTokenLocation().getLineNr());
  }
}
