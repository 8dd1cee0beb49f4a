package dev.assay.app.gui.audit;

import dev.assay.audit.SignOff;
import dev.assay.common.Visible;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.Remark;
import java.io.File;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Where a comment is written, people are asked and files are named by their digest.
final class RemarkBar extends VBox {

  private static final int LONGEST = 60;

  private final RemarkActs acts;
  private final Supplier<@Nullable String> finding;
  private final TextField text = new TextField();
  private final Button say = new Button("Comment");
  private final Button ask = new Button("@ Ask …");
  private @Nullable Integer answers;

  /// @param name beginning of the ids of its nodes
  /// @param prompt what it says while it is empty
  /// @param finding that it is about; null = the whole audit
  RemarkBar(String name, String prompt, RemarkActs acts, Supplier<@Nullable String> finding) {
    super(6);
    this.acts = acts;
    this.finding = finding;
    text.setId(name + "-comment");
    text.setPromptText(prompt);
    text.setAccessibleText(prompt);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.textProperty().subscribe(now -> say.setDisable(now.isBlank()));
    text.setOnAction(event -> say.fire());
    say.setId(name + "-say");
    say.setMinWidth(USE_PREF_SIZE);
    say.setOnAction(event -> sayIt());
    ask.setId(name + "-ask");
    ask.setAccessibleText("Ask a person: puts their id into the comment");
    ask.setOnAction(event -> acts.people(this::choose));
    Button attach = new Button("Attach a file …");
    attach.setId(name + "-attach");
    attach.setAccessibleText("Record the digest of a file; the file stays where it is");
    attach.setOnAction(event -> attach());
    HBox row = new HBox(10, text, say);
    FlowPane more = new FlowPane(10, 6, ask, attach);
    getChildren().setAll(row, more);
  }

  /// What the next comment answers; null = nothing.
  void answer(SignOff.@Nullable Note note) {
    answers = note == null ? null : note.number();
    say.setText(note == null ? "Comment" : "Answer #" + note.number());
  }

  private void sayIt() {
    acts.comment(
        new Remark(text.getText(), finding.get(), answers),
        () -> {
          text.clear();
          answer(null);
        });
  }

  private void choose(List<Signatory> people) {
    ContextMenu menu = new ContextMenu();
    for (Signatory person : people) {
      MenuItem item = new MenuItem(Visible.of(person.name(), LONGEST) + " (" + person.id() + ")");
      item.setOnAction(
          event -> {
            text.insertText(text.getCaretPosition(), "@" + person.id() + " ");
            text.requestFocus();
            text.end();
          });
      menu.getItems().add(item);
    }
    if (people.isEmpty()) {
      MenuItem none = new MenuItem("Nobody is enrolled: see People under Sign-off");
      none.setDisable(true);
      menu.getItems().add(none);
    }
    menu.show(ask, Side.TOP, 0, -4);
  }

  private void attach() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("A file whose digest is recorded");
    File chosen = chooser.showOpenDialog(getScene().getWindow());
    if (chosen != null) {
      acts.attach(chosen.toPath(), finding.get());
    }
  }
}
