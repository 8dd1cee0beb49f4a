package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import dev.assay.app.gui.shell.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hostile files of the corpus are dropped on the window: each opens, or a notice says what is
/// wrong and what to do, and the window stays as it was. The build drops every eighth;
/// `-Dassay.hostile.every=1` drops all.
class HostileDropsTest {

  private static final int EVERY = Integer.getInteger("assay.hostile.every", 8);

  @TempDir static Path folder;
  private static WindowDriver driver;

  @BeforeAll
  static void open() throws Exception {
    driver = WindowDriver.open(folder);
  }

  @AfterAll
  static void close() throws Exception {
    driver.close();
  }

  @Test
  void aHostileFileGivesANoticeOrOpens() throws Exception {
    int refused = 0;
    int opened = 0;
    List<String> silent = new ArrayList<>();
    for (Path file : files()) {
      Place before = on(() -> driver.window().navigator().place().get());
      clearNotices();
      on(
          () -> {
            driver.window().open(List.of(file));
            return true;
          });
      await(() -> on(() -> driver.window().session().tasks().running().isEmpty()));
      Place after = on(() -> driver.window().navigator().place().get());
      String notice = notice();
      if (notice.isEmpty() && after.equals(before)) {
        silent.add(file.toString());
      } else if (notice.isEmpty()) {
        opened++;
      } else {
        refused++;
        assertThat(after).as(file.toString()).isEqualTo(before);
        assertThat(notice).as(file.toString()).startsWith("Error: ").doesNotContain("defect");
      }
    }
    System.out.printf(
        "dropped on the window: %d hostile files, %d refused with a notice, %d opened%n",
        refused + opened, refused, opened);
    assertThat(silent).isEmpty();
    assertThat(refused).isGreaterThanOrEqualTo(30 / EVERY);
  }

  private static List<Path> files() {
    List<Path> all =
        Corpus.json("hostile/EXPECTED.json").get("entries").values().stream()
            .map(entry -> entry.get("file").asString())
            .filter(name -> !name.contains("(made at test time)"))
            .filter(name -> name.startsWith("tables/") || name.startsWith("models/"))
            .map(name -> Corpus.path("hostile/" + name))
            .filter(Files::isRegularFile)
            .toList();
    return IntStream.range(0, all.size()).filter(i -> i % EVERY == 0).mapToObj(all::get).toList();
  }

  private static void clearNotices() throws Exception {
    on(
        () -> {
          for (Node notice : List.copyOf(notices())) {
            notice.lookupAll(".button").stream()
                .filter(n -> n instanceof Button b && "Dismiss".equals(b.getText()))
                .forEach(n -> ((Button) n).fire());
          }
          return true;
        });
  }

  private static String notice() throws Exception {
    return on(
        () -> notices().isEmpty() ? "" : String.valueOf(notices().getLast().getAccessibleText()));
  }

  private static List<Node> notices() {
    return driver.window().scene().getRoot().lookupAll(".notice").stream()
        .filter(n -> !n.getStyleClass().contains("done"))
        .toList();
  }
}
