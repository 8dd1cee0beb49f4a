package dev.assay.regime.ll144;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.common.Digest;
import dev.assay.regime.ll144.Statement.Counted;
import dev.assay.regime.ll144.Statement.Data;
import dev.assay.regime.ll144.Statement.Exclusion;
import dev.assay.regime.ll144.Statement.Grouping;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatementTextTest {

  @Test
  void whatIsWrittenIsReadAgain() {
    Statement said =
        statement(
            new Data(false, "Vendor's \"test\" set: #3", "One row\na person", "No history."),
            new Counted(Form.SELECTION, "hired: yes?", List.of("- no", "yes")),
            List.of(
                new Exclusion(new Category(Sex.FEMALE, Race.ASIAN), "Four people.", 0),
                new Exclusion(new Category(null, Race.TWO_OR_MORE_RACES), "{few}", 0)));

    assertThat(read(said)).isEqualTo(like(said, read(said)));
    assertThat(read(said).digest())
        .isEqualTo(Digest.of(StatementText.of(said).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void anAuditsOwnOutcomeAndHistoricalDataAreReadAgain() {
    Statement said =
        statement(
            new Data(true, "Spring.", "One row a person.", ""),
            new Counted(Form.SCORING, null, List.of()),
            List.of());

    assertThat(read(said)).isEqualTo(like(said, read(said)));
  }

  /// The same with the digest and the lines of what was read.
  private static Statement like(Statement said, Statement read) {
    assertThat(read.exclusions()).extracting(Exclusion::line).allMatch(line -> line > 0);
    assertThat(read.exclusions())
        .extracting(e -> e.category() + e.reason())
        .isEqualTo(said.exclusions().stream().map(e -> e.category() + e.reason()).toList());
    return new Statement(
        said.tool(),
        said.auditor(),
        said.independence(),
        said.auditedOn(),
        said.distributedOn(),
        said.data(),
        said.sex(),
        said.race(),
        said.outcome(),
        read.exclusions(),
        read.digest());
  }

  private static Statement read(Statement said) {
    return new StatementReader("statement.yaml").read(StatementText.of(said));
  }

  private static Statement statement(Data data, Counted outcome, List<Exclusion> exclusions) {
    return new Statement(
        "Résumé screener: 2",
        "Jane Doe",
        "Took no part; not paid by \u2028 anybody",
        LocalDate.of(2026, 11, 20),
        LocalDate.of(2026, 12, 15),
        data,
        new Grouping<>("sex", Map.of("M", Sex.MALE, "yes", Sex.FEMALE), Set.of("X", "null")),
        new Grouping<>("race, self-said", Map.of("AAPI", Race.ASIAN), Set.of()),
        outcome,
        exclusions,
        Digest.of(new byte[0]));
  }
}
