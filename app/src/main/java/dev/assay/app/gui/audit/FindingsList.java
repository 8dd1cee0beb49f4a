package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.common.Visible;
import dev.assay.finding.Finding;
import java.util.Locale;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The findings: mark and word, title, whom it speaks of, severity and what has become of it.
final class FindingsList extends VBox {

  private static final int LONGEST_TITLE = 160;
  private static final double SCROLL_BAR_EM = 0.8;

  private final ReviewModel model;
  private final ListView<FindingLine> list = new ListView<>();
  private boolean following;

  /// @param open opens the evidence of the selected finding
  FindingsList(ReviewModel model, Runnable open) {
    this.model = model;
    getStyleClass().addAll("card", "findings");
    list.setId("findings");
    list.setAccessibleText("Findings");
    list.setItems(model.lines());
    list.setCellFactory(view -> new Cell());
    list.setPlaceholder(Parts.quiet("No finding of this kind."));
    VBox.setVgrow(list, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            line -> {
              if (line != null && !following && !model.isListing()) {
                model.selected().set(line.finding());
              }
            });
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            open.run();
            event.consume();
          }
        });
    model.selected().subscribe(this::follow);
    model
        .lines()
        .addListener((ListChangeListener<FindingLine>) change -> follow(model.selected().get()));
    getChildren().addAll(filters(), list);
  }

  private void follow(@Nullable Finding finding) {
    following = true;
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i).finding().equals(finding)) {
        if (list.getSelectionModel().getSelectedIndex() != i) {
          list.getSelectionModel().select(i);
          int above = Math.max(0, i - 1);
          list.scrollTo(above);
          Platform.runLater(() -> list.scrollTo(above)); // once the heights of rows are known
        }
      }
    }
    following = false;
  }

  private HBox filters() {
    HBox row = new HBox();
    row.getStyleClass().add("filters");
    ToggleGroup group = new ToggleGroup();
    for (ReviewModel.Filter filter : ReviewModel.Filter.values()) {
      ToggleButton button = new ToggleButton(filter.title() + " " + model.count(filter));
      button.setId("filter-" + filter.name().toLowerCase(Locale.ROOT));
      button.setToggleGroup(group);
      button.setSelected(model.filter().get() == filter);
      button.getStyleClass().add("small");
      button.setOnAction(
          event -> {
            button.setSelected(true);
            model.filter().set(filter);
          });
      row.getChildren().add(button);
    }
    return row;
  }

  private static final class Cell extends ListCell<FindingLine> {

    private final Label badge = Parts.badge("", "neutral");
    private final Label title = Parts.text("");
    private final Label subject = Parts.quiet("");
    private final Label state = Parts.quiet("");
    private final VBox words;

    Cell() {
      title.getStyleClass().add("card-title");
      subject.getStyleClass().add("secondary");
      state.getStyleClass().add("secondary");
      HBox below = new HBox(8, badge, state);
      below.setAlignment(Pos.CENTER_LEFT);
      words = new VBox(3, title, subject, below);
      setPrefWidth(0);
      getStyleClass().add("finding-cell");
    }

    /// Wrapped words need the width that the list gives them.
    @Override
    protected double computePrefHeight(double width) {
      double inside =
          getListView().getWidth()
              - getInsets().getLeft()
              - getInsets().getRight()
              - SCROLL_BAR_EM * getFont().getSize();
      return words.prefHeight(Math.max(1, inside)) + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected void updateItem(@Nullable FindingLine line, boolean empty) {
      super.updateItem(line, empty);
      if (empty || line == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      badge.setText(line.mark().sign() + " " + line.word());
      badge.getStyleClass().setAll("label", "badge", line.mark().name().toLowerCase(Locale.ROOT));
      title.setText(Visible.of(line.finding().title(), LONGEST_TITLE));
      subject.setText(Visible.of(line.finding().subject(), LONGEST_TITLE));
      state.setText(line.below());
      setGraphic(words);
      setAccessibleText(line.word() + ", " + title.getText() + ", " + line.below());
    }
  }
}
