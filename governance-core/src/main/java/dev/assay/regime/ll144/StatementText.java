package dev.assay.regime.ll144;

import dev.assay.common.Json;
import dev.assay.regime.ll144.Statement.Counted;
import dev.assay.regime.ll144.Statement.Exclusion;
import dev.assay.regime.ll144.Statement.Grouping;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes what people state as the text that [StatementReader] reads: what is filled in in a form
/// and what is written by hand are the same file. Equal statements give equal texts.
public final class StatementText {

  private StatementText() {}

  /// The text. Its digest is not that of the statement, which may have been written otherwise.
  public static String of(Statement said) {
    StringBuilder text = new StringBuilder("schema: " + StatementReader.SCHEMA + "\n");
    line(text, "tool", said.tool());
    line(text, "auditor", said.auditor());
    line(text, "independence", said.independence());
    line(text, "audited_on", said.auditedOn().toString());
    line(text, "distribution_date", said.distributedOn().toString());
    text.append("data:\n  kind: ").append(said.data().historical() ? "historical\n" : "test\n");
    line(text, "  source", said.data().source());
    line(text, "  explanation", said.data().explanation());
    if (!said.data().historical()) {
      line(text, "  why_test_data", said.data().whyTestData());
    }
    grouping(text, "sex", said.sex());
    grouping(text, "race_ethnicity", said.race());
    outcome(text, said.outcome());
    if (!said.exclusions().isEmpty()) {
      text.append("excluded:\n");
      said.exclusions().forEach(one -> exclusion(text, one));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String key, String words) {
    text.append(key).append(": ").append(quoted(words)).append('\n');
  }

  private static <C extends Enum<C> & Labelled> void grouping(
      StringBuilder text, String key, Grouping<C> grouping) {
    text.append(key).append(":\n");
    line(text, "  column", grouping.column());
    Map<String, C> values = new TreeMap<>(grouping.values());
    if (!values.isEmpty()) {
      text.append("  values:\n");
      values.forEach(
          (word, category) ->
              text.append("    ").append(quoted(word)).append(": ").append(category.id() + "\n"));
    }
    if (!grouping.unknown().isEmpty()) {
      text.append("  unknown: ").append(list(new TreeSet<>(grouping.unknown()))).append('\n');
    }
  }

  private static void outcome(StringBuilder text, Counted outcome) {
    text.append("outcome:\n  form: ").append(outcome.form().id()).append('\n');
    if (outcome.column() != null) {
      line(text, "  column", outcome.column());
    }
    if (!outcome.selected().isEmpty()) {
      text.append("  selected: ").append(list(new TreeSet<>(outcome.selected()))).append('\n');
    }
  }

  private static void exclusion(StringBuilder text, Exclusion one) {
    text.append("- {");
    Sex sex = one.category().sex();
    Race race = one.category().race();
    if (sex != null) {
      text.append("sex: ").append(sex.id()).append(", ");
    }
    if (race != null) {
      text.append("race_ethnicity: ").append(race.id()).append(", ");
    }
    text.append("reason: ").append(quoted(one.reason())).append("}\n");
  }

  private static String list(Set<String> words) {
    return words.stream().map(StatementText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /// JSON's texts are texts of YAML too.
  private static String quoted(String words) {
    return Json.write(words);
  }
}
