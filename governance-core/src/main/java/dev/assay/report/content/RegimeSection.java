package dev.assay.report.content;

import dev.assay.audit.Additions;
import dev.assay.common.Rounded;
import dev.assay.regime.Answer;
import dev.assay.regime.Coverage;
import dev.assay.regime.Regime;
import dev.assay.regime.ll144.BiasSummary;
import dev.assay.report.document.Anchor;
import dev.assay.report.document.Block;
import dev.assay.report.document.Mark;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Which evidence the audit holds for the regimes that it is held against: clause by clause, from
/// measurements, from answers and from documents; and the tables of a bias audit where people
/// stated what those need.
final class RegimeSection {

  private static final int ANSWERS = 200;

  private RegimeSection() {}

  /// Absent when the audit is held against nothing.
  static Optional<Block.Section> of(Context context) {
    Additions additions = context.dossier().additions();
    List<Block> blocks = new ArrayList<>();
    for (Coverage coverage : context.dossier().coverage()) {
      Regime regime = Objects.requireNonNull(additions.regimes().get(coverage.regime()));
      blocks.add(regime(regime, coverage, additions.answers(regime.id())));
    }
    context.dossier().biasAudit().ifPresent(summary -> blocks.add(bias(summary)));
    return blocks.isEmpty()
        ? Optional.empty()
        : Optional.of(Blocks.section("regimes", "Regime coverage", blocks));
  }

  private static Block regime(Regime regime, Coverage coverage, List<Answer> answers) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Blocks.lead(Text.of(coverage.words() + ". ").and("This is no verdict.")));
    blocks.add(
        Blocks.note(
            Text.data(regime.id())
                .and(", pack ")
                .and(Text.data(regime.version()))
                .and(", as of " + regime.asOf() + ". Source: ")
                .and(Say.sentence(regime.source()))));
    blocks.add(matrix(regime, coverage));
    if (!answers.isEmpty()) {
      blocks.add(answers(answers));
    }
    return Blocks.section(Anchor.of("regime", regime.id()), Say.phrase(regime.title()), blocks);
  }

  private static Block matrix(Regime regime, Coverage coverage) {
    Tables table =
        Tables.captioned("Clauses and their evidence")
            .name("Clause")
            .words("Asks")
            .name("State")
            .words("Evidence")
            .words("Why not more");
    for (int i = 0; i < coverage.rows().size(); i++) {
      Coverage.Row row = coverage.rows().get(i);
      String note = regime.clauses().get(i).sourceNote();
      table.row(
          Text.data(row.clause()),
          Say.sentence(row.asks())
              .and(note.isEmpty() ? Text.NONE : Text.aside(" " + Say.sentence(note).plain())),
          Text.marked(mark(row.state()), row.state().word()),
          Say.sentence(String.join(", ", row.evidence())),
          Say.sentence(row.reason()));
    }
    return table.table();
  }

  private static Mark mark(Coverage.State state) {
    return switch (state) {
      case COVERED -> Mark.PASS;
      case PARTLY -> Mark.UNDECIDED;
      case GAP -> Mark.ATTENTION;
    };
  }

  private static Block answers(List<Answer> answers) {
    Tables table =
        Tables.captioned("Answers").name("Clause").words("Answer").words("Documents").name("By");
    answers.stream()
        .limit(ANSWERS)
        .forEach(
            one ->
                table.row(
                    Text.data(one.clause()),
                    Say.sentence(one.text()),
                    documents(one.documents()),
                    Text.data(one.by()).and(Text.aside(" " + Rounded.minute(one.at())))));
    return table
        .note("Documents are kept in the workspace and in evidence.zip by their SHA-256.")
        .table();
  }

  /// Names with the beginning of each digest.
  static Text documents(List<Answer.Document> documents) {
    return documents.isEmpty()
        ? Text.of("none")
        : Text.join(
            ", ",
            documents.stream()
                .map(
                    d ->
                        Text.data(d.name())
                            .and(Text.aside(" "))
                            .and(Text.code(d.sha256().substring(0, 12))))
                .toList());
  }

  private static Block bias(BiasSummary summary) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(BiasAuditBlocks.facts(summary));
    blocks.addAll(BiasAuditBlocks.tables(summary.audit()));
    blocks.addAll(BiasAuditBlocks.exclusions(summary));
    blocks.add(Blocks.note("The rule sets no limit, and these tables are no verdict."));
    return Blocks.section("local-law-144", "Bias audit under Local Law 144", blocks);
  }
}
