package dev.assay.report.content;

import dev.assay.common.Rounded;
import dev.assay.metric.Interval;
import dev.assay.metric.interval.RateIntervals;
import dev.assay.regime.ll144.BiasAudit;
import dev.assay.regime.ll144.BiasSummary;
import dev.assay.regime.ll144.Breakdown;
import dev.assay.regime.ll144.Category;
import dev.assay.regime.ll144.Form;
import dev.assay.regime.ll144.Race;
import dev.assay.regime.ll144.RateTable;
import dev.assay.regime.ll144.RateTable.Impact;
import dev.assay.regime.ll144.Ratio;
import dev.assay.regime.ll144.Statement;
import dev.assay.report.document.Block;
import dev.assay.report.document.Mark;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What a bias audit under Local Law 144 is shown as, in its published summary and in the report of
/// an audit.
final class BiasAuditBlocks {

  private static final char NO_BREAK = '\u00A0';
  private static final int RATE_DECIMALS = 1;
  private static final int RATIO_DECIMALS = 3;
  private static final double LEVEL = 0.95;
  private static final int FEW = 30;
  private static final Ratio FOUR_FIFTHS = Ratio.of(4, 5);

  private BiasAuditBlocks() {}

  /// Date, tool, auditor, data, numbers.
  static Block facts(BiasSummary summary) {
    Statement said = summary.statement();
    BiasAudit audit = summary.audit();
    List<Block.Entry> entries = new ArrayList<>();
    entries.add(Blocks.entry("Date of the bias audit", said.auditedOn().toString()));
    entries.add(Blocks.entry("Distribution date", said.distributedOn().toString()));
    entries.add(Blocks.entry("Tool", Say.sentence(said.tool())));
    entries.add(Blocks.entry("Auditor", Say.sentence(said.auditor())));
    entries.add(Blocks.entry("Independence", Say.sentence(said.independence())));
    entries.add(Blocks.entry("Data", said.data().historical() ? "historical data" : "test data"));
    entries.add(Blocks.entry("Source of the data", Say.sentence(said.data().source())));
    entries.add(Blocks.entry("Explanation of the data", Say.sentence(said.data().explanation())));
    if (!said.data().historical()) {
      entries.add(
          Blocks.entry(
              "Why no historical data, and how the test data was made",
              Say.sentence(said.data().whyTestData())));
    }
    entries.add(Blocks.entry("People in the tables", Rounded.count(audit.counted())));
    entries.add(
        Blocks.entry(
            "Unknown sex or race/ethnicity",
            Text.strong(Rounded.count(audit.unknown()))
                .and(" assessed, and in none of the tables")));
    if (audit.withoutOutcome() > 0) {
      entries.add(
          Blocks.entry(
              "No outcome recorded",
              Rounded.count(audit.withoutOutcome()) + ", and in none of the tables"));
    }
    Double median = audit.median();
    if (median != null) {
      entries.add(
          Blocks.entry("Median score", Rounded.number(median) + ", of everybody who has a score"));
    }
    entries.add(
        Blocks.entry(
            "Counted from",
            Text.data(summary.origin().name())
                .and(Text.aside(" SHA-256 "))
                .and(Text.code(summary.origin().sha256()))));
    return new Block.KeyValues(entries);
  }

  /// The three tables of each outcome.
  static List<Block> tables(BiasAudit audit) {
    List<Block> blocks = new ArrayList<>();
    for (BiasAudit.Outcome outcome : audit.outcomes()) {
      for (RateTable table : outcome.tables()) {
        blocks.add(table(audit.form(), outcome.name(), table));
      }
    }
    return blocks;
  }

  private static Text caption(String outcome, RateTable table) {
    Text title = Text.of(table.breakdown().title());
    return outcome.isEmpty() ? title : title.and(", assigned to ").and(Text.data(outcome));
  }

  private static Block table(Form form, String outcome, RateTable table) {
    Tables shown =
        Tables.captioned(caption(outcome, table))
            .name(table.breakdown() == Breakdown.INTERSECTIONAL ? "Race/ethnicity" : "Category");
    if (table.breakdown() == Breakdown.INTERSECTIONAL) {
      shown.name("Sex");
    }
    shown.number("# Applicants").number(form.counted()).number(form.rate()).number("Impact ratio");
    for (RateTable.Row row : table.rows()) {
      List<Text> cells = new ArrayList<>(names(row.category()));
      cells.add(Text.of(Rounded.count(row.assessed())));
      cells.add(Text.of(Rounded.count(row.favoured())));
      cells.add(rate(row));
      cells.add(impact(row.impact()));
      shown.row(false, cells);
    }
    return shown
        .note(
            "Impact ratio: the rate of the category ÷ the highest rate of the table, unrounded."
                + why(table))
        .table();
  }

