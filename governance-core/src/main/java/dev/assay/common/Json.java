package dev.assay.common;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON as Assay reads and writes it. Writing is canonical: keys sorted, numbers in their shortest
/// round-trip form, so that equal values give equal bytes. Reading is guarded: nesting, sizes and
/// duplicate keys are limited, because descriptors come from strangers.
public final class Json {

  private static final int MAX_DEPTH = 64;
  private static final long MAX_DOCUMENT = 16L << 20;
  private static final int MAX_STRING = 8 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxDocumentLength(MAX_DOCUMENT)
                          .maxStringLength(MAX_STRING)
                          .build())
                  .build())
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /// The one mapper; configured once, safe to share.
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /// Canonical JSON on one line.
  public static String write(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// Canonical JSON, indented, ending in a newline.
  public static String pretty(Object value) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }
}
