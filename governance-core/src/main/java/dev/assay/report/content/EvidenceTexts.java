package dev.assay.report.content;

import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.finding.Finding;
import dev.assay.report.document.Anchor;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The facts that a finding points at, in words, each leading to where the report shows it.
final class EvidenceTexts {

  private static final Pattern POINTER = Pattern.compile("(metrics|disparities|checks)\\[(.+)]");
  private static final int SHOWN = 6;
  private static final int LOOKED_AT = 200;

  private EvidenceTexts() {}

  /// Each place once, however many findings point at it.
  static List<Text> of(Context context, List<Finding> findings) {
    List<Text> texts =
        findings.stream()
            .flatMap(f -> f.evidence().stream())
            .distinct()
            .limit(LOOKED_AT)
            .map(p -> text(context, p))
            .distinct()
            .toList();
    if (texts.size() <= SHOWN) {
      return texts;
    }
    List<Text> cut = new ArrayList<>(texts.subList(0, SHOWN));
    cut.add(Say.text("evidence-texts.more-in-audit-json"));
    return cut;
  }

  private static Text text(Context context, String pointer) {
    Matcher found = POINTER.matcher(pointer);
    if (!found.matches()) {
      return Text.code(pointer);
    }
    Evaluation evaluation = context.evaluation();
    String at = found.group(2);
    return switch (found.group(1)) {
      case "metrics" -> metric(context, evaluation.metrics(), at, pointer);
      case "disparities" -> disparity(context, evaluation.disparities(), at, pointer);
      default -> check(evaluation.checks(), at, pointer);
    };
  }

  private static Text metric(Context context, List<MetricRow> rows, String at, String pointer) {
    int index = index(at, rows.size());
    if (index < 0) {
      return Text.code(pointer);
    }
    MetricRow row = rows.get(index);
    return context.terms().name(row.metric()).and(", ").and(Say.slice(row.slice()));
  }

  private static Text disparity(Context context, List<Disparity> rows, String at, String pointer) {
    int index = index(at, rows.size());
    if (index < 0) {
      return Text.code(pointer);
    }
    Disparity row = rows.get(index);
    int attribute = FairnessSection.indexOf(context, row.attributes());
    Text by = Text.join(" × ", row.attributes().stream().map(Text::data).toList());
    return Say.text(
        "evidence-texts.by",
        context.terms().name(row.metric()),
        by,
        attribute < 0
            ? Text.NONE
            : Text.of(" (")
                .and(Text.link(Context.attributeAnchor(attribute), Say.words("word.groups")))
                .and(")"));
  }

  private static Text check(List<CheckResult> checks, String at, String pointer) {
    return checks.stream()
        .filter(c -> c.check().equals(at))
        .findFirst()
        .map(c -> Text.link(checkAnchor(c), Say.phrase(c.title()).plain()))
        .orElse(Text.code(pointer));
  }

  /// Where a check is shown.
  static Anchor checkAnchor(CheckResult check) {
    if (BehaviourSection.shows(check) || RobustnessSection.shows(check)) {
      return Anchor.of("check", check.check().replace('.', '_'));
    }
    return switch (check.status()) {
      case ISSUE, ERROR -> Anchor.of("check", check.check().replace('.', '_'));
      case OK, NOT_APPLICABLE -> new Anchor("checks");
    };
  }

  private static int index(String at, int size) {
    try {
      int index = Integer.parseInt(at);
      return index >= 0 && index < size ? index : -1;
    } catch (NumberFormatException noIndex) {
      return -1;
    }
  }
}
