package dev.assay.app.gui.dataset;

import dev.assay.check.composition.ClassesByGroup;
import dev.assay.check.composition.GroupShares;
import dev.assay.check.composition.MissingBlocks;
import dev.assay.check.composition.NumbersByGroup;
import dev.assay.common.Rounded;
import dev.assay.metric.MetricValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What charts of data show, in a sentence or two: the line above them and their text alternative.
final class Sentences {

  private static final int NAMED = 3;

  private Sentences() {}

  /// Who is rarest, and whose share of the last class is highest and lowest.
  static String imbalance(ClassesByGroup table) {
    List<ClassesByGroup.Group> judged = table.groups().stream().filter(g -> !g.isFew()).toList();
    List<ClassesByGroup.Group> few =
        table.groups().stream().filter(ClassesByGroup.Group::isFew).toList();
    int last = table.classes().size() - 1;
    List<String> said = new ArrayList<>();
    if (judged.size() > 1 && last > 0) {
      Comparator<ClassesByGroup.Group> byShare = Comparator.comparingDouble(g -> g.share(last));
      ClassesByGroup.Group most = judged.stream().max(byShare).orElseThrow();
      ClassesByGroup.Group least = judged.stream().min(byShare).orElseThrow();
      said.add(
          DataWords.name(table.classes().get(last))
              + " is most frequent for "
              + with(most, last)
              + " and rarest for "
              + with(least, last)
              + ".");
    }
    if (!few.isEmpty()) {
      said.add(
          few.stream()
                  .limit(NAMED)
                  .map(
                      g -> DataWords.name(g.name()) + " (" + DataWords.count(g.rows(), "row") + ")")
                  .collect(Collectors.joining(", "))
              + (few.size() > NAMED ? " and " + (few.size() - NAMED) + " more groups" : "")
              + (few.size() == 1 ? " has" : " have")
              + " fewer than "
              + ClassesByGroup.FEWEST
              + " rows: nothing can be concluded about them.");
    }
    return said.isEmpty() ? "There is one group or one class only." : String.join(" ", said);
  }

  private static String with(ClassesByGroup.Group group, int last) {
    return DataWords.name(group.name())
        + " ("
        + Rounded.percent(group.share(last))
        + " of "
        + DataWords.count(group.rows(), "row")
        + ")";
  }

  /// The unevenness in numbers.
  static String measures(ClassesByGroup table) {
    ClassesByGroup.Measures m = table.measures();
    String ratio =
        Double.isNaN(m.imbalanceRatio())
            ? "Class imbalance is undefined: a class has no rows"
            : "The largest class has "
                + Rounded.number(m.imbalanceRatio())
                + " times the rows of the smallest";
    String entropy =
        Double.isNaN(m.entropy())
            ? "entropy is undefined with fewer than two classes"
            : "normalised entropy is " + Rounded.number(m.entropy());
    String association =
        Double.isNaN(m.association().cramersV())
            ? "label and group cannot be compared: one group or one class only"
            : "Cramér's V of label and group is "
                + Rounded.number(m.association().cramersV())
                + " (p "
                + p(m.association().pValue())
                + ")";
    return ratio + "; " + entropy + "; " + association + ".";
  }

  private static String p(double p) {
    String shown = Rounded.pValue(p);
    return shown.startsWith("<") ? shown : "= " + shown;
  }

  /// Who is missing from the data against the population.
  static String shares(GroupShares shares) {
    boolean unknown =
        shares.groups().stream().allMatch(g -> g.standing() == GroupShares.Standing.UNKNOWN);
    if (unknown) {
      return "No reference population was given, so it cannot be said whether a group is over- or"
          + " under-represented.";
    }
    List<String> under = named(shares, GroupShares.Standing.UNDER_HALF);
    String distance =
        switch (shares.totalVariation()) {
          case MetricValue.Defined d ->
              Rounded.percent(d.value())
                  + " of the rows would have to belong to other groups to match the population"
                  + " (total variation).";
          case MetricValue.Undefined u -> "Total variation is undefined: " + u.reason() + ".";
        };
    if (!under.isEmpty()) {
      return "Less than half as common as in the population: "
          + String.join(", ", under)
          + ". "
          + distance;
    }
    List<String> rarer = named(shares, GroupShares.Standing.UNDER);
    return (rarer.isEmpty()
            ? "No group is rarer than in the population beyond its interval. "
            : "Rarer than in the population: " + String.join(", ", rarer) + ". ")
        + distance;
  }

  private static List<String> named(GroupShares shares, GroupShares.Standing standing) {
    return shares.groups().stream()
        .filter(g -> g.standing() == standing)
        .map(g -> DataWords.name(g.name()))
        .toList();
  }

  /// What is missing most.
  static String missing(MissingBlocks blocks) {
    if (blocks.columns().isEmpty()) {
      return "No value is missing in any of " + DataWords.count(blocks.complete(), "column") + ".";
    }
    MissingBlocks.ColumnBlocks most = blocks.columns().getFirst();
    String beyond =
        blocks.incomplete() > blocks.columns().size()
            ? " The " + blocks.columns().size() + " with most gaps are shown."
            : "";
    return DataWords.count(blocks.incomplete(), "column")
        + " of "
        + Rounded.count(blocks.incomplete() + (long) blocks.complete())
        + (blocks.incomplete() == 1 ? " has" : " have")
        + " gaps, most of all "
        + DataWords.name(most.name())
        + ": "
        + Rounded.percent((double) most.missing() / blocks.rows())
        + " of "
        + DataWords.count(blocks.rows(), "row")
        + "."
        + beyond;
  }

  /// What is missing together, a sentence a pair.
  static List<String> together(MissingBlocks blocks) {
    return blocks.together().stream()
        .map(
            t ->
                DataWords.name(t.first())
                    + " and "
                    + DataWords.name(t.second())
                    + ": both missing in "
                    + DataWords.count(t.both(), "row")
                    + ", "
                    + Rounded.percent(t.overlap())
                    + " of the rows where either is.")
        .toList();
  }

  /// Whose median is highest and lowest.
  static String distributions(NumbersByGroup numbers) {
    List<NumbersByGroup.Spread> judged =
        numbers.groups().stream().filter(g -> g.values() >= ClassesByGroup.FEWEST).toList();
    if (judged.isEmpty()) {
      return "Every group has fewer than " + ClassesByGroup.FEWEST + " numbers.";
    }
    Comparator<NumbersByGroup.Spread> byMedian =
        Comparator.comparingDouble(g -> g.quartiles().get(1));
    NumbersByGroup.Spread high = judged.stream().max(byMedian).orElseThrow();
    NumbersByGroup.Spread low = judged.stream().min(byMedian).orElseThrow();
    return "The median is highest for "
        + median(high)
        + " and lowest for "
        + median(low)
        + ". Bars show how each group is spread, the line below its middle half and median.";
  }

  private static String median(NumbersByGroup.Spread group) {
    return DataWords.name(group.name()) + " (" + Rounded.count(group.quartiles().get(1)) + ")";
  }
}
