package dev.assay.report.content;

import dev.assay.common.Visible;
import dev.assay.compare.Difference;
import dev.assay.compare.Outcome;
import dev.assay.compare.RunComparison;
import dev.assay.compare.Subject;
import dev.assay.metric.MetricValue;
import java.util.List;

/// What a comparison says, in the language of the document; in English the same as
/// [dev.assay.compare.ComparisonWords]. A is the model in use, B the other.
final class Compared {

  private static final int NAMED = 2;
  private static final int LISTED = 3;
  private static final int LONGEST = 60;

  private final Terms terms;

  Compared(Terms terms) {
    this.terms = terms;
  }

  /// Whether B is better, in one sentence.
  String headline(RunComparison c) {
    long compared = c.differences().size() - c.count(Outcome.UNDEFINED);
    if (compared == 0) {
      return Say.words("compared.nothing");
    }
    List<Difference> better = c.with(Outcome.BETTER);
    List<Difference> worse = c.with(Outcome.WORSE);
    long changed = c.count(Outcome.CHANGED);
    String numbers = Say.many(compared, "number");
    if (better.isEmpty() && worse.isEmpty()) {
      return Say.words(
          "compared.neither",
          numbers,
          changed == 0 ? "" : Say.words("compared.neither-changed", Say.count(changed)));
    }
    return Say.words(
        "compared.headline",
        better.isEmpty() ? Say.words("compared.none") : Say.count(better.size()),
        numbers,
        worse.isEmpty()
            ? Say.words("compared.none")
            : Say.count(worse.size()) + (worse.size() > NAMED ? "" : ": " + named(worse)),
        changed == 0 ? "" : Say.words("compared.changed", Say.count(changed)));
  }

  private String named(List<Difference> worse) {
    return Say.listed(worse.stream().map(d -> name(d) + ", " + about(d)).toList());
  }

  /// What changed for everyone taken together.
  String everyone(RunComparison c) {
    List<Difference> whole =
        c.differences().stream()
            .filter(d -> d.subject() instanceof Subject.Slice s && s.key().isWhole())
            .toList();
    String better = names(whole, Outcome.BETTER);
    String worse = names(whole, Outcome.WORSE);
    return better.isEmpty() && worse.isEmpty()
        ? Say.words("compared.everyone-same")
        : Say.words(
            "compared.everyone",
            better.isEmpty() ? Say.words("compared.nothing-of-them") : better,
            worse.isEmpty() ? Say.words("compared.nothing-of-them") : worse);
  }

  private String names(List<Difference> all, Outcome outcome) {
    List<String> names = all.stream().filter(d -> d.outcome() == outcome).map(this::name).toList();
    return names.size() > LISTED
        ? Say.words(
            "compared.and-more", String.join(", ", names.subList(0, LISTED)), names.size() - LISTED)
        : String.join(", ", names);
  }

  private String name(Difference d) {
    String name = terms.plainName(d.metric());
    return d.target() == null
        ? name
        : Say.words("comparison.of", name, Visible.of(d.target(), LONGEST));
  }

  /// Whom a number speaks of: "sex = Female", "between groups of sex".
  static String about(Difference d) {
    return switch (d.subject()) {
      case Subject.Slice slice -> Say.slice(slice.key()).plain();
      case Subject.Groups groups ->
          Say.words(
              "compared.between", Visible.of(String.join(" × ", groups.attributes()), LONGEST));
    };
  }

  /// "+0.012 (0.004 to 0.020)", or why there is no difference.
  static String difference(Difference d) {
    return switch (d.difference()) {
      case MetricValue.Undefined undefined -> Say.words().reason(undefined.reason());
      case MetricValue.Defined defined ->
          Say.signed(defined.value())
              + (defined.interval() == null ? "" : " (" + Say.range(defined.interval()) + ")");
    };
  }
}
