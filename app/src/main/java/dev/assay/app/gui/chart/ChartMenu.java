package dev.assay.app.gui.chart;

import dev.assay.app.gui.dialog.Saving;
import dev.assay.chart.Chart;
import dev.assay.chart.Charts;
import java.nio.charset.StandardCharsets;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.transform.Transform;

/// What can be taken from a chart: its image, its drawing, its words.
final class ChartMenu {

  private ChartMenu() {}

  static void install(ChartPane pane, Chart chart) {
    MenuItem image = item("Copy image", () -> copyImage(pane, 1));
    MenuItem large = item("Copy image ×2", () -> copyImage(pane, 2));
    MenuItem words = item("Copy as text", () -> copyText(chart.title() + "\n" + chart.words()));
    MenuItem svg =
        item(
            "Save as SVG …",
            () ->
                Saving.ask(pane.getScene().getWindow(), "chart.svg", "SVG", "*.svg")
                    .ifPresent(
                        file ->
                            Saving.write(
                                file,
                                Charts.svg(
                                        chart,
                                        Charts.naturalWidth(chart),
                                        Charts.height(chart, Charts.naturalWidth(chart)),
                                        "c")
                                    .getBytes(StandardCharsets.UTF_8))));
    ContextMenu menu = new ContextMenu(image, large, words, svg);
    pane.setOnContextMenuRequested(
        event -> menu.show(pane, event.getScreenX(), event.getScreenY()));
  }

  private static MenuItem item(String title, Runnable act) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> act.run());
    return item;
  }

  private static void copyImage(ChartPane pane, double scale) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    ClipboardContent content = new ClipboardContent();
    content.putImage(pane.snapshot(parameters, null));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static void copyText(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
