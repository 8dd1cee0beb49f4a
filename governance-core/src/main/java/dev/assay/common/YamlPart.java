package dev.assay.common;

import java.math.BigDecimal;
import java.util.ArrayList;
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

/// A part of a YAML text that knows its line, so that whoever reads it can say where something is
/// wrong. Texts may come from strangers: anchors, aliases, keys that occur twice or that nobody
/// knows, and parts nested too deep are refused.
public final class YamlPart {

  private static final int DEEPEST = 100;
  private static final int LONGEST_SHOWN = 80;
  private static final int MOST_DIGITS = 24;

  private final Node node;
  private final Refusal refusal;

  private YamlPart(Node node, Refusal refusal) {
    this.node = node;
    this.refusal = refusal;
    if (node.getAnchor().isPresent()) {
      throw refused("it uses an anchor (&), which is not allowed here");
    }
  }

  /// Makes the refusal of a text.
  @FunctionalInterface
  public interface Refusal {
    /// The refusal.
    ///
    /// @param line counted from 1; 0 = the text as a whole
    /// @param why in the middle of a sentence
    AssayException of(int line, String why);
  }

  /// The whole of a text.
  ///
  /// @param mostCharacters a longer one is refused
  /// @throws AssayException the refusal, when it is no such text
  public static YamlPart read(String text, int mostCharacters, Refusal refusal) {
    if (text.length() > mostCharacters) {
      throw refusal.of(0, "it has more than " + mostCharacters + " characters");
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(mostCharacters)
            .setMaxAliasesForCollections(0)
            .build();
    try {
      requireShallow(new Parse(settings).parseString(text), refusal);
      return new YamlPart(
          new Compose(settings).composeString(text).orElseThrow(() -> refusal.of(1, "it is empty")),
          refusal);
    } catch (MarkedYamlEngineException e) {
      throw refusal.of(
          line(e.getProblemMark().orElse(null)),
          "it is not well-formed YAML: " + Visible.of(e.getProblem()));
    } catch (YamlEngineException e) {
      throw refusal.of(0, "it is not well-formed YAML");
    }
  }

  /// A tree is made as deep as its text is, and the stack is not endless.
  private static void requireShallow(Iterable<Event> events, Refusal refusal) {
    int depth = 0;
    for (Event event : events) {
      depth +=
          event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
      if (depth > DEEPEST) {
        throw refusal.of(
            line(event.getStartMark().orElse(null)),
            "parts are nested more than " + DEEPEST + " deep");
      }
    }
  }

  /// Where it begins, counted from 1.
  public int line() {
    return line(node.getStartMark().orElse(null));
  }

  private static int line(@Nullable Mark mark) {
    return mark == null ? 0 : mark.getLine() + 1;
  }

  /// Its keys.
  ///
  /// @param what it is, for a refusal: "a pack"
  /// @param allowed the keys that it may have
  public Keys keys(String what, Set<String> allowed) {
    Keys keys = keys(what);
    keys.named.forEach(
        (key, value) -> {
          if (!allowed.contains(key)) {
            throw value.key.refused("the key '" + shown(key) + "' is not known in " + what);
          }
        });
    return keys;
  }

  /// Its keys, whatever they are called.
  public Keys keys(String what) {
    if (!(node instanceof MappingNode mapping)) {
      throw refused(what + " is a mapping of keys to values");
    }
    Map<String, Value> named = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlPart key = new YamlPart(tuple.getKeyNode(), refusal);
      String name = key.text("a key");
      if (named.put(name, new Value(key, new YamlPart(tuple.getValueNode(), refusal))) != null) {
        throw key.refused("the key '" + shown(name) + "' occurs twice");
      }
    }
    return new Keys(this, named);
  }

  /// Its items, at least one.
  public List<YamlPart> items() {
    if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw refused("there must be a list of at least one");
    }
    List<YamlPart> items = new ArrayList<>();
    list.getValue().forEach(item -> items.add(new YamlPart(item, refusal)));
    return List.copyOf(items);
  }

  /// Its text, without space around it.
  ///
  /// @param what it is, for a refusal: "'title'"
  public String text(String what) {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      throw refused(what + " must be a text");
    }
    return scalar.getValue().strip();
  }

  /// Its number, written with digits.
  ///
  /// @param what it is, for a refusal: "'price'"
  public BigDecimal number(String what) {
    String text = text(what);
    if (text.length() > MOST_DIGITS || !text.matches("-?\\d+(\\.\\d+)?")) {
      throw refused(what + " must be a number such as 0.25, and is '" + Visible.of(text, 40) + "'");
    }
    return new BigDecimal(text);
  }

  /// Whether it has keys.
  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  /// What to throw when this part is wrong.
  public AssayException refused(String why) {
    return refusal.of(line(), why);
  }

  /// Words of the text, short enough for a refusal.
  public static String shown(String words) {
    return Visible.of(words, LONGEST_SHOWN);
  }

  private record Value(YamlPart key, YamlPart part) {}

  /// The keys of a part.
  public static final class Keys {

    private final YamlPart whole;
    private final Map<String, Value> named;

    private Keys(YamlPart whole, Map<String, Value> named) {
      this.whole = whole;
      this.named = named;
    }

    /// Names of the keys, in their order.
    public List<String> names() {
      return List.copyOf(named.keySet());
    }

    /// What stands under a key, or null.
    public @Nullable YamlPart find(String key) {
      Value value = named.get(key);
      return value == null ? null : value.part;
    }

    /// What stands under a key.
    public YamlPart required(String key) {
      YamlPart part = find(key);
      if (part == null) {
        throw whole.refused("the key '" + key + "' is missing");
      }
      return part;
    }

    /// The text under a key.
    public String text(String key) {
      return required(key).text("'" + key + "'");
    }

    /// The number under a key.
    public BigDecimal number(String key) {
      return required(key).number("'" + key + "'");
    }

    /// The text under a key, "" where there is none.
    public String optional(String key) {
      YamlPart part = find(key);
      return part == null ? "" : part.text("'" + key + "'");
    }
  }
}
