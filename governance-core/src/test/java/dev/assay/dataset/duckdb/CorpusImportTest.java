package dev.assay.dataset.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Corpus;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetProfile.NumericProfile;
import dev.assay.dataset.DatasetProfile.TextProfile;
import dev.assay.dataset.DatasetProfile.TopValue;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.DatasetSpecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every dataset of the corpus imports, and what its columns hold equals what pandas, numpy and
/// scipy say of them (golden/profiles).
class CorpusImportTest {

  private static final List<String> IMPORTED = new ArrayList<>();
  private static int compared;

  @TempDir Path folder;

  static List<Path> descriptions() throws IOException {
    try (Stream<Path> files = Files.list(Corpus.path("datasets"))) {
      return files.filter(f -> f.toString().endsWith(".dataset.json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("descriptions")
  void importGivesTheGoldenProfile(Path description) {
    DatasetSpec spec = DatasetSpecs.read(description);
    JsonNode node = Corpus.json("datasets/" + description.getFileName());
    Path file = description.resolveSibling(node.get("file").asString());

    Dataset dataset = new Imports(folder).file(file, spec);

    IMPORTED.add(spec.name());
    assertThat(dataset.digest().sha256()).isEqualTo(node.get("sha256").asString());
    assertThat(dataset.rows()).isEqualTo(node.get("rows").asInt());
    assertThat(dataset.spec()).isEqualTo(spec);
    assertThat(dataset.report().guessed()).isFalse();
    if (!spec.name().endsWith("parquet")) {
      compare(dataset, Corpus.json("golden/profiles/" + spec.name() + ".json"));
    }
  }

  private static void compare(Dataset dataset, JsonNode golden) {
    assertThat(dataset.profile().duplicateRows())
        .isEqualTo(golden.get("duplicate_rows_without_id").asLong());
    assertThat(dataset.profile().columns()).hasSize(golden.get("columns").size());
    for (int i = 0; i < golden.get("columns").size(); i++) {
      JsonNode expected = golden.get("columns").get(i);
      ColumnProfile column = dataset.profile().columns().get(i);
      assertThat(column.name()).isEqualTo(expected.get("name").asString());
      assertThat(column.missing()).as(column.name()).isEqualTo(expected.get("missing").asLong());
      assertThat(column.distinct()).as(column.name()).isEqualTo(expected.get("distinct").asLong());
      compared += 2;
      if (expected.has("mean")) {
        compareNumbers(column, expected);
      }
      ColumnSpec spec = dataset.spec().columns().get(i);
      if (spec.role() == ColumnRole.TEXT) {
        compareTexts(column, expected);
      } else if (expected.has("top") && spec.role() != ColumnRole.ID) {
        assertThat(top(column)).as(column.name()).isEqualTo(goldenTop(expected));
        compared += 2 * expected.get("top").size();
      }
    }
    compared += 1;
  }

  private static void compareNumbers(ColumnProfile column, JsonNode expected) {
    NumericProfile numbers = Objects.requireNonNull(column.numeric());
    near(numbers.mean(), expected.get("mean"));
    near(Objects.requireNonNull(numbers.std()), expected.get("std_ddof1"));
    near(numbers.min(), expected.get("min"));
    near(numbers.max(), expected.get("max"));
    near(numbers.lowerQuartile(), expected.get("quartiles_linear").get(0));
    near(numbers.median(), expected.get("quartiles_linear").get(1));
    near(numbers.upperQuartile(), expected.get("quartiles_linear").get(2));
    assertThat(numbers.zeros()).isEqualTo(expected.get("zeros").asLong());
    compared++;
    if (expected.get("skewness").isNull()) {
      assertThat(numbers.skewness()).isNull();
    } else {
      near(Objects.requireNonNull(numbers.skewness()), expected.get("skewness"));
    }
    long binned =
        Objects.requireNonNull(column.histogram()).counts().stream().mapToLong(c -> c).sum();
    assertThat(binned).isGreaterThan(0);
  }

  private static void near(double actual, JsonNode expected) {
    double value = expected.asDouble();
    assertThat(actual).isCloseTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
    compared++;
  }

  private static void compareTexts(ColumnProfile column, JsonNode expected) {
    TextProfile texts = Objects.requireNonNull(column.text());
    assertThat(texts.minLength()).isEqualTo(expected.get("min_code_points").asLong());
    assertThat(texts.maxLength()).isEqualTo(expected.get("max_code_points").asLong());
    near(texts.meanLength(), expected.get("mean_code_points"));
    compared += 2;
  }

  private static List<TopValue> top(ColumnProfile column) {
    boolean time = column.type() == ColumnType.DATETIME;
    return column.top().stream()
        .map(v -> time ? new TopValue(v.value().replace("T", " ").replace("Z", ""), v.count()) : v)
        .toList();
  }

  private static List<TopValue> goldenTop(JsonNode expected) {
    return expected.get("top").values().stream()
        .map(v -> new TopValue(v.get("value").asString(), v.get("count").asLong()))
        .toList();
  }

  @Test
  void parquetHoldsTheSameAsCsv() {
    Imports imports = new Imports(folder);
    Dataset csv = imports.file(Corpus.path("datasets/adult_test.csv"), null);
    Dataset parquet = imports.file(Corpus.path("datasets/adult_test.parquet"), null);

    assertThat(parquet.profile()).isEqualTo(csv.profile());
    assertThat(parquet.spec().columns()).isEqualTo(csv.spec().columns());
  }

  @AfterAll
  static void count() {
    System.out.println(
        "datasets: "
            + IMPORTED.size()
            + " imported, "
            + compared
            + " golden profile values compared");
    assertThat(compared).isGreaterThan(3_000);
  }
}
