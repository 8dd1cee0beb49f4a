package dev.assay;

import dev.assay.dataset.Task;
import dev.assay.predictions.Predictions;
import dev.assay.slice.Attribute;
import dev.assay.slice.Attribute.ReferenceOrigin;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// A case of the golden corpus: predictions of a peer's runtime, the dataset's columns, and the
/// peers' metrics.
public final class GoldenCase {

  private final String name;
  private final JsonNode metrics;
  private final Map<String, String[]> predictions;
  private final Map<String, String[]> data;
  private final int[] rows;

  private GoldenCase(String name) throws IOException {
    this.name = name;
    this.metrics = Corpus.json("golden/" + name + "/metrics.json");
    this.predictions = Tables.read(Corpus.gunzip("golden/" + name + "/predictions.csv.gz"), ',');
    String dataset = metrics.get("dataset").asString();
    JsonNode spec = Corpus.json("datasets/" + dataset + ".dataset.json");
    String delimiter = spec.path("format").path("delimiter").asString(",");
    this.data =
        Tables.read(
            java.nio.file.Files.newInputStream(
                Corpus.path("datasets/" + spec.get("file").asString())),
            delimiter.charAt(0));
    this.rows =
        java.util.Arrays.stream(predictions.get("row")).mapToInt(Integer::parseInt).toArray();
  }

  /// All cases of golden/INDEX.json that have predictions.
  public static List<GoldenCase> all() {
    return StreamSupport.stream(Corpus.json("golden/INDEX.json").get("cases").spliterator(), false)
        .map(c -> of(c.get("case").asString()))
        .toList();
  }

  /// One case.
  public static GoldenCase of(String name) {
    try {
      return new GoldenCase(name);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /// Name of the case.
  public String name() {
    return name;
  }

  /// The peers' values.
  public JsonNode metrics() {
    return metrics;
  }

  /// What is predicted.
  public Task task() {
    String task = metrics.get("task").asString();
    if (task.startsWith("multiclass")) {
      return Task.MULTICLASS_CLASSIFICATION;
    }
    return task.startsWith("regression") ? Task.REGRESSION : Task.BINARY_CLASSIFICATION;
  }

  /// The peer's predictions of a binary case; weights by a column, or null.
  public Predictions.Binary binary(String weightColumn) {
    String positive = metrics.get("label").get("positive").asString();
    String[] labels = predictions.get("y_true");
    boolean[] truth = new boolean[labels.length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = labels[i].equals(positive);
    }
    double[] weights = weightColumn == null ? null : numbers(column(weightColumn));
    return new Predictions.Binary(
        IntStream.range(0, truth.length).toArray(),
        weights,
        List.of(),
        positive,
        "not " + positive,
        truth,
        numbers(predictions.get("score_positive")),
        null);
  }

  /// The peer's predictions of a multiclass case.
  public Predictions.Multiclass multiclass() {
    List<String> classes =
        metrics.get("classes").values().stream().map(JsonNode::asString).toList();
    String[] labels = predictions.get("y_true");
    String[] predicted = predictions.get("y_pred");
    double[][] p = new double[classes.size()][];
    for (int c = 0; c < p.length; c++) {
      p[c] = numbers(predictions.get("p_" + classes.get(c)));
    }
    return new Predictions.Multiclass(
        IntStream.range(0, labels.length).toArray(),
        null,
        List.of(),
        classes,
        java.util.Arrays.stream(labels).mapToInt(classes::indexOf).toArray(),
        java.util.Arrays.stream(predicted).mapToInt(classes::indexOf).toArray(),
        p,
        0);
  }

  /// The peer's predictions of a regression case.
  public Predictions.Regression regression() {
    String[] labels = predictions.get("y_true");
    return new Predictions.Regression(
        IntStream.range(0, labels.length).toArray(),
        null,
        List.of(),
        numbers(labels),
        numbers(predictions.get("y_pred")));
  }

  /// The values of a dataset column for the predicted rows.
  public String[] column(String column) {
    String[] whole = data.get(column);
    return java.util.Arrays.stream(rows).mapToObj(r -> whole[r]).toArray(String[]::new);
  }

  /// The attribute of a column, reference group as in the golden fairness section where there is
  /// one.
  public Attribute attribute(String column) {
    String[] values = column(column);
    List<String> groups = new ArrayList<>(new TreeSet<>(List.of(values)));
    boolean missing = groups.remove("");
    List<String> named = new ArrayList<>(groups);
    if (missing) {
      named.add(null);
    }
    Map<String, Integer> code = new HashMap<>();
    for (int g = 0; g < named.size(); g++) {
      code.put(named.get(g) == null ? "" : named.get(g), g);
    }
    int[] codes = java.util.Arrays.stream(values).mapToInt(code::get).toArray();
    return new Attribute(
        column, codes, named, reference(column, named), ReferenceOrigin.CHOSEN, "by value");
  }

  private int reference(String column, List<String> groups) {
    for (JsonNode section : metrics.path("fairness")) {
      if (section.path("by").size() == 1 && section.get("by").get(0).asString().equals(column)) {
        return Math.max(0, groups.indexOf(section.path("reference").path(column).asString("")));
      }
    }
    return 0;
  }

  private static double[] numbers(String[] texts) {
    return java.util.Arrays.stream(texts).mapToDouble(Double::parseDouble).toArray();
  }

  /// Reads small CSV files for tests, quotes and all.
  private static final class Tables {

    static Map<String, String[]> read(java.io.InputStream in, char delimiter) throws IOException {
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        List<List<String>> records = records(reader, delimiter);
        Map<String, String[]> columns = new LinkedHashMap<>();
        List<String> header = records.getFirst();
        for (int c = 0; c < header.size(); c++) {
          int at = c;
          columns.put(
              header.get(c), records.stream().skip(1).map(r -> r.get(at)).toArray(String[]::new));
        }
        return columns;
      }
    }

    private static List<List<String>> records(BufferedReader reader, char delimiter)
        throws IOException {
      List<List<String>> records = new ArrayList<>();
      List<String> record = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      for (int c = reader.read(); c >= 0; c = reader.read()) {
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
      return records;
    }
  }
}
