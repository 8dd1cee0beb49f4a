package dev.assay.dataset.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Corpus;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetProfile.NumericProfile;
import dev.assay.dataset.DatasetProfile.TextProfile;
import dev.assay.dataset.DatasetProfile.TopValue;
import dev.assay.dataset.DatasetSpecs;
import dev.assay.dataset.Datasets;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.ImportRequest;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Every dataset of the corpus imports, and its profile equals the golden one.
class CorpusImportTest {

  private static final double TOLERANCE = 1e-9;

  @TempDir Path folder;

  private int compared;

  @Test
  void everyDatasetImportsAndItsProfileEqualsTheGoldenOne() throws IOException {
    List<Path> specs;
    try (Stream<Path> files = Files.list(Corpus.path("datasets"))) {
      specs = files.filter(f -> f.toString().endsWith(".dataset.json")).sorted().toList();
    }
    int profiles = 0;
    for (Path spec : specs) {
      JsonNode described = Corpus.json("datasets/" + spec.getFileName());
      Path data = spec.resolveSibling(described.get("file").asString());
      Path output = Files.createDirectory(folder.resolve(String.valueOf(spec.getFileName())));
      ImportReport report =
          new DuckDbImporter()
              .importFile(
                  new ImportRequest(data, DatasetSpecs.read(spec), output, 1L << 30, 2),
                  Progress.NONE,
                  new Cancellation());
      assertThat(report.rows()).as(data.toString()).isEqualTo(described.get("rows").asInt());
      assertThat(report.digest().sha256()).isEqualTo(described.get("sha256").asString());
      Dataset opened = Datasets.open(output, data);
      assertThat(opened.column(report.spec().columns().getLast().name()).rows())
          .isEqualTo(report.rows());
      Path golden = Corpus.path("golden/profiles/" + described.get("name").asString() + ".json");
      if (Files.exists(golden)) {
        compare(Corpus.json("golden/profiles/" + golden.getFileName()), report);
        profiles++;
      }
    }
    System.out.println(
        "datasets: "
            + specs.size()
            + " imported, "
            + profiles
            + " golden profiles, "
            + compared
            + " values compared");
    assertThat(specs).hasSizeGreaterThanOrEqualTo(25);
    assertThat(compared).isGreaterThan(3_000);
  }

  private void compare(JsonNode golden, ImportReport report) {
    String where = golden.get("dataset").asString();
    same(golden.get("rows").asDouble(), report.profile().rows(), where);
    JsonNode duplicates = golden.get("duplicate_rows_without_id");
    if (duplicates != null) {
      same(duplicates.asDouble(), report.profile().duplicateRows(), where + " duplicates");
    }
    for (JsonNode column : golden.get("columns")) {
      String name = column.get("name").asString();
      ColumnProfile own =
          report.profile().columns().stream()
              .filter(c -> c.name().equals(name))
              .findFirst()
              .orElseThrow();
      compareColumn(column, own, where + " " + name);
    }
  }

  private void compareColumn(JsonNode golden, ColumnProfile own, String where) {
    same(golden.get("missing").asDouble(), own.missing(), where + " missing");
    same(golden.get("distinct").asDouble(), own.distinct(), where + " distinct");
    NumericProfile numeric = own.numeric();
    if (golden.has("mean") && numeric != null) {
      same(golden.get("mean").asDouble(), numeric.mean(), where + " mean");
      same(golden.get("std_ddof1").asDouble(), numeric.std(), where + " std");
      same(golden.get("min").asDouble(), numeric.min(), where + " min");
      same(golden.get("max").asDouble(), numeric.max(), where + " max");
      same(
          golden.get("quartiles_linear").get(0).asDouble(), numeric.lowerQuartile(), where + " q1");
      same(golden.get("quartiles_linear").get(1).asDouble(), numeric.median(), where + " q2");
      same(
          golden.get("quartiles_linear").get(2).asDouble(), numeric.upperQuartile(), where + " q3");
      same(golden.get("zeros").asDouble(), numeric.zeros(), where + " zeros");
      if (golden.hasNonNull("skewness")) {
        same(golden.get("skewness").asDouble(), numeric.skewness(), where + " skewness");
      }
    }
    TextProfile text = own.text();
    if (golden.has("min_code_points") && text != null) {
      same(golden.get("min_code_points").asDouble(), text.minLength(), where + " shortest");
      same(golden.get("max_code_points").asDouble(), text.maxLength(), where + " longest");
      same(golden.get("mean_code_points").asDouble(), text.meanLength(), where + " mean length");
    }
    JsonNode top = golden.get("top");
    if (top != null && !top.isEmpty() && numeric == null) {
      assertThat(own.top().stream().map(TopValue::count).limit(top.size()).toList())
          .as(where + " top")
          .isEqualTo(top.values().stream().limit(10).map(t -> t.get("count").asLong()).toList());
      compared += top.size();
    }
  }

  private void same(double expected, double own, String where) {
    assertThat(own)
        .as(where)
        .isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
    compared++;
  }
}
