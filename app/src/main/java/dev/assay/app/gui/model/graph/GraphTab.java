package dev.assay.app.gui.model.graph;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.task.TaskCenter;
import dev.assay.app.gui.task.TaskItem;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.AssayException;
import dev.assay.common.Cancelled;
import dev.assay.model.ModelGraph;
import dev.assay.work.Cancellation;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// The tab of a model's graph. The graph is read and laid out when the tab is first shown, off the
/// toolkit's thread; one that is not drawn says why and offers the operators instead.
public final class GraphTab {

  private static final Duration PATIENCE = Duration.millis(500);

  private final TaskCenter tasks;
  private final String model;
  private final Function<Cancellation, ModelGraph> read;
  private final ObservableValue<Look> look;
  private final Runnable showOperators;
  private final StackPane room = new StackPane();
  private final Tab tab = new Tab("Graph", room);
  private @Nullable TaskItem reading;
  private @Nullable GraphPane pane;
  private boolean asked;

  /// @param tasks runs the reading
  /// @param model name of the model, safe to show
  /// @param read reads the graph; called on another thread
  /// @param look light or dark, followed live
  /// @param showOperators leads to the table of operators
  public GraphTab(
      TaskCenter tasks,
      String model,
      Function<Cancellation, ModelGraph> read,
      ObservableValue<Look> look,
      Runnable showOperators) {
    this.tasks = tasks;
    this.model = model;
    this.read = read;
    this.look = look;
    this.showOperators = showOperators;
    tab.setId("tab-graph");
    tab.selectedProperty()
        .subscribe(
            selected -> {
              if (selected) {
                begin();
              }
            });
  }

  /// The tab.
  public Tab tab() {
    return tab;
  }

  private sealed interface Outcome {
    record Drawn(DrawnGraph graph) implements Outcome {}

    record NotDrawn(AssayException why) implements Outcome {}
  }

  private void begin() {
    if (asked) {
      return;
    }
    asked = true;
    Label words = Parts.quiet("Reading the graph and laying it out …");
    words.setVisible(false);
    PauseTransition pause = new PauseTransition(PATIENCE);
    pause.setOnFinished(event -> words.setVisible(true));
    pause.play();
    room.getChildren().setAll(words);
    reading =
        tasks.start(
            "Laying out the graph of " + model, item -> work(item.cancellation()), this::show);
  }

  private Outcome work(Cancellation cancellation) {
    try {
      ModelGraph graph = read.apply(cancellation);
      cancellation.check();
      return new Outcome.Drawn(DrawnGraph.of(graph));
    } catch (Cancelled stopped) {
      throw stopped;
    } catch (AssayException refused) {
      return new Outcome.NotDrawn(refused);
    }
  }

  private void show(Outcome outcome) {
    reading = null;
    switch (outcome) {
      case Outcome.Drawn drawn -> {
        GraphPane shown = new GraphPane(new GraphViewModel(drawn.graph()), look, model);
        pane = shown;
        room.getChildren().setAll(shown);
      }
      case Outcome.NotDrawn refused -> {
        Button operators = new Button("Show the operators");
        operators.getStyleClass().add("primary");
        operators.setOnAction(event -> showOperators.run());
        VBox words =
            new VBox(
                12,
                Parts.text(refused.why().sentence()),
                Parts.quiet(refused.why().remedy() + "  [" + refused.why().code() + "]"),
                operators);
        words.getStyleClass().add("empty");
        words.setAlignment(Pos.CENTER);
        words.setId("graph-not-drawn");
        room.getChildren().setAll(words);
      }
    }
  }

  /// Stops the reading and removes listeners.
  public void close() {
    TaskItem unfinished = reading;
    if (unfinished != null) {
      unfinished.cancellation().cancel();
    }
    GraphPane shown = pane;
    if (shown != null) {
      shown.close();
    }
  }
}
