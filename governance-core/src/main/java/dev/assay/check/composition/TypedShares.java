package dev.assay.check.composition;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads shares of groups as people type them.
final class TypedShares {

  private static final Pattern LINE =
      Pattern.compile("(?<name>.*?\\S)\\s*[:=\\s]\\s*(?<number>\\d+(\\.\\d+)?)\\s*(?<percent>%?)");
  private static final double MOST = 1.01;

  private TypedShares() {}

  private record Typed(String name, double number, boolean percent) {}

  static Population.Known of(String text) {
    List<Typed> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (!line.isBlank()) {
        lines.add(line(line.strip(), number));
      }
    }
    boolean percent = lines.stream().anyMatch(l -> l.percent() || l.number() > 1);
    Map<String, Double> shares = new TreeMap<>();
    lines.forEach(
        l -> shares.merge(l.name(), percent ? l.number() / 100 : l.number(), Double::sum));
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (shares.isEmpty() || sum == 0 || sum > MOST) {
      throw new InputRejected(
          "POPULATION-SUM",
          shares.isEmpty()
              ? "The population names no group."
              : String.format(
                  Locale.ROOT, "The shares of the population add up to %.1f %%.", sum * 100),
          "Give each group's share of all people; together they are above 0 and at most 100 %.");
    }
    return new Population.Known("typed shares", shares);
  }

  private static Typed line(String line, int number) {
    Matcher found = LINE.matcher(line);
    if (!found.matches()) {
      throw new InputRejected(
          "POPULATION-LINE",
          "Line "
              + number
              + " of the population ('"
              + Visible.of(line, 60)
              + "') is no group with a share.",
          "Write one group a line, for instance: White = 60.5 %.");
    }
    return new Typed(
        found.group("name").replaceAll("\\s*[:=]$", ""),
        Double.parseDouble(found.group("number")),
        !found.group("percent").isEmpty());
  }
}
