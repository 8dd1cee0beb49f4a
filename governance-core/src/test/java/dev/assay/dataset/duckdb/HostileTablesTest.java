package dev.assay.dataset.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Corpus;
import dev.assay.common.AssayException;
import dev.assay.common.InputRejected;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.DatasetSpecs;
import dev.assay.dataset.Datasets;
import dev.assay.dataset.ImportRequest;
import dev.assay.dataset.Warning;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every malformed table of the corpus gets what its EXPECTED.json says.
class HostileTablesTest {

  private static final List<String> SEEN = new ArrayList<>();

  @TempDir Path folder;
  private Imports imports;

  @BeforeEach
  void begin() {
    imports = new Imports(folder);
  }

  static Stream<String> tables() {
    return entries().map(e -> e.get("file").asString());
  }

  private static Stream<JsonNode> entries() {
    return Corpus.json("hostile/EXPECTED.json").get("entries").values().stream()
        .filter(e -> e.get("file").asString().startsWith("tables/"))
        .filter(e -> !e.get("file").asString().contains("(made at test time)"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyTableGetsWhatIsExpected(String file) throws IOException {
    JsonNode entry =
        entries().filter(e -> e.get("file").asString().equals(file)).findFirst().orElseThrow();
    List<String> allowed =
        List.of(entry.get("expected").asString(), entry.path("alternative").asString(""));

    Path output = Files.createDirectories(folder.resolve("out"));
    Optional<Dataset> loaded = Optional.empty();
    try {
      loaded = Optional.of(treat(file, entry.has("model"), output));
    } catch (AssayException e) {
      assertThat(e).isInstanceOf(InputRejected.class);
      assertThat(e.sentence()).contains(file.substring("tables/".length())).endsWith(".");
      assertThat(e.remedy()).isNotBlank();
      boolean question = file.contains("renamed_feature_column");
      assertThat(allowed).as(e.sentence()).anyMatch(a -> question || a.startsWith("clear error"));
      try (Stream<Path> left = Files.list(output)) {
        assertThat(left).as("nothing half-written").isEmpty();
      }
    }
    if (loaded.isPresent()) {
      assertThat(allowed).anyMatch(a -> a.startsWith("loads"));
      check(loaded.get(), entry, allowed);
    }
    SEEN.add(file);
  }

  private static void check(Dataset dataset, JsonNode entry, List<String> allowed) {
    if (entry.has("rows") || entry.has("good_rows")) {
      assertThat(dataset.rows())
          .isEqualTo(entry.path("rows").asInt(entry.path("good_rows").asInt()));
    }
    if (entry.has("columns")) {
      assertThat(dataset.spec().columns()).hasSize(entry.get("columns").asInt());
    }
    if (allowed.getFirst().equals("loads with warning")) {
      assertThat(dataset.warnings()).isNotEmpty();
    }
    for (Warning warning : dataset.warnings()) {
      assertThat(warning.code()).matches("[A-Z0-9-]+");
      assertThat(warning.sentence())
          .endsWith(".")
          .doesNotContain("\u202E")
          .doesNotContain("\u200B");
      assertThat(warning.remedy()).isNotBlank();
    }
  }

  private Dataset treat(String file, boolean described, Path output) {
    Path table = Corpus.path("hostile/" + file);
    DatasetSpec spec =
        described ? DatasetSpecs.read(Corpus.path("datasets/adult_test.dataset.json")) : null;
    new DuckDbImporter()
        .importFile(
            new ImportRequest(table, spec, output, 512L << 20, 2),
            Progress.NONE,
            new Cancellation());
    return Datasets.open(output, table);
  }

  private Dataset load(String name) {
    return imports.file(Corpus.path("hostile/tables/" + name), null);
  }

  private Dataset loadDescribed(String name) {
    return imports.file(
        Corpus.path("hostile/tables/" + name),
        DatasetSpecs.read(Corpus.path("datasets/adult_test.dataset.json")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          duplicate_columns.csv   | TABLE-DUPLICATE-COLUMN     | 'age (2)'
          case_duplicate_columns.csv | TABLE-CONFUSABLE-COLUMNS | differ only in case
          invisible_columns.csv   | TABLE-CONFUSABLE-COLUMNS   | age\\u200B
          empty_column_names.csv  | TABLE-UNNAMED-COLUMN       | 'column 3'
          long_column_name.csv    | TABLE-LONG-NAME            | 5000 characters
          ragged_rows.csv         | TABLE-RAGGED               | line 3 (2 instead of 3), line 4 (4 instead of 3)
          latin1.csv              | TABLE-ENCODING-GUESSED     | Latin-1
          semicolon_decimal_comma.csv | TABLE-DECIMAL-COMMA    | 0.25
          huge_cell.csv           | TABLE-LONG-CELL            | 1000000 characters
          formula_injection.csv   | TABLE-FORMULA              | 'name'
          html_script.csv         | TABLE-MARKUP               | <script>
          bidi.csv                | TABLE-INVISIBLE-CHARACTERS | \\u202Ebadlabel
          all_null_column.csv     | TABLE-EMPTY-COLUMN         | 'workclass'
          one_row.csv             | TABLE-ONE-ROW              | single row
          mixed_types.csv         | TABLE-MIXED-TYPES          | 'ten' in row 2
          big_integers.csv        | TABLE-LONG-INTEGER         | row 2
          dates.csv               | TABLE-MIXED-TYPES          | '2024-02-30' in row 1
          nan_probabilities.csv   | SCORE-UNUSABLE             | rows 3, 6, 10, 12, 14
          duplicate_ids.csv       | TABLE-DUPLICATE-IDS        | 50 different
          label_single_class.csv  | LABEL-SINGLE-CLASS         | '<=50K'
          label_unseen_class.csv  | LABEL-RARE-CLASS           | 'maybe'
          nested.parquet          | TABLE-NESTED               | 'scores'
          """)
  void warningNamesWhatIsWrong(String file, String code, String words) {
    assertThat(load(file).warnings())
        .anySatisfy(
            warning -> {
              assertThat(warning.code()).isEqualTo(code);
              assertThat(warning.sentence()).contains(words);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          unclosed_quote.csv          | TABLE-UNCLOSED-QUOTE   | line 2
          nul_bytes.csv               | TABLE-NUL              | Line 2, cell 2
          header_only.csv             | TABLE-NO-ROWS          | 16 columns and no rows
          only_newlines.csv           | TABLE-NO-HEADER        | blank lines
          path_like_values.csv        | DATASET-PATH           | ../../../etc/passwd
          truncated.parquet           | DATASET-UNREADABLE     | magic bytes
          corrupt_page.parquet        | DATASET-UNREADABLE     | decompression
          """)
  void refusalNamesThePlace(String file, String code, String words) {
    assertThatThrownBy(() -> load(file))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.sentence()).contains(file).contains(words).doesNotContain("/hostile/");
            });
  }

  @Test
  void descriptionIsHeldAgainstTheFile() {
    assertThatThrownBy(() -> loadDescribed("numeric_as_text.csv"))
        .hasMessageContaining("Row 1, column 'age': 'about 30'")
        .hasMessageContaining("50 such cells");
    assertThatThrownBy(() -> loadDescribed("missing_feature_column.csv"))
        .hasMessageContaining("no column 'age'");
    assertThatThrownBy(() -> loadDescribed("renamed_feature_column.csv"))
        .isInstanceOfSatisfying(
            InputRejected.class, e -> assertThat(e.remedy()).contains("'hours-per-week'"));
    assertThat(loadDescribed("label_unseen_class.csv").warnings())
        .anySatisfy(w -> assertThat(w.sentence()).contains("'maybe' in row 4"))
        .anySatisfy(w -> assertThat(w.sentence()).contains("missing in row 8"));
    assertThat(loadDescribed("label_whitespace.csv").warnings())
        .anySatisfy(
            w -> assertThat(w.sentence()).contains("' >50K'").contains("none of its classes"));
  }

  @Test
  void noValueIsLostOrChangedSilently() {
    assertThat(texts(load("mixed_types.csv"), "value"))
        .containsExactly(
            "10", "ten", "10.5", "∅", "1e3", "0x10", "1_000", "NaN", "Infinity", "true");
    assertThat(texts(load("big_integers.csv"), "id"))
        .containsExactly("9007199254740993", "9007199254740995");
    assertThat(texts(load("big_integers.csv"), "value"))
        .containsExactly("9223372036854775807", "9223372036854775808");
    assertThat(texts(load("leading_zeros.csv"), "zip")).containsExactly("00501", "02134");
    assertThat(texts(load("latin1.csv"), "name")).containsExactly("Zoë", "José", "Åsa");
    assertThat(texts(load("semicolon_decimal_comma.csv"), "score"))
        .containsExactly("0.25", "0.75", "0.15");
    assertThat(texts(load("quoted_newlines.csv"), "text"))
        .containsExactly("line one\nline two", "say \"hi\", twice", "trailing\n\n");
    assertThat(texts(load("ragged_rows.csv"), "c")).containsExactly("3", "12");
    assertThat(texts(load("sql_like_names.csv"), "drop table x; --")).containsExactly("a", "d");
    assertThat(Objects.requireNonNull(load("huge_cell.csv").column("text").text(0)))
        .hasSize(1_000_000);
    assertThat(load("crlf.csv").spec().columns().getLast().name()).isEqualTo("income");
    assertThat(texts(load("crlf.csv"), "income")).containsOnly("<=50K", ">50K");
    assertThat(load("bom.csv").spec().columns().getFirst().name()).isEqualTo("row_id");
  }

  @Test
  void notANumberAmongScoresIsMissingAndNamed() {
    Dataset scores = load("nan_probabilities.csv");

    assertThat(scores.spec().column("score").orElseThrow().role()).isEqualTo(ColumnRole.SCORE);
    assertThat(scores.spec().column("score").orElseThrow().type()).isEqualTo(ColumnType.NUMBER);
    assertThat(scores.column("score").isMissing(2)).isTrue();
    assertThat(scores.column("score").text(13)).isEqualTo("Infinity");
  }

  private static List<String> texts(Dataset dataset, String name) {
    Column column = dataset.column(name);
    return IntStream.range(0, column.rows())
        .mapToObj(row -> Objects.requireNonNullElse(column.text(row), "∅"))
        .toList();
  }

  @Test
  @Timeout(10)
  void aPipeIsRefusedAndNeverWaitedFor() throws Exception {
    Path pipe = folder.resolve("fifo.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThatThrownBy(() -> new Imports(folder).file(pipe, null)).hasMessageContaining("pipe");
  }

  @AfterAll
  static void count() {
    System.out.println("hostile tables: " + SEEN.size() + " as expected");
    assertThat(SEEN).hasSizeGreaterThanOrEqualTo(52);
  }
}
