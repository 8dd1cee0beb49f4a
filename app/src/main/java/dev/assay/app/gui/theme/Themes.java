package dev.assay.app.gui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Dresses scenes: our colours on AtlantaFX's controls, following the system live, in the size the
/// user wants.
public final class Themes {

  /// Body size in pixels at 100 %.
  public static final double BODY = 13;

  private final ObjectProperty<LookChoice> choice =
      new SimpleObjectProperty<>(this, "choice", LookChoice.SYSTEM);
  private final DoubleProperty scale = new SimpleDoubleProperty(this, "scale", 1.0);
  private final ReadOnlyObjectWrapper<Look> look =
      new ReadOnlyObjectWrapper<>(this, "look", Look.LIGHT);

  /// Follows the system until told otherwise. On the toolkit's thread.
  public Themes() {
    loadFonts();
    choice.subscribe(this::decide);
    Platform.getPreferences().colorSchemeProperty().subscribe(this::decide);
    look.subscribe(
        now ->
            Application.setUserAgentStylesheet(
                switch (now) {
                  case LIGHT -> new PrimerLight().getUserAgentStylesheet();
                  case DARK -> new PrimerDark().getUserAgentStylesheet();
                }));
  }

  /// Which look the user wants.
  public ObjectProperty<LookChoice> choice() {
    return choice;
  }

  /// Size of type, 0.8 to 2.
  public DoubleProperty scale() {
    return scale;
  }

  /// The look that is shown now.
  public ReadOnlyObjectProperty<Look> look() {
    return look.getReadOnlyProperty();
  }

  /// Dresses a scene and keeps it dressed.
  public void dress(Scene scene) {
    look.subscribe(now -> scene.getStylesheets().setAll(now.styleSheet(), url("assay.css")));
    scale.subscribe(
        now ->
            scene
                .getRoot()
                .setStyle(
                    String.format(
                        Locale.ROOT, "-fx-font-size: %.1fpx;", BODY * now.doubleValue())));
  }

  private void decide() {
    look.set(
        switch (choice.get()) {
          case LIGHT -> Look.LIGHT;
          case DARK -> Look.DARK;
          case SYSTEM ->
              Platform.getPreferences().getColorScheme() == ColorScheme.DARK
                  ? Look.DARK
                  : Look.LIGHT;
        });
  }

  private static void loadFonts() {
    for (String weight : new String[] {"Regular", "SemiBold"}) {
      Font.loadFont(
          Themes.class.getResourceAsStream("/dev/assay/resources/fonts/Inter-" + weight + ".ttf"),
          BODY);
    }
  }

  static String url(String name) {
    URL found = Themes.class.getResource(name);
    if (found == null) {
      throw new IllegalStateException("the build left out " + name);
    }
    return found.toExternalForm();
  }
}
