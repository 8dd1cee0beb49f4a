package dev.assay.app.gui.card;

import dev.assay.app.gui.draft.CardDraft;
import dev.assay.app.gui.markdown.MarkdownNodes;
import dev.assay.audit.Dossier;
import dev.assay.modelcard.CardMarkdown;
import dev.assay.modelcard.FieldCoverage;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Which fields of the published forms the card fills, and why not the others.
final class CoveragePane {

  private final Dossier dossier;
  private final CardDraft draft;
  private final VBox shown = new VBox();
  private final ScrollPane scroll = new ScrollPane(shown);

  CoveragePane(Dossier dossier, CardDraft draft) {
    this.dossier = dossier;
    this.draft = draft;
    shown.getStyleClass().add("card-preview");
    scroll.getStyleClass().add("page-scroll");
    scroll.setFitToWidth(true);
    scroll.setId("card-coverage");
    scroll.setAccessibleText("Fields of Google's and Hugging Face's cards, filled and missing");
  }

  Node node() {
    return scroll;
  }

  /// Follows what is written now.
  void refresh() {
    FieldCoverage coverage = FieldCoverage.of(dossier, draft.narrative(Instant.now()));
    shown.getChildren().setAll(MarkdownNodes.of(CardMarkdown.parse(coverage.markdown())));
  }
}
