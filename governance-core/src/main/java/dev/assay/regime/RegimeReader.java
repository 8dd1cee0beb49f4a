package dev.assay.regime;

import dev.assay.check.Check;
import dev.assay.check.Checks;
import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition.Family;
import dev.assay.regime.Regime.Clause;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads a pack. Packs may come from strangers: anchors, aliases, keys that occur twice or that
/// nobody knows are refused, with the line.
final class RegimeReader {

  static final int MOST_CHARACTERS = 256 << 10;

  private static final int DEEPEST = 100;
  private static final int LONGEST_SHOWN = 80;
  private static final Set<String> HEAD =
      Set.of("schema", "id", "version", "title", "as_of", "source", "notes", "clauses");
  private static final Set<String> PARTS =
      Set.of("id", "asks", "question", "metrics", "disparities", "checks", "person");

  private final String name;

  /// @param name what to call the pack in a refusal
  RegimeReader(String name) {
    this.name = name;
  }

  /// @throws InputRejected when it is not such a pack
  Regime read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw refused(0, "it has more characters than the " + MOST_CHARACTERS + " a pack may have");
    }
    Map<String, Node> head = mapping(composed(text), HEAD, "a pack");
    if (!text(head, "schema", 1).equals("assay.regime/1")) {
      throw refused(line(head.get("schema")), "'schema' is not assay.regime/1");
    }
    String asOf = text(head, "as_of", 1);
    try {
      LocalDate.parse(asOf);
    } catch (DateTimeParseException e) {
      throw refused(line(head.get("as_of")), "'as_of' is not a day such as 2026-11-25");
    }
    List<Clause> clauses = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Node part : items(required(head, "clauses", 1))) {
      Clause clause = clause(part);
      if (!ids.add(clause.id())) {
        throw refused(
            line(part), "two clauses are called '" + Visible.of(clause.id(), LONGEST_SHOWN) + "'");
      }
      clauses.add(clause);
    }
    return new Regime(
        text(head, "id", 1),
        text(head, "version", 1),
        text(head, "title", 1),
        asOf,
        text(head, "source", 1),
        optional(head, "notes"),
        List.copyOf(clauses),
        Digest.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Clause clause(Node part) {
    Map<String, Node> keys = mapping(part, PARTS, "a clause");
    Clause clause =
        new Clause(
            text(keys, "id", line(part)),
            text(keys, "asks", line(part)),
            text(keys, "question", line(part)),
            names(keys, "metrics"),
            names(keys, "disparities"),
            names(keys, "checks"),
            optional(keys, "person"));
    if (clause.metrics().isEmpty()
        && clause.disparities().isEmpty()
        && clause.checks().isEmpty()
        && clause.person().isEmpty()) {
      throw refused(line(part), "the clause names neither evidence nor what a person must add");
    }
    return clause;
  }

  private List<String> names(Map<String, Node> keys, String kind) {
    Node list = keys.get(kind);
    if (list == null) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (Node item : items(list)) {
      String id = scalar(item, "a name in '" + kind + "'");
      if (!known(kind, id)) {
        throw refused(
            line(item),
            "nothing in '" + kind + "' is called '" + Visible.of(id, LONGEST_SHOWN) + "'");
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

  private Node composed(String text) {
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setLabel(name)
              .setCodePointLimit(MOST_CHARACTERS)
              .setMaxAliasesForCollections(0)
              .build();
      requireShallow(new Parse(settings).parseString(text));
      return new Compose(settings).composeString(text).orElseThrow(() -> refused(1, "it is empty"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
      throw refused(line, "it is not well-formed YAML: " + Visible.of(e.getProblem()));
    } catch (YamlEngineException e) {
      throw refused(0, "it is not well-formed YAML");
    }
  }

  /// A tree is made as deep as its text is, and the stack is not endless.
  private void requireShallow(Iterable<Event> events) {
    int depth = 0;
    for (Event event : events) {
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > DEEPEST) {
        int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
        throw refused(line, "parts are nested more than " + DEEPEST + " deep");
      }
    }
  }

  private Map<String, Node> mapping(Node node, Set<String> allowed, String what) {
    refuseAnchor(node);
    if (!(node instanceof MappingNode mapping)) {
      throw refused(line(node), what + " is a mapping of keys to values");
    }
    Map<String, Node> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = scalar(tuple.getKeyNode(), "a key");
      String shown = Visible.of(key, LONGEST_SHOWN);
      if (!allowed.contains(key)) {
        throw refused(line(tuple.getKeyNode()), "the key '" + shown + "' is not known in " + what);
      }
      if (keys.put(key, tuple.getValueNode()) != null) {
        throw refused(line(tuple.getKeyNode()), "the key '" + shown + "' occurs twice");
      }
    }
    return keys;
  }

  private List<Node> items(Node node) {
    refuseAnchor(node);
    if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw refused(line(node), "there must be a list of at least one");
    }
    return list.getValue();
  }

  private Node required(Map<String, Node> keys, String key, int line) {
    Node node = keys.get(key);
    if (node == null) {
      throw refused(line, "the key '" + key + "' is missing");
    }
    return node;
  }

  private String text(Map<String, Node> keys, String key, int line) {
    return scalar(required(keys, key, line), "'" + key + "'");
  }

  private String optional(Map<String, Node> keys, String key) {
    Node node = keys.get(key);
    return node == null ? "" : scalar(node, "'" + key + "'");
  }

  private String scalar(Node node, String what) {
    refuseAnchor(node);
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw refused(line(node), what + " must be a text");
    }
    return scalar.getValue().strip();
  }

  private void refuseAnchor(Node node) {
    if (node.getAnchor().isPresent()) {
      throw refused(line(node), "it uses an anchor (&), which packs do without");
    }
  }

  private static int line(@Nullable Node node) {
    return node == null ? 0 : node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
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
