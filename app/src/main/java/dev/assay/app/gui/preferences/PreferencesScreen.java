package dev.assay.app.gui.preferences;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.app.gui.theme.Themes;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;

/// Look and size of type.
public final class PreferencesScreen {

  private PreferencesScreen() {}

  /// @param themes what is changed, live
  public static Screen of(Themes themes) {
    ComboBox<LookChoice> look = new ComboBox<>();
    look.getItems().setAll(LookChoice.values());
    look.valueProperty().bindBidirectional(themes.choice());
    look.setAccessibleText("Look");
    look.setId("look");
    Slider scale = new Slider(0.8, 2.0, 1.0);
    scale.setBlockIncrement(0.1);
    scale.valueProperty().bindBidirectional(themes.scale());
    scale.setAccessibleText("Size of type");
    Label shown = new Label();
    shown
        .textProperty()
        .bind(
            themes.scale().map(s -> String.format(Locale.ROOT, "%.0f %%", s.doubleValue() * 100)));
    GridPane form = new GridPane();
    form.getStyleClass().add("form");
    form.addRow(0, new Label("Look"), look);
    form.addRow(1, new Label("Size of type"), scale, shown);
    return new SimpleScreen(
        List.of("Settings"),
        Parts.page(
            Parts.heading("Settings", "kept when the window closes"),
            Parts.card("Appearance", "", form)));
  }
}
