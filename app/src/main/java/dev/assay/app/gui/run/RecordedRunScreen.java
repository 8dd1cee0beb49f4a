package dev.assay.app.gui.run;

import dev.assay.app.gui.document.DocumentTabs;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.RunEntry;
import dev.assay.app.gui.session.RunFacts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.Rounded;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.finding.Policies;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A run of the workspace: its facts under the default policy. Its rows are not at hand.
public final class RecordedRunScreen implements Screen {

  private final Session session;
  private RunEntry run;
  private final ObservableValue<Look> look;
  private final RunActs acts;
  private final VBox page = new VBox(12);
  private @Nullable DocumentTabs document;
  private boolean closed;

  /// @param look light or dark, followed live by charts
  /// @param acts what can be done with it
  public RecordedRunScreen(
      Session session, RunEntry run, ObservableValue<Look> look, RunActs acts) {
    this.session = session;
    this.run = run;
    this.look = look;
    this.acts = acts;
    page.getStyleClass().add("page");
    page.getChildren().add(Parts.quiet("Reading the run …"));
    session
        .history()
        .load(
            run.id(),
            loaded -> {
              if (!closed) {
                session.draft(loaded, Policies.load("default"), draft -> show(loaded, draft));
              }
            });
  }

  private void show(EvaluatedRun loaded, Session.Draft draft) {
    if (closed) {
      return;
    }
    run = new RunEntry(run.id(), null, run.recorded(), RunFacts.of(loaded.evaluation()));
    Label title = new Label(run.title());
    title.getStyleClass().add("page-title");
    title.setMinWidth(0);
    Button again = new Button("Evaluate again …");
    again.setId("run-again");
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.setDisable(RunActs.request(run).isEmpty());
    again.setOnAction(event -> acts.again(run));
    HBox head = new HBox(10, title, Parts.badge("recorded", "neutral"), Parts.space(), again);
    head.setAlignment(Pos.CENTER_LEFT);
    Label rows =
        Parts.quiet(
            "Recorded "
                + Rounded.minute(loaded.evaluation().provenance().finished())
                + ", judged by the default policy. Its rows are not at hand: evaluate again to drill down.");
    document = new DocumentTabs(draft.document(), look);
    TabPane tabs = document.node();
    VBox.setVgrow(tabs, Priority.ALWAYS);
    page.getChildren().setAll(head, rows, tabs);
  }

  @Override
  public List<String> trail() {
    return List.of("Runs", run.title());
  }

  @Override
  public List<String> command() {
    return run.command();
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void close() {
    closed = true;
    if (document != null) {
      document.close();
    }
  }
}
