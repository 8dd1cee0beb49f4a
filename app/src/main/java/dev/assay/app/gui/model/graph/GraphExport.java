package dev.assay.app.gui.model.graph;

import dev.assay.app.gui.dialog.Saving;
import dev.assay.app.gui.part.Clipboards;
import dev.assay.app.gui.part.Png;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.AtomicFiles;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be taken from the picture of a graph: drawing, image, words.
///
/// @param picture the picture
/// @param view what it shows
/// @param look light or dark
/// @param model name of the model
record GraphExport(
    GraphCanvas picture, GraphViewModel view, ObservableValue<Look> look, String model) {

  ContextMenu menu() {
    return new ContextMenu(
        item("Show the whole graph", view::fit),
        new SeparatorMenuItem(),
        item("Copy what is seen", () -> Clipboards.image(picture.image(1))),
        item("Copy what is seen ×2", () -> Clipboards.image(picture.image(2))),
        item("Copy as text", () -> Clipboards.text(view.words())),
        new SeparatorMenuItem(),
        item("Save the whole graph as SVG …", () -> save("svg", svg())),
        item("Save what is seen as PNG …", () -> save("png", Png.of(picture.image(2)))));
  }

  private static MenuItem item(String title, Runnable act) {
    MenuItem item = new MenuItem(title);
    item.setOnAction(event -> act.run());
    return item;
  }

  private void save(String kind, byte[] bytes) {
    Saving.ask(
            picture.getScene().getWindow(),
            "graph." + kind,
            kind.toUpperCase(Locale.ROOT),
            "*." + kind)
        .ifPresent(file -> AtomicFiles.export(file, bytes));
  }

  private byte[] svg() {
    return SvgPen.of(
            view.shown(),
            GraphColours.of(look.getValue()),
            NodeWords.shown(model) + ", " + NodeWords.shown(view.shown().body().title()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
