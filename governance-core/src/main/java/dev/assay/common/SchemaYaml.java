package dev.assay.common;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// YAML of strangers that a JSON schema describes.
///
/// @param mapper reads it within limits
/// @param schema what it keeps to
public record SchemaYaml(YAMLMapper mapper, Schema schema) {

  /// What is wrong with a text.
  public enum Fault {
    /// It is not well-formed.
    YAML,
    /// It does not keep to the schema.
    SCHEMA
  }

  /// Makes the refusal of a text.
  public interface Refusal {
    /// @param why where and what, without a full stop
    InputRejected of(Fault fault, String why);
  }

  /// The schema that a text describes (JSON Schema, draft 2020-12): places are JSON pointers,
  /// reasons are English on every machine.
  public static Schema schema(String json) {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry ->
                registry.schemaRegistryConfig(
                    SchemaRegistryConfig.builder()
                        .pathType(PathType.JSON_POINTER)
                        .locale(Locale.ENGLISH)
                        .build()))
        .getSchema(json, InputFormat.JSON);
  }

  /// @throws InputRejected as the refusal words it, for the first fault
  public JsonNode read(String text, Refusal refusal) {
    JsonNode root;
    try {
      root = mapper.readTree(text);
    } catch (JacksonException e) {
      String line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      String why = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("no reason");
      throw refusal.of(Fault.YAML, line + "it is not well-formed YAML: " + why);
    }
    List<Error> errors = schema.validate(root);
    if (!errors.isEmpty()) {
      Error first = errors.getFirst();
      String place = first.getInstanceLocation().toString();
      throw refusal.of(
          Fault.SCHEMA, "at " + (place.isEmpty() ? "/" : place) + ": " + first.getMessage());
    }
    return root;
  }
}
