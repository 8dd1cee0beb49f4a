package dev.assay.compare;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.metric.MetricValue;
import java.util.List;

/// What a comparison says, in sentences. A is the first run, B the second.
public final class ComparisonWords {

  private static final int NAMED = 2;
  private static final int LISTED = 3;
  private static final int LONGEST = 60;

  private ComparisonWords() {}

  /// The sentence on top: "B is better than A on 3 of 41 numbers beyond chance, worse on 1: false
  /// positive rate, sex = Female."
  public static String headline(RunComparison c) {
    long undefined = c.count(Outcome.UNDEFINED);
    long compared = c.differences().size() - undefined;
    if (compared == 0) {
      return "Nothing can be compared between A and B.";
    }
    List<Difference> better = c.with(Outcome.BETTER);
    List<Difference> worse = c.with(Outcome.WORSE);
    long changed = c.count(Outcome.CHANGED);
    String numbers = Rounded.count(compared) + (compared == 1 ? " number" : " numbers");
    if (better.isEmpty() && worse.isEmpty()) {
      return "B is neither better nor worse than A beyond chance on any of "
          + numbers
          + (changed == 0 ? "." : ", but " + changed + " without a better direction changed.");
    }
    StringBuilder words = new StringBuilder("B is ");
    if (better.isEmpty()) {
      words.append("better than A on none of ").append(numbers).append(" beyond chance");
    } else {
      words
          .append("better than A on ")
          .append(Rounded.count(better.size()))
          .append(" of ")
          .append(numbers)
          .append(" beyond chance");
    }
    words.append(
        worse.isEmpty()
            ? ", worse on none"
            : ", worse on " + Rounded.count(worse.size()) + named(worse));
    return words
        .append(
            changed == 0
                ? "."
                : "; " + Rounded.count(changed) + " without a better direction changed.")
        .toString();
  }

  private static String named(List<Difference> worse) {
    return worse.size() > NAMED
        ? ""
        : ": " + String.join(" and ", worse.stream().map(d -> name(d) + ", " + about(d)).toList());
  }

  /// How far scores lie apart: "Scores differ by 0.0021 on average, at most by 0.114 (row 1,203);
  /// B's are higher by 0.0004 (0.0001 to 0.0007)."
  public static String scores(ScoreShifts s) {
    if (s.largest() == 0) {
      return "Every score is the same.";
    }
    String mean =
        switch (s.mean()) {
          case MetricValue.Undefined undefined -> "";
          case MetricValue.Defined d ->
              "; B − A is "
                  + Rounded.number(d.value())
                  + (d.interval() == null
                      ? ""
                      : " (" + Rounded.range(d.interval().lower(), d.interval().upper()) + ")")
                  + " on average";
        };
    return "Scores differ by "
        + Rounded.number(s.meanAbsolute())
        + " on average, at most by "
        + Rounded.number(s.largest())
        + " (row "
        + Rounded.count(s.largestRow() + 1L)
        + ")"
        + mean
        + ".";
  }

  /// Where changed decisions concentrate: the answer to "does it hurt one group more?".
  public static String concentration(DecisionChanges changes) {
    List<DecisionChanges.SliceChange> more = changes.concentrated();
    if (more.isEmpty()) {
      return "Changed decisions fall on no slice beyond chance more often than on the rest ("
          + Rounded.count(changes.slices().size())
          + " slices, Holm).";
    }
    return "Changed decisions fall beyond chance more often than on the rest on "
        + Rounded.count(more.size())
        + " of "
        + Rounded.count(changes.slices().size())
        + " slices: "
        + String.join(
            "; ",
            more.stream()
                .limit(LISTED)
                .map(
                    s ->
                        Visible.of(s.slice().describe(), LONGEST)
                            + " ("
                            + Rounded.percent(s.share().orNaN())
                            + ", rest "
                            + Rounded.percent(s.shareOfRest())
                            + ")")
                .toList())
        + ".";
  }

  /// What changed for everyone: "For everyone: better on precision; worse on accuracy and 2 more."
  public static String everyone(RunComparison c) {
    List<Difference> whole =
        c.differences().stream()
            .filter(d -> d.subject() instanceof Subject.Slice s && s.key().isWhole())
            .toList();
    String better = names(whole, Outcome.BETTER);
    String worse = names(whole, Outcome.WORSE);
    if (better.isEmpty() && worse.isEmpty()) {
      return "For everyone taken together: no number is better or worse beyond chance.";
    }
    return "For everyone taken together: "
        + (better.isEmpty() ? "better on nothing" : "better on " + better)
        + (worse.isEmpty() ? "; worse on nothing." : "; worse on " + worse + ".");
  }

  private static String names(List<Difference> all, Outcome outcome) {
    List<String> names =
        all.stream().filter(d -> d.outcome() == outcome).map(d -> name(d)).toList();
    return names.size() > LISTED
        ? String.join(", ", names.subList(0, LISTED)) + " and " + (names.size() - LISTED) + " more"
        : String.join(", ", names);
  }

  /// What changed of the decisions, in one or two sentences.
  public static String decisions(DecisionChanges d) {
    if (d.changed() == 0) {
      return "Both runs decide every one of " + Rounded.count(d.rows()) + " rows alike.";
    }
    String first =
        Rounded.count(d.changed())
            + " of "
            + Rounded.count(d.rows())
            + " rows are decided differently ("
            + Rounded.percent(d.share().orNaN())
            + "): "
            + Rounded.count(d.corrected())
            + " become right, "
            + Rounded.count(d.spoiled())
            + " become wrong.";
    Long up = d.toPositive();
    Long down = d.toNegative();
    return up == null || down == null
        ? first
        : first
            + " "
            + Rounded.count(up)
            + " are newly decided positive, "
            + Rounded.count(down)
            + " newly negative.";
  }

  /// The metric's name and, for several classes, the class.
  public static String name(Difference d) {
    String name = MetricCatalogue.find(d.metric()).map(MetricDefinition::name).orElse(d.metric());
    return d.target() == null ? name : name + " of " + Visible.of(d.target(), LONGEST);
  }

  /// Whom it speaks of.
  public static String about(Difference d) {
    return Visible.of(d.subject().describe(), LONGEST);
  }

  /// "+0.012 (0.004 to 0.020)", or why there is no difference.
  public static String difference(Difference d) {
    return switch (d.difference()) {
      case MetricValue.Undefined undefined -> undefined.reason();
      case MetricValue.Defined defined ->
          defined.interval() == null
              ? Rounded.signed(defined.value())
              : Rounded.signed(defined.value())
                  + " ("
                  + Rounded.range(defined.interval().lower(), defined.interval().upper())
                  + ")";
    };
  }
}
