package dev.assay.regime;

import dev.assay.check.Check;
import dev.assay.check.Checks;
import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.common.YamlPart;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition.Family;
import dev.assay.regime.Regime.Clause;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads a pack; refusals name the line.
final class RegimeReader {

  static final int MOST_CHARACTERS = 256 << 10;

  private static final String SCHEMA = "assay.regime/1";
  private static final int LONGEST_SHOWN = 80;
  static final Set<String> HEAD =
      Set.of("schema", "id", "version", "title", "as_of", "source", "notes", "clauses");
  static final Set<String> PARTS =
      Set.of("id", "asks", "question", "metrics", "disparities", "checks", "person", "source_note");

  private final String name;
  private final boolean knownNames;

  /// @param name what to call the pack in a refusal
  /// @param knownNames whether metrics and checks must be ones that this version knows
  RegimeReader(String name, boolean knownNames) {
    this.name = name;
    this.knownNames = knownNames;
  }

  /// @throws InputRejected when it is not such a pack
  Regime read(String text) {
    YamlPart.Keys head = YamlPart.read(text, MOST_CHARACTERS, this::refused).keys("a pack", HEAD);
    if (!head.text("schema").equals(SCHEMA)) {
      throw head.required("schema").refused("'schema' is not " + SCHEMA);
    }
    if (!head.text("id").matches("[a-z0-9][a-z0-9-]{0,63}")) {
      throw head.required("id")
          .refused("'id' is not made of lower-case letters, digits and hyphens");
    }
    List<Clause> clauses = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (YamlPart part : head.required("clauses").items()) {
      Clause clause = clause(part);
      if (!ids.add(clause.id())) {
        throw part.refused("two clauses are called '" + YamlPart.shown(clause.id()) + "'");
      }
      clauses.add(clause);
    }
    return new Regime(
        head.text("id"),
        head.text("version"),
        head.text("title"),
        day(head),
        head.text("source"),
        head.optional("notes"),
        List.copyOf(clauses),
        Digest.of(text.getBytes(StandardCharsets.UTF_8)),
        text);
  }

  private static String day(YamlPart.Keys head) {
    String day = head.text("as_of");
    try {
      LocalDate.parse(day);
      return day;
    } catch (DateTimeParseException e) {
      throw head.required("as_of").refused("'as_of' is not a day such as 2026-11-25");
    }
  }

  private Clause clause(YamlPart part) {
    YamlPart.Keys keys = part.keys("a clause", PARTS);
    Clause clause =
        new Clause(
            keys.text("id"),
            keys.text("asks"),
            keys.text("question"),
            names(keys, "metrics"),
            names(keys, "disparities"),
            names(keys, "checks"),
            keys.optional("person"),
            keys.optional("source_note"));
    if (clause.metrics().isEmpty()
        && clause.disparities().isEmpty()
        && clause.checks().isEmpty()
        && clause.person().isEmpty()) {
      throw part.refused("the clause names neither evidence nor what a person must add");
    }
    return clause;
  }

  private List<String> names(YamlPart.Keys keys, String kind) {
    YamlPart list = keys.find(kind);
    if (list == null) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (YamlPart item : list.items()) {
      String id = item.text("a name in '" + kind + "'");
      if (knownNames && !known(kind, id)) {
        throw item.refused("nothing in '" + kind + "' is called '" + YamlPart.shown(id) + "'");
      }
      names.add(id);
    }
    return List.copyOf(names);
  }

  private static boolean known(String kind, String id) {
    return kind.equals("checks")
        ? Checks.all().stream().map(Check::id).anyMatch(id::equals)
        : MetricCatalogue.all().stream()
            .anyMatch(
                d ->
                    d.id().equals(id) && (kind.equals("metrics") || d.family() == Family.FAIRNESS));
  }

  private InputRejected refused(int line, String why) {
    return new InputRejected(
        "REGIME-INVALID",
        "Regime '"
            + Visible.of(name, LONGEST_SHOWN)
            + "'"
            + (line > 0 ? ", line " + line : "")
            + ": "
            + why
            + ".",
        "Mend it there; 'assay regime show eu-ai-act' shows a pack that is right.",
        null);
  }
}
