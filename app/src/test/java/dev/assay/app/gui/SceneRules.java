package dev.assay.app.gui;

import dev.assay.app.gui.chart.ChartPane;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What holds for every node that is shown: controls have names, texts are whole and stand out from
/// their ground.
final class SceneRules {

  /// What is rounded.
  private static final double PIXEL = 1;

  private static final Pattern SPACES = Pattern.compile("(?<=\\S) +");

  private static final double CONTRAST = 4.5;
  private static final double LARGE_CONTRAST = 3;
  private static final double LARGE = 24;

  private final List<String> faults = new ArrayList<>();
  private int controls;
  private int texts;

  /// Looks at everything below a node.
  ///
  /// @param where what to call it in a fault
  void look(String where, Node root) {
    walk(where, root);
  }

  List<String> faults() {
    return faults;
  }

  int controls() {
    return controls;
  }

  int texts() {
    return texts;
  }

  private void walk(String where, Node node) {
    if (!node.isVisible() || node.getOpacity() == 0) {
      return;
    }
    if (isControl(node)) {
      controls++;
      if (name(node).isBlank()) {
        faults.add(where + ": no accessible name: " + describe(node));
      }
    }
    if (node instanceof Labeled labeled) {
      truncation(where, labeled);
    }
    if (node instanceof Text text && !text.getText().isBlank() && isSeen(text)) {
      texts++;
      contrast(where, text);
    }
    if (node.getParent() instanceof TextFlow || node.getStyleClass().contains("grid-cell")) {
      fit(where, node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(where, child));
    }
  }

  private static boolean isControl(Node node) {
    if (node.getParent() instanceof Spinner<?>) {
      return false; // the field within speaks for its spinner, which is looked at itself
    }
    return (node instanceof Control
            && node.isFocusTraversable()
            && !(node instanceof ScrollBar)
            && !(node instanceof ScrollPane)
            && !(node instanceof SplitPane)
            && !(node instanceof TabPane)
            && !(node instanceof Cell<?>))
        || node instanceof ChartPane;
  }

  private static String name(Node node) {
    String said = node.getAccessibleText();
    if (said != null && !said.isBlank()) {
      return said;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      return labeled.getText();
    }
    Node root = node.getScene().getRoot();
    return root.lookupAll(".label").stream()
        .filter(l -> l instanceof Label label && label.getLabelFor() == node)
        .map(l -> ((Label) l).getText())
        .findFirst()
        .orElse("");
  }

  /// A label that shows an ellipsis which its text does not have is cut. Cells may be cut: their
  /// columns can be widened; so may names from files whose tooltip says them whole.
  private void truncation(String where, Labeled labeled) {
    if (inCell(labeled) || labeled.getText() == null || labeled.getText().isBlank()) {
      return;
    }
    for (Node child : labeled.getChildrenUnmodifiable()) {
      if (child instanceof Text shown
          && shown.getText().endsWith(labeled.getEllipsisString())
          && !labeled.getText().equals(shown.getText())
          && labeled.getTooltip() == null) {
        faults.add(where + ": cut: '" + labeled.getText() + "' to '" + shown.getText() + "'");
      }
    }
  }

  /// What is wider than its place runs into its neighbour.
  private void fit(String where, Node node) {
    double place = node.getParent().getLayoutBounds().getWidth();
    Bounds box = node.getBoundsInParent();
    if (node.getStyleClass().contains("grid-cell") && node.getParent() instanceof GridPane grid) {
      Integer column = GridPane.getColumnIndex(node);
      Integer row = GridPane.getRowIndex(node);
      place =
          grid.getChildren().stream()
              .filter(n -> Objects.equals(GridPane.getRowIndex(n), row))
              .filter(n -> column != null && column + 1 == GridPane.getColumnIndex(n))
              .mapToDouble(n -> n.getBoundsInParent().getMinX())
              .min()
              .orElse(place);
    }
    if (place > 0 && box.getMaxX() > place + hanging(node) + PIXEL) {
      faults.add(
          where
              + ": reaches to "
              + Math.round(box.getMaxX())
              + ", its place to "
              + Math.round(place)
              + ": '"
              + (node instanceof Text run ? run.getText() : name(node))
              + "' "
              + describe(node));
    }
  }

  /// How far a line may reach out of its place with nothing that is seen: the toolkit lets the
  /// spaces at which it breaks a line hang over its end. How wide they are depends on type, face
  /// and machine.
  static double hanging(Node node) {
    if (node instanceof TextFlow flow) {
      return flow.getChildren().stream().mapToDouble(SceneRules::hanging).max().orElse(0);
    }
    if (!(node instanceof Text run)) {
      return 0;
    }
    int most =
        SPACES.matcher(run.getText()).results().mapToInt(m -> m.end() - m.start()).max().orElse(1);
    Text spaces = new Text(" ".repeat(most));
    spaces.setFont(run.getFont());
    return spaces.getLayoutBounds().getWidth();
  }

  private static boolean inCell(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof Cell<?> || at.getStyleClass().contains("column-header")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSeen(Node node) {
    Bounds box = node.localToScene(node.getBoundsInLocal());
    return box.getWidth() > 0
        && box.getMaxX() > 0
        && box.getMaxY() > 0
        && box.getMinX() < node.getScene().getWidth()
        && box.getMinY() < node.getScene().getHeight();
  }

  private void contrast(String where, Text text) {
    for (Node at = text; at != null; at = at.getParent()) {
      if (at.isDisabled() || at.getOpacity() < 1) {
        return; // what cannot be used may be faint
      }
    }
    Color ground = ground(text);
    if (ground == null || !(text.getFill() instanceof Color ink)) {
      return;
    }
    double ratio = ratio(ink, ground);
    double wanted = text.getFont().getSize() >= LARGE ? LARGE_CONTRAST : CONTRAST;
    if (ratio < wanted) {
      faults.add(
          where
              + ": contrast "
              + Math.round(ratio * 100) / 100.0
              + " of '"
              + text.getText()
              + "' "
              + describe(text.getParent()));
    }
  }

  private static Color ground(Node node) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof Region region && region.getBackground() != null) {
        for (BackgroundFill fill : region.getBackground().getFills().reversed()) {
          Paint paint = fill.getFill();
          if (paint instanceof Color color && color.getOpacity() > 0.99) {
            return color;
          }
        }
      }
    }
    return null;
  }

  static double ratio(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  private static String describe(Node node) {
    return node.getClass().getSimpleName()
        + (node.getId() == null ? "" : "#" + node.getId())
        + node.getStyleClass();
  }
}
