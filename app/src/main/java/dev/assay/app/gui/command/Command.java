package dev.assay.app.gui.command;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Something the user can do. A command that cannot be done now says why, and is never hidden.
///
/// @param id stable: `run.start`
/// @param group menu it belongs to
/// @param title names the act: "Sign the audit"
/// @param shortcut keys, absent when it has none
/// @param hindrance why it cannot be done now; empty when it can
/// @param action does it
public record Command(
    String id,
    Group group,
    String title,
    @Nullable KeyCombination shortcut,
    ObservableStringValue hindrance,
    Runnable action) {

  /// Menus.
  public enum Group {
    FILE("File"),
    RUN("Run"),
    GO("Go"),
    VIEW("View"),
    HELP("Help");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    /// Title of the menu.
    public String title() {
      return title;
    }
  }

  /// The keys as people read them: "Ctrl+1"; empty when it has none.
  public String keys() {
    return shortcut == null ? "" : shortcut.getDisplayText().replace("DIGIT", "");
  }

  /// Whether it can be done now.
  public BooleanExpression possible() {
    return Bindings.createBooleanBinding(() -> hindrance.get().isEmpty(), hindrance);
  }

  /// Does it, when it can be done.
  public void perform() {
    if (hindrance.get().isEmpty()) {
      action.run();
    }
  }
}
