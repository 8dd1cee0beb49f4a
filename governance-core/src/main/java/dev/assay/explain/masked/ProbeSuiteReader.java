package dev.assay.explain.masked;

import dev.assay.common.InputRejected;
import dev.assay.common.SchemaYaml;
import dev.assay.common.StrictYaml;
import dev.assay.common.Visible;
import dev.assay.explain.masked.ProbeSuite.Row;
import dev.assay.inference.MaskedText;
import dev.assay.inference.MaskedText.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a suite of probes from YAML and writes its templates out. Suites come from strangers:
/// sizes and nesting are limited, aliases of collections and keys that occur twice are refused.
final class ProbeSuiteReader {

  private static final int MOST_ROWS = 20_000;
  private static final int LONGEST_SHOWN = 160;
  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9_]{0,39})\\}");
  private static final String TERM = "{term}";
  private static final SchemaYaml YAML =
      new SchemaYaml(
          StrictYaml.mapper(1 << 20, 12, 200_000, 1_000),
          SchemaYaml.schema(ProbeSuites.resource("probe.schema.json")));

  private final String name;
  private final SortedMap<String, List<String>> lexicons = new TreeMap<>();
  private final Set<Row> rows = new LinkedHashSet<>();

  /// @param name what to call the file in a refusal
  ProbeSuiteReader(String name) {
    this.name = name;
  }

  /// @throws InputRejected when it is no suite
  ProbeSuite read(String text) {
    JsonNode root = YAML.read(text, (fault, why) -> refused("PROBE-" + fault, why));
    root.path("lexicons").properties().forEach(e -> lexicons.put(e.getKey(), texts(e.getValue())));
    Kind kind =
        switch (root.get("kind").asString()) {
          case "fill-mask" -> Kind.FILL;
          case "pairs" -> Kind.PAIR;
          case "association" -> Kind.ASSOCIATION;
          default -> Kind.WHOLE;
        };
    int at = 0;
    for (JsonNode question : root.get("questions")) {
      add(kind, question, question.has("texts") ? question : root, "/questions/" + at++);
    }
    return new ProbeSuite(
        root.get("id").asString(),
        root.get("title").asString(),
        root.path("description").asString(""),
        kind,
        List.copyOf(rows));
  }

  /// @param texts holds the texts: the question, or the suite where it has none of its own
  private void add(Kind kind, JsonNode question, JsonNode texts, String place) {
    require(texts.has("texts"), place + ": neither the question nor the suite has texts");
    for (JsonNode text : texts.get("texts")) {
      switch (kind) {
        case WHOLE -> plain(question, text.asString(), place);
        case FILL -> filled(question, text.asString(), place);
        case PAIR -> paired(question, text.asString(), place);
        case ASSOCIATION -> associated(question, text.asString(), place);
      }
    }
  }

  private void plain(JsonNode question, String text, String place) {
    for (Text one : written(text, null, place)) {
      add(question, one.text(), null, null, place);
    }
  }

  private void filled(JsonNode question, String text, String place) {
    requireMask(text, place);
    for (Text one : written(text, null, place)) {
      for (String answer : answers(question, place)) {
        add(question, one.text(), null, answer, place);
      }
    }
  }

  private void paired(JsonNode question, String text, String place) {
    String[] both = text.split("\\|", -1);
    require(both.length == 2, place + "/texts: a pair is two texts with | between them");
    for (Text one : written(both[0].strip(), both[1].strip(), place)) {
      add(question, one.text(), one.other(), null, place);
    }
  }

  private void associated(JsonNode question, String text, String place) {
    requireMask(text, place);
    require(
        text.split(Pattern.quote(TERM), -1).length == 2,
        place + "/texts: '" + text + "' does not hold {term} in one place alone");
    require(question.has("terms"), place + ": an association needs terms");
    for (String term : words(question.path("terms"), place)) {
      String within = text.replace(TERM, term);
      String prior = text.replace(TERM, MaskedText.MASK);
      for (Text one : written(within, prior, place)) {
        for (String answer : answers(question, place)) {
          add(question, one.text(), one.other(), answer, place);
        }
      }
    }
  }

  private List<String> answers(JsonNode question, String place) {
    List<String> answers = words(question.path("answers"), place);
    require(!answers.isEmpty(), place + ": the question needs answers");
    return answers;
  }

  private List<String> words(JsonNode node, String place) {
    List<String> words = new ArrayList<>();
    texts(node).forEach(w -> written(w, null, place).forEach(t -> words.add(t.text())));
    return words;
  }

  private void requireMask(String text, String place) {
    require(
        text.split(Pattern.quote(MaskedText.MASK), -1).length == 2,
        place + "/texts: '" + text + "' does not hold {mask} in one place alone");
  }

  /// A text with what goes with it, in which the same words are filled in.
  private record Text(String text, @Nullable String other) {}

  private List<Text> written(String text, @Nullable String other, String place) {
    Matcher matcher = PLACE.matcher(text + (other == null ? "" : " " + other));
    while (matcher.find()) {
      String word = matcher.group(1);
      if (("{" + word + "}").equals(MaskedText.MASK)) {
        continue;
      }
      @Nullable List<String> words = lexicons.get(word);
      if (words == null) {
        throw refused("PROBE-SCHEMA", place + ": there is no lexicon called '" + word + "'");
      }
      List<Text> all = new ArrayList<>();
      for (String one : words) {
        all.addAll(
            written(
                text.replace("{" + word + "}", one),
                other == null ? null : other.replace("{" + word + "}", one),
                place));
        require(all.size() <= MOST_ROWS, "it stands for more than 20,000 rows");
      }
      return all;
    }
    return List.of(new Text(text, other));
  }

  private void add(
      JsonNode question,
      String text,
      @Nullable String other,
      @Nullable String answer,
      String place) {
    JsonNode about = question.path("about");
    boolean fresh =
        rows.add(
            new Row(
                text,
                other,
                answer,
                question.get("group").asString(),
                about.isMissingNode() ? null : about.asString()));
    require(fresh, place + ": the same question is asked twice: '" + text + "'");
    require(rows.size() <= MOST_ROWS, "it stands for more than 20,000 rows");
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    node.forEach(n -> texts.add(n.asString()));
    return List.copyOf(texts);
  }

  private void require(boolean kept, String why) {
    if (!kept) {
      throw refused("PROBE-SCHEMA", why);
    }
  }

  private InputRejected refused(String code, String why) {
    return new InputRejected(
        code,
        "The probe suite '"
            + Visible.of(name, LONGEST_SHOWN)
            + "' cannot be used: "
            + Visible.of(why, 2 * LONGEST_SHOWN)
            + ".",
        "Mend it there; the help page 'behaviour' says what may stand where.");
  }
}
