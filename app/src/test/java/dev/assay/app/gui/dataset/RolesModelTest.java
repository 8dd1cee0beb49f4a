package dev.assay.app.gui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.DatasetSpecs;
import dev.assay.dataset.DescriptionRules.Problem;
import dev.assay.dataset.ImportedCsv;
import dev.assay.dataset.Task;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RolesModelTest {

  @TempDir Path folder;
  private Dataset data;
  private RolesModel model;

  @BeforeEach
  void people() {
    data = People.table(folder);
    model = new RolesModel(data);
  }

  @Test
  void unchangedModelGivesTheGuessBack() {
    assertThat(model.spec()).isEqualTo(data.spec());
    assertThat(model.label()).isEqualTo("income");
    assertThat(model.positive()).isEqualTo(">50K");
    assertThat(model.classes()).containsExactlyInAnyOrder("<=50K", ">50K");
    assertThat(model.isUsable()).isTrue();
    assertThat(model.confidence("sex")).isEqualTo("likely");
    assertThat(model.words("sex")).contains("category", "2 values", "the name says 'sex'");
  }

  @Test
  void anotherLabelAsksForItsPositiveClassAndFreesTheFormer() {
    model.label("sex");

    assertThat(model.column("income").role()).isEqualTo(ColumnRole.FEATURE);
    assertThat(model.column("sex").role()).isEqualTo(ColumnRole.LABEL);
    assertThat(model.task()).isEqualTo(Task.BINARY_CLASSIFICATION);
    assertThat(model.classes()).containsExactly("female", "male");
    assertThat(model.isUsable()).isFalse();
    assertThat(model.problems())
        .extracting(Problem::sentence)
        .contains("It is not said which of the classes is the positive one.");

    model.positive("female");

    assertThat(model.isUsable()).isTrue();
  }

  @Test
  void labelOfManyNumbersIsARegressionAndNoLabelIsSaid() {
    model.label("age");
    assertThat(model.task()).isEqualTo(Task.REGRESSION);
    assertThat(model.isUsable()).isTrue();

    model.label(null);

    assertThat(model.spec().label()).isNull();
    assertThat(model.problems())
        .extracting(Problem::sentence)
        .contains("No column is the label, so nothing can be evaluated.");
  }

  @Test
  void sensitiveColumnStaysAFeatureUnlessItIsTakenOut() {
    assertThat(model.isFeature("sex")).isTrue();
    model.feature("sex", false);
    assertThat(model.column("sex"))
        .extracting(ColumnSpec::role, ColumnSpec::alsoFeature)
        .containsExactly(ColumnRole.SENSITIVE, false);

    model.sensitive("sex", false);

    assertThat(model.column("sex").role()).isEqualTo(ColumnRole.UNUSED);
    model.sensitive("age", true);
    assertThat(model.isSensitive("age")).isTrue();
    assertThat(model.isFeature("age")).isTrue();
  }

  @Test
  void roleOfOneColumnIsTakenFromTheOther() {
    assertThat(model.only(ColumnRole.ID)).isEqualTo("person_id");
    model.only(ColumnRole.ID, "note");

    assertThat(model.column("person_id").role()).isEqualTo(ColumnRole.UNUSED);
    assertThat(model.only(ColumnRole.ID)).isEqualTo("note");
    assertThat(model.confidence("note")).isEqualTo("said");
    model.only(ColumnRole.ID, null);
    assertThat(model.only(ColumnRole.ID)).isNull();
  }

  @Test
  void whatWasChosenIsWhatTheImportReadsAgain() {
    model.label("sex");
    model.positive("female");
    model.only(ColumnRole.WEIGHT, "age");
    Path beside = DatasetSpecs.besideFor(data.file());
    DatasetSpecs.write(model.spec(), beside);

    Dataset again = ImportedCsv.file(data.file(), folder.resolve("again"));

    DatasetSpec spec = again.spec();
    assertThat(beside.getFileName()).hasToString("table.dataset.json");
    assertThat(again.report().guessed()).isFalse();
    assertThat(spec.label().column()).isEqualTo("sex");
    assertThat(spec.label().positive()).isEqualTo("female");
    assertThat(spec.label().classes()).containsExactly("female", "male");
    assertThat(spec.withRole(ColumnRole.WEIGHT)).extracting(ColumnSpec::name).contains("age");
  }

  @Test
  void weightOfWordsIsRefusedInWords() {
    model.only(ColumnRole.WEIGHT, "note");

    assertThat(model.isUsable()).isFalse();
    assertThat(model.problems().getFirst().sentence())
        .isEqualTo("The weight 'note' holds no numbers.");
  }
}
