package dev.assay.modelcard;

import dev.assay.common.InputRejected;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What people wrote of a dataset. It lies as Markdown beside the data, `x.datasheet.md` beside
/// `x.csv`, one heading a topic, so that it travels and is versioned with the data.
///
/// @param answers by topic; a topic without words has none
/// @param unknown headings that are none of the topics
public record DatasheetWords(Map<DatasheetTopic, String> answers, List<String> unknown) {

  /// Nothing is written.
  public static final DatasheetWords NONE = new DatasheetWords(Map.of(), List.of());

  /// The longest file of words, characters.
  public static final int LONGEST = 1_000_000;

  /// The longest text on a topic, characters.
  public static final int LONGEST_ANSWER = Passage.LONGEST;

  private static final int LEVEL = 3;

  /// Copies.
  public DatasheetWords {
    EnumMap<DatasheetTopic, String> copy = new EnumMap<>(DatasheetTopic.class);
    copy.putAll(answers);
    answers = Collections.unmodifiableMap(copy);
    unknown = List.copyOf(unknown);
  }

  /// What is written on a topic, "" for nothing.
  public String of(DatasheetTopic topic) {
    return answers.getOrDefault(topic, "");
  }

  /// The same with this on the topic; a blank text takes it away.
  public DatasheetWords with(DatasheetTopic topic, String text) {
    EnumMap<DatasheetTopic, String> changed = new EnumMap<>(DatasheetTopic.class);
    changed.putAll(answers);
    if (text.isBlank()) {
      changed.remove(topic);
    } else {
      changed.put(topic, text.strip());
    }
    return new DatasheetWords(changed, unknown);
  }

  /// Reads words: what stands below the heading of a topic, whatever stands around it. A datasheet
  /// that was exported as Markdown reads as its words.
  ///
  /// @param name of the file, for a refusal
  /// @throws InputRejected when the text is too long, or one on a topic is
  public static DatasheetWords read(String text, String name) {
    if (text.length() > LONGEST) {
      throw tooLong("The datasheet", name, LONGEST);
    }
    Map<DatasheetTopic, StringBuilder> found = new EnumMap<>(DatasheetTopic.class);
    List<String> unknown = new ArrayList<>();
    Optional<DatasheetTopic> current = Optional.empty();
    for (MarkdownParts.Part part : MarkdownParts.of(text.replace("\r\n", "\n"))) {
      if (part.level() == LEVEL) {
        current = DatasheetTopic.headed(part.heading());
        if (current.isEmpty()) {
          unknown.add(Visible.of(part.heading(), 80));
        }
      } else if (part.level() < LEVEL) {
        current = Optional.empty();
      }
      current.ifPresent(t -> add(found.computeIfAbsent(t, k -> new StringBuilder()), t, part));
    }
    EnumMap<DatasheetTopic, String> answers = new EnumMap<>(DatasheetTopic.class);
    found.forEach(
        (topic, words) -> {
          if (words.length() > LONGEST_ANSWER + 2) {
            throw tooLong("The text on '" + topic.heading() + "' in", name, LONGEST_ANSWER);
          }
          if (!words.toString().isBlank()) {
            answers.put(topic, words.toString().strip());
          }
        });
    return new DatasheetWords(answers, unknown);
  }

  private static InputRejected tooLong(String what, String name, int most) {
    return new InputRejected(
        "DATASHEET-TOO-LONG",
        what
            + " '"
            + Visible.of(name, 80)
            + "' has more than the "
            + Rounded.count(most)
            + " characters that it may have.",
        "Shorten it, and link to the rest.");
  }

  private static void add(StringBuilder words, DatasheetTopic topic, MarkdownParts.Part part) {
    if (part.level() > LEVEL) {
      words.append("#".repeat(part.level())).append(' ').append(part.heading()).append("\n\n");
    }
    String body =
        part.body().startsWith(asked(topic))
            ? part.body().substring(asked(topic).length())
            : part.body();
    words.append(body.strip()).append("\n\n");
  }

  /// The file: every topic with its question and what is written.
  ///
  /// @param dataset name of the dataset
  public String markdown(String dataset) {
    StringBuilder text = new StringBuilder("# Datasheet of ");
    text.append(MarkdownText.of(Visible.of(dataset, 120))).append("\n\n");
    for (DatasheetTopic.Part part : DatasheetTopic.Part.values()) {
      text.append("## ").append(part.heading()).append("\n\n");
      for (DatasheetTopic topic : part.topics()) {
        text.append("### ").append(topic.heading()).append("\n\n");
        text.append(asked(topic)).append("\n\n");
        if (!of(topic).isEmpty()) {
          text.append(of(topic)).append("\n\n");
        }
      }
    }
    return text.toString().stripTrailing() + "\n";
  }

  private static String asked(DatasheetTopic topic) {
    return "> " + topic.question();
  }
}
