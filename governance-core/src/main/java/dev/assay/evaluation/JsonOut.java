package dev.assay.evaluation;

import dev.assay.common.Json;
import dev.assay.slice.SliceKey;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;

/// A JSON generator with the few forms that evaluations are made of. The caller writes keys in
/// sorted order.
final class JsonOut {

  private static final double LARGEST_WHOLE = 1L << 53;

  private final JsonGenerator json;

  JsonOut(OutputStream out) {
    json =
        Json.mapper()
            .writer()
            .with(new RowPerLine())
            .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .createGenerator(out);
  }

  void close() {
    json.close();
  }

  void object(Runnable entries) {
    json.writeStartObject();
    entries.run();
    json.writeEndObject();
  }

  void object(String name, Runnable entries) {
    json.writeName(name);
    object(entries);
  }

  <T> void array(String name, List<T> elements, Consumer<T> element) {
    json.writeName(name);
    json.writeStartArray();
    elements.forEach(element);
    json.writeEndArray();
  }

  void strings(String name, List<@Nullable String> values) {
    array(name, values, this::string);
  }

  void longs(String name, List<Long> values) {
    array(name, values, json::writeNumber);
  }

  void doubles(String name, double[] values) {
    json.writeName(name);
    json.writeStartArray();
    for (double value : values) {
      number(value);
    }
    json.writeEndArray();
  }

  void strings(String name, Map<String, ? extends @Nullable String> sorted) {
    json.writeName(name);
    strings(sorted);
  }

  void strings(Map<String, ? extends @Nullable String> sorted) {
    json.writeStartObject();
    sorted.forEach(this::put);
    json.writeEndObject();
  }

  void put(String name, @Nullable String value) {
    json.writeName(name);
    string(value);
  }

  void put(String name, boolean value) {
    json.writeBooleanProperty(name, value);
  }

  void put(String name, long value) {
    json.writeNumberProperty(name, value);
  }

  void put(String name, double value) {
    json.writeName(name);
    number(value);
  }

  void putIfPresent(String name, @Nullable Double value) {
    if (value != null) {
      put(name, value.doubleValue());
    }
  }

  void putIfPresent(String name, @Nullable String value) {
    if (value != null) {
      put(name, value);
    }
  }

  /// A record whose keys are its components.
  void record(String name, Record value) {
    json.writeName(name);
    json.writeTree(Json.mapper().valueToTree(value));
  }

  void slice(String name, SliceKey slice) {
    strings(name, slice.conditions());
  }

  void string(@Nullable String value) {
    if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value);
    }
  }

  /// Whole numbers without ".0"; everything else in the shortest form that reads back as the same
  /// double.
  private void number(double value) {
    if (!Double.isFinite(value)) {
      json.writeNull();
    } else if (value == Math.rint(value)
        && Math.abs(value) < LARGEST_WHOLE
        && !isNegativeZero(value)) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }

  private static boolean isNegativeZero(double value) {
    return value == 0 && Double.doubleToRawLongBits(value) != 0;
  }
}
