package dev.assay.app.gui.start;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The first page: open something, or look at the sample.
public final class StartScreen {

  private StartScreen() {}

  /// @param openFile asks for a file and opens it
  /// @param openSample opens and evaluates the sample
  /// @param open opens a file
  public static Screen of(
      Session session, Runnable openFile, Runnable openSample, Consumer<Path> open) {
    Label title = new Label("Is this model fair enough to ship, and how sure are we?");
    title.getStyleClass().add("start-title");
    title.setWrapText(true);
    Button sample = new Button("Open the sample");
    sample.setId("open-sample");
    sample.getStyleClass().add("primary");
    sample.setOnAction(event -> openSample.run());
    Button file = new Button("Open a model or dataset …");
    file.setId("open-file");
    file.setOnAction(event -> openFile.run());
    HBox acts = new HBox(10, sample, file);
    VBox zone =
        new VBox(
            10,
            Parts.text(
                "Drop an ONNX model or a dataset (CSV, Parquet, JSON Lines) anywhere on this window."),
            Parts.quiet(
                "Files are parsed in a confined process of their own. Nothing leaves this machine."),
            acts);
    zone.getStyleClass().addAll("card", "drop-zone");
    HBox recent =
        new HBox(
            16,
            recent("Recent models", session.settings().get().models(), open),
            recent("Recent datasets", session.settings().get().datasets(), open));
    VBox page = new VBox(20, title, zone, recent);
    page.getStyleClass().addAll("page", "start");
    page.setAlignment(Pos.TOP_LEFT);
    return new SimpleScreen(List.of("Start"), Parts.page(page));
  }

  private static VBox recent(String title, List<String> files, Consumer<Path> open) {
    VBox list = new VBox(4);
    for (String file : files.stream().limit(6).toList()) {
      Path path = Path.of(file);
      boolean there = Files.exists(path);
      Hyperlink link = new Hyperlink(String.valueOf(path.getFileName()));
      link.setDisable(!there);
      link.setOnAction(event -> open.accept(path));
      Label where = new Label(there ? String.valueOf(path.getParent()) : "no longer there");
      where.getStyleClass().add("secondary");
      list.getChildren().add(new HBox(8, link, where));
    }
    if (files.isEmpty()) {
      list.getChildren().add(Parts.quiet("None yet."));
    }
    VBox card = Parts.card(title, "", list);
    card.setPrefWidth(480);
    return card;
  }
}
