package dev.assay;

import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A dataset of the corpus as columns, without the importer: rooms below it can be tested alone.
public final class CorpusDataset {

  private CorpusDataset() {}

  /// The description of a dataset, from its `*.dataset.json`.
  public static DatasetSpec spec(String dataset) {
    JsonNode root = Corpus.json("datasets/" + dataset + ".dataset.json");
    List<ColumnSpec> columns = new ArrayList<>();
    for (JsonNode column : root.get("columns")) {
      columns.add(
          new ColumnSpec(
              column.get("name").asString(),
              ColumnType.valueOf(column.get("type").asString().toUpperCase(Locale.ROOT)),
              ColumnRole.valueOf(column.get("role").asString().toUpperCase(Locale.ROOT)),
              column.path("also_feature").asBoolean(false),
              null,
              "descriptor"));
    }
    JsonNode label = root.get("label");
    Task task = task(root.get("task").asString());
    return new DatasetSpec(
        dataset,
        dataset,
        task,
        new LabelSpec(
            label.get("column").asString(),
            label.path("positive").asString(null),
            label.path("classes").values().stream().map(JsonNode::asString).toList(),
            null),
        columns);
  }

  private static Task task(String words) {
    if (words.startsWith("regression")) {
      return Task.REGRESSION;
    }
    return words.startsWith("multiclass")
        ? Task.MULTICLASS_CLASSIFICATION
        : Task.BINARY_CLASSIFICATION;
  }

  /// Writes the case's rows into a folder, every column in the type its description says.
  public static void write(GoldenCase golden, DatasetSpec spec, Path folder) {
    ColumnarWriter writer = ColumnarWriter.into(folder, spec.columns().size());
    for (ColumnSpec column : spec.columns()) {
      write(writer, column, golden.column(column.name()));
    }
    writer.finish();
  }

  /// Writes one column; an empty cell is missing.
  public static void write(ColumnarWriter writer, ColumnSpec column, String... cells) {
    switch (column.type()) {
      case INTEGER -> {
        var sink = writer.integers(column.name(), column.type());
        for (String cell : cells) {
          sink.add(cell.isEmpty() ? Column.Integers.MISSING : Long.parseLong(cell));
        }
      }
      case NUMBER -> {
        var sink = writer.numbers(column.name());
        for (String cell : cells) {
          sink.add(cell.isEmpty() ? Double.NaN : Double.parseDouble(cell));
        }
      }
      case CATEGORY, STRING, PATH, DATE, DATETIME -> {
        var sink = writer.texts(column.name(), ColumnType.CATEGORY);
        for (String cell : cells) {
          sink.add(cell.isEmpty() ? null : cell);
        }
      }
    }
  }
}
