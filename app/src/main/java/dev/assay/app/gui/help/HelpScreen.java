package dev.assay.app.gui.help;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The user guide, the same text that the repository shows.
public final class HelpScreen {

  private static final List<String> PAGES =
      List.of(
          "index",
          "first-audit",
          "models",
          "data",
          "results",
          "behaviour",
          "review",
          "command-line",
          "isolation",
          "problems");

  private HelpScreen() {}

  /// @param page name of a page without its ending
  public static Screen of(String page, Navigator navigator) {
    FlowPane pages = new FlowPane(8, 8);
    for (String name : PAGES) {
      Button button = new Button(name.replace('-', ' '));
      button.getStyleClass().add("small");
      button.setOnAction(event -> navigator.go(new Place.Help(name)));
      pages.getChildren().add(button);
    }
    VBox text = new VBox(8);
    text.setMaxWidth(820);
    boolean code = false;
    for (String line : read(PAGES.contains(page) ? page : "index").lines().toList()) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (!line.isBlank()) {
        text.getChildren().add(line(line, code));
      }
    }
    return new SimpleScreen(List.of("Guide"), Parts.page(pages, text));
  }

  private static Node line(String line, boolean code) {
    int level = line.length() - line.replaceFirst("^#+", "").length();
    Label label =
        Parts.text(
            code
                ? line
                : line.replaceFirst("^#+ ", "")
                    .replaceAll("\\[([^]]+)]\\([^)]*\\)", "$1")
                    .replaceAll("[*`]", ""));
    if (code) {
      label.getStyleClass().add("code-line");
    } else if (level > 0) {
      label.getStyleClass().add(level == 1 ? "page-title" : "card-title");
    }
    return label;
  }

  private static String read(String page) {
    try (InputStream in =
        HelpScreen.class.getResourceAsStream("/dev/assay/resources/help/" + page + ".md")) {
      if (in == null) {
        throw new IllegalStateException("the build left out the guide's page " + page);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
