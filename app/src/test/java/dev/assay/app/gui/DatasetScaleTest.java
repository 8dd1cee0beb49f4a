package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.dataset.Dataset;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Large datasets in the window: how soon the page stands, and how long the toolkit's thread is
/// busy in each frame while rows scroll by. Figures are printed.
class DatasetScaleTest {

  private static final int COLUMNS = 12;
  private static final int WIDE = 1_000;
  private static final int COLUMNS_TAB = 1;
  private static final int PAGES = 200;
  private static final int ROWS_TAB = 6;
  private static final long FIRST_PAINT_MILLIS = 1_000;
  private static final double FRAME_MILLIS = 100;

  @TempDir Path folder;

  @Test
  void threeHundredThousandRowsOpenAtOnceAndScrollWithoutPauses() throws Exception {
    look(300_000);
  }

  @Test
  @Tag("scale")
  void fiveMillionRowsOpenAtOnceAndScrollWithoutPauses() throws Exception {
    look(5_000_000);
  }

  @Test
  void aThousandColumnsScrollWithoutPauses() throws Exception {
    Path file = folder.resolve("wide.csv");
    wide(file);
    try (WindowDriver driver = WindowDriver.open(folder)) {
      driver.size(1280, 800);
      assertThat(read(driver, file).spec().columns()).hasSize(WIDE);
      double painted = painted(driver, file);
      tab(driver, COLUMNS_TAB);
      await(() -> driver.shows("#columns"));
      ListView<?> list = (ListView<?>) driver.find("#columns");
      double[] frames =
          scrolled(list, page -> list.scrollTo(page * list.getItems().size() / PAGES));
      Arrays.sort(frames);
      report("dataset of 1,000 columns", painted, frames);
      assertThat(painted).isLessThan(FIRST_PAINT_MILLIS);
      assertThat(frames[frames.length * 95 / 100]).isLessThan(FRAME_MILLIS);
    }
  }

  private void look(int rows) throws Exception {
    Path file = folder.resolve("large.csv");
    write(file, rows);
    try (WindowDriver driver = WindowDriver.open(folder)) {
      driver.size(1280, 800);
      Dataset data = read(driver, file);
      assertThat(data.rows()).isEqualTo(rows);
      assertThat(data.spec().columns()).hasSize(COLUMNS);
      double painted = painted(driver, file);
      tab(driver, ROWS_TAB);
      await(() -> driver.shows("#rows"));
      ScrollBar bar = (ScrollBar) driver.find("#rows-scroll");
      double[] frames = scrolled(bar, page -> bar.setValue(bar.getMax() * page / PAGES));
      Arrays.sort(frames);
      report(String.format(Locale.ROOT, "dataset of %,d rows", rows), painted, frames);
      assertThat(painted).isLessThan(FIRST_PAINT_MILLIS);
      assertThat(frames[frames.length * 95 / 100]).isLessThan(FRAME_MILLIS);
    }
  }

  private static Dataset read(WindowDriver driver, Path file) throws Exception {
    AtomicReference<Dataset> opened = new AtomicReference<>();
    on(
        () -> {
          driver.window().session().open(file, m -> {}, opened::set);
          return true;
        });
    await(() -> opened.get() != null);
    return opened.get();
  }

  /// Milliseconds from the wish to see the page to the frame that shows it.
  private static double painted(WindowDriver driver, Path file) throws Exception {
    long asked = System.nanoTime();
    FutureTask<Long> done = new FutureTask<>(System::nanoTime);
    on(
        () -> {
          Scene scene = driver.window().scene();
          driver.window().navigator().go(new Place.Dataset(file));
          AtomicReference<Runnable> once = new AtomicReference<>();
          once.set(
              () -> {
                scene.removePostLayoutPulseListener(once.get());
                done.run();
              });
          scene.addPostLayoutPulseListener(once.get());
          Platform.requestNextPulse();
          return true;
        });
    long shown = done.get(30, TimeUnit.SECONDS);
    assertThat(driver.shows("#dataset-tabs")).isTrue();
    return (shown - asked) / 1e6;
  }

