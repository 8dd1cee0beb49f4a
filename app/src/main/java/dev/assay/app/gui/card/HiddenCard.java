package dev.assay.app.gui.card;

import dev.assay.app.gui.part.Parts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/// What stands in place of a card while its verdict is not to be seen.
final class HiddenCard {

  private HiddenCard() {}

  /// @param anyway shows the card
  static Node of(Runnable anyway) {
    Button button = new Button("Write the card anyway");
    button.setId("card-anyway");
    button.setOnAction(event -> anyway.run());
    VBox box =
        new VBox(
            12,
            Parts.text(
                "The card states the verdict. It is shown once your own judgement is recorded under Review."),
            button);
    box.getStyleClass().add("empty");
    box.setId("card-hidden");
    return box;
  }
}
