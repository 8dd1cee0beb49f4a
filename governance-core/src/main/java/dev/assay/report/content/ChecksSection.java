package dev.assay.report.content;

import dev.assay.evaluation.CheckResult;
import dev.assay.metric.MetricValue;
import dev.assay.report.document.Block;
import dev.assay.report.document.Inline;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the checks of data, labels and behaviour found: issues first.
final class ChecksSection {

  private static final int SUBJECTS = 25;
  private static final int NAMES = 5;
  private static final int EVIDENCE = 8;
  private static final int ROWS = 12;

  private ChecksSection() {}

  static Optional<Block.Section> of(Context context) {
    List<CheckResult> checks =
        context.evaluation().checks().stream()
            .filter(c -> !BehaviourSection.shows(c) && !RobustnessSection.shows(c))
            .toList();
    if (checks.isEmpty()) {
      return Optional.empty();
    }
    List<Block> blocks = new ArrayList<>();
    List<CheckResult> issues = with(checks, CheckResult.Status.ISSUE);
    List<CheckResult> errors = with(checks, CheckResult.Status.ERROR);
    blocks.add(
        Blocks.lead(
            Say.text(
                "checks.ran-found-something-found",
                Say.many(checks.size(), "check"),
                Say.count(issues.size()),
                Say.count(with(checks, CheckResult.Status.OK).size()),
                Say.count(with(checks, CheckResult.Status.NOT_APPLICABLE).size()),
                errors.isEmpty() ? "." : Say.words("checks.failed", Say.count(errors.size())))));
    issues.forEach(c -> blocks.add(card(c)));
    errors.forEach(c -> blocks.add(card(c)));
    quiet(checks).ifPresent(blocks::add);
    return Optional.of(Blocks.section("checks", Say.words("checks.checks-of-data-labels"), blocks));
  }

  private static List<CheckResult> with(List<CheckResult> checks, CheckResult.Status status) {
    return checks.stream().filter(c -> c.status() == status).toList();
  }

  /// What a check found, as a card.
  static Block card(CheckResult check) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(Blocks.paragraph(Say.sentence(check.summary())));
    values(check).ifPresent(blocks::add);
    List<Text> evidence =
        check.evidence().stream().limit(EVIDENCE).map(ChecksSection::evidence).toList();
    if (!evidence.isEmpty()) {
      blocks.add(new Block.Bullets(evidence));
    }
    if (check.evidence().size() > EVIDENCE) {
      blocks.add(
          Blocks.note(
              Say.words(
                  "checks.more-places-to-look", Say.count(check.evidence().size() - EVIDENCE))));
    }
    return new Block.Card(
        EvidenceTexts.checkAnchor(check),
        Say.mark(check.status()),
        Say.word(check.status()),
        Say.phrase(check.title()).and(Text.aside(" " + Say.phrase(check.check()).plain())),
        List.copyOf(blocks));
  }

  private static Text evidence(CheckResult.Evidence evidence) {
    Text text = Say.sentence(evidence.sentence());
    if (!evidence.details().isEmpty()) {
      text = text.and(" ").and(Say.entries(evidence.details()));
    }
    if (!evidence.rows().isEmpty()) {
      String rows =
          evidence.rows().stream()
              .limit(ROWS)
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
      text =
          text.and(
              Text.aside(
                  (evidence.rows().size() == 1 ? Say.words("checks.row") : Say.words("checks.rows"))
                      + rows
                      + (evidence.rows().size() > ROWS ? " …" : "")));
    }
    return text;
  }

  /// The check's numbers: a row a subject, a column a number.
  private static Optional<Block> values(CheckResult check) {
    List<String> names =
        check.values().stream().map(CheckResult.CheckValue::name).distinct().limit(NAMES).toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Map<String, Text>> bySubject = new LinkedHashMap<>();
    Set<String> counts = counts(check);
    for (CheckResult.CheckValue value : check.values()) {
      if (names.contains(value.name())) {
        bySubject
            .computeIfAbsent(value.subject(), s -> new LinkedHashMap<>())
            .put(value.name(), number(value, counts.contains(value.name())));
      }
    }
    Tables table = Tables.captioned(Text.NONE).name(Say.words("word.about"));
    names.forEach(n -> table.number(Say.label(n.replace('_', ' '))));
    bySubject.entrySet().stream()
        .limit(SUBJECTS)
        .forEach(
            e -> {
              List<Text> cells = new ArrayList<>();
              cells.add(
                  e.getKey().isEmpty()
                      ? Say.text("word.all-rows")
                      : new Text(List.of(new Inline.Data(Say.label(e.getKey())))));
              names.forEach(n -> cells.add(e.getValue().getOrDefault(n, Text.of("–"))));
              table.row(false, cells);
            });
    if (bySubject.size() > SUBJECTS) {
      table.note(
          Say.words("checks.more-are-in-evaluation", Say.count(bySubject.size() - SUBJECTS)));
    }
    return Optional.of(table.table());
  }

  /// Names of numbers that are whole wherever they are: they are counts and need no decimals.
  private static Set<String> counts(CheckResult check) {
    Set<String> names = new HashSet<>();
    Set<String> parts = new HashSet<>();
    for (CheckResult.CheckValue value : check.values()) {
      if (value.value() instanceof MetricValue.Defined defined) {
        boolean whole = defined.interval() == null && defined.value() == Math.rint(defined.value());
        (whole ? names : parts).add(value.name());
      }
    }
    names.removeAll(parts);
    return names;
  }

  private static Text number(CheckResult.CheckValue value, boolean count) {
    return count && value.value() instanceof MetricValue.Defined defined
        ? Text.of(Say.count(defined.value()))
        : Say.value(value.value());
  }

  private static Optional<Block> quiet(List<CheckResult> checks) {
    Tables table =
        Tables.captioned(Say.words("checks.checks-without-an-issue"))
            .name(Say.words("word.outcome"))
            .name(Say.words("word.check"))
            .words(Say.words("word.summary"));
    for (CheckResult.Status status :
        List.of(CheckResult.Status.OK, CheckResult.Status.NOT_APPLICABLE)) {
      for (CheckResult check : with(checks, status)) {
        table.row(
            Text.marked(Say.mark(status), Say.word(status)),
            Say.phrase(check.title()),
            Say.sentence(check.summary()));
      }
    }
    return table.isEmpty() ? Optional.empty() : Optional.of(table.table());
  }
}
