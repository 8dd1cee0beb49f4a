package dev.assay.check;

import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.LabelSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads small CSV files with their description, for tests that come before the importer.
final class CsvDataset {

  private CsvDataset() {}

  static Dataset read(Path csv, Path description) {
    JsonNode spec = new JsonMapper().readTree(description.toFile());
    char delimiter = spec.path("format").path("delimiter").asString(",").charAt(0);
    List<List<String>> records = records(csv, delimiter);
    List<String> header = records.getFirst();
    MemoryDataset.Builder builder = MemoryDataset.builder();
    for (int c = 0; c < header.size(); c++) {
      String name = header.get(c);
      int at = c;
      String[] values =
          records.stream()
              .skip(1)
              .map(r -> r.get(at))
              .map(v -> v.isEmpty() ? null : v)
              .toArray(String[]::new);
      JsonNode column = column(spec, name);
      ColumnRole role =
          ColumnRole.valueOf(column.path("role").asString("feature").toUpperCase(Locale.ROOT));
      ColumnType type =
          ColumnType.valueOf(column.path("type").asString("category").toUpperCase(Locale.ROOT));
      builder.add(
          name, role, column.path("also_feature").asBoolean(false), type, values(type, values));
    }
    JsonNode label = spec.path("label");
    if (label.has("column")) {
      builder.describedBy(
          new LabelSpec(
              label.get("column").asString(),
              label.path("positive").asString(null),
              label.path("classes").values().stream().map(JsonNode::asString).toList(),
              label.path("favourable").asString(null)));
    }
    return builder.build();
  }

  private static JsonNode column(JsonNode spec, String name) {
    for (JsonNode column : spec.get("columns")) {
      if (column.get("name").asString().equals(name)) {
        return column;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static Column values(ColumnType type, String[] texts) {
    return switch (type) {
      case INTEGER -> {
        long[] values = new long[texts.length];
        for (int i = 0; i < texts.length; i++) {
          values[i] = texts[i] == null ? Column.Integers.MISSING : Long.parseLong(texts[i]);
        }
        yield new Column.Integers(values, type);
      }
      case NUMBER -> {
        double[] values = new double[texts.length];
        for (int i = 0; i < texts.length; i++) {
          values[i] = texts[i] == null ? Double.NaN : Double.parseDouble(texts[i]);
        }
        yield new Column.Numbers(values);
      }
      case CATEGORY, STRING, DATE, DATETIME, PATH -> MemoryDataset.categories(texts);
    };
  }

  private static List<List<String>> records(Path csv, char delimiter) {
    List<List<String>> records = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(csv, StandardCharsets.UTF_8)) {
      List<String> record = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && (c == delimiter || c == '\n')) {
          record.add(cell.toString());
          cell.setLength(0);
          if (c == '\n') {
            records.add(record);
            record = new ArrayList<>();
          }
        } else if (c != '\r') {
          cell.append((char) c);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }
}
