package dev.assay.app.gui.regime;

import dev.assay.app.gui.part.FlowLink;
import dev.assay.app.gui.part.Parts;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.regime.Answer;
import dev.assay.regime.Coverage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// A clause: what it asks, the evidence that is there and where it leads, the answer, and the form
/// for one.
final class ClausePane extends VBox {

  private static final int LONGEST = 2_000;
  private static final int LONGEST_NAME = 60;

  private final Acts acts;

  /// What can be done here.
  ///
  /// @param record records an answer
  /// @param save writes a document somewhere
  /// @param measured leads to what was measured
  record Acts(
      BiConsumer<Coverage.Row, AnswerForm> record,
      Consumer<Answer.Document> save,
      Consumer<String> measured) {}

  ClausePane(Acts acts) {
    super(10);
    this.acts = acts;
    setId("clause");
    getStyleClass().add("card");
  }

  /// Shows a clause, or asks for one.
  void show(CoverageModel model, Coverage.@Nullable Row row) {
    if (row == null) {
      getChildren().setAll(Parts.quiet("Choose a clause to see its evidence and to answer it."));
      return;
    }
    Label title = new Label(Visible.of(row.clause(), LONGEST_NAME));
    title.getStyleClass().add("card-title");
    List<Node> parts = new ArrayList<>();
    parts.add(title);
    parts.add(Parts.text(shown(row.asks())));
    String note = model.sourceNote(row);
    if (!note.isEmpty()) {
      parts.add(Parts.quiet(shown(note)));
    }
    if (!row.found().isEmpty()) {
      parts.add(named("Measured", found(row)));
    }
    if (row.answer() != null) {
      parts.add(answer(row.answer()));
    }
    if (!row.reason().isEmpty()) {
      parts.add(named("Why not more", Parts.text(sentence(row.reason()))));
    }
    parts.add(form(row, model.form(row)));
    getChildren().setAll(parts);
  }

  private static VBox named(String name, Node content) {
    return new VBox(3, Parts.quiet(name), content);
  }

  /// Each leads to the report of the audit, or to what the word means.
  private VBox found(Coverage.Row row) {
    VBox lines = new VBox(2);
    for (String one : row.found()) {
      TextFlow line = new TextFlow();
      line.getStyleClass().add("flow");
      line.getChildren().setAll(FlowLink.of(one, () -> acts.measured.accept(one)));
      lines.getChildren().add(line);
    }
    return lines;
  }

  private VBox answer(Answer answer) {
    VBox box = new VBox(4, Parts.quiet("Answer of " + who(answer)));
    Label text = Parts.text(shown(answer.text()));
    text.setId("answer-standing");
    box.getChildren().add(text);
    for (Answer.Document document : answer.documents()) {
      TextFlow line = new TextFlow();
      line.getStyleClass().add("flow");
      line.getChildren()
          .setAll(
              FlowLink.of(
                  "Save "
                      + Visible.of(document.name(), LONGEST_NAME)
                      + " ("
                      + Rounded.bytes(document.bytes())
                      + ") …",
                  () -> acts.save.accept(document),
                  "answer-document"));
      box.getChildren().add(line);
    }
    return box;
  }

  private static String who(Answer answer) {
    return Visible.of(answer.by(), LONGEST_NAME) + ", " + Rounded.minute(answer.at());
  }

  private VBox form(Coverage.Row row, AnswerForm form) {
    TextArea text = new TextArea();
    text.setId("answer-text");
    text.setWrapText(true);
    text.setPrefRowCount(3);
    text.setPrefColumnCount(10);
    text.textProperty().bindBidirectional(form.text());
    Label question = Parts.text(shown(row.question()));
    question.getStyleClass().add("card-title");
    question.setLabelFor(text);
    VBox box = new VBox(8, question, text, new FileDrop(form));
    if (form.isCorrection()) {
      TextField why = new TextField();
      why.setId("answer-why");
      why.textProperty().bindBidirectional(form.why());
      Label name = Parts.text("Why the answer changes");
      name.setLabelFor(why);
      if (!row.documents().isEmpty()) {
        CheckBox keep = new CheckBox("Its documents stay with it");
        keep.setId("answer-keep");
        keep.setWrapText(true);
        keep.selectedProperty().bindBidirectional(form.keep());
        box.getChildren().add(keep);
      }
      box.getChildren().addAll(name, why);
    }
    Label hindrance = Parts.quiet("");
    hindrance.setId("answer-hindrance");
    Button record = new Button(form.isCorrection() ? "Correct the answer" : "Record the answer");
    record.setId("answer-record");
    record.getStyleClass().add("primary");
    record.setWrapText(true);
    record.setMinHeight(USE_PREF_SIZE);
    record.setOnAction(event -> acts.record.accept(row, form));
    Runnable look =
        () -> {
          String why = form.hindrance();
          hindrance.setText(why);
          hindrance.setVisible(!why.isEmpty());
          hindrance.setManaged(!why.isEmpty());
          record.setDisable(!why.isEmpty());
        };
    text.textProperty().subscribe(now -> look.run());
    form.why().subscribe(now -> look.run());
    box.getChildren().addAll(hindrance, record);
    return box;
  }

  private static String sentence(String words) {
    return shown(Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".");
  }

  private static String shown(String words) {
    return Visible.of(words, LONGEST);
  }
}
