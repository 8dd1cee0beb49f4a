package dev.assay.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Corpus;
import dev.assay.common.InputRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetSpecsTest {

  @TempDir Path folder;

  @Test
  void writeGivesBackWhatWasReadForEveryDescriptionOfTheCorpus() throws IOException {
    int read = 0;
    try (Stream<Path> files = Files.list(Corpus.path("datasets"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".dataset.json")).toList()) {
        DatasetSpec spec = DatasetSpecs.read(file);
        Path copy = folder.resolve("copy.dataset.json");
        DatasetSpecs.write(spec, copy);

        assertThat(DatasetSpecs.read(copy)).as(file.toString()).isEqualTo(spec);
        assertThat(spec.columns()).isNotEmpty();
        assertThat(spec.task()).isNotNull();
        read++;
      }
    }
    System.out.println("descriptions: " + read + " read, written and read again");
    assertThat(read).isGreaterThanOrEqualTo(26);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void readKnowsWhatCompasMeans() {
    DatasetSpec spec = DatasetSpecs.read(Corpus.path("datasets/compas_test.dataset.json"));

    assertThat(spec.task()).isEqualTo(Task.BINARY_CLASSIFICATION);
    assertThat(spec.label())
        .isEqualTo(new LabelSpec("two_year_recid", "1", List.of("0", "1"), "0"));
    assertThat(spec.column("race"))
        .hasValueSatisfying(
            race -> {
              assertThat(race.role()).isEqualTo(ColumnRole.SENSITIVE);
              assertThat(race.reason()).isEqualTo("descriptor");
            });
    assertThat(spec.format()).isEqualTo(new DatasetFormat("csv", ",", "\"", "UTF-8", true, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"columns": [                                      | line 1
          []                                                 | not a JSON object
          {"name": "x"}                                      | no list of columns
          {"columns": [{"role": "id"}]}                      | columns[0]
          {"columns": [{"name": "a"}, {"name": "a"}]}        | 'a' twice
          {"columns": [{"name": "a", "type": "complex"}]}    | columns[0].type = "complex"
          {"columns": [{"name": "a", "role": "king"}]}       | columns[0].role = "king"
          {"columns": [{"name": "a"}], "label": {"column": "b"}} | 'b'
          {"columns": [{"name": "a"}], "format": {"delimiter": ",,"}} | format.delimiter
          {"columns": [{"name": "a"}], "label": {"column": "a", "classes": [0, 1], "positive": 2}} | label.positive = 2
          {"columns": [{"name": "a"}], "label": {"column": "a"}, "task": "poetry"} | "poetry"
          """)
  void readNamesThePlaceOfWhatItRefuses(String json, String place) throws IOException {
    Path file = Files.writeString(folder.resolve("x.dataset.json"), json);

    assertThatThrownBy(() -> DatasetSpecs.read(file))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.code()).isEqualTo("DATASET-SPEC");
              assertThat(e.sentence()).contains("x.dataset.json").contains(place);
              assertThat(e.remedy()).isNotBlank();
            });
  }

  @Test
  void readIgnoresWhatItDoesNotNeed() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("x.dataset.json"),
            "{\"columns\": [{\"name\": \"a\", \"min\": [1], \"colour\": {}}], \"licence\": {\"a\": 1}}");

    DatasetSpec spec = DatasetSpecs.read(file);

    assertThat(spec.name()).isEqualTo("x");
    assertThat(spec.columns())
        .containsExactly(
            new ColumnSpec("a", ColumnType.STRING, ColumnRole.FEATURE, false, null, "descriptor"));
  }

  @Test
  void besidePrefersTheDescriptionOfThatVeryFile() throws IOException {
    Path data = folder.resolve("x.parquet");
    assertThat(DatasetSpecs.beside(data)).isEmpty();
    Path shared = Files.createFile(folder.resolve("x.dataset.json"));
    assertThat(DatasetSpecs.beside(data)).contains(shared);
    Path own = Files.createFile(folder.resolve("x_parquet.dataset.json"));
    assertThat(DatasetSpecs.beside(data)).contains(own);
  }
}
