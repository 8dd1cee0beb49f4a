package dev.assay.app.gui.audit;

import dev.assay.audit.Addition;
import dev.assay.audit.Addition.FeedbackGiven;
import dev.assay.audit.Addition.Source;
import dev.assay.usecase.AddToAudit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// What is filled in when a user or an operator says something of the model, and what stands
/// against recording it. It holds no nodes.
final class FeedbackForm {

  private static final int SHORTEST_REASON = 3;

  private final ObjectProperty<@Nullable Source> from = new SimpleObjectProperty<>(this, "from");
  private final StringProperty text = new SimpleStringProperty(this, "text", "");
  private final ObservableMap<String, String> people = FXCollections.observableHashMap();
  private final StringProperty incident = new SimpleStringProperty(this, "incident", "");
  private final ObjectProperty<@Nullable String> finding =
      new SimpleObjectProperty<>(this, "finding");
  private final ObservableList<Path> files = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Integer> replaces =
      new SimpleObjectProperty<>(this, "replaces");
  private final StringProperty why = new SimpleStringProperty(this, "why", "");

  /// Whose it is.
  ObjectProperty<@Nullable Source> from() {
    return from;
  }

  /// What they say.
  StringProperty text() {
    return text;
  }

  /// The people it is about: group by attribute; empty = everybody.
  ObservableMap<String, String> people() {
    return people;
  }

  /// What their records call the incident.
  StringProperty incident() {
    return incident;
  }

  /// Id of the finding that it speaks to; null = none.
  ObjectProperty<@Nullable String> finding() {
    return finding;
  }

  /// Documents that show it.
  ObservableList<Path> files() {
    return files;
  }

  /// Number of the feedback that it takes the place of; null = none.
  ObjectProperty<@Nullable Integer> replaces() {
    return replaces;
  }

  /// Why it does.
  StringProperty why() {
    return why;
  }

  /// Begins with what stands, to take its place.
  void correct(int number, FeedbackGiven stands) {
    clear();
    from.set(stands.from());
    text.set(stands.text());
    people.putAll(stands.slice());
    incident.set(stands.incident());
    finding.set(stands.finding().isEmpty() ? null : stands.finding());
    replaces.set(number);
  }

  /// Begins anew.
  void clear() {
    from.set(null);
    text.set("");
    people.clear();
    incident.set("");
    finding.set(null);
    files.clear();
    replaces.set(null);
    why.set("");
  }

  /// Why it cannot be recorded yet; empty when it can.
  String hindrance() {
    if (from.get() == null) {
      return "Say whether it is from a user or from an operator.";
    }
    if (text.get().isBlank()) {
      return "Write what they say.";
    }
    return replaces.get() != null && why.get().strip().length() < SHORTEST_REASON
        ? "Say why it takes the place of number "
            + replaces.get()
            + "; the earlier one stays in the record."
        : "";
  }

  /// What is recorded.
  ///
  /// @param files documents that show it
  /// @param replaces number of the feedback that it takes the place of; null = none
  record Given(
      AddToAudit.Feedback feedback, List<Path> files, @Nullable Integer replaces, String why) {}

  /// What is recorded; null while something stands against it.
  @Nullable Given given() {
    Source whose = from.get();
    if (whose == null || !hindrance().isEmpty()) {
      return null;
    }
    String spoken = finding.get();
    return new Given(
        new AddToAudit.Feedback(
            whose,
            text.get().strip(),
            new TreeMap<>(people),
            incident.get().strip(),
            spoken == null ? "" : spoken),
        List.copyOf(files),
        replaces.get(),
        why.get().strip());
  }

  /// Feedback that stands.
  ///
  /// @param number by which it is named
  /// @param given what was said
  record Standing(int number, FeedbackGiven given) {

    /// All that stands, by number.
    static List<Standing> of(Map<Integer, Addition.FeedbackGiven> feedback) {
      return feedback.entrySet().stream().map(e -> new Standing(e.getKey(), e.getValue())).toList();
    }
  }
}
