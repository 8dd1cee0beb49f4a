package dev.assay.dataset.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dataset.Dataset;
import dev.assay.dataset.Warning;
import dev.assay.dataset.tagged.ListColumn;
import dev.assay.dataset.tagged.Span;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists of words, of whole numbers and of spans in the cells of a table.
class ListCellsTest {

  @TempDir Path folder;

  private Imports imports;

  @BeforeEach
  void imports() {
    imports = new Imports(folder);
  }

  @Test
  void listsOfAParquetFileAreReadAndVectorsAreLeftOut() throws SQLException {
    Path file = imports.newFolder().resolve("lists.parquet");
    try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = engine.createStatement()) {
      statement.execute(
          """
          COPY (SELECT ['Anna "A."', 'Ω', '[x]'] AS words, [1, 0, 2] AS tags,
                       [{'start': 0, 'end': 4, 'label': 'PER'}] AS spans, [0.5, 1.5] AS vector
                UNION ALL SELECT NULL, [], NULL, NULL)
          TO '%s' (FORMAT PARQUET)
          """
              .formatted(file));
    }

    check(imports.file(file, null));
  }

  @Test
  void listsOfJsonLinesAreReadAndVectorsAreLeftOut() {
    check(
        imports.text(
            "lists.jsonl",
            """
            {"words": ["Anna \\"A.\\"", "Ω", "[x]"], "tags": [1, 0, 2], "spans": [{"start": 0, "end": 4, "label": "PER", "score": 0.5}], "vector": [0.5, 1.5]}
            {"words": null, "tags": []}
            """));
  }

  private static void check(Dataset dataset) {
    ListColumn words = ListColumn.of(dataset.column("words"));
    assertThat(words.texts(0)).isEqualTo(List.of("Anna \"A.\"", "Ω", "[x]"));
    assertThat(words.texts(1)).isNull();
    ListColumn tags = ListColumn.of(dataset.column("tags"));
    assertThat(tags.texts(0)).isEqualTo(List.of("1", "0", "2"));
    assertThat(tags.texts(1)).isEmpty();
    assertThat(ListColumn.of(dataset.column("spans")).spans(0))
        .isEqualTo(List.of(new Span(0, 4, "PER")));
    assertThat(dataset.spec().column("vector")).isEmpty();
    assertThat(dataset.warnings()).extracting(Warning::code).contains("TABLE-NESTED");
  }
}
