package dev.assay.dataset.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.Cancelled;
import dev.assay.common.InputRejected;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.ImportedCsv;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowFilterTest {

  @TempDir Path folder;
  private Dataset data;

  @BeforeEach
  void table() {
    data =
        ImportedCsv.of(
            folder,
            "name,age,income",
            "Black,30,=1+1",
            "Blackish,40,2.5",
            ",-5,3.5",
            "White,,4.5",
            "white,65,");
  }

  @Test
  void textIsFoundWithinOrWholeAndNothingIsFoundByItsAbsence() {
    assertThat(rows("name", "BLACK")).containsExactly(0, 1);
    assertThat(rows("name", "= Black")).containsExactly(0);
    assertThat(rows("name", "!= Black")).containsExactly(1, 3, 4);
    assertThat(rows("name", "missing")).containsExactly(2);
    assertThat(rows("name", "not missing")).containsExactly(0, 1, 3, 4);
  }

  @Test
  void numbersAreComparedAsNumbers() {
    assertThat(rows("age", ">= 40")).containsExactly(1, 4);
    assertThat(rows("age", "< 0")).containsExactly(2);
    assertThat(rows("age", "30 .. 40")).containsExactly(0, 1);
    assertThat(rows("age", "= 30.0")).containsExactly(0);
    assertThat(rows("age", "missing")).containsExactly(3);
    assertThat(rows("income", "> 3")).containsExactly(2, 3);
  }

  @Test
  void conditionsOfSeveralColumnsHoldTogether() {
    Map<String, RowCondition> both = new LinkedHashMap<>();
    both.put("name", RowCondition.parse("white").orElseThrow());
    both.put("age", RowCondition.parse("missing").orElseThrow());

    assertThat(RowFilter.rows(data, both, Progress.NONE, new Cancellation())).containsExactly(3);
  }

  @Test
  void comparisonWithoutANumberIsRefusedWithAnExample() {
    assertThatThrownBy(() -> RowCondition.parse(">= many"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("'many' is no number");
    assertThat(RowCondition.parse("  ")).isEmpty();
  }

  @Test
  void filterStopsWhenItIsCancelled() {
    Cancellation stopped = new Cancellation();
    stopped.cancel();

    assertThatThrownBy(
            () ->
                RowFilter.rows(
                    data, Map.of("age", new RowCondition.Missing(true)), Progress.NONE, stopped))
        .isInstanceOf(Cancelled.class);
  }

  @Test
  void rowsAreTakenOutWithTheirNumberAndWithoutFormulas() throws IOException {
    StringWriter out = new StringWriter();

    RowsCsv.write(data, 2, i -> i * 2, out, Progress.NONE, new Cancellation());

    assertThat(out.toString())
        .isEqualTo("row,name,age,income\r\n1,Black,30,\"'=1+1\"\r\n3,,-5,3.5\r\n");
  }

  private int[] rows(String column, String condition) {
    return RowFilter.rows(
        data,
        Map.of(column, RowCondition.parse(condition).orElseThrow()),
        Progress.NONE,
        new Cancellation());
  }
}
