package dev.assay.report.content;

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
                    .and(Text.aside(Say.words("policy.sha-256", policy.digest().brief()))))
            .words(Say.words("policy.what-is-asked"))
            .words(Say.words("word.how"))
            .name(Say.words("word.severity"))
            .words(Say.words("policy.owner-and-source"));
    policy.rules().stream().limit(RULES).forEach(r -> row(table, r));
    if (policy.rules().size() > RULES) {
      table.note(Say.words("policy.more-rules-are-in", Say.count(policy.rules().size() - RULES)));
    }
    if (!table.isEmpty()) {
      blocks.add(table.table());
    }
    return Blocks.section(
        "policy", Say.words("policy.the-policy", Say.phrase(policy.title()).plain()), blocks);
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
            words.get("decide") == null
                ? null
                : Say.words(
                    "policy.decided-by", Say.words().reason(String.valueOf(words.get("decide")))),
            words.get("minimum_n") == null
                ? null
                : Say.words("policy.n-at-least", words.get("minimum_n")))
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
        Stream.of(
                bound(Say.words("policy.at-least"), limit.get("min")),
                bound(Say.words("policy.at-most"), limit.get("max")))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(Say.words("policy.and")));
    Object relative = limit.get("relative_to");
    return bounds.isEmpty()
        ? null
        : relative == null
            ? bounds
            : Say.words(
                "policy.against",
                bounds,
                Say.words().reason(relative.toString()),
                Say.words().reason(String.valueOf(limit.get("by"))));
  }

  private static @Nullable String bound(String words, @Nullable Object bound) {
    return bound instanceof Number number ? words + Say.setting(number.doubleValue()) : null;
  }
}