  private static List<Text> names(Category category) {
    Race race = category.race();
    if (category.sex() == null) {
      return List.of(Text.of(Objects.requireNonNull(race).fullLabel()));
    }
    Text sex = Text.of(category.sex().label());
    return race == null ? List.of(sex) : List.of(Text.of(race.fullLabel()), sex);
  }

  private static Text rate(RateTable.Row row) {
    return row.rate()
        .map(r -> Text.of(r.percent(RATE_DECIMALS) + NO_BREAK + "%"))
        .orElse(Text.of("–"));
  }

  private static Text impact(Impact impact) {
    return switch (impact) {
      case Impact.Of of -> Text.of(of.ratio().rounded(RATIO_DECIMALS));
      case Impact.Excluded ignored -> Text.of("left out");
      case Impact.Undefined ignored -> Text.of("–");
    };
  }

  /// What a dash in the table means; empty when there is none.
  private static String why(RateTable table) {
    List<String> reasons =
        table.rows().stream()
            .map(RateTable.Row::impact)
            .filter(Impact.Undefined.class::isInstance)
            .map(impact -> ((Impact.Undefined) impact).reason())
            .distinct()
            .toList();
    return reasons.isEmpty() ? "" : " A dash is undefined: " + String.join("; ", reasons) + ".";
  }

  /// Categories that a person left out, with the reason, the number and the rate; empty when none.
  static List<Block> exclusions(BiasSummary summary) {
    Tables table =
        Tables.captioned("Categories left out of impact ratios")
            .name("Category")
            .number("# Applicants")
            .number("Share of the data")
            .number(summary.audit().form().rate())
            .words("Justification of the auditor");
    for (BiasAudit.Outcome outcome : summary.audit().outcomes()) {
      for (RateTable rates : outcome.tables()) {
        for (RateTable.Row row : rates.rows()) {
          if (row.impact() instanceof Impact.Excluded excluded) {
            table.row(
                caption(outcome.name(), rates).and(": " + row.category().label()),
                Text.of(Rounded.count(row.assessed())),
                Text.of(
                    Ratio.of(row.assessed(), Math.max(1, summary.audit().counted())).percent(2)
                        + NO_BREAK
                        + "%"),
                rate(row),
                Say.sentence(excluded.reason()));
          }
        }
      }
    }
    return table.isEmpty() ? List.of() : List.of(table.table());
  }

  /// Intervals and the four-fifths mark, which the rule does not ask for.
  static List<Block> beyond(BiasAudit audit) {
    List<Block> blocks = new ArrayList<>();
    for (BiasAudit.Outcome outcome : audit.outcomes()) {
      for (RateTable rates : outcome.tables()) {
        Tables table =
            Tables.captioned(caption(outcome.name(), rates))
                .name("Category")
                .number("95 % interval of the rate")
                .name("Four fifths")
                .name("Size");
        rates.rows().forEach(row -> beyond(table, row));
        blocks.add(table.table());
      }
    }
    blocks.add(
        Blocks.note(
            "Wilson score intervals. “Below 0.8” marks the four-fifths rule of thumb of 29 CFR 1607.4 D; it is no verdict of law. “Few” marks categories of fewer than 30 people, whose rates say little."));
    return blocks;
  }

  private static void beyond(Tables table, RateTable.Row row) {
    Interval interval =
        row.assessed() == 0
            ? null
            : RateIntervals.wilson((double) row.favoured(), (double) row.assessed(), LEVEL);
    table.row(
        Text.of(row.category().label()),
        Text.of(interval == null ? "–" : percent(interval)),
        row.impact() instanceof Impact.Of of && of.ratio().compareTo(FOUR_FIFTHS) < 0
            ? Text.marked(Mark.ATTENTION, "below 0.8")
            : Text.NONE,
        row.assessed() < FEW ? Text.aside("few") : Text.NONE);
  }

  private static String percent(Interval interval) {
    return Rounded.percent(interval.lower()) + " – " + Rounded.percent(interval.upper());
  }
}
