package dev.assay.app.gui.preferences;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.common.Visible;
import dev.assay.report.branding.BrandingReader;
import dev.assay.report.document.Branding;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// How reports of the open workspace look: the file that says so, and what is in it. A file that is
/// no branding is refused and changes nothing.
final class BrandingForm {

  private static final double LOGO_HEIGHT = 36;
  private static final int LONGEST = 120;

  private final Session session;
  private final VBox shown = new VBox(8);
  private final Button none = new Button("Assay’s own look");
  private final VBox node;

  BrandingForm(Session session) {
    this.session = session;
    Button choose = new Button("Choose a branding …");
    choose.setId("branding-choose");
    choose.setOnAction(event -> ask());
    none.setId("branding-none");
    none.setOnAction(event -> keep(null));
    shown.setId("branding");
    HBox acts = new HBox(8, choose, none);
    acts.setAlignment(Pos.CENTER_LEFT);
    node = new VBox(10, shown, acts);
    session
        .settings()
        .get()
        .branding(session.workspace().get())
        .ifPresentOrElse(this::read, this::own);
  }

  Node node() {
    return node;
  }

  private void ask() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("A branding");
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("YAML", "*.yaml", "*.yml"));
    File file = chooser.showOpenDialog(node.getScene().getWindow());
    if (file != null) {
      choose(file.toPath());
    }
  }

  /// Takes a file once it was read.
  void choose(Path file) {
    session
        .tasks()
        .start(
            "Reading the branding",
            item -> BrandingReader.read(file),
            branding -> {
              keep(file);
              show(file, branding);
            });
  }

  private void keep(@Nullable Path file) {
    Path workspace = session.workspace().get();
    session.remember(s -> s.withBranding(workspace, file));
    if (file == null) {
      own();
    }
  }

  private void read(Path file) {
    shown.getChildren().setAll(Parts.quiet("Reading " + Visible.of(file.toString(), LONGEST)));
    session
        .tasks()
        .start(
            "Reading the branding",
            item -> BrandingReader.read(file),
            branding -> show(file, branding));
  }

  private void own() {
    none.setDisable(true);
    shown.getChildren().setAll(Parts.text("Reports have Assay’s own look."));
  }

  private void show(Path file, Branding branding) {
    none.setDisable(false);
    List<Node> nodes = new ArrayList<>();
    Branding.Logo logo = branding.logo();
    if (logo != null) {
      ImageView picture = new ImageView(new Image(new ByteArrayInputStream(logo.png())));
      picture.setFitHeight(LOGO_HEIGHT);
      picture.setPreserveRatio(true);
      picture.setAccessibleText("The logo of " + branding.name());
      HBox paper = new HBox(picture);
      paper.getStyleClass().add("branding-paper");
      paper.setMaxWidth(HBox.USE_PREF_SIZE);
      nodes.add(paper);
    }
    if (!branding.name().isEmpty()) {
      nodes.add(Parts.text(branding.name()));
    }
    if (branding.accent() != null) {
      nodes.add(accent(branding.accent()));
    }
    if (!branding.footer().isEmpty()) {
      nodes.add(Parts.text("At the foot: " + branding.footer()));
    }
    nodes.add(Parts.quiet(Visible.of(file.toString(), LONGEST)));
    shown.getChildren().setAll(nodes);
  }

  /// The colour as a square beside its name; it was checked to be six hexadecimal digits.
  private static Node accent(String colour) {
    Label square = new Label();
    square.getStyleClass().add("branding-accent");
    square.setStyle("-fx-background-color: " + colour + ";");
    HBox row = new HBox(8, square, Parts.text("Colour " + colour));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
