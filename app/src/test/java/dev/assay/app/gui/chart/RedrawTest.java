package dev.assay.app.gui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.chart.Charts;
import dev.assay.chart.LineChart;
import dev.assay.chart.Theme;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.fx.FXGraphics2D;
import org.junit.jupiter.api.Test;

class RedrawTest {

  private static final int WIDTH = 420;
  private static final int HEIGHT = 320;

  @Test
  void aChartThatIsDrawnAgainLooksAsBefore() throws Exception {
    FutureTask<List<int[]>> drawings = new FutureTask<>(RedrawTest::drawings);
    try {
      Platform.startup(drawings);
    } catch (IllegalStateException startedBefore) {
      Platform.runLater(drawings);
    }

    List<int[]> seen = drawings.get(30, TimeUnit.SECONDS);

    assertThat(seen.getFirst()).isNotEqualTo(new int[WIDTH * HEIGHT]);
    assertThat(Arrays.mismatch(seen.getFirst(), seen.getLast()))
        .as("the first pixel that differs from a drawing on a fresh canvas")
        .isEqualTo(-1);
  }

  private static List<int[]> drawings() {
    double[] steps = {1, 2, 3};
    LineChart chart =
        new LineChart(
            "Coverage by step",
            "It stays.",
            "Steps ahead",
            "Coverage",
            List.of(new LineChart.Line("everyone", steps, new double[] {0.8, 0.7, 0.8})),
            new LineChart.Chance.Level(0.8),
            null,
            new LineChart.Axis.Steps(1, 3),
            new LineChart.Axis.Shares());
    Canvas fresh = new Canvas(WIDTH, HEIGHT);
    Charts.chart(chart, Theme.DARK)
        .draw(
            new FXGraphics2D(fresh.getGraphicsContext2D()),
            new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    ChartCanvas canvas = new ChartCanvas(Charts.chart(chart, Theme.DARK));
    canvas.setWidth(WIDTH);
    canvas.setHeight(HEIGHT);
    canvas.draw();
    canvas.draw();
    return List.of(pixels(fresh), pixels(canvas));
  }

  private static int[] pixels(Canvas canvas) {
    WritableImage shot = canvas.snapshot(new SnapshotParameters(), null);
    int[] pixels = new int[WIDTH * HEIGHT];
    shot.getPixelReader()
        .getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
    return pixels;
  }
}