  private static void report(String what, double painted, double[] sorted) {
    System.out.printf(
        Locale.ROOT,
        "%s: first paint %.0f ms; %d pages scrolled, busy per frame median %.1f ms, 99 %% %.1f ms,"
            + " longest %.1f ms%n",
        what,
        painted,
        sorted.length,
        sorted[sorted.length / 2],
        sorted[sorted.length * 99 / 100],
        sorted[sorted.length - 1]);
  }

  private static void tab(WindowDriver driver, int tab) throws Exception {
    on(
        () -> {
          TabPane tabs = (TabPane) driver.window().scene().getRoot().lookup("#dataset-tabs");
          tabs.getSelectionModel().select(tab);
          return true;
        });
    driver.settle();
  }

  /// Scrolls a page a frame; busy milliseconds of the toolkit's thread in each.
  private static double[] scrolled(Node node, IntConsumer page) throws Exception {
    double[] busy = new double[PAGES];
    FutureTask<Boolean> done = new FutureTask<>(() -> true);
    on(
        () -> {
          new Scrolling(node.getScene(), page, busy, done).start();
          return true;
        });
    done.get(120, TimeUnit.SECONDS);
    return busy;
  }

  /// From a frame's first work to the end of its layout.
  private static final class Scrolling extends AnimationTimer {
    private final Scene scene;
    private final IntConsumer turn;
    private final double[] busy;
    private final Runnable done;
    private final Runnable laidOut = this::laidOut;
    private int page = -1;
    private long began;

    Scrolling(Scene scene, IntConsumer turn, double[] busy, Runnable done) {
      this.scene = scene;
      this.turn = turn;
      this.busy = busy;
      this.done = done;
      scene.addPostLayoutPulseListener(laidOut);
    }

    @Override
    public void handle(long now) {
      began = System.nanoTime();
      page++;
      if (page == busy.length) {
        stop();
        scene.removePostLayoutPulseListener(laidOut);
        done.run();
        return;
      }
      turn.accept(page);
    }

    private void laidOut() {
      if (page >= 0 && page < busy.length) {
        busy[page] = (System.nanoTime() - began) / 1e6;
      }
    }
  }

  private static void wide(Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(20_261_125L);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int row = 0; row <= 40; row++) {
        for (int column = 0; column < WIDE; column++) {
          out.write(column == 0 ? "" : ",");
          out.write(row == 0 ? "measure_" + column : String.valueOf(random.nextInt(50)));
        }
        out.write('\n');
      }
    }
  }

  /// Twelve columns of all kinds, the same for the same number of rows.
  private static void write(Path file, int rows) throws IOException {
    SplittableRandom random = new SplittableRandom(20_261_125L);
    String[] regions = {"north", "south", "east", "west"};
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("case_id,age,sex,region,income,debt,years,rate,visits,segment,score,defaulted\n");
      StringBuilder line = new StringBuilder();
      for (int row = 0; row < rows; row++) {
        line.setLength(0);
        line.append(row).append(',').append(18 + random.nextInt(70)).append(',');
        line.append(random.nextInt(3) == 0 ? "female" : "male").append(',');
        line.append(regions[random.nextInt(4)]).append(',');
        line.append(random.nextInt(100) < 3 ? "" : String.valueOf(20_000 + random.nextInt(90_000)));
        line.append(',').append(random.nextInt(50_000)).append(',').append(random.nextInt(40));
        line.append(',').append(random.nextInt(1000) / 1000.0).append(',');
        line.append(random.nextInt(12)).append(",s").append(random.nextInt(25)).append(',');
        line.append(random.nextInt(10_000) / 10_000.0).append(',');
        line.append(random.nextInt(5) == 0 ? "yes" : "no").append('\n');
        out.append(line);
      }
    }
  }
}
