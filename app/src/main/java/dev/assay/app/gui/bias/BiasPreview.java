package dev.assay.app.gui.bias;

import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.document.BlockNodes;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.theme.Look;
import dev.assay.regime.ll144.BiasSummary;
import dev.assay.report.content.BiasAuditDocument;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The summary as it will be published. What people state is left away until all of it is said, so
/// that nothing unwritten looks stated.
final class BiasPreview {

  private final ObservableValue<Look> look;
  private final VBox chapters = new VBox(14);
  private final ScrollPane scroll = new ScrollPane(chapters);
  private @Nullable BlockNodes nodes;

  BiasPreview(ObservableValue<Look> look) {
    this.look = look;
    chapters.getStyleClass().add("card-preview");
    scroll.getStyleClass().add("page-scroll");
    scroll.setFitToWidth(true);
    scroll.setId("bias-preview");
    scroll.setAccessibleText("The summary as it will be published");
    say("The three tables show here as soon as the people can be counted.");
  }

  Node node() {
    return scroll;
  }

  /// A sentence instead of the summary.
  void say(String sentence) {
    close();
    chapters.getChildren().setAll(Parts.quiet(sentence));
  }

  /// Shows a summary.
  ///
  /// @param whole whether everything is said that people state
  void show(BiasSummary summary, boolean whole) {
    close();
    BlockNodes made = new BlockNodes(look, anchor -> {}, RowLinks.NONE);
    nodes = made;
    Document document = BiasAuditDocument.of(summary);
    Label title = new Label(whole ? document.title() : "The three tables");
    title.getStyleClass().add("page-title");
    title.setWrapText(true);
    title.setMinHeight(Label.USE_PREF_SIZE);
    chapters.getChildren().setAll(title);
    if (whole) {
      chapters.getChildren().add(Parts.quiet(document.subtitle().plain()));
    }
    for (Block.Section section : document.sections()) {
      if (whole || !section.anchor().id().equals("summary")) {
        Label heading = new Label(section.heading().plain());
        heading.getStyleClass().add("heading-2");
        heading.setWrapText(true);
        chapters.getChildren().addAll(heading, made.section(section));
      }
    }
  }

  void close() {
    if (nodes != null) {
      nodes.cancel();
    }
  }
}
