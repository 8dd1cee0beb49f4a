package dev.assay.app.gui.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.theme.Look;
import dev.assay.model.GraphBody;
import dev.assay.model.GraphEdge;
import dev.assay.model.GraphNode;
import dev.assay.model.GraphNode.Kind;
import dev.assay.model.ModelGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How long the toolkit's thread is busy with the largest graphs.
class GraphCanvasTest {

  private static final int LARGE = 5_000;
  private static final long MOST_MILLIS = 100;

  @BeforeAll
  static void start() {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException running) {
      assertThat(running).hasMessageContaining("already");
    }
  }

  @ParameterizedTest
  @CsvSource({"transformer", "random"})
  void aLargeGraphIsDrawnWithoutBlockingTheToolkit(String shape) throws Exception {
    Boxes boxes =
        shape.equals("random")
            ? SyntheticGraphs.random(LARGE, 15_000, 5)
            : SyntheticGraphs.transformer(LARGE);
    GraphViewModel view = new GraphViewModel(DrawnGraph.of(graph(boxes)));
    SimpleObjectProperty<Look> look = new SimpleObjectProperty<>(Look.LIGHT);
    long[] whole = new long[4];
    WritableImage shot =
        on(
            () -> {
              GraphCanvas canvas = new GraphCanvas(view, look);
              Scene scene = new Scene(canvas, 1000, 700);
              canvas.applyCss();
              canvas.resize(1000, 700);
              canvas.layout();
              for (int i = 0; i < whole.length; i++) {
                view.fit();
                view.zoom(i % 2 == 0 ? 1.01 : 1);
                Stopwatch watch = new Stopwatch();
                canvas.layout();
                whole[i] = watch.millis();
              }
              WritableImage image = scene.snapshot(null);
              canvas.close();
              return image;
            });

    System.out.printf(
        "graph drawing: %s, %,d boxes: %s ms%n",
        shape, LARGE, List.of(whole[0], whole[1], whole[2], whole[3]));
    assertThat(java.util.Arrays.stream(whole).min().orElseThrow()).isLessThan(MOST_MILLIS);
    assertThat(drawnPixels(shot)).as("pixels that are not ground").isPositive();
  }

  private static long drawnPixels(WritableImage image) {
    long drawn = 0;
    for (int y = 0; y < (int) image.getHeight(); y += 3) {
      for (int x = 0; x < (int) image.getWidth(); x++) {
        drawn += image.getPixelReader().getColor(x, y).equals(Color.WHITE) ? 0 : 1;
      }
    }
    return drawn;
  }

  private static ModelGraph graph(Boxes boxes) {
    List<GraphNode> nodes = new ArrayList<>();
    for (int i = 0; i < boxes.count(); i++) {
      nodes.add(
          new GraphNode(
              Kind.OPERATOR,
              i,
              "ai.onnx",
              i % 3 == 0 ? "MatMul" : i % 3 == 1 ? "Add" : "Relu",
              "node " + i,
              List.of(),
              List.of(),
              List.of(),
              0,
              List.of()));
    }
    List<GraphEdge> edges = new ArrayList<>();
    for (int edge = 0; edge < boxes.edges(); edge++) {
      edges.add(new GraphEdge(boxes.from(edge), boxes.to(edge), "v" + edge, ""));
    }
    return new ModelGraph(
        List.of(new GraphBody("main graph", GraphBody.NONE, GraphBody.NONE, nodes, edges, 0)));
  }

  private static <T> T on(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(60, TimeUnit.SECONDS);
  }
}
