package dev.assay.app.gui.model;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.usecase.ModelSigning;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// Checks the signature that came with a model: which file holds it, which key is trusted, and what
/// came of it, file by file.
final class SignaturePane {

  private static final int MOST_FAULTS = 50;

  private final Session session;
  private final Path model;
  private final TextField signature = new TextField();
  private final TextField key = new TextField();
  private final Button check = new Button("Check");
  private final VBox result = new VBox(6);
  private final ScrollPane node;

  /// @param model its file or folder
  SignaturePane(Session session, Path model) {
    this.session = session;
    this.model = model;
    signature.setId("signature-file");
    key.setId("signature-key");
    check.setId("signature-check");
    check.getStyleClass().add("primary");
    ModelSigning.besideOf(model).ifPresent(file -> signature.setText(file.toString()));
    signature.textProperty().subscribe(text -> refresh());
    key.textProperty().subscribe(text -> refresh());
    check.setOnAction(event -> check());
    signature.setOnAction(event -> check());
    key.setOnAction(event -> check());
    GridPane form = new GridPane(8, 8);
    row(form, 0, "_Signature (bundle)", signature, "Signatures", "*.sig", "*.json");
    row(form, 1, "Public _key of the signer", key, "Public keys", "*.pem", "*.pub", "*.der");
    form.add(check, 1, 2);
    GridPane.setHgrow(signature, Priority.ALWAYS);
    GridPane.setHgrow(key, Priority.ALWAYS);
    VBox box =
        new VBox(
            12,
            Parts.card(
                "Supplier's signature",
                "OpenSSF Model Signing",
                Parts.text(
                    "A supplier may sign every file of a model. Give the key as the supplier gave it to you,"
                        + " not as it came with the model: whoever changes the files can also add a key."),
                form),
            result);
    box.getStyleClass().add("tab-page");
    node = new ScrollPane(box);
    node.getStyleClass().add("page-scroll");
    node.setFitToWidth(true);
  }

  Node node() {
    return node;
  }

  private void row(
      GridPane form, int at, String words, TextField field, String kind, String... patterns) {
    Label label = new Label(words);
    label.setMnemonicParsing(true);
    label.setLabelFor(field);
    label.setMinWidth(Label.USE_PREF_SIZE);
    String name = words.replace("_", "");
    field.setAccessibleText(name);
    Button choose = new Button("Choose …");
    choose.setAccessibleText("Choose " + name);
    choose.setMinWidth(Button.USE_PREF_SIZE);
    choose.setOnAction(
        event -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle(name);
          chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind, patterns));
          chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("All files", "*.*"));
          File file = chooser.showOpenDialog(node.getScene().getWindow());
          if (file != null) {
            field.setText(file.toString());
          }
        });
    form.addRow(at, label, field, choose);
  }

  private void refresh() {
    check.setDisable(path(signature).isEmpty() || path(key).isEmpty());
  }

  private static Optional<Path> path(TextField field) {
    try {
      String text = field.getText().strip();
      return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void check() {
    Optional<Path> bundle = path(signature);
    Optional<Path> trusted = path(key);
    if (bundle.isEmpty() || trusted.isEmpty()) {
      return;
    }
    result.getChildren().setAll(Parts.quiet("Reading every file of the model …"));
    session
        .tasks()
        .start("Checking the signature", item -> checked(bundle.get(), trusted.get()), this::show);
  }

  /// What cannot be read is refused in the same place.
  private ModelSigning.Checked checked(Path bundle, Path trusted) {
    try {
      return ModelSigning.verify(model, bundle, trusted);
    } catch (InputRejected e) {
      return new ModelSigning.Checked("", 0, "", "", List.of(e.sentence() + " " + e.remedy()));
    }
  }

  private void show(ModelSigning.Checked checked) {
    Label word = new Label(checked.isIntact() ? "✓ As signed" : "✗ Refused");
    word.getStyleClass().add("banner-word");
    VBox banner = new VBox(6, word);
    banner.getStyleClass().addAll("banner", checked.isIntact() ? "pass" : "fail");
    banner.setId("signature-result");
    if (checked.isIntact()) {
      banner.getChildren().add(Parts.text(checked.words()));
      banner.getChildren().add(Parts.text("Digest of the model: " + checked.root()));
    }
    checked.faults().stream()
        .limit(MOST_FAULTS)
        .forEach(fault -> banner.getChildren().add(Parts.text(Visible.of(fault))));
    if (checked.faults().size() > MOST_FAULTS) {
      banner
          .getChildren()
          .add(Parts.text((checked.faults().size() - MOST_FAULTS) + " more files differ."));
    }
    result.getChildren().setAll(banner);
  }
}
