package dev.assay.app.gui.document;

import dev.assay.app.gui.chart.ChartPane;
import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.theme.Look;
import dev.assay.chart.Charts;
import dev.assay.report.document.Block;
import dev.assay.report.document.Mark;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/// Parts of a document as nodes: the window is one more writer of the tree that HTML and PDF are
/// written from.
public final class BlockNodes {

  private static final double NARROWEST_FIGURE = 430;
  private static final double FIGURE_GAP = 16;
  private static final double FIGURE_PADDING = 32;

  private final TextNodes texts;
  private final ObservableValue<Look> look;
  private final RowLinks links;
  private final Gradual steps = new Gradual();

  /// @param look light or dark, followed live by charts
  /// @param open leads to an anchor
  /// @param links where numbers lead
  public BlockNodes(ObservableValue<Look> look, Consumer<String> open, RowLinks links) {
    this.look = look;
    this.links = links;
    this.texts = new TextNodes(open, links);
  }

  /// The parts of a section, one below the other, filled in from frame to frame; its heading is the
  /// caller's.
  public VBox section(Block.Section section) {
    return column(section.blocks(), 2);
  }

  /// These parts, one below the other, filled in from frame to frame.
  public VBox parts(List<Block> blocks) {
    return column(blocks, 2);
  }

  /// Fills in everything that is left, now.
  public void finish() {
    steps.finish();
  }

  /// Forgets what is left to fill in.
  public void cancel() {
    steps.cancel();
  }

  private VBox column(List<Block> blocks, int level) {
    VBox box = new Column(0);
    box.getStyleClass().add("document");
    for (Block block : blocks) {
      steps.add(() -> box.getChildren().add(node(block, level)));
    }
    return box;
  }

  private Node node(Block block, int level) {
    return switch (block) {
      case Block.Section section -> subsection(section, level);
      case Block.Paragraph paragraph ->
          texts.flow(paragraph.text(), paragraph.tone().name().toLowerCase(Locale.ROOT));
      case Block.Bullets bullets -> bullets(bullets);
      case Block.Banner banner -> banner(banner);
      case Block.Card card -> card(card, level);
      case Block.Tiles tiles -> tiles(tiles);
      case Block.KeyValues values -> new TableNodes(texts, steps).keyValues(values);
      case Block.Table table -> new TableNodes(texts, steps).table(table);
      case Block.Figures figures -> figures(figures);
      case Block.Definitions definitions -> definitions(definitions);
      case Block.Command command -> command(command.line());
    };
  }

  private Node subsection(Block.Section section, int level) {
    VBox box = column(section.blocks(), level + 1);
    Label heading = new Label(section.heading().plain());
    heading.getStyleClass().add("heading-" + Math.min(level, 4));
    heading.setId(section.anchor().id());
    box.getChildren().add(heading);
    if (level == 2) {
      box.getStyleClass().add("card");
    }
    return box;
  }

  private Node bullets(Block.Bullets bullets) {
    VBox box = new VBox(4);
    for (Text item : bullets.items()) {
      HBox row = new HBox(8, new Label("•"), texts.flow(item));
      box.getChildren().add(row);
    }
    return box;
  }

  private Node banner(Block.Banner banner) {
    Label word = new Label(banner.mark().sign() + "  " + banner.word());
    word.getStyleClass().add("banner-word");
    VBox box = new VBox(4, word);
    banner.sentences().forEach(s -> box.getChildren().add(texts.flow(s)));
    box.getStyleClass().addAll("banner", style(banner.mark()));
    return box;
  }

  private Node card(Block.Card card, int level) {
    HBox head =
        new HBox(
            10,
            TextNodes.badge(card.mark(), card.word()),
            texts.flow(card.heading(), "card-heading"));
    head.setAlignment(Pos.CENTER_LEFT);
    VBox box = column(card.blocks(), level + 1);
    box.getChildren().add(head);
    box.getStyleClass().addAll("card", "marked", style(card.mark()));
    box.setId(card.anchor().id());
    return box;
  }

  private Node tiles(Block.Tiles tiles) {
    FlowPane row = new FlowPane(12, 12);
    for (Block.Tile tile : tiles.tiles()) {
      Label value = new Label(tile.value());
      value.getStyleClass().add(tile.defined() ? "figure" : "figure-undefined");
      VBox box = new VBox(2, texts.name(tile.name()), value);
      tile.lines().forEach(line -> box.getChildren().add(texts.flow(line, "secondary-flow")));
      box.getStyleClass().addAll("card", "tile");
      row.getChildren().add(box);
    }
    return row;
  }

  private Node figures(Block.Figures figures) {
    List<Node> all = new ArrayList<>();
    for (Block.Figure figure : figures.figures()) {
      ChartPane chart = new ChartPane(figure.chart(), look, links);
      Label title = new Label(figure.chart().title());
      title.getStyleClass().add("card-title");
      TextFlow caption = texts.flow(figure.caption(), "secondary-flow");
      caption.setPrefWidth(1); // as wide as the chart, never wider
      VBox box = new Column(6, title, chart, caption);
      box.getStyleClass().add("card");
      box.setMaxWidth(Region.USE_PREF_SIZE);
      all.add(box);
    }
    if (all.size() == 1) {
      return all.getFirst();
    }
    FlowPane row = new FlowPane(16, 16);
    row.getChildren().setAll(all);
    row.widthProperty().subscribe(width -> share(width.doubleValue(), figures, all));
    return row;
  }

  /// Figures that stand beside each other share the width, down to what is legible.
  private static void share(double width, Block.Figures figures, List<Node> boxes) {
    int beside = Math.clamp((long) (width / NARROWEST_FIGURE), 1, boxes.size());
    double room = (width - (beside - 1) * FIGURE_GAP) / beside - FIGURE_PADDING;
    for (int i = 0; i < boxes.size(); i++) {
      int natural = Charts.naturalWidth(figures.figures().get(i).chart());
      if (boxes.get(i) instanceof VBox box && box.getChildren().get(1) instanceof ChartPane chart) {
        chart.setPrefWidth(Math.max(280, Math.min(natural, room)));
      }
    }
  }

  private Node definitions(Block.Definitions definitions) {
    VBox box = new VBox(14);
    for (Block.Definition definition : definitions.definitions()) {
      steps.add(() -> box.getChildren().add(definition(definition)));
    }
    return box;
  }

  private Node definition(Block.Definition definition) {
    Label term = new Label(definition.term());
    term.getStyleClass().add("card-title");
    VBox box = new Column(4, term, texts.flow(definition.meaning()));
    box.getChildren()
        .add(new TableNodes(texts, steps).keyValues(new Block.KeyValues(definition.entries())));
    box.setId(definition.anchor().id());
    return box;
  }

  private static Node command(String line) {
    TextField field = new TextField(line);
    field.setEditable(false);
    field.getStyleClass().add("command-line");
    field.setAccessibleText("Command line");
    return field;
  }

  private static String style(Mark mark) {
    return mark.name().toLowerCase(Locale.ROOT);
  }
}
