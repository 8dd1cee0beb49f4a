package dev.assay.app.gui.document;

import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.report.document.Anchor;
import java.util.Locale;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Lets the name of a metric explain itself: plain words, formula, range, which way is better, when
/// it has no value. The same words stand in the glossary and the report.
final class MetricTips {

  private static final double WIDTH = 420;
  private static final String DEFINITION = "def-";

  private MetricTips() {}

  /// Explains a link that leads to the definition of a metric; other links stay as they are. The
  /// words are made when the pointer or the focus first comes near: a page holds hundreds of links.
  static void install(Node link, Anchor target) {
    if (target.id().startsWith(DEFINITION)) {
      EventHandler<Event> near = event -> explain(link, target);
      link.addEventHandler(MouseEvent.MOUSE_ENTERED, near::handle);
      link.focusedProperty().subscribe(() -> explainFocused(link, target));
    }
  }

  private static void explainFocused(Node link, Anchor target) {
    if (link.isFocused()) {
      explain(link, target);
    }
  }

  private static void explain(Node link, Anchor target) {
    if (link.getProperties().putIfAbsent(DEFINITION, target.id()) == null) {
      MetricCatalogue.all().stream()
          .filter(d -> Anchor.of("def", d.id()).equals(target))
          .findFirst()
          .ifPresent(
              d -> {
                Tooltip.install(link, tip(d));
                link.setAccessibleHelp(words(d));
              });
    }
  }

  private static Tooltip tip(MetricDefinition d) {
    Tooltip tip = new Tooltip(words(d));
    tip.setWrapText(true);
    tip.setMaxWidth(WIDTH);
    return tip;
  }

  /// Definition of a metric as a few lines.
  static String words(MetricDefinition d) {
    return d.name()
        + ": "
        + d.explanation()
        + "\nFormula: "
        + d.formula()
        + "\nRange: "
        + end(d.lowest())
        + " to "
        + end(d.highest())
        + " · better: "
        + d.better().name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + "\nUndefined when: "
        + d.undefinedWhen();
  }

  private static String end(@org.jspecify.annotations.Nullable Double end) {
    return end == null ? "unbounded" : String.valueOf(end);
  }
}
