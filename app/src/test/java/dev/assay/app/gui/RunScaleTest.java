package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.usecase.EvaluateRequest;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run with thirty thousand slices in the window; the tag is left out of the usual build.
@Tag("scale")
class RunScaleTest {

  private static final int ROWS = 300_000;
  private static final int GROUPS = 100;

  @TempDir Path folder;

  @Test
  void aRunOfThirtyThousandSlicesOpensAtOnceAndItsSlicesFilter() throws Exception {
    Path data = table();
    try (WindowDriver driver = WindowDriver.open(folder)) {
      AssayWindow window = driver.window();
      AtomicReference<String> run = new AtomicReference<>("");
      long begun = System.nanoTime();
      on(() -> window.session().evaluate(request(data), r -> run.set(r.id())));
      await(() -> !run.get().isEmpty());
      long evaluated = System.nanoTime();
      on(
          () -> {
            window.navigator().go(new Place.Run(run.get()));
            return true;
          });
      await(() -> driver.shows("#run-policy"));
      long painted = System.nanoTime();
      await(() -> driver.shows("#document-tabs"));
      long judged = System.nanoTime();
      TabPane tabs = (TabPane) driver.find("#document-tabs");
      on(
          () -> {
            tabs.getTabs().stream()
                .filter(t -> "tab-slices".equals(t.getId()))
                .findFirst()
                .ifPresent(t -> tabs.getSelectionModel().select(t));
            return true;
          });
      await(() -> driver.shows("#slice-table"));
      long listed = System.nanoTime();
      TableView<?> table = (TableView<?>) driver.find("#slice-table");
      int slices = on(() -> table.getItems().size());
      System.out.printf(
          "window: %,d rows evaluated in %.1f s; run of %,d slices painted in %d ms, judged in %d ms, listed in %d ms%n",
          ROWS,
          (evaluated - begun) / 1e9,
          slices,
          (painted - evaluated) / 1_000_000,
          (judged - painted) / 1_000_000,
          (listed - judged) / 1_000_000);
      assertThat(slices).isGreaterThan(20_000);
      on(
          () -> {
            ((javafx.scene.control.TextField) window.scene().getRoot().lookup("#slice-filter"))
                .setText("a = a7, b = b11");
            return true;
          });
      await(() -> on(() -> table.getItems().size() < 50));
    }
  }

  private Path table() throws Exception {
    Path data = folder.resolve("many.csv");
    Random random = new Random(5);
    try (BufferedWriter out = Files.newBufferedWriter(data)) {
      out.write("a,b,c,label,score\n");
      for (int i = 0; i < ROWS; i++) {
        double score = random.nextDouble();
        out.write(
            "a%d,b%d,c%d,%s,%.4f%n"
                .formatted(
                    random.nextInt(GROUPS),
                    random.nextInt(GROUPS),
                    random.nextInt(GROUPS),
                    random.nextDouble() < score ? "yes" : "no",
                    score));
      }
    }
    return data;
  }

  private static EvaluateRequest request(Path data) {
    return EvaluateRequest.of(data)
        .sensitive(List.of("a", "b", "c"))
        .label("label")
        .positive("yes")
        .checks(List.of("none"))
        .timeoutSeconds(600)
        .command(List.of("evaluate"))
        .build();
  }
}
