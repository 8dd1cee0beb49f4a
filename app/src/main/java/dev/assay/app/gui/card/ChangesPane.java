package dev.assay.app.gui.card;

import dev.assay.app.gui.draft.CardDraft;
import dev.assay.app.gui.part.Parts;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.modelcard.CardDifference;
import dev.assay.modelcard.CardVersion;
import dev.assay.modelcard.Narrative;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What changed from one version of a card to another, or to what is being written.
final class ChangesPane {

  private static final int LONGEST_NAME = 30;

  private final CardDraft draft;
  private final ComboBox<State> from = new ComboBox<>();
  private final ComboBox<State> to = new ComboBox<>();
  private final VBox shown = new VBox(12);
  private final VBox page;
  private int latest = -1;

  /// A state that can be compared.
  private record State(String name, Supplier<Narrative> narrative) {
    @Override
    public String toString() {
      return name;
    }
  }

  ChangesPane(CardDraft draft) {
    this.draft = draft;
    from.setAccessibleText("Earlier version");
    to.setAccessibleText("Later version");
    from.setId("changes-from");
    to.setId("changes-to");
    from.setMaxWidth(Double.MAX_VALUE);
    to.setMaxWidth(Double.MAX_VALUE);
    from.valueProperty().subscribe(state -> compare());
    to.valueProperty().subscribe(state -> compare());
    GridPane choice = new GridPane(8, 6);
    choice.addRow(0, whole("From"), from);
    choice.addRow(1, whole("To"), to);
    GridPane.setHgrow(from, Priority.ALWAYS);
    GridPane.setHgrow(to, Priority.ALWAYS);
    choice.getStyleClass().add("changes-choice");
    shown.getStyleClass().add("card-preview");
    ScrollPane scroll = new ScrollPane(shown);
    scroll.getStyleClass().add("page-scroll");
    scroll.setFitToWidth(true);
    scroll.setAccessibleText("What changed");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    page = new VBox(choice, scroll);
  }

  Node node() {
    return page;
  }

  /// Compares again; when versions were added, with the latest.
  void refresh() {
    if (draft.basedOn() != latest || from.getItems().isEmpty()) {
      latest = draft.basedOn();
      List<State> states = new ArrayList<>();
      states.add(new State("Your text now", () -> draft.narrative(Instant.now())));
      draft.versions().forEach(v -> states.add(new State(name(v), v::narrative)));
      states.add(new State("Empty card", () -> Narrative.EMPTY));
      choose(from, states.subList(1, states.size()));
      choose(to, states.subList(0, states.size() - 1));
    }
    compare();
  }

  private static void choose(ComboBox<State> box, List<State> states) {
    box.setValue(null);
    box.getItems().setAll(states);
    box.getSelectionModel().selectFirst();
  }

  private void compare() {
    if (from.getValue() == null || to.getValue() == null) {
      return;
    }
    CardDifference difference =
        CardDifference.between(from.getValue().narrative().get(), to.getValue().narrative().get());
    List<Node> nodes = new ArrayList<>();
    String words = difference.words();
    nodes.add(
        Parts.quiet(
            words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1) + "."));
    for (CardDifference.Section section : difference.sections()) {
      Label heading = new Label(Visible.of(section.heading(), LONGEST_NAME * 2));
      heading.getStyleClass().add("card-title");
      HBox head = new HBox(8, heading, mark(section.kind()));
      head.setAlignment(Pos.CENTER_LEFT);
      nodes.add(new VBox(6, head, DifferenceNodes.flow(section.pieces())));
    }
    shown.getChildren().setAll(nodes);
  }

  private static Label mark(CardDifference.Kind kind) {
    return switch (kind) {
      case WRITTEN -> Parts.badge("+ written", "pass");
      case REMOVED -> Parts.badge("− removed", "fail");
      case CHANGED -> Parts.badge("± changed", "attention");
    };
  }

  private static String name(CardVersion version) {
    return "Version "
        + version.number()
        + ", "
        + Visible.of(version.author(), LONGEST_NAME)
        + ", "
        + Rounded.minute(version.saved());
  }

  private static Label whole(String words) {
    Label label = new Label(words);
    label.setMinWidth(Label.USE_PREF_SIZE);
    return label;
  }
}
