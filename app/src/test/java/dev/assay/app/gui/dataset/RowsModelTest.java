package dev.assay.app.gui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsModelTest {

  @TempDir Path folder;
  private Dataset data;
  private RowsModel model;

  @BeforeEach
  void people() {
    data = People.table(folder);
    model = new RowsModel(data);
  }

  private void find() {
    model.show(model.find(model.conditions(), Progress.NONE, new Cancellation()));
  }

  @Test
  void allRowsAreShownUntilAConditionIsTyped() {
    assertThat(model.counted()).isEqualTo("80 rows");
    assertThat(model.size()).isEqualTo(80);

    model.condition("sex", "= female");
    find();

    assertThat(model.isFiltered()).isTrue();
    assertThat(model.counted()).isEqualTo("20 of 80 rows");
    assertThat(model.size()).isEqualTo(20);
    assertThat(model.row(0)).isEqualTo(3);
    assertThat(model.row(19)).isEqualTo(79);
    model.clear();
    model.showAll();
    assertThat(model.counted()).isEqualTo("80 rows");
  }

  @Test
  void jumpFindsTheRowOrTheNextOneShown() {
    assertThat(model.place("5")).isEqualTo(OptionalInt.of(4));
    assertThat(model.place("80")).isEqualTo(OptionalInt.of(79));
    assertThat(model.place("81")).isEmpty();
    assertThat(model.place("0")).isEmpty();
    assertThat(model.place("five")).isEmpty();
    model.condition("sex", "= female");
    find();

    assertThat(model.place("8")).isEqualTo(OptionalInt.of(1));
    assertThat(model.place("9")).isEqualTo(OptionalInt.of(2));
    assertThat(model.row(2)).isEqualTo(11);
  }

  @Test
  void conditionThatCannotBeUnderstoodIsSaidAndLeftOut() {
    model.condition("age", ">= old");

    assertThat(model.problem()).contains("'old' is no number").contains("30 .. 40");
    assertThat(model.isFiltered()).isFalse();
    model.condition("age", ">= 50");
    assertThat(model.problem()).isEmpty();
    assertThat(model.isFiltered()).isTrue();
  }

  @Test
  void copiedRowsHaveTheirHeadingsAndNumbers() {
    String text =
        model.text(
            List.of(0, 2),
            List.of("sex", "age"),
            Map.of("sex", data.column("sex"), "age", data.column("age")));

    assertThat(text).isEqualTo("row\tsex\tage\n1\tmale\t21\n3\tmale\t");
  }

  @Test
  void columnsAreFoundByNameRoleAndType() {
    ColumnsModel columns = new ColumnsModel(data);

    assertThat(columns.found("", null, null)).hasSize(5);
    assertThat(columns.found(" SE", null, null)).extracting(ColumnLine::name).contains("sex");
    assertThat(columns.found("", ColumnRole.SENSITIVE, null))
        .extracting(ColumnLine::name)
        .containsExactly("sex", "age");
    assertThat(columns.found("", ColumnRole.SENSITIVE, ColumnType.INTEGER))
        .extracting(ColumnLine::name)
        .containsExactly("age");
    assertThat(columns.counted(1)).isEqualTo("1 of 5 columns");
    assertThat(columns.counted(5)).isEqualTo("5 columns");
  }

  @Test
  void columnSaysWhatIsRemarkable() {
    ColumnsModel columns = new ColumnsModel(data);
    ColumnLine note = columns.found("note", null, null).getFirst();
    ColumnLine age = columns.found("age", null, null).getFirst();

    assertThat(note.remark()).contains("one value only");
    assertThat(note.missing()).isEqualTo("20 (25.0\u00a0%)");
    assertThat(age.remark()).isEmpty();
    assertThat(age.bars()).isNotEmpty();
  }
}
