package dev.assay.dataset.table;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Lists in the cells of a table: words, tags, spans.
final class JsonLists {

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonLists() {}

  /// Whether the list that the parser stands on is kept: it holds no fractions, as vectors of
  /// numbers do. The parser is left at its end.
  static boolean isKept(JsonParser parser) {
    boolean kept = true;
    int objects = 0;
    for (int depth = 1; depth > 0; ) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return kept;
      }
      switch (token) {
        case START_ARRAY -> depth++;
        case END_ARRAY -> depth--;
        case START_OBJECT -> {
          depth++;
          objects++;
        }
        case END_OBJECT -> {
          depth--;
          objects--;
        }
        case VALUE_NUMBER_FLOAT -> kept &= objects > 0;
        default -> {}
      }
    }
    return kept;
  }

  /// The list that the parser stands on, as JSON. The parser is left at its end.
  static String copy(JsonParser parser) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      generator.copyCurrentStructure(parser);
    }
    return text.toString();
  }
}
