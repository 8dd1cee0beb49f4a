package dev.assay.finding;

import com.networknt.schema.Error;
import dev.assay.common.Visible;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What a fault against the schema is called in a sentence.
final class SchemaWords {

  private static final int LONGEST_SHOWN = 60;

  private final Collection<String> knownKeys;

  /// @param knownKeys every key that the schema knows
  SchemaWords(Collection<String> knownKeys) {
    this.knownKeys = knownKeys;
  }

  /// JSON pointer to the part that is at fault.
  static String place(Error error) {
    String pointer = PolicySchema.pointer(error.getInstanceLocation());
    return error.getKeyword().equals("additionalProperties") && error.getProperty() != null
        ? pointer + "/" + error.getProperty().replace("~", "~0").replace("/", "~1")
        : pointer;
  }

  /// The fault, without a full stop.
  String of(Error error) {
    JsonNode asked = error.getSchemaNode();
    return switch (error.getKeyword()) {
      case "additionalProperties" -> unknownKey(error);
      case "required" -> missing(error);
      case "type" -> part(error) + " must be " + type(asked) + ", not " + found(error);
      case "enum" -> part(error) + " is " + found(error) + "; it must be one of " + words(asked);
      case "const" ->
          part(error) + " is " + found(error) + "; it must be " + Visible.of(asked.asString());
      case "pattern" ->
          part(error)
              + " is "
              + found(error)
              + "; it must be written in lower-case letters, digits and"
              + " the signs that ids have (pattern "
              + asked.asString()
              + ")";
      case "minItems", "minProperties", "minLength" -> part(error) + " must not be empty";
      case "maxItems", "maxProperties" ->
          part(error)
              + " has more than "
              + asked.asString()
              + (asked.asInt() == 1 ? " entry" : " entries");
      case "maxLength" -> part(error) + " has more than " + asked.asString() + " characters";
      case "minimum" ->
          part(error) + " is " + found(error) + "; it must be at least " + asked.asString();
      case "maximum" ->
          part(error) + " is " + found(error) + "; it must be at most " + asked.asString();
      case "uniqueItems" -> part(error) + " names something twice";
      case "oneOf" -> "a rule speaks of exactly one of 'metric', 'disparity' and 'check'";
      case "dependentRequired" -> "a limit with 'by' also says 'relative_to'";
      case "false" -> part(error) + " does not belong into a rule of this kind";
      default -> String.valueOf(error.getMessage());
    };
  }

  private static String missing(Error error) {
    return last(error).equals("limit")
        ? "a limit has 'min', 'max' or both"
        : "the key " + quoted(error.getProperty()) + " is missing" + inPart(error);
  }

  private String unknownKey(Error error) {
    String key = String.valueOf(error.getProperty());
    List<String> near = Names.near(key, knownKeys);
    return "the key "
        + quoted(key)
        + " is not known here"
        + (near.isEmpty() ? "" : "; is " + quoted(near.getFirst()) + " meant?");
  }

  private static String inPart(Error error) {
    String last = last(error);
    return last.isEmpty() ? "" : " in " + part(error);
  }

  /// "'severity'", "entry 3 of 'rules'", "the policy".
  private static String part(Error error) {
    String pointer = PolicySchema.pointer(error.getInstanceLocation());
    if (pointer.isEmpty()) {
      return "the policy";
    }
    String last = last(error);
    if (!last.matches("[0-9]+")) {
      return quoted(last);
    }
    String around = pointer.substring(0, pointer.lastIndexOf('/'));
    String list = around.substring(around.lastIndexOf('/') + 1);
    return "entry " + (Integer.parseInt(last) + 1) + " of " + quoted(list);
  }

  private static String last(Error error) {
    String pointer = PolicySchema.pointer(error.getInstanceLocation());
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  private static String found(Error error) {
    JsonNode found = error.getInstanceNode();
    return switch (found.getNodeType()) {
      case OBJECT -> "a mapping";
      case ARRAY -> "a list";
      case STRING -> quoted(found.stringValue());
      case NULL -> "nothing";
      case NUMBER -> "the number " + Visible.of(found.asString(), LONGEST_SHOWN);
      case BOOLEAN -> "the word " + found.asString();
      case BINARY, MISSING, POJO -> "something else";
    };
  }

  private static String type(JsonNode asked) {
    if (asked.isArray()) {
      return String.join(" or ", asked.valueStream().map(SchemaWords::type).toList());
    }
    return switch (asked.asString()) {
      case "object" -> "a mapping";
      case "array" -> "a list, for instance [groups]";
      case "string" -> "a text (in quotes when it looks like a number)";
      case "number" -> "a number";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "null" -> "null";
      default -> asked.asString();
    };
  }

  private static String words(JsonNode choices) {
    return String.join(", ", choices.valueStream().map(JsonNode::asString).toList());
  }

  private static String quoted(String text) {
    return "'" + Visible.of(text, LONGEST_SHOWN) + "'";
  }
}
