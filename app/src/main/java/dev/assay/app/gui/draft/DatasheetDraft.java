package dev.assay.app.gui.draft;

import dev.assay.modelcard.Datasheet;
import dev.assay.modelcard.DatasheetTopic;
import dev.assay.modelcard.DatasheetWords;
import dev.assay.usecase.Datasheets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The words of a dataset's datasheet while somebody writes on them.
public final class DatasheetDraft {

  private final Map<DatasheetTopic, TextHistory> texts = new EnumMap<>(DatasheetTopic.class);
  private Datasheets.Stored stored;

  /// @param stored what lies beside the data
  public DatasheetDraft(Datasheets.Stored stored) {
    this.stored = stored;
    for (DatasheetTopic topic : DatasheetTopic.values()) {
      texts.put(topic, new TextHistory(stored.words().of(topic)));
    }
  }

  /// What lies beside the data, as it was read or saved last.
  public Datasheets.Stored stored() {
    return stored;
  }

  /// The text of a topic with its undo and redo.
  public TextHistory history(DatasheetTopic topic) {
    TextHistory history = texts.get(topic);
    if (history == null) {
      throw new IllegalStateException("every topic has a text");
    }
    return history;
  }

  /// Whether the topic differs from what was saved.
  public boolean isChanged(DatasheetTopic topic) {
    return !history(topic).text().strip().equals(stored.words().of(topic));
  }

  /// The topics that differ from what was saved.
  public List<DatasheetTopic> changed() {
    return Arrays.stream(DatasheetTopic.values()).filter(this::isChanged).toList();
  }

  /// The words as they are now; what is longer than a text may be is left as it was saved.
  public DatasheetWords words() {
    DatasheetWords words = stored.words();
    for (DatasheetTopic topic : DatasheetTopic.values()) {
      if (!isTooLong(topic)) {
        words = words.with(topic, history(topic).text());
      }
    }
    return words;
  }

  /// Why these words cannot be saved so that they read back as they are; empty when they can.
  public String hindrance() {
    if (changed().isEmpty()) {
      return "Nothing was changed.";
    }
    Optional<DatasheetTopic> tooLong = changed().stream().filter(this::isTooLong).findFirst();
    if (tooLong.isPresent()) {
      return "'" + tooLong.get().heading() + "' is longer than a text may be.";
    }
    return changed().stream()
        .filter(t -> !readsBack(t))
        .findFirst()
        .map(
            t ->
                "'"
                    + t.heading()
                    + "' has a heading of the first three levels; begin it with ####.")
        .orElse("");
  }

  private boolean isTooLong(DatasheetTopic topic) {
    return history(topic).text().strip().length() > DatasheetWords.LONGEST_ANSWER;
  }

  private boolean readsBack(DatasheetTopic topic) {
    DatasheetWords alone = DatasheetWords.NONE.with(topic, history(topic).text());
    return DatasheetWords.read(alone.markdown(""), "").equals(alone);
  }

  /// It was saved.
  public void saved(Datasheets.Stored now) {
    stored = now;
  }

  /// "5 of 32 topics are written."
  public String completeness() {
    int all = DatasheetTopic.values().length;
    return Datasheet.completeness(words().answers().size(), all);
  }
}
