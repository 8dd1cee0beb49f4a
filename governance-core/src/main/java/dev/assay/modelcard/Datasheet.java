package dev.assay.modelcard;

import dev.assay.common.Visible;
import dev.assay.dataset.ImportReport;
import java.util.ArrayList;
import java.util.List;

/// A datasheet: what the data says of itself, filled in, and what people wrote.
///
/// @param name of the dataset
/// @param data how the file was read
/// @param words what people wrote
/// @param sections in order, as Markdown
public record Datasheet(
    String name, ImportReport data, DatasheetWords words, List<ModelCard.Section> sections) {

  private static final String NOT_WRITTEN = "Not written.";
  private static final int LONGEST_NAME = 120;

  /// The datasheet of a dataset.
  public static Datasheet of(ImportReport data, DatasheetWords words) {
    DatasheetFacts facts = new DatasheetFacts(data);
    List<ModelCard.Section> sections = new ArrayList<>();
    for (DatasheetTopic.Part part : DatasheetTopic.Part.values()) {
      List<String> texts = new ArrayList<>();
      if (!facts.of(part).isBlank()) {
        texts.add(facts.of(part).strip());
      }
      for (DatasheetTopic topic : part.topics()) {
        if (!words.of(topic).isEmpty()) {
          texts.add("### " + topic.heading() + "\n\n" + PassageMarkdown.of(words.of(topic)));
        }
      }
      sections.add(
          new ModelCard.Section(
              part.heading(), texts.isEmpty() ? NOT_WRITTEN : String.join("\n\n", texts)));
    }
    return new Datasheet(
        Visible.of(data.fileName(), LONGEST_NAME), data, words, List.copyOf(sections));
  }

  /// The topics on which nobody wrote.
  public List<DatasheetTopic> missing() {
    return List.of(DatasheetTopic.values()).stream().filter(t -> words.of(t).isEmpty()).toList();
  }

  /// "5 of 32 topics are written."
  public String completeness() {
    int all = DatasheetTopic.values().length;
    return completeness(all - missing().size(), all);
  }

  /// The same for any numbers.
  public static String completeness(int written, int all) {
    return written == all
        ? "All " + all + " topics are written."
        : written + " of " + all + " topics are written.";
  }

  /// The datasheet as Markdown. It reads back as its words.
  public String markdown() {
    StringBuilder text = new StringBuilder("# Datasheet of ");
    text.append(MarkdownText.of(name)).append("\n\n").append(completeness()).append("\n\n");
    for (ModelCard.Section section : sections) {
      text.append("## ").append(section.heading()).append("\n\n");
      text.append(section.body()).append("\n\n");
    }
    if (!missing().isEmpty()) {
      text.append("## Still to be written by people\n\n");
      missing()
          .forEach(
              t ->
                  text.append("- ")
                      .append(MarkdownText.of(t.heading() + ": " + t.question()))
                      .append('\n'));
    }
    return text.toString().stripTrailing() + "\n";
  }
}
