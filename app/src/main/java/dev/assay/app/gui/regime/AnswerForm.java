package dev.assay.app.gui.regime;

import dev.assay.regime.Coverage;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What somebody is writing to the question of a clause; kept while they look at another one.
final class AnswerForm {

  private static final int SHORTEST_REASON = 3;

  private final StringProperty text = new SimpleStringProperty("");
  private final StringProperty why = new SimpleStringProperty("");
  private final ObservableList<Path> files = FXCollections.observableArrayList();
  private final BooleanProperty keep = new SimpleBooleanProperty(true);
  private final boolean correction;

  /// Begins with the answer that stands.
  AnswerForm(Coverage.Row row) {
    correction = row.answer() != null;
    if (row.answer() != null) {
      text.set(row.answer().text());
    }
  }

  StringProperty text() {
    return text;
  }

  /// Why an earlier answer changes.
  StringProperty why() {
    return why;
  }

  /// Whether the documents of the earlier answer stay with it.
  BooleanProperty keep() {
    return keep;
  }

  /// Documents that are handed in with it.
  ObservableList<Path> files() {
    return files;
  }

  /// Whether an answer stands already.
  boolean isCorrection() {
    return correction;
  }

  /// Adds files that are not there yet.
  void add(List<Path> more) {
    more.stream().filter(file -> !files.contains(file)).forEach(files::add);
  }

  /// Why it cannot be recorded yet; empty when it can.
  String hindrance() {
    if (text.get().isBlank()) {
      return "Write an answer.";
    }
    if (correction && why.get().strip().length() < SHORTEST_REASON) {
      return "Say why the answer changes; the earlier one stays in the record.";
    }
    return "";
  }
}
