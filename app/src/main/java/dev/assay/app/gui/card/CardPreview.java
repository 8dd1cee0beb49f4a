package dev.assay.app.gui.card;

import dev.assay.app.gui.markdown.MarkdownNodes;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.task.LatestTask;
import dev.assay.audit.Dossier;
import dev.assay.common.Visible;
import dev.assay.modelcard.CardMarkdown;
import dev.assay.modelcard.ModelCard;
import dev.assay.modelcard.ModelCards;
import dev.assay.modelcard.Narrative;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The card as it will be published, following what is typed. Only chapters that changed are made
/// anew.
final class CardPreview {

  private static final Duration REST = Duration.millis(250);
  private static final int LONGEST_NAME = 80;

  private final VBox chapters = new VBox();
  private final ScrollPane scroll = new ScrollPane(chapters);
  private final Map<String, Chapter> shown = new LinkedHashMap<>();
  private final LatestTask<Narrative, Card> making;

  private record Chapter(String body, Node node) {}

  private record Card(ModelCard card, List<org.commonmark.node.Node> trees) {}

  /// @param dossier where the numbers come from
  /// @param failed shows what went wrong
  CardPreview(Dossier dossier, Consumer<Throwable> failed) {
    making =
        new LatestTask<>(
            REST,
            narrative -> {
              ModelCard card = ModelCards.of(dossier, narrative);
              return new Card(
                  card, card.sections().stream().map(s -> CardMarkdown.parse(s.body())).toList());
            },
            this::show,
            failed);
    chapters.getStyleClass().add("card-preview");
    scroll.getStyleClass().add("page-scroll");
    scroll.setFitToWidth(true);
    scroll.setId("card-preview");
    scroll.setAccessibleText("The card as it will be published");
  }

  Node node() {
    return scroll;
  }

  /// What is written has changed.
  void follow(Narrative narrative) {
    making.ask(narrative);
  }

  /// The same, at once.
  void followNow(Narrative narrative) {
    making.askNow(narrative);
  }

  void close() {
    making.cancel();
  }

  /// Brings a chapter into view.
  void reveal(String heading) {
    Chapter chapter = shown.get(heading);
    double height =
        chapters.getBoundsInLocal().getHeight() - scroll.getViewportBounds().getHeight();
    if (chapter != null && height > 0) {
      scroll.setVvalue(Math.clamp(chapter.node().getBoundsInParent().getMinY() / height, 0, 1));
    }
  }

  private void show(Card made) {
    List<Node> nodes = new ArrayList<>();
    Label name = new Label(Visible.of(made.card().name(), LONGEST_NAME));
    name.getStyleClass().add("page-title");
    name.setWrapText(true);
    nodes.add(name);
    for (int i = 0; i < made.trees().size(); i++) {
      ModelCard.Section section = made.card().sections().get(i);
      @Nullable Chapter before = shown.get(section.heading());
      if (before == null || !before.body().equals(section.body())) {
        before = new Chapter(section.body(), chapter(section.heading(), made.trees().get(i)));
        shown.put(section.heading(), before);
      }
      nodes.add(before.node());
    }
    if (!made.card().missing().isEmpty()) {
      VBox missing = new VBox(4, heading("Still to be written by people"));
      made.card().missing().forEach(m -> missing.getChildren().add(Parts.quiet("• " + m)));
      nodes.add(missing);
    }
    if (!made.card().signature().isEmpty()) {
      nodes.add(Parts.quiet(made.card().signature()));
    }
    chapters.getChildren().setAll(nodes);
  }

  private static Node chapter(String heading, org.commonmark.node.Node tree) {
    VBox box = new VBox(8, heading(heading), MarkdownNodes.of(tree));
    box.getStyleClass().add("chapter");
    return box;
  }

  private static Label heading(String words) {
    Label heading = new Label(words);
    heading.getStyleClass().add("heading-2");
    heading.setWrapText(true);
    return heading;
  }
}
