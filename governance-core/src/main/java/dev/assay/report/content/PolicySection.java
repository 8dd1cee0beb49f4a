package dev.assay.report.content;

import dev.assay.common.Rounded;
import dev.assay.finding.Policy;
import dev.assay.finding.Rule;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the model was judged by, rule by rule.
final class PolicySection {

  private static final int RULES = 80;

  private PolicySection() {}

  static Block of(Policy policy) {
    List<Block> blocks = new ArrayList<>();
    if (!policy.description().isBlank()) {
      blocks.add(Blocks.paragraph(Say.sentence(policy.description())));
    }
    Tables table =
        Tables.captioned(
                Text.data(policy.id() + "@" + policy.version())
                    .and(Text.aside(" SHA-256 " + policy.digest().brief() + "…")))
            .words("What is asked")
            .words("How")
            .name("Severity")
            .words("Owner and source");
    policy.rules().stream().limit(RULES).forEach(r -> row(table, r));
    if (policy.rules().size() > RULES) {
      table.note(Rounded.count(policy.rules().size() - RULES) + " more rules are in audit.json.");
    }
    if (!table.isEmpty()) {
      blocks.add(table.table());
    }
    return Blocks.section("policy", "The policy: " + Say.phrase(policy.title()).plain(), blocks);
  }

  private static void row(Tables table, Rule rule) {
    table.row(
        Say.phrase(rule.title()).and(Text.aside(" " + Say.phrase(rule.id()).plain())),
        Say.phrase(how(rule.words())),
        Text.of(Say.word(rule.severity())),
        Say.phrase(rule.owner())
            .and(rule.owner().isBlank() || rule.citation().isBlank() ? "" : ". ")
            .and(Say.phrase(rule.citation())));
  }

  /// "roc_auc, at least 0.7, decided by interval, n at least 100".
  private static String how(Map<String, Object> words) {
    return Stream.of(
            subject(words),
            words.get("limit") instanceof Map<?, ?> limit ? limit(limit) : null,
            words.get("decide") == null ? null : "decided by " + words.get("decide"),
            words.get("minimum_n") == null ? null : "n at least " + words.get("minimum_n"))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String subject(Map<String, Object> words) {
    for (String kind : List.of("metric", "disparity", "check")) {
      if (words.get(kind) != null) {
        return words.get("value") == null
            ? String.valueOf(words.get(kind))
            : words.get(kind) + " " + words.get("value");
      }
    }
    return null;
  }

  private static @Nullable String limit(Map<?, ?> limit) {
    String bounds =
        Stream.of(bound("at least ", limit.get("min")), bound("at most ", limit.get("max")))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" and "));
    Object relative = limit.get("relative_to");
    return bounds.isEmpty()
        ? null
        : relative == null
            ? bounds
            : bounds + " against " + relative + " (" + limit.get("by") + ")";
  }

  private static @Nullable String bound(String words, @Nullable Object bound) {
    return bound instanceof Number number ? words + Rounded.setting(number.doubleValue()) : null;
  }
}
