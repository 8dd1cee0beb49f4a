package dev.assay.report.content;

import dev.assay.common.Visible;
import dev.assay.regime.ll144.BiasSummary;
import dev.assay.regime.ll144.Form;
import dev.assay.regime.ll144.Statement;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import dev.assay.report.document.Text;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// The summary of results that Local Law 144 has published (6 RCNY 5-303), as a document tree. It
/// knows no other time than the day of the audit: equal summaries give equal bytes.
public final class BiasAuditDocument {

  private static final int LONGEST_TITLE = 160;

  private BiasAuditDocument() {}

  /// The document.
  public static Document of(BiasSummary summary) {
    Statement said = summary.statement();
    List<Block.Section> sections = new ArrayList<>();
    sections.add(
        Blocks.section("summary", "Summary of results", List.of(BiasAuditBlocks.facts(summary))));
    sections.add(
        Blocks.section(
            "rates",
            said.outcome().form().rate() + "s and impact ratios",
            BiasAuditBlocks.tables(summary.audit())));
    List<Block> left = BiasAuditBlocks.exclusions(summary);
    if (!left.isEmpty()) {
      sections.add(Blocks.section("left-out", "Categories left out", left));
    }
    sections.add(Blocks.section("method", "How it was computed", method(summary)));
    sections.add(
        Blocks.section("beyond", "Beyond the rule", BiasAuditBlocks.beyond(summary.audit())));
    String tool = Visible.of(said.tool(), LONGEST_TITLE);
    String day = said.auditedOn().toString();
    return new Document(
        "ll144-" + said.digest().brief(),
        "Bias audit of " + tool,
        Text.of("New York City Local Law 144, 6 RCNY 5-300 to 5-304 · audited on " + day),
        "Summary of results of the bias audit of " + tool,
        Visible.of(said.auditor(), LONGEST_TITLE),
        said.auditedOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
        sections,
        "Bias audit summary",
        "Bias audit of "
            + day
            + "; statement of SHA-256 "
            + said.digest().sha256().substring(0, 16)
            + "….");
  }

  private static List<Block> method(BiasSummary summary) {
    List<Text> items = new ArrayList<>();
    items.add(Text.of(counted(summary.audit().form())));
    items.add(
        Text.of(
            "Impact ratio: that rate of a category ÷ the rate of the category with the highest one in the same table, from unrounded rates (5-300)."));
    items.add(
        Text.of(
            "Categories are those of component 1 of the EEO-1 report. Whose sex or race/ethnicity is unknown is in none of the tables, and told by number."));
    items.add(
        Text.of(
            "The rule sets no limit that a rate or ratio must reach, and this summary draws no conclusion."));
    return List.of(new Block.Bullets(items));
  }

  private static String counted(Form form) {
    return switch (form) {
      case SELECTION ->
          "Selection rate: people of a category who moved forward ÷ all of the category (5-300, 5-301(b)).";
      case CLASSIFICATION ->
          "Selection rate: people of a category who were assigned to the group ÷ all of the category, for each group by itself (5-300, 5-301(b)(4)).";
      case SCORING ->
          "Scoring rate: people of a category who score strictly above the median of the full sample ÷ all of the category (5-300, 5-301(c)). The median is of everybody with a score, those of unknown category too.";
    };
  }
}
