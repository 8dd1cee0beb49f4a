package dev.assay.dataset.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetFormat;
import dev.assay.dataset.DatasetSpec;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The same table in many forms gives the same columns.
class FormsTest {

  private static final String TABLE =
      "näme,n,x\nZoë,1,0.5\n\"a, b\",,-2e3\n\"say \"\"hi\"\"\nyou\",3,\n";

  @TempDir Path folder;
  private Imports imports;

  @BeforeEach
  void begin() {
    imports = new Imports(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252"})
  void everyEncodingGivesTheSame(String encoding) {
    same(imports.text("t.csv", TABLE, Charset.forName(encoding)));
  }

  @Test
  void byteOrderMarksAreNoPartOfANameInAnyEncoding() {
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_32BE)) {
      same(imports.text("t.csv", "\uFEFF" + TABLE, charset));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {"; ;", "t \t", "| |", "sep ;"})
  void everyDelimiterGivesTheSame(String form, String delimiter) {
    char by = delimiter == null ? '\t' : delimiter.charAt(0);
    String text =
        "näme,n,x\nZoë,1,0.5\n\"a, b\",,-2e3\n\"say \"\"hi\"\"\nyou\",3,\n"
            .replace(',', by)
            .replace("a" + by + " b", "a, b");
    same(imports.text("t.csv", form.equals("sep") ? "sep=;\n" + text : text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\r", "\n\n", "\r\n\r\n"})
  void everyLineEndGivesTheSame(String end) {
    String text = "näme,n,x\nZoë,1,0.5\n\"a, b\",,-2e3\n\"say \"\"hi\"\"\u0001you\",3,\n";
    same(imports.text("t.csv", text.replace("\n", end).replace('\u0001', '\n')));
  }

  @Test
  void trailingDelimitersLoseNothing() {
    same(
        imports.text(
            "t.csv", "näme,n,x\nZoë,1,0.5,\n\"a, b\",,-2e3,\n\"say \"\"hi\"\"\nyou\",3,\n"));
  }

  @Test
  void jsonLinesGivesTheSame() {
    same(
        imports.text(
            "t.jsonl",
            """
            {"näme": "Zoë", "n": 1, "x": 0.5}

            {"x": -2e3, "näme": "a, b", "n": null}
            {"n": 3, "näme": "say \\"hi\\"\\nyou"}
            """));
  }

  private static void same(Dataset dataset) {
    assertThat(dataset.spec().columns().stream().map(ColumnSpec::name))
        .containsExactly("näme", "n", "x");
    assertThat(dataset.spec().columns().stream().map(ColumnSpec::type))
        .containsExactly(ColumnType.CATEGORY, ColumnType.INTEGER, ColumnType.NUMBER);
    assertThat(texts(dataset, "näme")).containsExactly("Zoë", "a, b", "say \"hi\"\nyou");
    assertThat(texts(dataset, "n")).containsExactly("1", "∅", "3");
    assertThat(texts(dataset, "x")).containsExactly("0.5", "-2000.0", "∅");
  }

  @Test
  void jsonLinesKeepsEveryDigitAndTellsTextsFromNumbers() {
    Dataset dataset =
        imports.text(
            "t.jsonl",
            """
            {"big": 12345678901234567890123, "code": "5", "flag": true, "e": "", "o": {"a": [1]}}
            {"big": 1, "code": "007", "flag": false, "late": 4}
            """);

    assertThat(texts(dataset, "big")).containsExactly("12345678901234567890123", "1");
    assertThat(texts(dataset, "code")).containsExactly("5", "007");
    assertThat(texts(dataset, "flag")).containsExactly("true", "false");
    assertThat(texts(dataset, "e")).containsExactly("", "∅");
    assertThat(texts(dataset, "late")).containsExactly("∅", "4");
    assertThat(dataset.warnings()).anySatisfy(w -> assertThat(w.sentence()).contains("'o'"));
  }

  @Test
  void jsonLinesOfOneKeyKeepsMissingRows() {
    Dataset dataset = imports.text("t.jsonl", "{\"a\":1}\n{\"a\":null}\n{\"a\":3}\n{}\n");
    assertThat(texts(dataset, "a")).containsExactly("1", "∅", "3", "∅");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"a": 1}\\n{"a": }                | Line 2
          {"a": 1}\\n[1]                    | Line 2
          {"a": 1, "a": 2}                  | Line 1
          {"a": 1}\\n{"a": 2                | Line 2
          {"a": NaN}                        | Line 1
          """)
  void jsonLinesNamesTheLineItCannotRead(String text, String words) {
    assertThatThrownBy(() -> imports.text("t.jsonl", text.replace("\\n", "\n")))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining(words);
  }

  @Test
  void descriptionSaysTheForm() {
    DatasetFormat format = new DatasetFormat("csv", ":", "'", "ISO-8859-1", false, "NA");
    DatasetSpec spec =
        new DatasetSpec(
            "t",
            "t",
            null,
            null,
            List.of(column("a", ColumnType.STRING), column("b", ColumnType.INTEGER)),
            format);
    Path file =
        imports.write("t.csv", "'ä:1':1\nNA:NA\n'NA':7.0\n".getBytes(StandardCharsets.ISO_8859_1));

    Dataset dataset = imports.file(file, spec);

    assertThat(texts(dataset, "a")).containsExactly("ä:1", "∅", "∅");
    assertThat(texts(dataset, "b")).containsExactly("1", "∅", "7");
  }

  @Test
  void descriptionOfAFalseEncodingIsRefused() {
    DatasetFormat format = new DatasetFormat(null, null, null, "UTF-8", null, null);
    DatasetSpec spec =
        new DatasetSpec("t", "t", null, null, List.of(column("a", ColumnType.STRING)), format);
    Path file = imports.write("t.csv", "a\nZo\u00EB\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> imports.file(file, spec))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("line 2, cell 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "INTEGER 1.5",
        "INTEGER x",
        "INTEGER 9223372036854775808",
        "NUMBER abc",
        "NUMBER 1,234",
        "DATE 2023-02-29",
        "DATETIME yesterday"
      })
  void aCellThatDoesNotFitIsNamed(ColumnType type, String cell) {
    String fit = type == ColumnType.INTEGER || type == ColumnType.NUMBER ? "4" : "2024-01-01";
    Path file =
        imports.write(
            "t.csv",
            ("id,v\n1," + fit + "\n2,\n3,\"" + cell + "\"\n").getBytes(StandardCharsets.UTF_8));
    DatasetSpec spec =
        new DatasetSpec(
            "t",
            "t",
            null,
            null,
            List.of(column("id", ColumnType.INTEGER), column("v", type)),
            null);

    assertThatThrownBy(() -> imports.file(file, spec))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> assertThat(e.sentence()).contains("Row 3, column 'v': '" + cell + "'"));
  }

  @Test
  void unusualPathsAndNamesAreReadAsTheyAre() throws Exception {
    Path odd = Files.createDirectories(folder.resolve("we[ir]d *d'ir; --"));
    Path file = Files.writeString(odd.resolve("q?'[1] ä.csv"), "a\"b,\"c'; DROP\"\n1,2\n3,4\n");

    Dataset dataset = imports.file(file, null);

    assertThat(texts(dataset, "c'; DROP")).containsExactly("2", "4");
  }

  @Test
  void columnsKeepTheirOrderAndValuesWhateverTheyAreCalled() {
    Random random = new Random(21);
    int columns = 60;
    List<String> names = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < columns; i++) {
      StringBuilder name = new StringBuilder("n" + i);
      for (int c = 0; c < 6; c++) {
        name.appendCodePoint(" ,;\"'\\%$\u00E9\u4E2D".charAt(random.nextInt(10)));
      }
      names.add(name.append('x').toString());
    }
    text.append(quoted(names));
    for (int row = 0; row < 50; row++) {
      int r = row;
      text.append(quoted(IntStream.range(0, columns).mapToObj(c -> c * 1000 + r + "v").toList()));
    }
    Dataset dataset = imports.text("t.csv", text.toString());

    assertThat(dataset.spec().columns().stream().map(ColumnSpec::name)).isEqualTo(names);
    for (int c = 0; c < columns; c++) {
      assertThat(dataset.column(names.get(c)).text(49)).isEqualTo(c * 1000 + 49 + "v");
    }
  }

  private static String quoted(List<String> cells) {
    return String.join(",", cells.stream().map(c -> "\"" + c.replace("\"", "\"\"") + "\"").toList())
        + "\n";
  }

  @Test
  void typesFollowEveryCellNotASample() {
    StringBuilder text = new StringBuilder("a,b,c,d\n");
    for (int row = 0; row < 60_000; row++) {
      text.append(row).append(",1,2024-01-01,").append(row % 7).append('\n');
    }
    text.append("60000,1.5,2024-01-02 10:00:00,x\n");
    Dataset dataset = imports.text("t.csv", text.toString());

    assertThat(dataset.spec().columns().stream().map(ColumnSpec::type))
        .containsExactly(
            ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.DATETIME, ColumnType.CATEGORY);
    assertThat(dataset.column("d").text(60_000)).isEqualTo("x");
    assertThat(dataset.column("c").text(0)).isEqualTo("2024-01-01T00:00:00Z");
    assertThat(dataset.warnings())
        .anySatisfy(w -> assertThat(w.sentence()).contains("'x' in row 60,001"));
  }

  private static ColumnSpec column(String name, ColumnType type) {
    return new ColumnSpec(name, type, ColumnRole.FEATURE, false, null, "descriptor");
  }

  private static List<String> texts(Dataset dataset, String name) {
    Column column = dataset.column(name);
    return IntStream.range(0, column.rows())
        .mapToObj(row -> Objects.requireNonNullElse(column.text(row), "∅"))
        .toList();
  }
}
