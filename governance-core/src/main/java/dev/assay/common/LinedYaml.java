package dev.assay.common;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// YAML of strangers whose every part knows its line: anchors, keys that occur twice or that nobody
/// knows, and deep nesting are refused, with the line.
public final class LinedYaml {

  private static final int DEEPEST = 100;
  private static final int LONGEST_SHOWN = 80;
  private static final int MOST_DIGITS = 24;

  private final Refusal refusal;

  private LinedYaml(Refusal refusal) {
    this.refusal = refusal;
  }

  /// Makes the refusal of a part.
  @FunctionalInterface
  public interface Refusal {
    /// @param line 1-based, 0 when it is not known
    /// @param why a clause without a full stop
    AssayException of(int line, String why);
  }

  /// The text as a part.
  ///
  /// @param mostCharacters most characters of the text
  /// @throws AssayException the refusal
  public static Part read(String text, int mostCharacters, Refusal refusal) {
    if (text.length() > mostCharacters) {
      throw refusal.of(0, "it has more than the " + mostCharacters + " characters it may have");
    }
    LinedYaml reader = new LinedYaml(refusal);
    try {
      LoadSettings settings =
          LoadSettings.builder()
              .setCodePointLimit(mostCharacters)
              .setMaxAliasesForCollections(0)
              .build();
      reader.requireShallow(new Parse(settings).parseString(text));
      Node root =
          new Compose(settings).composeString(text).orElseThrow(() -> refusal.of(1, "it is empty"));
      return reader.new Part(root);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
      throw refusal.of(line, "it is not well-formed YAML: " + Visible.of(e.getProblem()));
    } catch (YamlEngineException e) {
      throw refusal.of(0, "it is not well-formed YAML");
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
        throw refusal.of(line, "parts are nested more than " + DEEPEST + " deep");
      }
    }
  }

  /// A mapping, a list or a single value.
  public final class Part {

    private final Node node;

    private Part(Node node) {
      this.node = node;
      if (node.getAnchor().isPresent()) {
        throw refused("it uses an anchor (&), which is not allowed here");
      }
    }

    /// A refusal of this part.
    ///
    /// @param why a clause without a full stop
    public AssayException refused(String why) {
      return refusal.of(node.getStartMark().map(Mark::getLine).orElse(-1) + 1, why);
    }

    /// Whether it is a mapping.
    public boolean isMapping() {
      return node instanceof MappingNode;
    }

    /// Its keys and values.
    ///
    /// @param allowed keys that may occur
    /// @param what what it is, with its article: "a device"
    public Keys keys(Set<String> allowed, String what) {
      if (!(node instanceof MappingNode mapping)) {
        throw refused(what + " is a mapping of keys to values");
      }
      Map<String, Part> keys = new LinkedHashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        Part key = new Part(tuple.getKeyNode());
        String shown = Visible.of(key.text("a key"), LONGEST_SHOWN);
        if (!allowed.contains(key.text("a key"))) {
          throw key.refused("the key '" + shown + "' is not known in " + what);
        }
        if (keys.put(key.text("a key"), new Part(tuple.getValueNode())) != null) {
          throw key.refused("the key '" + shown + "' occurs twice");
        }
      }
      return new Keys(this, keys);
    }

    /// Its elements, at least one.
    public List<Part> items() {
      if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
        throw refused("there must be a list of at least one");
      }
      List<Part> items = new ArrayList<>();
      list.getValue().forEach(item -> items.add(new Part(item)));
      return List.copyOf(items);
    }

    /// Its text, not blank.
    ///
    /// @param what what it is: "'title'"
    public String text(String what) {
      if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
        throw refused(what + " must be a text");
      }
      return scalar.getValue().strip();
    }

    /// Its number, written with digits.
    public BigDecimal number(String what) {
      String text = text(what);
      if (text.length() > MOST_DIGITS || !text.matches("-?\\d+(\\.\\d+)?")) {
        throw refused(
            what + " must be a number such as 0.25, and is '" + Visible.of(text, 40) + "'");
      }
      return new BigDecimal(text);
    }
  }

  /// Values by key.
  public static final class Keys {

    private final Part whole;
    private final Map<String, Part> parts;

    private Keys(Part whole, Map<String, Part> parts) {
      this.whole = whole;
      this.parts = parts;
    }

    /// The value of a key that must be there.
    public Part required(String key) {
      @Nullable Part part = parts.get(key);
      if (part == null) {
        throw whole.refused("the key '" + key + "' is missing");
      }
      return part;
    }

    /// The value of a key.
    public Optional<Part> optional(String key) {
      return Optional.ofNullable(parts.get(key));
    }

    /// The text of a key that must be there.
    public String text(String key) {
      return required(key).text("'" + key + "'");
    }

    /// The text of a key, empty where there is none.
    public String optionalText(String key) {
      return optional(key).map(part -> part.text("'" + key + "'")).orElse("");
    }

    /// The number of a key that must be there.
    public BigDecimal number(String key) {
      return required(key).number("'" + key + "'");
    }
  }
}
