package dev.assay.report.content;

import dev.assay.chart.GroupBars;
import dev.assay.check.behaviour.BehaviourChecks;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.CheckResult.Evidence;
import dev.assay.evaluation.CheckResult.Status;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Inline;
import dev.assay.report.document.Text;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a text model does when texts are made or changed on purpose, with texts to read.
final class BehaviourSection {

  private static final int EXAMPLES = 12;
  private static final int EXAMPLES_OF_ONE = 3;
  private static final int LONGEST_TEXT = 240;

  private BehaviourSection() {}

  /// The section; absent where no check of behaviour applied.
  static Optional<Block.Section> of(Context context) {
    List<CheckResult> checks =
        context.evaluation().checks().stream().filter(BehaviourSection::shows).toList();
    if (checks.isEmpty()) {
      return Optional.empty();
    }
    long issues = checks.stream().filter(c -> c.status() == Status.ISSUE).count();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Blocks.lead(
            Text.of(
                issues == 0
                    ? Say.words(
                        "behaviour.nothing-was-found-in", Say.many(checks.size(), "question"))
                    : Say.words(
                        "behaviour.of-about-the-model",
                        Say.count(issues),
                        Say.many(checks.size(), "question")))));
    blocks.add(Blocks.note(Say.words("behaviour.texts-were-made-from")));
    checks.stream()
        .sorted((a, b) -> Integer.compare(order(a), order(b)))
        .map(BehaviourSection::card)
        .forEach(blocks::add);
    return Optional.of(Blocks.section("behaviour", Say.words("word.behaviour"), blocks));
  }

  /// Whether a check is shown here and not among the others.
  static boolean shows(CheckResult check) {
    return check.check().startsWith(BehaviourChecks.FAMILY)
        && check.status() != Status.NOT_APPLICABLE;
  }

  private static int order(CheckResult check) {
    return switch (check.check()) {
      case "behaviour.identity" -> 0;
      case "behaviour.confident_errors" -> 1;
      default -> 2;
    };
  }

  /// What a check of behaviour found, as a card.
  static Block card(CheckResult check) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Blocks.paragraph(Say.sentence(check.summary())));
    switch (check.check()) {
      case "behaviour.identity" -> IdentityBlocks.add(check, blocks);
      case "behaviour.confident_errors" -> ErrorBlocks.add(check, blocks);
      default -> {
        figure(check).ifPresent(blocks::add);
        tests(check).ifPresent(blocks::add);
        examples(check).ifPresent(blocks::add);
      }
    }
    return new Block.Card(
        EvidenceTexts.checkAnchor(check),
        Say.mark(check.status()),
        Say.word(check.status()),
        Say.phrase(check.title()).and(Text.aside(" " + Say.phrase(check.check()).plain())),
        List.copyOf(blocks));
  }

  /// A bar a test that was made; where rows of the dataset failed, it leads to them.
  private static Optional<Block> figure(CheckResult check) {
    List<GroupBars.Bar> bars = new ArrayList<>();
    for (Evidence evidence : check.evidence()) {
      String title = evidence.details().get("title");
      String name = evidence.details().getOrDefault("test", "");
      MetricValue rate = Values.of(check, "failure_rate", name);
      if (title == null || !Values.isDefined(rate)) {
        continue;
      }
      Interval interval = Say.intervalOf(rate);
      bars.add(
          new GroupBars.Bar(
              Say.label(name),
              Say.words("behaviour.n", Say.count(Values.of(check, "cases", name).orNaN())),
              rate.orNaN(),
              interval == null ? null : interval.lower(),
              interval == null ? null : interval.upper(),
              Say.plain(rate),
              GroupBars.Kind.GROUP,
              rows(check, evidence, title)));
    }
    if (bars.isEmpty()) {
      return Optional.empty();
    }
    String words =
        Say.words(
            "behaviour.share-of-failures-by",
            String.join("; ", bars.stream().map(b -> b.label() + " " + b.shown()).toList()));
    return Optional.of(
        new Block.Figures(
            List.of(
                new Block.Figure(
                    new GroupBars(
                        Say.words("behaviour.share-of-failures-by-2"),
                        words,
                        List.copyOf(bars),
                        null),
                    Say.text(
                        "behaviour.with-wilson-s-interval",
                        Text.strong(Say.words("behaviour.share-of-failures-by-3")))))));
  }

  /// The rows that failed, as far as they are listed; nothing for texts from templates.
  private static @Nullable RowQuery rows(CheckResult check, Evidence evidence, String title) {
    if (evidence.rows().isEmpty()) {
      return null;
    }
    double failures =
        Values.of(check, "failures", evidence.details().getOrDefault("test", "")).orNaN();
    String which =
        failures > evidence.rows().size()
            ? Say.words("behaviour.the-plainest-failures-of", Say.count(evidence.rows().size()))
            : Say.words("behaviour.failures-of");
    return RowQuery.of(
        SliceKey.WHOLE,
        new RowQuery.Part.Listed(evidence.rows(), which + Say.phrase(title).plain() + "’"));
  }

  /// A row a test that was made; the others in the note.
  private static Optional<Block> tests(CheckResult check) {
    Tables table =
        Tables.captioned(Say.words("word.tests"))
            .words(Say.words("word.test"))
            .name(Say.words("word.texts"))
            .number("n")
            .number(Say.words("word.failures"))
            .number(Say.words("behaviour.share-that-fails"))
            .number(Say.words("word.allowed"));
    boolean answers = answers(check);
    if (answers) {
      table
          .number(Say.words("behaviour.answers-that-change"))
          .number(Say.words("identity.shift-of-the-likelihood-4"))
          .number(Say.words("behaviour.p-holm-over-tests"))
          .note(Say.words("behaviour.an-answer-is-weighed"));
    }
    for (Evidence evidence : check.evidence()) {
      Map<String, String> details = evidence.details();
      String name = details.getOrDefault("test", "");
      if (details.containsKey("title")) {
        boolean fails = details.getOrDefault("outcome", "").equals("fails");
        List<Text> cells = new ArrayList<>();
        cells.add(
            Text.marked(
                    Say.mark(fails ? Status.ISSUE : Status.OK),
                    fails ? Say.words("word.fails") : Say.words("word.holds"))
                .and(" ")
                .and(Say.phrase(details.getOrDefault("title", "")))
                .and(Text.aside(" " + Say.phrase(name).plain())));
        cells.add(Text.of(details.getOrDefault("texts", "")));
        cells.add(count(check, "cases", name));
        cells.add(count(check, "failures", name));
        cells.add(Say.value(Values.of(check, "failure_rate", name)));
        cells.add(Text.of(Say.percent(Values.of(check, "allowed", name).orNaN())));
        if (answers) {
          cells.add(Say.value(Values.of(check, "flip_rate", name)));
          cells.add(Say.value(Values.of(check, "log_likelihood_shift", name)));
          cells.add(Text.of(Say.pValue(Values.of(check, "p_holm", name).orNaN())));
        }
        table.row(false, cells);
      }
    }
    List<String> left =
        check.values().stream()
            .filter(v -> v.name().equals("failure_rate") && !Values.isDefined(v.value()))
            .map(v -> Say.phrase(v.subject()).plain() + " (" + Values.why(v.value()) + ")")
            .toList();
    if (!left.isEmpty()) {
      table.note(Say.words("behaviour.not-asked", String.join("; ", left)));
    }
    return table.isEmpty() ? Optional.empty() : Optional.of(table.table());
  }

  /// Whether answers of a model that goes on with texts were judged, else classes.
  private static boolean answers(CheckResult check) {
    return !Values.subjects(check, "log_likelihood_shift").isEmpty();
  }

  private static Text count(CheckResult check, String name, String subject) {
    return Text.of(Say.count(Values.of(check, name, subject).orNaN()));
  }

  /// Failures to read, some of each test, failing tests first.
  private static Optional<Block> examples(CheckResult check) {
    boolean pairs = check.evidence().stream().anyMatch(e -> e.details().containsKey("changed"));
    Tables table =
        Tables.captioned(Say.words("behaviour.failures-to-read"))
            .name(Say.words("word.test"))
            .words(Say.words("word.text"));
    if (answers(check)) {
      table
          .words(Say.words("behaviour.answer-and-likelihood"))
          .words(Say.words("word.changed-to"))
          .words(Say.words("behaviour.answer-and-likelihood-then"));
    } else {
      table.number(Say.words("word.score"));
      if (pairs) {
        table.words(Say.words("word.changed-to")).number(Say.words("word.score-then"));
      }
    }
    List<String> failing =
        check.evidence().stream()
            .filter(e -> "fails".equals(e.details().get("outcome")))
            .map(e -> e.details().getOrDefault("test", ""))
            .toList();
    List<Evidence> shown = new ArrayList<>();
    for (boolean first : List.of(true, false)) {
      String last = "";
      int of = 0;
      for (Evidence evidence : check.evidence()) {
        String test = evidence.details().getOrDefault("test", "");
        of = test.equals(last) ? of : 0;
        last = test;
        if (evidence.details().containsKey("original")
            && failing.contains(test) == first
            && of++ < EXAMPLES_OF_ONE
            && shown.size() < EXAMPLES) {
          shown.add(evidence);
        }
      }
    }
    for (Evidence evidence : shown) {
      Map<String, String> details = evidence.details();
      List<Text> cells = new ArrayList<>();
      cells.add(Say.phrase(details.getOrDefault("test", "")));
      cells.add(quoted(details.getOrDefault("original", "")).and(row(evidence)));
      cells.add(said(check, details.getOrDefault("before", "")));
      if (pairs) {
        cells.add(
            ChangedText.of(
                details.getOrDefault("original", ""), details.getOrDefault("changed", "")));
        cells.add(said(check, details.getOrDefault("after", "")));
      }
      table.row(false, cells);
    }
    return table.isEmpty() ? Optional.empty() : Optional.of(table.table());
  }

  /// A class and its score, or what a model wrote.
  private static Text said(CheckResult check, String words) {
    return answers(check) ? quoted(words) : Say.phrase(words);
  }

  /// A text from the data.
  static Text quoted(String text) {
    String shown =
        text.codePointCount(0, text.length()) <= LONGEST_TEXT
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + " …";
    return new Text(List.of(new Inline.Data(shown)));
  }

  /// Which row a text is from; nothing for templates.
  static Text row(Evidence evidence) {
    return evidence.rows().size() == 1
        ? Text.aside(Say.words("behaviour.row", Say.count(evidence.rows().getFirst())))
        : Text.NONE;
  }
}
