package dev.assay.app.gui.card;

import dev.assay.app.gui.draft.DatasheetDraft;
import dev.assay.app.gui.part.Parts;
import dev.assay.modelcard.DatasheetTopic;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The topics of a datasheet, each with a mark whether it is written, and how many are.
final class TopicList {

  private final DatasheetDraft draft;
  private final ListView<DatasheetTopic> list =
      new ListView<>(FXCollections.observableArrayList(DatasheetTopic.values()));
  private final ProgressBar bar = new ProgressBar();
  private final Label words = Parts.quiet("");
  private final VBox node;

  /// @param chosen receives the topic to write on
  TopicList(DatasheetDraft draft, Consumer<DatasheetTopic> chosen) {
    this.draft = draft;
    list.setId("datasheet-topics");
    list.setAccessibleText("Topics of the datasheet");
    list.setCellFactory(view -> new Cell());
    list.getStyleClass().add("section-list");
    VBox.setVgrow(list, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            topic -> {
              if (topic != null) {
                chosen.accept(topic);
              }
            });
    bar.setMaxWidth(Double.MAX_VALUE);
    words.getStyleClass().setAll("label", "secondary");
    VBox head = new VBox(6, bar, words);
    head.getStyleClass().add("section-head");
    node = new VBox(head, list);
    node.getStyleClass().add("section-side");
  }

  Node node() {
    return node;
  }

  void choose(DatasheetTopic topic) {
    list.getSelectionModel().select(topic);
    list.scrollTo(Math.max(0, topic.ordinal() - 3));
  }

  /// Marks and shares follow the draft.
  void refresh() {
    bar.setProgress((double) draft.words().answers().size() / DatasheetTopic.values().length);
    words.setText(draft.completeness());
    bar.setAccessibleText(draft.completeness());
    list.refresh();
  }

  private final class Cell extends ListCell<DatasheetTopic> {

    private final Label mark = new Label();
    private final Label heading = new Label();
    private final Label part = Parts.quiet("");
    private final Label changed = new Label("●");
    private final HBox row = new HBox(8, mark, heading, Parts.space(), changed);
    private final VBox cell = new VBox(4, part, row);

    Cell() {
      changed.getStyleClass().add("attention-text");
      heading.setMinWidth(0);
      row.setAlignment(Pos.CENTER_LEFT);
      cell.setMinWidth(0);
      cell.setPrefWidth(0);
      part.getStyleClass().setAll("label", "secondary");
    }

    @Override
    protected void updateItem(@Nullable DatasheetTopic topic, boolean empty) {
      super.updateItem(topic, empty);
      if (empty || topic == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      boolean written = !draft.history(topic).text().isBlank();
      boolean first = topic.part().topics().getFirst() == topic;
      part.setText(topic.part().heading());
      part.setVisible(first);
      part.setManaged(first);
      mark.setText(written ? "✓" : "–");
      mark.getStyleClass().setAll("label", "section-mark", written ? "pass-text" : "muted");
      heading.setText(topic.heading());
      changed.setVisible(draft.isChanged(topic));
      changed.setManaged(draft.isChanged(topic));
      setAccessibleText(
          topic.part().heading()
              + ": "
              + topic.heading()
              + (written ? ", written" : ", not written")
              + (draft.isChanged(topic) ? ", not saved" : ""));
      setGraphic(cell);
    }
  }
}
