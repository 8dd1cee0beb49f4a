package dev.assay.app.gui.part;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Building blocks that every screen is made of, so that they look alike.
public final class Parts {

  private Parts() {}

  /// A page: heading, whatever follows, scrolling when it is longer than the window.
  public static ScrollPane page(Node... content) {
    VBox box = new VBox(content);
    box.getStyleClass().add("page");
    ScrollPane scroll = new ScrollPane(box);
    scroll.getStyleClass().add("page-scroll");
    scroll.setFitToWidth(true);
    return scroll;
  }

  /// Title of a page with marks beside it and a quiet remark at the right.
  public static HBox heading(String title, String remark, Node... marks) {
    Label words = new Label(title);
    words.getStyleClass().add("page-title");
    HBox row = new HBox(10, words);
    row.getChildren().addAll(marks);
    Label quiet = new Label(remark);
    quiet.getStyleClass().add("muted");
    quiet.setTooltip(new Tooltip(remark));
    words.setTooltip(new Tooltip(title));
    row.getChildren().addAll(space(), quiet);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /// A panel: title, quiet remark, content.
  public static VBox card(String title, String remark, Node... content) {
    Label words = new Label(title);
    words.getStyleClass().add("card-title");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    Label quiet = new Label(remark);
    quiet.getStyleClass().add("secondary");
    quiet.setWrapText(true);
    quiet.setMinHeight(Region.USE_PREF_SIZE);
    VBox box = new VBox(new CardHead(words, quiet));
    box.getChildren().addAll(content);
    box.getStyleClass().add("card");
    return box;
  }

  /// A figure with its name above and explanations below.
  public static VBox figure(String name, String number, String... below) {
    Label title = new Label(name);
    title.getStyleClass().add("muted");
    Label big = new Label(number);
    big.getStyleClass().add("figure");
    VBox box = new VBox(title, big);
    for (String line : below) {
      Label small = new Label(line);
      small.getStyleClass().add("secondary");
      small.setWrapText(true);
      box.getChildren().add(small);
    }
    box.getStyleClass().addAll("card", "figure-card");
    box.setAccessibleText(name + " " + number + " " + String.join(" ", below));
    return box;
  }

  /// A sentence of running text.
  public static Label text(String sentence) {
    Label label = new Label(sentence);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// Quiet running text.
  public static Label quiet(String sentence) {
    Label label = text(sentence);
    label.getStyleClass().add("muted");
    return label;
  }

  /// Why there is nothing here, and what to do about it.
  public static VBox empty(String why, String act, Runnable action) {
    Button button = new Button(act);
    button.getStyleClass().add("primary");
    button.setOnAction(event -> action.run());
    VBox box = new VBox(12, text(why), button);
    box.getStyleClass().add("empty");
    box.setAlignment(Pos.CENTER);
    return box;
  }

  /// A mark: symbol and word on a soft ground, never colour alone.
  ///
  /// @param kind pass, fail, attention or neutral: a style class
  public static Label badge(String words, String kind) {
    Label badge = new Label(words);
    badge.getStyleClass().addAll("badge", kind);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    return badge;
  }

  /// Takes the room that is left.
  public static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }
}
