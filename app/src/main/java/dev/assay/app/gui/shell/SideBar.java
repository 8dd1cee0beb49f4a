package dev.assay.app.gui.shell;

import dev.assay.app.gui.part.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Where one can go, with how much is there.
final class SideBar extends ScrollPane {

  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

  private final VBox entries = new VBox();
  private final Navigator navigator;
  private final List<Entry> all = new ArrayList<>();

  private record Entry(Class<? extends Place> area, Button button) {}

  SideBar(Navigator navigator) {
    this.navigator = navigator;
    getStyleClass().add("side-bar");
    entries.getStyleClass().add("side-entries");
    setContent(entries);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    navigator.place().subscribe(this::mark);
  }

  void heading(String text) {
    Label heading = new Label(text);
    heading.getStyleClass().add("side-heading");
    entries.getChildren().add(heading);
  }

  void entry(String title, Feather icon, Place place, ObservableValue<String> count) {
    Label words = new Label(title, Icons.of(icon));
    words.setGraphicTextGap(10);
    Label number = new Label();
    number.getStyleClass().add("side-count");
    number.textProperty().bind(count);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox content = new HBox(words, space, number);
    content.setAlignment(Pos.CENTER_LEFT);
    Button button = new Button(null, content);
    button.getStyleClass().setAll("side-entry");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(title);
    button.setId("go-" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
    content.prefWidthProperty().bind(button.widthProperty().subtract(20));
    button.setOnAction(event -> navigator.go(place));
    all.add(new Entry(place.getClass(), button));
    entries.getChildren().add(button);
    mark(navigator.place().get());
  }

  private void mark(Place now) {
    Class<? extends Place> area = area(now);
    all.forEach(e -> e.button().pseudoClassStateChanged(HERE, e.area() == area));
  }

  /// The widest place around this one that is not the first page.
  private static Class<? extends Place> area(Place place) {
    Place at = place;
    while (!(at.parent() instanceof Place.Start)) {
      at = at.parent();
    }
    return at.getClass();
  }
}
