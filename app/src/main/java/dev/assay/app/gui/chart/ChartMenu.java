package dev.assay.app.gui.chart;

import dev.assay.app.gui.dialog.Saving;
import dev.assay.app.gui.part.Clipboards;
import dev.assay.app.gui.part.Png;
import dev.assay.chart.Chart;
import dev.assay.chart.Charts;
import dev.assay.common.AtomicFiles;
import java.nio.charset.StandardCharsets;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/// What can be taken from a chart: its image, its drawing, its numbers, its words; and looking
/// closer where it has axes. The menu is made when it is first asked for.
final class ChartMenu {

  private final ChartPane pane;
  private final Chart chart;

  private ChartMenu(ChartPane pane) {
    this.pane = pane;
    this.chart = pane.chart();
  }

  static void install(ChartPane pane) {
    pane.setOnContextMenuRequested(
        event -> {
          new ChartMenu(pane).menu().show(pane, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  private ContextMenu menu() {
    ContextMenu menu =
        new ContextMenu(
            item("Copy image", () -> Clipboards.image(image(1))),
            item("Copy image ×2", () -> Clipboards.image(image(2))),
            item("Copy numbers", () -> Clipboards.text(Charts.csv(chart))),
            item("Copy as text", () -> Clipboards.text(chart.title() + "\n" + chart.words())),
            new SeparatorMenuItem(),
            item("Save as PNG …", () -> save("png", Png.of(image(2)))),
            item("Save as SVG …", () -> save("svg", svg().getBytes(StandardCharsets.UTF_8))),
            item(
                "Save numbers as CSV …",
                () -> save("csv", Charts.csv(chart).getBytes(StandardCharsets.UTF_8))));
    pane.zoom()
        .ifPresent(
            zoom -> {
              MenuItem back = item("Back to the view before", zoom::back);
              MenuItem whole = item("Show everything", zoom::whole);
              back.setDisable(!zoom.canGoBack());
              whole.setDisable(!zoom.canGoBack());
              menu.getItems()
                  .addAll(
                      new SeparatorMenuItem(),
                      item("Look closer", () -> zoom.zoom(0.8, 0.5, 0.5)),
                      back,
                      whole);
            });
    return menu;
  }

  private static MenuItem item(String title, Runnable act) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> act.run());
    return item;
  }

  private void save(String kind, byte[] bytes) {
    Saving.ask(
            pane.getScene().getWindow(),
            "chart." + kind,
            kind.toUpperCase(java.util.Locale.ROOT),
            "*." + kind)
        .ifPresent(file -> AtomicFiles.export(file, bytes));
  }

  private String svg() {
    int width = Charts.naturalWidth(chart);
    return Charts.svg(chart, width, Charts.height(chart, width), "c");
  }

  private WritableImage image(double scale) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    return pane.snapshot(parameters, null);
  }
}
