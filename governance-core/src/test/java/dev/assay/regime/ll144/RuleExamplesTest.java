package dev.assay.regime.ll144;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.regime.ll144.RateTable.Count;
import dev.assay.regime.ll144.RateTable.Impact;
import dev.assay.regime.ll144.RateTable.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The two worked examples that the rule itself prints (6 RCNY 5-301, "Resume Screening AEDT Bias
/// Audit" and "Culture Fit Scoring AEDT Bias Audit"), every printed digit. Lines are: category,
/// applicants, selected, printed rate in per cent, printed impact ratio.
class RuleExamplesTest {

  private static final String SEX =
      """
      male             1390 667 48   1.00
      female           1181 555 47   0.979
      """;

  private static final String RACE =
      """
      hispanic_or_latino                  408 204 50 0.97
      white                               797 412 52 1.00
      black_or_african_american           390 170 44 0.84
      native_hawaiian_or_pacific_islander 119  52 44 0.85
      asian                               616 302 49 0.95
      native_american_or_alaska_native     41  18 44 0.85
      two_or_more_races                   213  96 45 0.87
      """;

  private static final String CROSSED =
      """
      male,hispanic_or_latino                    205  90 43.9 0.841
      female,hispanic_or_latino                  190  82 43.2 0.827
      male,white                                 412 215 52.2 1.000
      male,black_or_african_american             226  95 42.0 0.806
      male,native_hawaiian_or_pacific_islander    87  37 42.5 0.815
      male,asian                                 321 167 52.0 0.997
      male,native_american_or_alaska_native       24  11 45.8 0.878
      male,two_or_more_races                     115  52 45.2 0.866
      female,white                               385 197 51.2 0.981
      female,black_or_african_american           164  75 45.7 0.876
      female,native_hawaiian_or_pacific_islander  32  15 46.9 0.898
      female,asian                               295 135 45.8 0.877
      female,native_american_or_alaska_native     17   7 41.2 0.789
      female,two_or_more_races                    98  44 44.9 0.860
      """;

  private static final String SCORED_SEX =
      """
      male   92 50 54.3 1.00
      female 76 34 44.7 0.82
      """;

  /// For 18 of 28, which is 64.286, the rule prints 64.2: the one printed digit that is cut and not
  /// rounded, and the only one that differs here.
  private static final String SCORED_RACE =
      """
      hispanic_or_latino                  28 18 64.3 1.00
      white                               40 15 37.5 0.58
      black_or_african_american           32 16 50.0 0.78
      native_hawaiian_or_pacific_islander  8  5 62.5 0.97
      asian                               24 10 41.7 0.65
      native_american_or_alaska_native    16 10 62.5 0.97
      two_or_more_races                   20 10 50.0 0.78
      """;

  private static final String SCORED_CROSSED =
      """
      male,hispanic_or_latino                    16 12 75   1.00
      female,hispanic_or_latino                  12  6 50   0.67
      male,white                                 20  7 35   0.47
      male,black_or_african_american             20 10 50   0.67
      male,native_hawaiian_or_pacific_islander    4  3 75   1.00
      male,asian                                 12  7 58.3 0.78
      male,native_american_or_alaska_native       8  5 62.5 0.83
      male,two_or_more_races                     12  6 50   0.67
      female,white                               20  8 40   0.53
      female,black_or_african_american           12  6 50   0.67
      female,native_hawaiian_or_pacific_islander  4  2 50   0.67
      female,asian                               12  3 25   0.33
      female,native_american_or_alaska_native     8  5 62.5 0.83
      female,two_or_more_races                    8  4 50   0.67
      """;

  @ParameterizedTest
  @ValueSource(strings = {SEX, RACE, CROSSED, SCORED_SEX, SCORED_RACE, SCORED_CROSSED})
  void everyPrintedDigitComesOutWhenTheCountsGoIn(String printed) {
    RateTable table = table(printed);

    assertThat(table.rows()).hasSize((int) printed.lines().count());
    List<String[]> lines = printed.lines().map(line -> line.strip().split(" +")).toList();
    for (String[] line : lines) {
      Row row = row(table, line[0]);
      assertThat(row.rate().orElseThrow().percent(decimals(line[3]))).isEqualTo(line[3]);
      assertThat(((Impact.Of) row.impact()).ratio().rounded(decimals(line[4]))).isEqualTo(line[4]);
    }
  }

  /// Why 64.3 stays: were digits cut, 34 others that the rule prints would come out differently,
  /// one of them (10 of 24, printed 41.7) in the same table. So 64.2 is a slip, not a way of
  /// rounding.
  @Test
  void otherPrintedDigitsWouldBreakIfTheyWereCutLikeThatOne() {
    int only = 0;
    for (String printed : List.of(SEX, RACE, CROSSED, SCORED_SEX, SCORED_RACE, SCORED_CROSSED)) {
      List<String[]> lines = printed.lines().map(line -> line.strip().split(" +")).toList();
      BigDecimal best =
          lines.stream()
              .map(l -> share(l, BigDecimal.ONE))
              .max(BigDecimal::compareTo)
              .orElseThrow();
      for (String[] line : lines) {
        only += cut(share(line, BigDecimal.valueOf(0.01)), line[3]) ? 0 : 1;
        only += cut(share(line, best), line[4]) ? 0 : 1;
      }
    }
    assertThat(only - 1).as("without 64.3, which the rule prints as 64.2").isEqualTo(34);
    assertThat(Ratio.of(10, 24).percent(1)).isEqualTo("41.7");
  }

  private static BigDecimal share(String[] line, BigDecimal by) {
    return new BigDecimal(line[2])
        .divide(new BigDecimal(line[1]), MathContext.DECIMAL128)
        .divide(by, MathContext.DECIMAL128);
  }

  private static boolean cut(BigDecimal value, String printed) {
    BigDecimal shown = new BigDecimal(printed);
    BigDecimal nudged = value.add(new BigDecimal("1e-20"));
    return nudged.setScale(shown.scale(), RoundingMode.DOWN).compareTo(shown) == 0;
  }

  @Test
  void theRulesOwnFirstDecimalOfEighteenOfTwentyEightIsCutNotRounded() {
    assertThat(Ratio.of(18, 28).percent(3)).isEqualTo("64.286");
    assertThat(Ratio.of(18, 28).percent(1)).isEqualTo("64.3");
  }

  @Test
  void tablesOfSexAndScoredRaceAreSumsOfTheIntersectionalOne() {
    BiasAudit.Outcome selected = BiasAudit.outcome("", counts(CROSSED), Map.of());
    BiasAudit.Outcome scored = BiasAudit.outcome("", counts(SCORED_CROSSED), Map.of());

    assertThat(selected.tables().get(0)).isEqualTo(table(SEX));
    assertThat(selected.tables().get(2)).isEqualTo(table(CROSSED));
    assertThat(scored.tables())
        .containsExactly(table(SCORED_SEX), table(SCORED_RACE), table(SCORED_CROSSED));
  }

  @Test
  void ratesThatAreRoundedFirstWouldGiveOtherDigits() {
    Ratio roundedFirst = Ratio.of(44, 100).over(Ratio.of(52, 100));

    assertThat(roundedFirst.rounded(2)).isEqualTo("0.85");
    assertThat(Ratio.of(170, 390).over(Ratio.of(412, 797)).rounded(2)).isEqualTo("0.84");
  }

  private static RateTable table(String printed) {
    Map<Category, Count> counts = counts(printed);
    return RateTable.of(counts.keySet().iterator().next().breakdown(), counts, Map.of());
  }

  private static Map<Category, Count> counts(String printed) {
    Map<Category, Count> counts = new LinkedHashMap<>();
    printed
        .lines()
        .map(line -> line.strip().split(" +"))
        .forEach(
            line ->
                counts.put(
                    category(line[0]),
                    new Count(Long.parseLong(line[1]), Long.parseLong(line[2]))));
    return counts;
  }

  private static Row row(RateTable table, String name) {
    return table.rows().stream()
        .filter(r -> r.category().equals(category(name)))
        .findFirst()
        .orElseThrow();
  }

  private static Category category(String name) {
    for (Breakdown breakdown : Breakdown.values()) {
      for (Category category : Category.of(breakdown)) {
        String sex = category.sex() == null ? "" : category.sex().id();
        String race = category.race() == null ? "" : category.race().id();
        String own = sex + (sex.isEmpty() || race.isEmpty() ? "" : ",") + race;
        if (own.equals(name)) {
          return category;
        }
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static int decimals(String printed) {
    int point = printed.indexOf('.');
    return point < 0 ? 0 : printed.length() - point - 1;
  }
}
