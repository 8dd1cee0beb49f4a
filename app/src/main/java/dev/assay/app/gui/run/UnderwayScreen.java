package dev.assay.app.gui.run;

import dev.assay.app.gui.document.DocumentTabs;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.session.Underway;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.task.TaskItem;
import dev.assay.app.gui.task.TaskProgress;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.Visible;
import dev.assay.report.document.Document;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A run while it goes on: how far it is, and its numbers as soon as they are known. Verdicts wait
/// for the checks.
public final class UnderwayScreen implements Screen {

  private static final int LONGEST = 60;

  private final Session session;
  private final Underway run;
  private final ObservableValue<Look> look;
  private final Runnable again;
  private final VBox page = new VBox(12);
  private final Label mark = Parts.badge("under way", "neutral");
  private final Label state = Parts.quiet("");
  private final ListChangeListener<TaskItem> ended = change -> showState();
  private final Subscription numbers;
  private @Nullable DocumentTabs document;

  /// @param look light or dark, followed live by charts
  /// @param again sets the run up again
  public UnderwayScreen(Session session, Underway run, ObservableValue<Look> look, Runnable again) {
    this.session = session;
    this.run = run;
    this.look = look;
    this.again = again;
    page.getStyleClass().add("page");
    page.getChildren()
        .addAll(Parts.heading(title(), "", mark), TaskProgress.row(run.item(), "run"), state);
    session.tasks().running().addListener(ended);
    numbers = run.numbers().subscribe(this::show);
    showState();
  }

  private String title() {
    Path model = run.request().model();
    return Visible.of(
            model == null ? "Stored scores" : String.valueOf(model.getFileName()), LONGEST)
        + " on "
        + Visible.of(String.valueOf(run.request().data().getFileName()), LONGEST);
  }

  private boolean goesOn() {
    return session.tasks().running().contains(run.item());
  }

  private void showState() {
    if (goesOn()) {
      state.setText(
          run.numbers().get() == null
              ? "Numbers come as soon as the rows are scored and measured."
              : "These numbers are final. Checks are still being made; verdicts come with them.");
      return;
    }
    session.tasks().running().removeListener(ended);
    Button repeat = new Button("Set it up again …");
    repeat.setId("run-again");
    repeat.setOnAction(event -> again.run());
    mark.setText("ended");
    state.setText("The run ended before it was finished; nothing of it was recorded.");
    page.getChildren().set(1, repeat);
  }

  private void show(@Nullable Document known) {
    if (known == null) {
      return;
    }
    document = new DocumentTabs(known, look);
    Node tabs = document.node();
    VBox.setVgrow(tabs, Priority.ALWAYS);
    page.getChildren().add(tabs);
    showState();
  }

  @Override
  public List<String> trail() {
    return List.of("Runs", title());
  }

  @Override
  public List<String> command() {
    return run.request().command();
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void close() {
    session.tasks().running().removeListener(ended);
    numbers.unsubscribe();
    if (document != null) {
      document.close();
    }
  }
}
