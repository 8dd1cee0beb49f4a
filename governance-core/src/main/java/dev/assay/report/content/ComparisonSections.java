package dev.assay.report.content;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.common.Visible;
import dev.assay.compare.Difference;
import dev.assay.compare.Outcome;
import dev.assay.compare.RunComparison;
import dev.assay.provenance.Provenance;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Two audits side by side: A, the model in use, and B, the one that is reported on.
final class ComparisonSections {

  private static final int DIFFERENCES = 40;
  private static final int LONGEST = 80;

  private ComparisonSections() {}

  private static Versus versus(Context context) {
    return Objects.requireNonNull(context.versus(), "a plan without a second audit is refused");
  }

  static Block.Section compared(Context context) {
    RunComparison comparison = versus(context).comparison();
    List<Block> blocks = new ArrayList<>();
    Compared compared = new Compared(context.terms());
    blocks.add(Blocks.lead(Text.of(compared.headline(comparison))));
    blocks.add(Blocks.paragraph(compared.everyone(comparison)));
    blocks.add(
        Blocks.paragraph(
            comparison.paired()
                ? Say.text("compared.paired", Say.count(comparison.rows()))
                : Text.of(Say.words().reason(comparison.basis()))));
    blocks.add(sides(versus(context).champion(), context.dossier()));
    if (!comparison.remarks().isEmpty()) {
      blocks.add(new Block.Bullets(comparison.remarks().stream().map(Say::sentence).toList()));
    }
    return Blocks.section("compared", Say.words("comparison.is-the-model-better"), blocks);
  }

  private static Block sides(Dossier champion, Dossier challenger) {
    Tables table =
        Tables.captioned(Text.NONE)
            .name("")
            .words(Say.words("comparison.a-in-use"))
            .words(Say.words("comparison.b-audited-here"));
    row(
        table,
        Say.words("word.model"),
        origin(champion).modelName(),
        origin(challenger).modelName());
    row(
        table,
        Say.words("word.data"),
        origin(champion).datasetName(),
        origin(challenger).datasetName());
    row(
        table,
        Say.words("word.rows"),
        Say.count(origin(champion).rows()),
        Say.count(origin(challenger).rows()));
    row(
        table,
        Say.words("word.policy"),
        champion.audit().policyId(),
        challenger.audit().policyId());
    table.row(Say.text("word.verdict"), verdict(champion.audit()), verdict(challenger.audit()));
    row(
        table,
        Say.words("word.recorded"),
        Say.minute(champion.audit().created()),
        Say.minute(challenger.audit().created()));
    table.row(
        Say.text("word.audit"),
        Text.code(champion.audit().id()),
        Text.code(challenger.audit().id()));
    return table.table();
  }

  private static void row(Tables table, String name, String first, String second) {
    table.row(Text.of(name), Text.data(first), Text.data(second));
  }

  private static Provenance origin(Dossier dossier) {
    return dossier.run().evaluation().provenance();
  }

  private static Text verdict(Audit audit) {
    return Text.marked(Say.mark(audit.verdict()), Say.word(audit.verdict()));
  }

  static Optional<Block.Section> differences(Context context) {
    RunComparison comparison = versus(context).comparison();
    List<Block> blocks = new ArrayList<>();
    for (Outcome outcome : List.of(Outcome.WORSE, Outcome.BETTER, Outcome.CHANGED)) {
      List<Difference> all = comparison.with(outcome);
      if (!all.isEmpty()) {
        blocks.add(table(context, outcome, all));
      }
    }
    if (blocks.isEmpty()) {
      blocks.add(Blocks.paragraph(Say.words("comparison.no-number-differs-beyond")));
    }
    blocks.add(
        Blocks.note(
            Say.words(
                "comparison.a-difference-counts-when",
                Say.count(comparison.differences().size()))));
    return Optional.of(
        Blocks.section("differences", Say.words("comparison.what-got-better-or"), blocks));
  }

  private static Block table(Context context, Outcome outcome, List<Difference> all) {
    Tables table =
        Tables.captioned(caption(outcome, all.size()))
            .name(Say.words("word.number"))
            .words(Say.words("word.of-whom"))
            .number(Say.words("word.a"))
            .number(Say.words("word.b"))
            .number(Say.words("comparison.b-a"))
            .number("n");
    all.stream()
        .limit(DIFFERENCES)
        .forEach(
            d ->
                table.row(
                    d.target() == null
                        ? context.terms().name(d.metric())
                        : Say.text(
                            "comparison.of",
                            context.terms().name(d.metric()),
                            Text.data(d.target())),
                    Text.of(Compared.about(d)),
                    Say.bare(d.first()),
                    Say.bare(d.second()),
                    signed(d),
                    Text.of(Say.count(d.n()))));
    if (all.size() > DIFFERENCES) {
      table.note(
          Say.words(
              "comparison.more-are-in-comparison", Say.count(all.size() - (long) DIFFERENCES)));
    }
    return table.table();
  }

  private static String caption(Outcome outcome, int count) {
    return switch (outcome) {
      case WORSE -> Say.words("comparison.worse-than-a", Say.count(count));
      case BETTER -> Say.words("comparison.better-than-a", Say.count(count));
      case CHANGED -> Say.words("comparison.changed-without-a-better", Say.count(count));
      case NOISE, UNDEFINED -> "";
    };
  }

  private static Text signed(Difference d) {
    return Text.of(Compared.difference(d));
  }

  static Optional<Block.Section> settings(Context context) {
    RunComparison comparison = versus(context).comparison();
    if (comparison.settings().isEmpty()) {
      return Optional.empty();
    }
    Tables table =
        Tables.captioned(Text.NONE)
            .name(Say.words("word.setting"))
            .words(Say.words("word.a"))
            .words(Say.words("word.b"));
    comparison
        .settings()
        .forEach(
            s ->
                table.row(
                    Text.of(Say.words().reason(s.name())),
                    Text.of(Visible.of(s.first(), LONGEST)),
                    Text.of(Visible.of(s.second(), LONGEST))));
    return Optional.of(
        Blocks.section(
            "settings", Say.words("comparison.what-else-differs-between"), List.of(table.table())));
  }
}
