package dev.assay.evaluation;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads metric rows straight from the stream: there may be hundreds of thousands.
final class MetricRowReader {

  private final JsonParser json;
  private final JsonIn forms;

  MetricRowReader(JsonParser json, JsonIn forms) {
    this.json = json;
    this.forms = forms;
  }

  /// Reads one row; the parser stands on its opening brace and is left on its closing one.
  MetricRow read() {
    Row row = new Row();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      switch (key) {
        case "denominator" -> row.denominator = number(value, key);
        case "level" -> row.level = number(value, key);
        case "lower" -> row.lower = number(value, key);
        case "method" -> row.method = text(value, key);
        case "metric" -> row.metric = text(value, key);
        case "n" -> row.n = json.getLongValue();
        case "numerator" -> row.numerator = number(value, key);
        case "slice" -> row.slice = conditions(value);
        case "target" -> row.target = text(value, key);
        case "undefined" -> row.undefined = text(value, key);
        case "upper" -> row.upper = number(value, key);
        case "value" -> row.value = number(value, key);
        default -> json.skipChildren();
      }
    }
    return row.build(forms);
  }

  private @Nullable Double number(JsonToken token, String key) {
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (!token.isNumeric()) {
      throw new IllegalArgumentException("'" + key + "' is not a number");
    }
    return json.getDoubleValue();
  }

  private @Nullable String text(JsonToken token, String key) {
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token != JsonToken.VALUE_STRING) {
      throw new IllegalArgumentException("'" + key + "' is not a text");
    }
    return json.getString();
  }

  private SortedMap<String, @Nullable String> conditions(JsonToken token) {
    if (token != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("'slice' is not an object");
    }
    SortedMap<String, @Nullable String> conditions = new TreeMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String attribute = json.currentName();
      conditions.put(attribute, text(json.nextToken(), attribute));
    }
    return conditions;
  }

  /// The row as far as it has been read.
  private static final class Row {
    private @Nullable String metric;
    private @Nullable SortedMap<String, @Nullable String> slice;
    private @Nullable String target;
    private @Nullable Double value;
    private @Nullable Double lower;
    private @Nullable Double upper;
    private @Nullable Double level;
    private @Nullable String method;
    private @Nullable String undefined;
    private @Nullable Double numerator;
    private @Nullable Double denominator;
    private long n = -1;

    MetricRow build(JsonIn forms) {
      if (metric == null || slice == null || n < 0) {
        throw new IllegalArgumentException("a metric row needs 'metric', 'slice' and 'n'");
      }
      return new MetricRow(
          metric,
          forms.slice(slice),
          target,
          JsonIn.value(value, lower, upper, level, method, undefined),
          n,
          numerator,
          denominator);
    }
  }
}
