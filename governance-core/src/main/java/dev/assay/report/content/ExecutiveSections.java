package dev.assay.report.content;

import dev.assay.audit.Audit;
import dev.assay.audit.Review;
import dev.assay.audit.ReviewRules;
import dev.assay.audit.SignOff;
import dev.assay.common.Visible;
import dev.assay.evaluation.Evaluation;
import dev.assay.finding.Finding;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import dev.assay.provenance.Provenance;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.report.document.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The one page for whoever decides: what was evaluated, what the policy says, three numbers, the
/// worst gaps, what is open.
final class ExecutiveSections {

  private static final int ATTRIBUTES = 5;
  private static final int PURPOSE = 180;
  private static final int TITLE = 64;
  private static final int SUBJECT = 40;
  private static final int LIMIT = 40;
  private static final int GAPS = 4;
  private static final int FINDINGS = 5;
  private static final int TILES = 3;

  private ExecutiveSections() {}

  static Block.Section evaluated(Context context) {
    Words words = context.words();
    Provenance origin = context.evaluation().provenance();
    Audit audit = context.dossier().audit();
    List<Block.Entry> entries = new ArrayList<>();
    entries.add(
        entry(
            words,
            "model",
            origin.model() == null
                ? Text.data(origin.modelName())
                : Text.data(origin.modelName()).and(" ").and(Text.code(origin.model().brief()))));
    entries.add(
        entry(
            words,
            "data",
            Text.data(origin.datasetName())
                .and(", " + words.many(origin.rows(), "row") + " ")
                .and(Text.code(origin.dataset().brief()))));
    entries.add(entry(words, "task", task(context)));
    entries.add(entry(words, "groups", groups(context)));
    if (!audit.purpose().isBlank()) {
      entries.add(entry(words, "purpose", Say.brief(audit.purpose().strip(), PURPOSE)));
    }
    return Blocks.section(
        "evaluated", words.say("executive.evaluated"), List.of(new Block.KeyValues(entries)));
  }

  private static Block.Entry entry(Words words, String key, Text value) {
    return Blocks.entry(words.say("executive." + key), value);
  }

  /// "two classes; positive: yes; good for the person: no; at 0.5 and above".
  static Text task(Context context) {
    Words words = context.words();
    Evaluation evaluation = context.evaluation();
    Text text = Text.of(words.word("task", evaluation.task()));
    if (evaluation.positive() != null) {
      text = text.and(words.text("executive.positive", Text.data(evaluation.positive())));
    }
    if (evaluation.favourable() != null) {
      text = text.and(words.text("executive.favourable", Text.data(evaluation.favourable())));
    }
    return evaluation.threshold() == null
        ? text
        : text.and(words.say("executive.threshold", words.setting(evaluation.threshold())));
  }

  /// The attributes whose groups are compared.
  static Text groups(Context context) {
    Words words = context.words();
    List<Evaluation.AttributeInfo> all = context.evaluation().attributes();
    if (all.isEmpty()) {
      return Text.of(words.say("executive.no-groups"));
    }
    List<Text> named = new ArrayList<>();
    all.stream().limit(ATTRIBUTES).forEach(a -> named.add(Text.data(a.name())));
    if (all.size() > ATTRIBUTES) {
      named.add(Text.of(words.many(all.size() - (long) ATTRIBUTES, "executive.further")));
    }
    return words.listed(named);
  }

  static Block.Section verdict(Context context) {
    Words words = context.words();
    Verdict verdict = context.dossier().audit().verdict();
    Block banner =
        new Block.Banner(
            Say.mark(verdict),
            words.word("verdict.banner", verdict),
            List.of(Text.of(why(context)), state(context)));
    return Blocks.section("verdict", words.say("executive.verdict"), List.of(banner));
  }

  private static String why(Context context) {
    Words words = context.words();
    Audit audit = context.dossier().audit();
    String policy = Visible.of(audit.policyId(), 60);
    return switch (audit.verdict()) {
      case PASS -> words.say("why.pass", words.many(audit.findings().size(), "finding"), policy);
      case FAIL -> {
        List<Finding> failed =
            context.findings(Verdict.FAIL).stream().filter(ReviewRules::counts).toList();
        yield words.say(
            "why.fail", words.many(failed.size(), "finding"), severities(words, failed), policy);
      }
      case INSUFFICIENT_EVIDENCE ->
          words.say(
              "why.insufficient_evidence",
              words.many(context.findings(Verdict.INSUFFICIENT_EVIDENCE).size(), "finding"),
              policy);
    };
  }

  private static String severities(Words words, List<Finding> failed) {
    List<Text> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = failed.stream().filter(f -> f.severity() == severity).count();
      if (count > 0) {
        counts.add(Text.of(words.count(count) + " " + words.word("severity", severity)));
      }
    }
    return words.listed(counts).plain();
  }

  private static Text state(Context context) {
    Words words = context.words();
    SignOff signOff = context.dossier().signOff();
    return signOff == null
        ? Text.of(words.say("state.none"))
        : words.text(
            "state",
            Text.strong(words.say("state." + signOff.state().replace(' ', '_'))),
            words.many(signOff.signatures().size(), "signature"));
  }

  static Block.Section numbers(Context context) {
    return Blocks.section(
        "numbers",
        context
            .words()
            .say("executive.numbers", context.words().level(context.evaluation().level())),
        List.of(HeadlineNumbers.brief(context, TILES)));
  }

  static Optional<Block.Section> disparities(Context context) {
    return GapTable.worst(context, GAPS)
        .map(
            table ->
                Blocks.section(
                    "disparities", context.words().say("executive.disparities"), List.of(table)));
  }

  static Block.Section open(Context context) {
    Words words = context.words();
    List<FindingGroup> open = new ArrayList<>(FindingGroup.of(context, Verdict.FAIL));
    open.addAll(FindingGroup.of(context, Verdict.INSUFFICIENT_EVIDENCE));
    List<Block> blocks = new ArrayList<>();
    if (open.isEmpty()) {
      blocks.add(Blocks.paragraph(words.say("open.none")));
    } else {
      blocks.add(table(words, open));
      disposed(context).ifPresent(blocks::add);
    }
    return Blocks.section("open", words.say("executive.open"), blocks);
  }

  private static Block table(Words words, List<FindingGroup> open) {
    Tables table =
        Tables.captioned(Text.NONE)
            .name(words.say("head.verdict"))
            .words(words.say("head.finding"))
            .name(words.say("head.severity"))
            .number(words.say("head.seen"))
            .name(words.say("head.asked"));
    open.stream()
        .limit(FINDINGS)
        .forEach(
            g ->
                table.row(
                    g.mark(words),
                    Say.brief(g.title(), TITLE)
                        .and(
                            Text.aside(" " + Say.brief(g.subject(words).plain(), SUBJECT).plain())),
                    Text.of(words.word("severity", g.severity())),
                    g.observed(words),
                    Say.brief(g.limit(words.say("limit.several")).plain(), LIMIT)));
    if (open.size() > FINDINGS) {
      table.note(words.many(open.size() - (long) FINDINGS, "open.more"));
    }
    return table.table();
  }

  private static Optional<Block> disposed(Context context) {
    Review review = context.dossier().review();
    if (review == null) {
      return Optional.empty();
    }
    Words words = context.words();
    Audit audit = context.dossier().audit();
    long needed = audit.findings().stream().filter(ReviewRules::counts).count();
    int open = ReviewRules.open(audit, review).size();
    return Optional.of(
        Blocks.note(words.say("open.disposed", words.count(needed - open), words.count(needed))));
  }
}
