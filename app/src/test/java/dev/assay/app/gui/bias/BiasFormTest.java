package dev.assay.app.gui.bias;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.bias.BiasForm.Field;
import dev.assay.regime.ll144.Category;
import dev.assay.regime.ll144.Race;
import dev.assay.regime.ll144.Sex;
import dev.assay.regime.ll144.Statement;
import dev.assay.regime.ll144.StatementReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BiasFormTest {

  private final BiasForm form = new BiasForm(LocalDate.of(2026, 11, 26));

  @Test
  void whatPlainlySaysOneCategoryIsFilledInAndNothingElseIs() {
    form.race().show(List.of("White", "black", "Hispanic", "Asian-Pac-Islander", "Other", "asian"));

    assertThat(form.race().meanings().keySet())
        .containsExactlyInAnyOrder("White", "black", "Hispanic", "asian");
    assertThat(form.race().meanings()).containsEntry("asian", new Meaning.In<>(Race.ASIAN));

    form.sex().show(List.of("M", "woman", "men", "X"));

    assertThat(form.sex().meanings())
        .containsEntry("M", new Meaning.In<>(Sex.MALE))
        .containsEntry("woman", new Meaning.In<>(Sex.FEMALE))
        .containsEntry("men", new Meaning.In<>(Sex.MALE))
        .doesNotContainKey("X");
  }

  @Test
  void columnsAreFoundByTheirNames() {
    assertThat(form.sex().guess(List.of("age", "Gender", "race"))).isEqualTo("Gender");
    assertThat(form.race().guess(List.of("age", "ethnicity"))).isEqualTo("ethnicity");
    assertThat(form.race().guess(List.of("age"))).isEmpty();
  }

  @Test
  void whatIsMissingIsAskedForOneAfterTheOther() {
    assertThat(form.hindrance()).isEqualTo("Choose the column that holds the sex of people.");
    form.sex().column().set("sex");
    form.sex().show(List.of("M", "X"));
    assertThat(form.hindrance()).isEqualTo("Say which sex 'X' means.");
    form.sex().say("X", new Meaning.Unknown<>());
    assertThat(form.hindrance()).startsWith("Choose the column that holds the race");
    form.race().column().set("sex");
    form.race().show(List.of("white"));
    assertThat(form.hindrance()).contains("cannot be the same column");
    form.race().column().set("race");
    assertThat(form.hindrance()).isEqualTo("Choose the column of outcomes.");
    form.outcome().set("hired");
    assertThat(form.hindrance()).startsWith("Mark which outcomes");
    form.selected().add("yes");
    assertThat(form.hindrance()).isEmpty();

    assertThat(form.missing()).isEqualTo("Name the tool that was audited.");
    for (Field field : Field.values()) {
      form.text(field).set("Words of " + field);
    }
    assertThat(form.missing()).isEqualTo("Choose the day from which the tool is used.");
    form.distributed().set(LocalDate.of(2026, 12, 1));
    form.exclusions().put(new Category(Sex.MALE, Race.ASIAN), " ");
    assertThat(form.missing()).startsWith("Say why 'Male, Asian");
    form.exclusions().put(new Category(Sex.MALE, Race.ASIAN), "Two people.");
    assertThat(form.missing()).isEmpty();
  }

  @Test
  void whatIsFilledInIsTheStatementThatTheCommandLineReads() {
    whatIsMissingIsAskedForOneAfterTheOther();

    Statement read = new StatementReader("statement.yaml").read(form.text());

    assertThat(read.digest()).isEqualTo(form.statement().digest());
    assertThat(read.sex().unknown()).containsExactly("X");
    assertThat(read.outcome().selected()).containsExactly("yes");
    assertThat(read.distributedOn()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(read.exclusions())
        .singleElement()
        .satisfies(e -> assertThat(e.reason()).isEqualTo("Two people."));
  }
}
