package dev.assay.app.gui.card;

import dev.assay.app.gui.draft.CardDraft;
import dev.assay.app.gui.part.Parts;
import dev.assay.modelcard.Completeness;
import dev.assay.modelcard.NarrativeSection;
import java.time.Instant;
import java.util.Locale;
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

/// The sections that people write, each with a mark whether it is written, and how much is.
final class SectionList {

  private final CardDraft draft;
  private final ListView<NarrativeSection> list =
      new ListView<>(FXCollections.observableArrayList(NarrativeSection.values()));
  private final ProgressBar bar = new ProgressBar();
  private final Label share = new Label();
  private final Label words = Parts.quiet("");
  private final VBox node;

  /// @param chosen receives the section to write
  SectionList(CardDraft draft, Consumer<NarrativeSection> chosen) {
    this.draft = draft;
    list.setId("card-sections");
    list.setAccessibleText("Sections that people write");
    list.setCellFactory(view -> new Cell());
    list.getStyleClass().add("section-list");
    VBox.setVgrow(list, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            section -> {
              if (section != null) {
                chosen.accept(section);
              }
            });
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setId("card-completeness");
    HBox.setHgrow(bar, Priority.ALWAYS);
    share.getStyleClass().add("card-title");
    share.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    HBox progress = new HBox(8, bar, share);
    progress.setAlignment(Pos.CENTER_LEFT);
    words.getStyleClass().setAll("label", "secondary");
    VBox head = new VBox(6, progress, words);
    head.getStyleClass().add("section-head");
    node = new VBox(head, list);
    node.getStyleClass().add("section-side");
  }

  Node node() {
    return node;
  }

  void choose(NarrativeSection section) {
    list.getSelectionModel().select(section);
    list.scrollTo(Math.max(0, section.ordinal() - 3));
  }

  /// Marks and shares follow the draft.
  void refresh() {
    Completeness completeness = draft.completeness(Instant.now());
    bar.setProgress(completeness.share());
    share.setText(String.format(Locale.ROOT, "%.0f %%", 100 * completeness.share()));
    words.setText(completeness.words());
    bar.setAccessibleText(completeness.words());
    list.refresh();
  }

  private final class Cell extends ListCell<NarrativeSection> {

    private final Label mark = new Label();
    private final Label heading = new Label();
    private final Label changed = new Label("●");
    private final HBox row = new HBox(8, mark, heading, Parts.space(), changed);

    Cell() {
      mark.getStyleClass().add("section-mark");
      changed.getStyleClass().add("attention-text");
      heading.setMinWidth(0);
      row.setAlignment(Pos.CENTER_LEFT);
      row.setMinWidth(0);
      row.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable NarrativeSection section, boolean empty) {
      super.updateItem(section, empty);
      if (empty || section == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      String state = state(section);
      mark.setText(sign(section));
      mark.getStyleClass().setAll("label", "section-mark", style(section));
      heading.setText(section.heading());
      changed.setVisible(draft.isChanged(section));
      changed.setManaged(draft.isChanged(section));
      setAccessibleText(
          section.heading() + ", " + state + (draft.isChanged(section) ? ", not saved" : ""));
      setGraphic(row);
    }

    private String state(NarrativeSection section) {
      return draft.isWritten(section) ? "written" : section.isExpected() ? "missing" : "optional";
    }

    private String sign(NarrativeSection section) {
      return draft.isWritten(section) ? "✓" : section.isExpected() ? "✗" : "–";
    }

    private String style(NarrativeSection section) {
      return draft.isWritten(section) ? "pass-text" : section.isExpected() ? "fail-text" : "muted";
    }
  }
}
