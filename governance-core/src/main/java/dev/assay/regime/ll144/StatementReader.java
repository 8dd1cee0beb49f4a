package dev.assay.regime.ll144;

import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.TextFiles;
import dev.assay.common.Visible;
import dev.assay.common.YamlPart;
import dev.assay.regime.ll144.Statement.Counted;
import dev.assay.regime.ll144.Statement.Data;
import dev.assay.regime.ll144.Statement.Exclusion;
import dev.assay.regime.ll144.Statement.Grouping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what people state for a bias audit; refusals name the line.
public final class StatementReader {

  static final String SCHEMA = "assay.ll144/1";
  private static final int MOST_CHARACTERS = 256 << 10;
  private static final int LONGEST_SHOWN = 80;
  private static final Set<String> HEAD =
      Set.of(
          "schema",
          "tool",
          "auditor",
          "independence",
          "audited_on",
          "distribution_date",
          "data",
          "sex",
          "race_ethnicity",
          "outcome",
          "excluded");

  private final String name;

  /// @param name what to call the statement in a refusal
  public StatementReader(String name) {
    this.name = name;
  }

  /// Reads a file.
  ///
  /// @throws InputRejected when it is not such a statement
  public static Statement read(Path file) {
    StatementReader reader = new StatementReader(String.valueOf(file.getFileName()));
    return reader.read(
        TextFiles.read(
            file,
            4 * MOST_CHARACTERS,
            "it is larger than a statement may be",
            (why, cause) -> reader.refused(0, Visible.of(why))));
  }

  /// Reads a text.
  ///
  /// @throws InputRejected when it is not such a statement
  public Statement read(String text) {
    YamlPart.Keys head =
        YamlPart.read(text, MOST_CHARACTERS, this::refused).keys("a statement", HEAD);
    if (!head.text("schema").equals(SCHEMA)) {
      throw head.required("schema").refused("'schema' is not " + SCHEMA);
    }
    return new Statement(
        head.text("tool"),
        head.text("auditor"),
        head.text("independence"),
        day(head, "audited_on"),
        day(head, "distribution_date"),
        data(head.required("data")),
        grouping(head.required("sex"), Sex.values()),
        grouping(head.required("race_ethnicity"), Race.values()),
        counted(head.required("outcome")),
        exclusions(head.find("excluded")),
        Digest.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static LocalDate day(YamlPart.Keys keys, String key) {
    try {
      return LocalDate.parse(keys.text(key));
    } catch (DateTimeParseException e) {
      throw keys.required(key).refused("'" + key + "' is not a day such as 2026-11-25");
    }
  }

  private static Data data(YamlPart part) {
    YamlPart.Keys keys =
        part.keys("'data'", Set.of("kind", "source", "explanation", "why_test_data"));
    String kind = keys.text("kind");
    if (!kind.equals("historical") && !kind.equals("test")) {
      throw keys.required("kind").refused("'kind' is neither historical nor test");
    }
    boolean historical = kind.equals("historical");
    YamlPart why = keys.find("why_test_data");
    if (historical && why != null) {
      throw why.refused("'why_test_data' belongs to test data");
    }
    return new Data(
        historical,
        keys.text("source"),
        keys.text("explanation"),
        historical ? "" : keys.text("why_test_data"));
  }

  private static <C extends Enum<C> & Labelled> Grouping<C> grouping(
      YamlPart part, C[] categories) {
    YamlPart.Keys keys = part.keys("the column", Set.of("column", "values", "unknown"));
    Map<String, C> values = new LinkedHashMap<>();
    YamlPart given = keys.find("values");
    if (given != null) {
      YamlPart.Keys words = given.keys("'values'");
      for (String word : words.names()) {
        values.put(word, category(words.required(word), categories));
      }
    }
    Set<String> unknown = new HashSet<>();
    YamlPart none = keys.find("unknown");
    if (none != null) {
      for (YamlPart item : none.items()) {
        String word = item.text("a value");
        if (values.containsKey(word)) {
          throw item.refused("'" + YamlPart.shown(word) + "' is both a category and unknown");
        }
        unknown.add(word);
      }
    }
    return new Grouping<>(keys.text("column"), Map.copyOf(values), Set.copyOf(unknown));
  }

  private static <C extends Enum<C> & Labelled> C category(YamlPart part, C[] categories) {
    String id = part.text("a category");
    return Arrays.stream(categories)
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                part.refused(
                    "there is no category '"
                        + YamlPart.shown(id)
                        + "'; give one of "
                        + Arrays.stream(categories)
                            .map(Labelled::id)
                            .collect(Collectors.joining(", "))));
  }

  private static Counted counted(YamlPart part) {
    YamlPart.Keys keys = part.keys("'outcome'", Set.of("form", "column", "selected"));
    String id = keys.text("form");
    Form form =
        Arrays.stream(Form.values())
            .filter(f -> f.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    keys.required("form")
                        .refused("'form' is none of selection, classification, scoring"));
    List<String> selected = new ArrayList<>();
    YamlPart given = keys.find("selected");
    if (given != null) {
      if (form != Form.SELECTION) {
        throw given.refused("'selected' belongs to the form selection");
      }
      given.items().forEach(item -> selected.add(item.text("a value")));
    }
    String column = keys.optional("column");
    if (form == Form.SELECTION && column.isEmpty() != selected.isEmpty()) {
      throw part.refused("a selection names a 'column' and the values 'selected', or neither");
    }
    return new Counted(form, column.isEmpty() ? null : column, List.copyOf(selected));
  }

  private static List<Exclusion> exclusions(@Nullable YamlPart list) {
    if (list == null) {
      return List.of();
    }
    List<Exclusion> exclusions = new ArrayList<>();
    Set<Category> seen = new HashSet<>();
    for (YamlPart part : list.items()) {
      YamlPart.Keys keys = part.keys("an exclusion", Set.of("sex", "race_ethnicity", "reason"));
      YamlPart sex = keys.find("sex");
      YamlPart race = keys.find("race_ethnicity");
      if (sex == null && race == null) {
        throw part.refused("an exclusion names 'sex', 'race_ethnicity', or both");
      }
      Category category =
          new Category(
              sex == null ? null : category(sex, Sex.values()),
              race == null ? null : category(race, Race.values()));
      if (!seen.add(category)) {
        throw part.refused("'" + category.label() + "' is left out twice");
      }
      exclusions.add(new Exclusion(category, keys.text("reason"), part.line()));
    }
    return List.copyOf(exclusions);
  }

  private InputRejected refused(int line, String why) {
    return new InputRejected(
        "LL144-STATEMENT",
        "The statement '"
            + Visible.of(name, LONGEST_SHOWN)
            + "'"
            + (line > 0 ? ", line " + line : "")
            + ": "
            + why
            + ".",
        "Mend it there; the page 'Local Law 144' of the help shows one that is right.",
        null);
  }
}
