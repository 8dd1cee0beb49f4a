package dev.assay.regime.ll144;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.dataset.Column;
import dev.assay.dataset.Dataset;
import dev.assay.regime.ll144.RateTable.Impact;
import dev.assay.regime.ll144.RateTable.Row;
import dev.assay.report.SampleDossiers;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BiasAuditsTest {

  static final String STATEMENT =
      """
      schema: assay.ll144/1
      tool: Screener
      auditor: Jane Doe
      independence: No part in it.
      audited_on: "2026-11-20"
      distribution_date: "2026-12-15"
      data:
        kind: historical
        source: Applications of 2025.
        explanation: One row an applicant.
      sex:
        column: gender
        values: {M: male, F: female}
        unknown: [X]
      race_ethnicity:
        column: race
      outcome:
        form: selection
        column: hired
        selected: ["yes"]
      """;

  private static final String SCORING =
      STATEMENT.replace(
          "  form: selection\n  column: hired\n  selected: [\"yes\"]\n",
          "  form: scoring\n  column: score\n");

  @Test
  void peopleOfUnknownCategoryAreCountedOnceAndStandInNoTable() {
    Dataset data =
        data("M Asian yes 1", "F Asian no 2", "X Asian yes 3", "F - yes 4", "M White - 5");

    BiasAudit audit = BiasAudits.of(read(STATEMENT), data);

    assertThat(audit.counted()).isEqualTo(2);
    assertThat(audit.unknown()).isEqualTo(2);
    assertThat(audit.withoutOutcome()).isEqualTo(1);
    assertThat(audit.outcomes().getFirst().tables())
        .extracting(RateTable::assessed)
        .containsExactly(2L, 2L, 2L);
    Row white = row(audit, new Category(null, Race.WHITE));
    assertThat(white.rate()).isEmpty();
    assertThat(white.impact()).isEqualTo(new Impact.Undefined("nobody in the category"));
  }

  @Test
  void theMedianIsOfEverybodyAndItselfIsNotAboveIt() {
    BiasAudit odd =
        BiasAudits.of(
            read(SCORING), data("M Asian yes 1", "F Asian yes 2", "X Asian yes 3", "F Asian no -"));
    BiasAudit even =
        BiasAudits.of(
            read(SCORING),
            data("M Asian yes 1", "M Asian yes 2", "F Asian yes 3", "F Asian yes 4"));

    assertThat(odd.median()).isEqualTo(2.0);
    assertThat(row(odd, new Category(Sex.FEMALE, null)).favoured()).isZero();
    assertThat(odd.withoutOutcome()).isEqualTo(1);
    assertThat(row(odd, new Category(Sex.MALE, null)).impact())
        .isEqualTo(new Impact.Undefined("no category has a rate above zero"));
    assertThat(even.median()).isEqualTo(2.5);
    assertThat(row(even, new Category(Sex.FEMALE, null)).favoured()).isEqualTo(2);
    assertThat(row(even, new Category(Sex.MALE, null)).favoured()).isZero();
  }

  @Test
  void twoNeighbouringNumbersInTheMiddleAreToldApart() {
    double low = 1;
    double high = Math.nextUp(low);

    BiasAudit audit =
        BiasAudits.of(read(SCORING), data("M Asian yes " + low, "F Asian yes " + high));

    assertThat(row(audit, new Category(Sex.FEMALE, null)).favoured()).isEqualTo(1);
  }

  @Test
  void everyGroupHasItsOwnTablesWhenTheToolClassifies() {
    String statement =
        STATEMENT
            .replace("form: selection", "form: classification")
            .replace("  selected: [\"yes\"]\n", "");

    BiasAudit audit =
        BiasAudits.of(read(statement), data("M Asian calm 1", "F Asian bold 2", "M White calm 3"));

    assertThat(audit.outcomes())
        .extracting(BiasAudit.Outcome::name)
        .containsExactly("bold", "calm");
    assertThat(row(audit, new Category(Sex.MALE, null)).favoured()).isZero();
    assertThat(audit.outcomes().get(1).tables().getFirst().rows().getFirst().favoured())
        .isEqualTo(2);
  }

  @Test
  void aSmallCategoryIsLeftOutOnlyByAReasonAndKeepsNumberAndRate() {
    List<String> people = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      people.add((i % 2 == 0 ? "M" : "F") + " White " + (i % 4 == 0 ? "yes" : "no") + " " + i);
    }
    people.add("F Asian yes 1");
    Dataset data = data(people.toArray(String[]::new));
    String exclusion =
        "excluded:\n- sex: female\n  race_ethnicity: asian\n  reason: One person says nothing.\n";

    Row kept = row(BiasAudits.of(read(STATEMENT), data), new Category(Sex.MALE, Race.WHITE));
    BiasAudit audit = BiasAudits.of(read(STATEMENT + exclusion), data);
    Row left = row(audit, new Category(Sex.FEMALE, Race.ASIAN));

    assertThat(kept.impact()).isEqualTo(new Impact.Of(Ratio.of(1, 2)));
    assertThat(left.impact()).isEqualTo(new Impact.Excluded("One person says nothing."));
    assertThat(left.rate()).contains(Ratio.of(1, 1));
    assertThat(row(audit, new Category(Sex.MALE, Race.WHITE)).impact())
        .isEqualTo(new Impact.Of(Ratio.of(1, 1)));
    assertThat(row(audit, new Category(null, Race.ASIAN)).impact()).isInstanceOf(Impact.Of.class);
  }

  @Test
  void aCategoryOfExactlyTwoPerCentIsNotLeftOut() {
    List<String> people = new ArrayList<>();
    for (int i = 0; i < 49; i++) {
      people.add("M White yes 1");
    }
    people.add("F Asian yes 1");
    String exclusion = "excluded:\n- race_ethnicity: asian\n  reason: Few.\n";

    assertThatThrownBy(
            () -> BiasAudits.of(read(STATEMENT + exclusion), data(people.toArray(String[]::new))))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("which has 1 of 50 people; only a category of less than 2 %");
  }

  @Test
  void aWordWithoutACategoryIsRefusedSoThatNobodyIsLostUnnoticed() {
    assertThatThrownBy(() -> BiasAudits.of(read(STATEMENT), data("M Martian yes 1")))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("does not say which category 'Martian' of the column 'race' is");
    assertThatThrownBy(() -> BiasAudits.of(read(STATEMENT), data("M Asian no 1")))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("Nobody has the outcome 'yes'; the data has 'no'.");
    assertThatThrownBy(
            () ->
                BiasAudits.of(
                    read(SCORING.replace("column: score", "column: hired")), data("M Asian no 1")))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("holds words and not scores");
  }

  @Test
  void anAuditWithoutTheCrossedSlicesSaysHowToGetThem() {
    Statement statement = read(STATEMENT.replace("  column: hired\n  selected: [\"yes\"]\n", ""));

    assertThatThrownBy(() -> BiasAudits.of(statement, SampleDossiers.adult().run().evaluation()))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("no selection rates by 'gender' and 'race' at once");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-20 | soon | line 5: 'audited_on' is not a day such as 2026-11-25.",
        "kind: historical | kind: test | line 8: the key 'why_test_data' is missing.",
        "'{M: male' | '{M: man' | line 13: there is no category 'man'; give one of male, female.",
        "'[X]' | '[M]' | line 14: 'M' is both a category and unknown.",
        "form: selection | form: dance | line 18: 'form' is none of selection, classification, scoring.",
        "'selected: [\"yes\"]' | '#' | line 18: a selection names a 'column' and the values 'selected', or neither.",
        "auditor: | owner: | line 3: the key 'owner' is not known in a statement.",
      })
  void readNamesTheLineOfWhatIsWrong(String right, String wrong, String sentence) {
    assertThatThrownBy(() -> read(STATEMENT.replace(right, wrong)))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("The statement 's.yaml', " + sentence);
  }

  private static Statement read(String text) {
    return new StatementReader("s.yaml").read(text);
  }

  private static Row row(BiasAudit audit, Category category) {
    return audit.outcomes().getFirst().tables().stream()
        .flatMap(t -> t.rows().stream())
        .filter(r -> r.category().equals(category))
        .findFirst()
        .orElseThrow();
  }

  /// People as "sex race outcome score", "-" = missing.
  private static Dataset data(String... people) {
    Map<String, Column> columns = new LinkedHashMap<>();
    List<String> names = List.of("gender", "race", "hired");
    for (int c = 0; c < names.size(); c++) {
      int index = c;
      columns.put(
          names.get(c), words(Arrays.stream(people).map(p -> p.split(" ")[index]).toList()));
    }
    columns.put(
        "score",
        new Column.Numbers(
            Arrays.stream(people)
                .map(p -> p.split(" ")[3])
                .mapToDouble(s -> s.equals("-") ? Double.NaN : Double.parseDouble(s))
                .toArray()));
    return (Dataset)
        Proxy.newProxyInstance(
            Dataset.class.getClassLoader(),
            new Class<?>[] {Dataset.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "rows" -> people.length;
                  case "column" -> columns.get((String) args[0]);
                  case "digest" -> Digest.of(new byte[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static Column words(List<String> values) {
    List<String> distinct = values.stream().filter(v -> !v.equals("-")).distinct().toList();
    return new Column.Categories(values.stream().mapToInt(distinct::indexOf).toArray(), distinct);
  }
}
