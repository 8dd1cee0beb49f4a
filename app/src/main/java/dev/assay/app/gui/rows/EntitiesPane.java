package dev.assay.app.gui.rows;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.rows.TaggedText.Piece;
import dev.assay.app.gui.session.Session;
import dev.assay.common.Visible;
import dev.assay.predictions.Predictions.TokenTags;
import dev.assay.usecase.OpenRun;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The words of a text twice: with the true entities, and with those that the model gave. Each
/// entity has the colour of its type and says it; one that the other side lacks is marked, and
/// words that the model did not read are struck through.
final class EntitiesPane extends VBox {

  private static final int MOST_SHOWN = 1_000;
  private static final int COLOURS = 5;

  /// @param element element of the predictions
  EntitiesPane(Session session, OpenRun run, TokenTags predictions, int element) {
    super(8);
    getChildren().add(Parts.quiet("Reading the words …"));
    session
        .tasks()
        .start(
            "Reading the words of row " + (predictions.rowIndex()[element] + 1),
            item -> TaggedText.of(run, predictions, element),
            this::show);
  }

  private void show(TaggedText text) {
    boolean unread = text.truth().stream().anyMatch(p -> !p.read());
    getChildren()
        .setAll(
            heading("True"),
            flow("true-entities", "True", text.truth(), "missed"),
            heading("Predicted"),
            flow("given-entities", "Predicted", text.predicted(), "not true"),
            Parts.quiet(
                "✗ marks what the other side does not have"
                    + (unread
                        ? "; words that are struck through were not read by the model."
                        : ".")));
  }

  private static Label heading(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("card-title");
    return label;
  }

  private static FlowPane flow(String id, String side, List<Piece> pieces, String wrong) {
    FlowPane flow = new FlowPane(4, 5);
    flow.setId(id);
    flow.setRowValignment(VPos.CENTER);
    pieces.stream().limit(MOST_SHOWN).forEach(p -> flow.getChildren().add(piece(p)));
    if (pieces.size() > MOST_SHOWN) {
      flow.getChildren().add(Parts.quiet("and " + (pieces.size() - MOST_SHOWN) + " more"));
    }
    flow.setAccessibleRole(AccessibleRole.TEXT);
    flow.setAccessibleText(aloud(side, pieces, wrong));
    return flow;
  }

  /// "True: Anna Ivanova PER; Acme ORG, missed".
  static String aloud(String side, List<Piece> pieces, String wrong) {
    String entities =
        pieces.stream()
            .filter(p -> p.type() >= 0)
            .map(
                p ->
                    Visible.of(p.text(), 60)
                        + " "
                        + Visible.of(p.name(), 40)
                        + (p.right() ? "" : ", " + wrong))
            .collect(Collectors.joining("; "));
    return side + ": " + (entities.isEmpty() ? "no entity" : entities);
  }

  private static Node piece(Piece piece) {
    Label text = new Label(Visible.of(piece.text(), 120));
    if (!piece.read()) {
      text.getStyleClass().add("token-cut");
    }
    if (piece.type() < 0) {
      return text;
    }
    Label type = new Label((piece.right() ? "" : "✗ ") + Visible.of(piece.name(), 40));
    type.getStyleClass().add("secondary");
    type.setMinWidth(Label.USE_PREF_SIZE);
    HBox entity = new HBox(text, type);
    entity.getStyleClass().addAll("entity", "entity-" + piece.type() % COLOURS);
    if (!piece.right()) {
      entity.getStyleClass().add("entity-wrong");
    }
    return entity;
  }
}
