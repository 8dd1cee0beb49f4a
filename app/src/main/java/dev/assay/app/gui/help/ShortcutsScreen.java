package dev.assay.app.gui.help;

import dev.assay.app.gui.command.Command;
import dev.assay.app.gui.command.Commands;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.shell.Screen;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Keys of all commands, and of charts and tables.
public final class ShortcutsScreen {

  private static final List<String[]> CHARTS =
      List.of(
          new String[] {"Step through shapes", "← →"},
          new String[] {"Show the rows of a shape", "Enter"},
          new String[] {"Look closer, farther", "+ −"},
          new String[] {"View before, everything", "Backspace, 0"},
          new String[] {"Copy, save", "Context menu"});
  private static final List<String[]> TABLES =
      List.of(
          new String[] {"Open the row", "Enter"},
          new String[] {"Copy with headings", "Ctrl+C"},
          new String[] {"Select several", "Shift, Ctrl"});

  private ShortcutsScreen() {}

  /// @param commands all that can be done
  public static Screen of(Commands commands) {
    FlowPane cards = new FlowPane(16, 16);
    for (Command.Group group : Command.Group.values()) {
      List<String[]> lines =
          commands.all().stream()
              .filter(c -> c.group() == group && c.shortcut() != null)
              .map(ShortcutsScreen::line)
              .toList();
      if (!lines.isEmpty()) {
        cards.getChildren().add(card(group.title(), lines));
      }
    }
    cards.getChildren().addAll(card("Charts", CHARTS), card("Tables", TABLES));
    return new SimpleScreen(
        List.of("Guide", "Keys"),
        Parts.page(Parts.heading("Keys", "everything can be reached with Tab"), cards));
  }

  private static String[] line(Command command) {
    return new String[] {command.title(), command.keys()};
  }

  private static Node card(String title, List<String[]> lines) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("key-values");
    for (int i = 0; i < lines.size(); i++) {
      Label keys = new Label(lines.get(i)[1]);
      keys.getStyleClass().add("keys");
      grid.addRow(i, new Label(lines.get(i)[0]), keys);
    }
    VBox card = Parts.card(title, "", grid);
    card.setMinWidth(320);
    return card;
  }
}
