package dev.assay.dataset.guess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetProfile.NumericProfile;
import dev.assay.dataset.DatasetProfile.TextProfile;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleGuessTest {

  private static final int ROWS = 1000;

  @ParameterizedTest
  @CsvSource({
    "row_id,1000,ID",
    "customerId,1000,ID",
    "store_id,5,FEATURE",
    "age,60,SENSITIVE",
    "AgeGroup,3,SENSITIVE",
    "agePct65up,60,FEATURE",
    "maritalStatus,7,SENSITIVE",
    "foreign-worker,2,SENSITIVE",
    "package,9,FEATURE",
    "sample_weight,900,WEIGHT",
    "y_pred,2,PREDICTION",
    "risk_score,800,SCORE",
    "hours,50,FEATURE"
  })
  void roleFollowsNameAndValues(String name, int distinct, ColumnRole role) {
    RoleGuess guess = RoleGuess.of("t", List.of(number(name, distinct), number("x", 500)));

    assertThat(guess.spec().columns().getFirst().role()).isEqualTo(role);
    assertThat(guess.spec().columns().getFirst().reason()).isNotBlank();
  }

  @Test
  void textsArePathsSentencesOrNames() {
    RoleGuess guess =
        RoleGuess.of(
            "t",
            List.of(
                texts("file", ColumnType.STRING, 900, 20, true),
                texts("remark", ColumnType.STRING, 900, 80, false),
                texts("city", ColumnType.STRING, 600, 9, false),
                texts("code", ColumnType.STRING, ROWS, 9, false)));

    assertThat(guess.spec().columns().stream().map(c -> c.role()))
        .containsExactly(ColumnRole.IMAGE, ColumnRole.TEXT, ColumnRole.UNUSED, ColumnRole.ID);
    assertThat(guess.spec().columns().getFirst().type()).isEqualTo(ColumnType.PATH);
  }

  @Test
  void labelIsTheNamedOneWithItsClassesAndPositive() {
    RoleGuess guess =
        RoleGuess.of(
            "t",
            List.of(number("default", 3), number("z", 40), classes("income", ">50K", "<=50K")));

    LabelSpec label = Objects.requireNonNull(guess.spec().label());
    assertThat(label).isEqualTo(new LabelSpec("income", ">50K", List.of("<=50K", ">50K"), null));
    assertThat(guess.spec().task()).isEqualTo(Task.BINARY_CLASSIFICATION);
    assertThat(guess.spec().column("income").orElseThrow().reason())
        .contains("the name is that of an outcome")
        .contains("last column")
        .contains("upper part");
    assertThat(guess.warnings()).isEmpty();
  }

  @Test
  void unsureLabelIsNotTakenAndSaysSo() {
    RoleGuess guess =
        RoleGuess.of("t", List.of(number("a", 400), classes("b", "u", "v"), number("c", 9)));

    assertThat(guess.spec().label()).isNull();
    assertThat(guess.spec().task()).isNull();
    assertThat(guess.warnings()).hasSize(1);
    assertThat(guess.warnings().getFirst().remedy()).contains("--label");
  }

  @Test
  void twoLikelyLabelsAreBothNamed() {
    RoleGuess guess =
        RoleGuess.of(
            "t", List.of(classes("churn", "0", "1"), classes("fraud", "0", "1"), number("c", 400)));

    assertThat(Objects.requireNonNull(guess.spec().label()).column()).isEqualTo("fraud");
    assertThat(guess.warnings().getFirst().sentence()).contains("'churn'").contains("'fraud'");
  }

  @ParameterizedTest
  @CsvSource({
    "0,1,1,true",
    "no,yes,yes,true",
    "bad,good,good,true",
    "nontoxic,toxic,toxic,true",
    "<=50K,>50K,>50K,true",
    "negative,positive,positive,true",
    "A,B,B,false"
  })
  void positiveFollowsTheWords(String first, String second, String positive, boolean sure) {
    Positive guess = Positive.of(List.of(first, second));

    assertThat(guess.value()).isEqualTo(positive);
    assertThat(guess.isSure()).isEqualTo(sure);
    assertThat(Positive.of(List.of(second, first)).isSure()).isEqualTo(sure);
  }

  @Test
  void classesOfNumbersAreInOrderOfSize() {
    assertThat(Classes.sorted(List.of("10", "9", "-1"))).containsExactly("-1", "9", "10");
    assertThat(Classes.sorted(List.of("b", "10", "9"))).containsExactly("10", "9", "b");
  }

  private static Evidence number(String name, int distinct) {
    boolean unit = name.contains("score");
    List<String> few =
        distinct > 100
            ? List.of()
            : IntStream.range(0, distinct).mapToObj(Integer::toString).toList();
    return new Evidence(
        name,
        unit ? ColumnType.NUMBER : ColumnType.INTEGER,
        ROWS,
        0,
        distinct,
        few,
        new NumericProfile(1, 1.0, 0, 9, 1, 2, 3, 0, null),
        null,
        unit ? ROWS : 10,
        false);
  }

  private static Evidence classes(String name, String... values) {
    return new Evidence(
        name,
        ColumnType.CATEGORY,
        ROWS,
        0,
        values.length,
        List.of(values),
        null,
        new TextProfile(1, 2, 3, 0),
        0,
        false);
  }

  private static Evidence texts(
      String name, ColumnType type, int distinct, int length, boolean path) {
    return new Evidence(
        name,
        type,
        ROWS,
        0,
        distinct,
        List.of(),
        null,
        new TextProfile(1, length, length * 2L, 0),
        0,
        path);
  }
}
