package dev.assay.report.content;

import dev.assay.audit.Audit;
import dev.assay.audit.Dossier;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.compare.ComparisonWords;
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
    blocks.add(Blocks.lead(Text.of(ComparisonWords.headline(comparison))));
    blocks.add(Blocks.paragraph(ComparisonWords.everyone(comparison)));
    blocks.add(Blocks.paragraph(Say.sentence(comparison.basis())));
    blocks.add(sides(versus(context).champion(), context.dossier()));
    if (!comparison.remarks().isEmpty()) {
      blocks.add(new Block.Bullets(comparison.remarks().stream().map(Say::sentence).toList()));
    }
    return Blocks.section("compared", "Is the model better than the one in use?", blocks);
  }

  private static Block sides(Dossier champion, Dossier challenger) {
    Tables table = Tables.captioned(Text.NONE).name("").words("A: in use").words("B: audited here");
    row(table, "Model", origin(champion).modelName(), origin(challenger).modelName());
    row(table, "Data", origin(champion).datasetName(), origin(challenger).datasetName());
    row(
        table,
        "Rows",
        Rounded.count(origin(champion).rows()),
        Rounded.count(origin(challenger).rows()));
    row(table, "Policy", champion.audit().policyId(), challenger.audit().policyId());
    table.row(Text.of("Verdict"), verdict(champion.audit()), verdict(challenger.audit()));
    row(
        table,
        "Recorded",
        Rounded.minute(champion.audit().created()),
        Rounded.minute(challenger.audit().created()));
    table.row(
        Text.of("Audit"), Text.code(champion.audit().id()), Text.code(challenger.audit().id()));
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
      blocks.add(Blocks.paragraph("No number differs beyond chance."));
    }
    blocks.add(
        Blocks.note(
            "A difference counts when it is beyond chance after Holm’s correction for all "
                + Rounded.count(comparison.differences().size())
                + " numbers compared."));
    return Optional.of(
        Blocks.section("differences", "What got better or worse, and for whom", blocks));
  }

  private static Block table(Context context, Outcome outcome, List<Difference> all) {
    Tables table =
        Tables.captioned(caption(outcome, all.size()))
            .name("Number")
            .words("Of whom")
            .number("A")
            .number("B")
            .number("B − A")
            .number("n");
    all.stream()
        .limit(DIFFERENCES)
        .forEach(
            d ->
                table.row(
                    d.target() == null
                        ? context.terms().name(d.metric())
                        : context.terms().name(d.metric()).and(" of ").and(Text.data(d.target())),
                    Text.of(ComparisonWords.about(d)),
                    Say.bare(d.first()),
                    Say.bare(d.second()),
                    signed(d),
                    Text.of(Rounded.count(d.n()))));
    if (all.size() > DIFFERENCES) {
      table.note(
          Rounded.count(all.size() - (long) DIFFERENCES)
              + " more are in comparison.csv of 'assay compare'.");
    }
    return table.table();
  }

  private static String caption(Outcome outcome, int count) {
    return switch (outcome) {
      case WORSE -> "Worse than A: " + Rounded.count(count);
      case BETTER -> "Better than A: " + Rounded.count(count);
      case CHANGED -> "Changed, without a better direction: " + Rounded.count(count);
      case NOISE, UNDEFINED -> "";
    };
  }

  private static Text signed(Difference d) {
    return Text.of(ComparisonWords.difference(d));
  }

  static Optional<Block.Section> settings(Context context) {
    RunComparison comparison = versus(context).comparison();
    if (comparison.settings().isEmpty()) {
      return Optional.empty();
    }
    Tables table = Tables.captioned(Text.NONE).name("Setting").words("A").words("B");
    comparison
        .settings()
        .forEach(
            s ->
                table.row(
                    Text.of(s.name()),
                    Text.of(Visible.of(s.first(), LONGEST)),
                    Text.of(Visible.of(s.second(), LONGEST))));
    return Optional.of(
        Blocks.section("settings", "What else differs between the two", List.of(table.table())));
  }
}
