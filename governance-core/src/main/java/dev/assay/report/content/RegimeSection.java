package dev.assay.report.content;

import dev.assay.audit.Additions;
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
        : Optional.of(Blocks.section("regimes", Say.words("word.regime-coverage"), blocks));
  }

  private static Block regime(Regime regime, Coverage coverage, List<Answer> answers) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Blocks.lead(
            Say.text(
                "regime.this-is-no-verdict",
                Say.words(
                    "coverage.words",
                    coverage.count(Coverage.State.COVERED),
                    coverage.count(Coverage.State.PARTLY),
                    coverage.count(Coverage.State.GAP)))));
    blocks.add(
        Blocks.note(
            Say.text(
                "regime.pack-as-of-source",
                Text.data(regime.id()),
                Text.data(regime.version()),
                regime.asOf(),
                Say.sentence(regime.source()))));
    blocks.add(matrix(regime, coverage));
    if (!answers.isEmpty()) {
      blocks.add(answers(answers));
    }
    return Blocks.section(Anchor.of("regime", regime.id()), Say.phrase(regime.title()), blocks);
  }

  private static Block matrix(Regime regime, Coverage coverage) {
    Tables table =
        Tables.captioned(Say.words("regime.clauses-and-their-evidence"))
            .name(Say.words("word.clause"))
            .words(Say.words("word.asks"))
            .name(Say.words("word.state"))
            .words(Say.words("word.evidence"))
            .words(Say.words("regime.why-not-more"));
    for (int i = 0; i < coverage.rows().size(); i++) {
      Coverage.Row row = coverage.rows().get(i);
      String note = regime.clauses().get(i).sourceNote();
      table.row(
          Text.data(row.clause()),
          Say.sentence(row.asks())
              .and(note.isEmpty() ? Text.NONE : Text.aside(" " + Say.sentence(note).plain())),
          Text.marked(mark(row.state()), Say.word("coverage", row.state())),
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
        Tables.captioned(Say.words("word.answers"))
            .name(Say.words("word.clause"))
            .words(Say.words("word.answer"))
            .words(Say.words("word.documents"))
            .name(Say.words("word.by"));
    answers.stream()
        .limit(ANSWERS)
        .forEach(
            one ->
                table.row(
                    Text.data(one.clause()),
                    Say.sentence(one.text()),
                    documents(one.documents()),
                    Text.data(one.by()).and(Text.aside(" " + Say.minute(one.at())))));
    return table.note(Say.words("regime.documents-are-kept-in")).table();
  }

  /// Names with the beginning of each digest.
  static Text documents(List<Answer.Document> documents) {
    return documents.isEmpty()
        ? Text.of(Say.words("word.none"))
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
    blocks.add(Blocks.note(Say.words("regime.the-rule-sets-no")));
    return Blocks.section("local-law-144", Say.words("regime.bias-audit-under-local"), blocks);
  }
}
