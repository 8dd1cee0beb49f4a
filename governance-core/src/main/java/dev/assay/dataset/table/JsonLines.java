package dev.assay.dataset.table;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.Warning;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// JSON objects, one a line, as a table: keys in order of first appearance are columns, null and
/// absent are missing, numbers keep every digit they are written with, lists of words, whole
/// numbers or spans are kept as JSON. Read twice: once for the keys, once to write them.
final class JsonLines {

  private static final int MOST_DEPTH = 64;
  private static final int MOST_STRING = 8 << 20;
  private static final int CHECK_EVERY = 1024;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MOST_DEPTH)
                  .maxStringLength(MOST_STRING)
                  .maxDocumentLength(-1)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Path file;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final BitSet texts = new BitSet();
  private final BitSet nested = new BitSet();
  private @Nullable HeaderNames header;

  private JsonLines(Path file, Progress progress, Cancellation cancellation) {
    this.file = file;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /// Reads the keys and kinds of every object.
  static JsonLines read(Path file, Progress progress, Cancellation cancellation)
      throws IOException {
    JsonLines lines = new JsonLines(file, progress, cancellation);
    long objects = lines.walk(lines::learn, () -> {});
    if (objects == 0 || lines.keys.isEmpty()) {
      throw new InputRejected(
          "TABLE-NO-ROWS",
          "'" + lines.shownName() + "' holds no JSON object with a key.",
          "Give one JSON object a line.");
    }
    List<String> kept = new ArrayList<>();
    lines.keys.forEach(
        (key, place) -> {
          if (!lines.nested.get(place)) {
            kept.add(key);
          }
        });
    if (kept.isEmpty()) {
      throw new InputRejected(
          "TABLE-NESTED",
          "Every key of '" + lines.shownName() + "' holds objects or lists of numbers.",
          "Flatten the objects: one key a column.");
    }
    lines.header = HeaderNames.of(kept);
    return lines;
  }

  /// Writes the table in Assay's own form.
  void writeTo(Path copy) throws IOException {
    int[] place = new int[keys.size()];
    int width = 0;
    for (int key = 0; key < place.length; key++) {
      place[key] = nested.get(key) ? -1 : width++;
    }
    @Nullable String[] record = new String[width];
    try (CleanCopy out = new CleanCopy(copy, names())) {
      walk(
          (key, parser) -> {
            if (place[key] >= 0 && parser.currentToken() != JsonToken.VALUE_NULL) {
              record[place[key]] =
                  parser.currentToken() == JsonToken.START_ARRAY
                      ? JsonLists.copy(parser)
                      : parser.getString();
            }
          },
          () -> {
            for (int i = 0; i < record.length; i++) {
              out.cell(i, record[i]);
            }
            out.endRecord();
            Arrays.fill(record, null);
          });
    }
  }

  List<String> names() {
    HeaderNames names = header;
    return names == null ? List.of() : names.names();
  }

  /// Places of the columns in which a string stands.
  Set<Integer> textColumns() {
    List<Integer> kept = keys.values().stream().filter(k -> !nested.get(k)).toList();
    return IntStream.range(0, kept.size())
        .filter(i -> texts.get(kept.get(i)))
        .boxed()
        .collect(Collectors.toSet());
  }

  List<Warning> warnings() {
    HeaderNames names = header;
    List<Warning> warnings = new ArrayList<>(names == null ? List.of() : names.warnings());
    keys.forEach(
        (key, place) -> {
          if (nested.get(place)) {
            warnings.add(
                new Warning(
                    "TABLE-NESTED",
                    "The key '"
                        + Visible.of(key, 60)
                        + "' holds objects or lists of numbers and was left out.",
                    "Flatten it to keys of their own if it is needed."));
          }
        });
    return warnings;
  }

  /// Receives one value; the parser stands on it and is left there.
  private interface OnValue {
    void value(int key, JsonParser parser) throws IOException;
  }

  /// Told that an object has ended.
  private interface OnEnd {
    void end() throws IOException;
  }

  private void learn(int key, JsonParser parser) {
    switch (parser.currentToken()) {
      case VALUE_STRING, VALUE_TRUE, VALUE_FALSE -> texts.set(key);
      case START_OBJECT -> nested.set(key);
      case START_ARRAY -> {
        texts.set(key);
        if (!JsonLists.isKept(parser)) {
          nested.set(key);
        }
      }
      default -> {}
    }
  }

  private long walk(OnValue onValue, OnEnd onEnd) throws IOException {
    long size = Files.size(file);
    long objects = 0;
    try (InputStream in = Files.newInputStream(file);
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.START_OBJECT) {
          throw rejected(
              parser.currentTokenLocation().getLineNr(), "does not hold an object", null);
        }
        object(parser, onValue);
        onEnd.end();
        objects++;
        if (objects % CHECK_EVERY == 0) {
          cancellation.check();
          progress.report("reading objects", parser.currentLocation().getByteOffset(), size);
        }
      }
      return objects;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      throw rejected(line, "is no valid JSON: " + reason(e), e);
    }
  }

  private void object(JsonParser parser, OnValue onValue) throws IOException {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      Integer known = keys.get(name);
      if (known == null) {
        known = keys.size();
        if (known >= TextTables.MOST_COLUMNS) {
          throw TextTables.tooManyColumns(known + 1);
        }
        keys.put(name, known);
      }
      parser.nextToken();
      onValue.value(known, parser);
      parser.skipChildren();
    }
  }

  private static String reason(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    int end = message.indexOf('\n');
    return Visible.of(end < 0 ? message : message.substring(0, end), 160);
  }

  private InputRejected rejected(int line, String what, @Nullable Throwable cause) {
    return new InputRejected(
        "TABLE-JSON",
        "Line " + line + " of '" + shownName() + "' " + what + ".",
        "Write one JSON object a line, each key once.",
        cause);
  }

  private String shownName() {
    return Visible.of(String.valueOf(file.getFileName()), 120);
  }
}
