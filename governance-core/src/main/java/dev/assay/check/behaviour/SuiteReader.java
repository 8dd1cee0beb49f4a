package dev.assay.check.behaviour;

import dev.assay.check.behaviour.Suite.Kind;
import dev.assay.check.behaviour.Suite.Trial;
import dev.assay.common.InputRejected;
import dev.assay.common.SchemaYaml;
import dev.assay.common.StrictYaml;
import dev.assay.common.Visible;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a suite from YAML. Suites come from strangers: sizes and nesting are limited, aliases of
/// collections and keys that occur twice are refused.
final class SuiteReader {

  private static final int MOST_CHARACTERS = 1 << 20;
  private static final int LONGEST_SHOWN = 160;
  private static final double MOST_FAILURES = 0.05;
  private static final String REMEDY =
      "Mend it there; the help page 'behaviour' says what may stand where.";

  private static final SchemaYaml YAML =
      new SchemaYaml(
          StrictYaml.mapper(MOST_CHARACTERS, 12, 200_000, 1_000),
          SchemaYaml.schema(Suites.resource("behaviour.schema.json")));

  private final String name;

  /// @param name what to call the file in a refusal
  SuiteReader(String name) {
    this.name = name;
  }

  /// @throws InputRejected when it is no suite
  Suite read(String text) {
    return suite(YAML.read(text, (fault, why) -> refused("BEHAVIOUR-" + fault, why)));
  }

  private Suite suite(JsonNode root) {
    String id = root.get("id").asString();
    Map<String, List<String>> lexicons = words(root.path("lexicons"));
    SortedMap<String, List<String>> identity = words(root.path("identity"));
    List<String> ambiguous = texts(root.path("identity_ambiguous"));
    require(
        identity.isEmpty()
            || identity.values().stream().anyMatch(terms -> !ambiguous.containsAll(terms)),
        "/identity_ambiguous: no identity term is left that texts could be chosen by");
    List<Trial> tests = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : root.path("tests")) {
      Trial test =
          test(id, node, new Words(lexicons, identity, ambiguous), "/tests/" + tests.size());
      if (!ids.add(test.id())) {
        throw refused("BEHAVIOUR-TWICE", "two tests are called '" + test.id() + "'");
      }
      tests.add(test);
    }
    List<String> about = texts(root.path("identity_templates"));
    for (String template : about) {
      require(
          template.split(Pattern.quote(Suite.IDENTITY), -1).length == 2
              && Templates.placeholders(template).size() == 1,
          "/identity_templates: '" + template + "' does not hold {identity} in one place alone");
    }
    return new Suite(
        id, root.get("title").asString(), identity, ambiguous, about, List.copyOf(tests));
  }

  /// The words of a suite.
  private record Words(
      Map<String, List<String>> lexicons,
      Map<String, List<String>> identity,
      List<String> ambiguous) {}

  private Trial test(String suite, JsonNode node, Words words, String place) {
    Kind kind = Kind.valueOf(node.get("kind").asString().toUpperCase(Locale.ROOT));
    List<String> texts = texts(node.path("templates"));
    for (String text : texts) {
      for (String word : Templates.placeholders(text)) {
        require(
            words.lexicons().containsKey(word),
            place + "/templates: there is no lexicon called '" + word + "'");
      }
    }
    JsonNode change = node.path("change");
    require(
        kind != Kind.FUNCTIONALITY || !texts.isEmpty(),
        place + ": a functionality test needs templates, since nobody knows the answer else");
    require(
        change.isMissingNode() == (kind == Kind.FUNCTIONALITY),
        place
            + (kind == Kind.FUNCTIONALITY
                ? ": a functionality test changes nothing"
                : ": the test needs a change"));
    require(
        node.has("class") != (kind == Kind.INVARIANCE),
        place
            + (kind == Kind.INVARIANCE
                ? ": an invariance test speaks of no class"
                : ": the test needs the names of its class"));
    require(
        node.has("moves") == (kind == Kind.DIRECTION),
        place
            + (kind == Kind.DIRECTION
                ? ": the test needs 'moves', up or down"
                : ": only a direction test says where the score moves"));
    return new Trial(
        suite,
        node.get("id").asString(),
        kind,
        node.get("title").asString(),
        texts(node.path("class")),
        texts.isEmpty() ? Templates.NONE : new Templates(texts, words.lexicons()),
        change.isMissingNode() ? null : change(change, words, place + "/change"),
        node.path("moves").asString("").equals("up"),
        node.path("least").asDouble(-node.path("tolerance").asDouble(0)),
        node.path("tolerance").asDouble(0),
        node.path("most").asDouble(MOST_FAILURES));
  }

  private Change change(JsonNode node, Words words, String place) {
    String by = node.get("by").asString();
    return switch (by) {
      case "typos" -> new Change.Typos();
      case "lower_case" -> new Change.Case(false);
      case "upper_case" -> new Change.Case(true);
      case "no_punctuation" -> new Change.EndMarks();
      case "spaces" -> new Change.Spaces();
      case "contractions" -> new Change.Contractions();
      case "replace" -> {
        require(node.has("pairs"), place + ": replacing needs pairs");
        List<Change.Pair> pairs = new ArrayList<>();
        for (JsonNode pair : node.get("pairs")) {
          require(!pair.get(0).asString().isBlank(), place + "/pairs: a pair replaces nothing");
          pairs.add(new Change.Pair(pair.get(0).asString(), pair.get(1).asString()));
        }
        yield new Change.Replace(List.copyOf(pairs));
      }
      case "swap" ->
          new Change.Swap(
              new Terms(lexicon(node.path("lexicon"), words, place), words.ambiguous()));
      case "append", "prepend" ->
          new Change.Add(lexicon(node.path("lexicon"), words, place), by.equals("prepend"));
      default -> throw refused("BEHAVIOUR-SCHEMA", place + ": there is no change '" + by + "'");
    };
  }

  private List<String> lexicon(JsonNode named, Words words, String place) {
    String lexicon = named.asString("");
    if (lexicon.equals("identity") && !words.identity().isEmpty()) {
      return words.identity().values().stream().flatMap(List::stream).distinct().toList();
    }
    @Nullable List<String> own = words.lexicons().get(lexicon);
    if (own == null) {
      throw refused("BEHAVIOUR-SCHEMA", place + ": there is no lexicon called '" + lexicon + "'");
    }
    return own;
  }

  private static SortedMap<String, List<String>> words(JsonNode node) {
    SortedMap<String, List<String>> words = new TreeMap<>();
    node.properties().forEach(e -> words.put(e.getKey(), texts(e.getValue())));
    return words;
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(n -> texts.add(n.asString()));
    return List.copyOf(texts);
  }

  private void require(boolean kept, String why) {
    if (!kept) {
      throw refused("BEHAVIOUR-SCHEMA", why);
    }
  }

  private InputRejected refused(String code, String why) {
    return new InputRejected(
        code,
        "The behaviour suite '"
            + Visible.of(name, LONGEST_SHOWN)
            + "' cannot be used: "
            + Visible.of(why, 2 * LONGEST_SHOWN)
            + ".",
        REMEDY);
  }
}
