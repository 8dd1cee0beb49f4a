package dev.assay.app.gui.command;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// The registry of commands.
public final class Commands {

  private final Map<String, Command> byId = new LinkedHashMap<>();

  /// Adds a command that can always be done.
  public Command add(
      String id, Command.Group group, String title, @Nullable String keys, Runnable action) {
    return add(id, group, title, keys, new SimpleStringProperty(""), action);
  }

  /// Adds a command.
  ///
  /// @param keys for instance `Shortcut+O`
  /// @param hindrance why it cannot be done now; empty when it can
  /// @throws IllegalArgumentException when the id or the keys are taken
  public Command add(
      String id,
      Command.Group group,
      String title,
      @Nullable String keys,
      ObservableStringValue hindrance,
      Runnable action) {
    KeyCombination shortcut = keys == null ? null : KeyCombination.valueOf(keys);
    boolean taken =
        byId.containsKey(id)
            || (shortcut != null
                && byId.values().stream().anyMatch(c -> shortcut.equals(c.shortcut())));
    if (taken) {
      throw new IllegalArgumentException("two commands: " + id + " " + keys);
    }
    Command command = new Command(id, group, title, shortcut, hindrance, action);
    byId.put(id, command);
    return command;
  }

  /// All commands in the order of their making.
  public Collection<Command> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /// The command of this id.
  public Command get(String id) {
    Command found = byId.get(id);
    if (found == null) {
      throw new IllegalArgumentException("no command " + id);
    }
    return found;
  }

  /// Commands whose title holds the letters in order, best first.
  public List<Command> find(String letters) {
    return byId.values().stream()
        .filter(c -> Fuzzy.score(c.title(), letters) > 0)
        .sorted(
            (a, b) ->
                Double.compare(Fuzzy.score(b.title(), letters), Fuzzy.score(a.title(), letters)))
        .toList();
  }

  /// Lets the scene's keys perform commands.
  public void listenTo(Scene scene) {
    for (Command command : byId.values()) {
      if (command.shortcut() != null) {
        scene.getAccelerators().put(command.shortcut(), command::perform);
      }
    }
  }
}
