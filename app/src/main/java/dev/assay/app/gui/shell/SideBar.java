package dev.assay.app.gui.shell;

import java.util.ArrayList;
import java.util.List;
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

  void entry(String title, Place place, ObservableValue<String> count) {
    Label words = new Label(title);
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
    button.setId("go-" + title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
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

  private static Class<? extends Place> area(Place place) {
    return switch (place) {
      case Place.Model m -> Place.Models.class;
      case Place.Dataset d -> Place.Datasets.class;
      case Place.Run r -> Place.Runs.class;
      case Place.Compare c -> Place.Runs.class;
      case Place.Rows r -> Place.Runs.class;
      case Place.Audit a -> Place.Audits.class;
      case Place.Start p -> p.getClass();
      case Place.Models p -> p.getClass();
      case Place.Datasets p -> p.getClass();
      case Place.Evaluate p -> p.getClass();
      case Place.Runs p -> p.getClass();
      case Place.Audits p -> p.getClass();
      case Place.Policies p -> p.getClass();
      case Place.Glossary p -> p.getClass();
      case Place.Help p -> p.getClass();
      case Place.Preferences p -> p.getClass();
    };
  }
}
