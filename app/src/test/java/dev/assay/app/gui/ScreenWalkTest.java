package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.theme.LookChoice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Walks the scene graph of every screen and tab.
class ScreenWalkTest {

  private static final int MOST_STEPS = 400;

  @AfterEach
  void asBefore() throws Exception {
    show(LookChoice.LIGHT, 1);
  }

  /// Small type in the dark: large type may stand out less, so dark is looked at where it must
  /// most.
  @Test
  void everythingHasANameStandsOutAndIsWholeInTheDarkWhenTypeIsSmall() throws Exception {
    obeys(LookChoice.DARK, 0.8, name -> {});
  }

  @Test
  void everythingHasANameStandsOutAndIsWholeWhenTypeIsLarge() throws Exception {
    obeys(LookChoice.LIGHT, 2, name -> {});
  }

  @Test
  void everythingHasANameStandsOutIsWholeAndIsReachedWithTheKeyboard() throws Exception {
    List<String> unreached = new ArrayList<>();
    obeys(LookChoice.LIGHT, 1, name -> unreached.addAll(unreached(name)));
    assertThat(unreached).isEmpty();
  }

  private static void obeys(LookChoice look, double scale, SampleWindow.Look also)
      throws Exception {
    SceneRules rules = new SceneRules();
    show(look, scale);
    walk(rules, look + " " + Math.round(scale * 100) + " %", also);
    System.out.printf(
        "walk: %,d controls named, %,d texts measured%n", rules.controls(), rules.texts());
    assertThat(rules.faults()).isEmpty();
    assertThat(rules.controls()).isGreaterThan(150);
  }

  private static List<String> unreached(String name) throws Exception {
    Scene scene = SampleWindow.get().driver().window().scene();
    Set<Node> wanted = on(() -> wanted(scene.getRoot()));
    Set<Node> reached = on(() -> reached(scene));
    return wanted.stream()
        .filter(node -> !reached.contains(node))
        .map(node -> name + ": " + node.getClass().getSimpleName() + " " + node.getId())
        .toList();
  }

  private static Set<Node> wanted(Node node) {
    Set<Node> all = new LinkedHashSet<>();
    collect(node, all);
    return all;
  }

  private static void collect(Node node, Set<Node> into) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    boolean control =
        node instanceof ButtonBase
            || node instanceof TextInputControl
            || node instanceof ComboBoxBase<?>
            || node instanceof TableView<?>;
    boolean reachedByArrows =
        node instanceof ToggleButton toggle
            && toggle.getToggleGroup() != null
            && !toggle.isSelected();
    if (control && node.isFocusTraversable() && !reachedByArrows) {
      into.add(node);
    }
    if (node instanceof Parent parent && !(node instanceof TableView<?>)) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }

  private static Set<Node> reached(Scene scene) {
    Set<Node> seen = new LinkedHashSet<>();
    scene.getRoot().lookup("#open-palette").requestFocus();
    for (int step = 0; step < MOST_STEPS; step++) {
      Node owner = scene.getFocusOwner();
      if (owner == null || (!seen.add(owner) && "open-palette".equals(owner.getId()))) {
        break;
      }
      owner.requestFocusTraversal(TraversalDirection.NEXT);
    }
    return seen;
  }

  private static void walk(SceneRules rules, String mode, SampleWindow.Look also) throws Exception {
    SampleWindow sample = SampleWindow.get();
    sample.everywhere(
        name -> {
          on(
              () -> {
                Parent root = sample.driver().window().scene().getRoot();
                root.applyCss();
                root.layout();
                rules.look(mode + " " + name, root);
                return true;
              });
          also.at(name);
        });
  }

  private static void show(LookChoice look, double scale) throws Exception {
    SampleWindow sample = SampleWindow.get();
    on(
        () -> {
          sample.driver().window().themes().choice().set(look);
          sample.driver().window().themes().scale().set(scale);
          return true;
        });
  }
}
