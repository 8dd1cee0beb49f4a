package dev.assay.app.gui.bias;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.common.AtomicFiles;
import dev.assay.common.Visible;
import dev.assay.regime.ll144.Statement;
import dev.assay.regime.ll144.StatementReader;
import dev.assay.usecase.AddToAudit;
import dev.assay.usecase.PublishBiasAudit;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;

/// What can be done with a bias audit: publish it, and put it into the report of its audit.
final class BiasActs extends VBox {

  /// File that what people state is written to.
  static final String STATEMENT = "statement.yaml";

  private static final int SHORTEST_REASON = 3;

  private final Session session;
  private final BiasForm form;
  private final Supplier<@Nullable BiasSource> source;
  private final Button export = new Button("Publish to a folder …");
  private final Button keep = new Button("Put it in the audit's report");
  private final TextField why = new TextField();
  private final Label hindrance = Parts.quiet("");
  private String fault = "";
  private String keptFor = "";

  BiasActs(Session session, BiasForm form, Supplier<@Nullable BiasSource> source) {
    super(8);
    this.session = session;
    this.form = form;
    this.source = source;
    export.setId("bias-export");
    export.getStyleClass().add("primary");
    export.setOnAction(event -> choose());
    keep.setId("bias-keep");
    keep.setOnAction(event -> keep());
    why.setId("bias-why");
    why.setPromptText("why it takes the place of the one that is kept");
    why.setAccessibleText("Why this statement takes the place of the one that is kept");
    why.setPrefColumnCount(22);
    why.textProperty().addListener(changed -> look(fault));
    hindrance.setId("bias-hindrance");
    for (Button button : new Button[] {export, keep}) {
      button.setMinWidth(USE_PREF_SIZE);
    }
    getChildren().setAll(new FlowPane(10, 8, export, keep, why), hindrance);
  }

  /// Says what is missing.
  ///
  /// @param counted why nothing can be counted; empty when it can
  void look(String counted) {
    fault = counted;
    BiasSource from = source.get();
    String missing = counted.isEmpty() ? form.missing() : counted;
    export.setDisable(!missing.isEmpty());
    boolean ofAudit = from instanceof BiasSource.OfAudit;
    boolean again = ofAudit && isKept(from);
    shown(keep, ofAudit);
    shown(why, again);
    boolean reasoned = !again || why.getText().strip().length() >= SHORTEST_REASON;
    keep.setDisable(!missing.isEmpty() || !reasoned);
    hindrance.setText(
        !missing.isEmpty()
            ? missing
            : reasoned
                ? "Everything is said that the rule asks for."
                : "The audit keeps a statement; to put this in its place, say why.");
  }

  private boolean isKept(@Nullable BiasSource from) {
    return from instanceof BiasSource.OfAudit of
        && (of.recorded().dossier().additions().statement() != null
            || of.recorded().audit().id().equals(keptFor));
  }

  private static void shown(javafx.scene.Node part, boolean yes) {
    part.setVisible(yes);
    part.setManaged(yes);
  }

  private void choose() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle("Publish the summary");
    File folder = chooser.showDialog(getScene().getWindow());
    if (folder != null) {
      publish(folder.toPath());
    }
  }

  /// Writes the summary, and what people state, into a folder.
  void publish(Path folder) {
    BiasSource from = source.get();
    if (from == null) {
      return;
    }
    String text = form.text();
    PublishBiasAudit publish = session.wiring().publishBiasAudit();
    session
        .tasks()
        .start(
            "Publishing the bias audit",
            item -> {
              Statement said = new StatementReader(STATEMENT).read(text);
              publish.write(from.count(publish, said), folder);
              AtomicFiles.export(folder.resolve(STATEMENT), text.getBytes(StandardCharsets.UTF_8));
              return folder;
            },
            written ->
                session
                    .tasks()
                    .tell(
                        "The summary lies in "
                            + Visible.of(written.toString())
                            + " as HTML, PDF, CSV and JSON, with "
                            + STATEMENT
                            + "."));
  }

  private void keep() {
    if (!(source.get() instanceof BiasSource.OfAudit of)) {
      return;
    }
    String text = form.text();
    String reason = why.getText();
    AddToAudit add = session.wiring().addToAudit(session.workspace().get());
    session
        .tasks()
        .start(
            "Keeping the statement",
            item -> add.state(of.recorded(), text, reason),
            now -> {
              keptFor = of.recorded().audit().id();
              why.clear();
              look(fault);
              session.tasks().tell("The statement is kept, and the audit's report has the tables.");
            });
  }
}
