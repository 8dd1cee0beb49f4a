package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.run.UnderwayScreen;
import dev.assay.app.gui.session.NumberedRun;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.session.Underway;
import dev.assay.app.gui.shell.Place;
import dev.assay.report.document.Block;
import dev.assay.report.document.Document;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;

/// A run while it goes on.
class UnderwayTest {

  @Test
  void numbersComeBeforeTheChecksAndAreThoseOfTheFinishedRun() throws Exception {
    SampleWindow sample = SampleWindow.get();
    Session session = sample.driver().window().session();
    AtomicReference<Document> early = new AtomicReference<>();
    AtomicInteger finishedThen = new AtomicInteger(-1);
    AtomicReference<NumberedRun> finished = new AtomicReference<>();
    int before = on(() -> session.runs().size());
    on(
        () -> {
          Underway run = session.evaluate(sample.request(), finished::set);
          UnderwayScreen screen =
              new UnderwayScreen(session, run, sample.driver().window().themes().look(), () -> {});
          assertThat(words(screen)).anyMatch(w -> w.startsWith("Numbers come as soon as"));
          run.numbers()
              .subscribe(
                  known -> {
                    if (known != null) {
                      early.set(known);
                      finishedThen.set(session.runs().size() - before);
                      assertThat(words(screen))
                          .anyMatch(w -> w.startsWith("These numbers are final. Checks are still"));
                      assertThat(screen.node().lookup("#document-tabs"))
                          .isInstanceOf(TabPane.class);
                    }
                  });
          return true;
        });
    await(() -> finished.get() != null);
    assertThat(finishedThen).as("runs that were finished when the numbers came").hasValue(0);
    AtomicReference<Session.Draft> draft = new AtomicReference<>();
    on(
        () -> {
          session.draft(finished.get(), session.policies().getFirst(), draft::set);
          return true;
        });
    await(() -> draft.get() != null);
    assertThat(anchors(early.get())).contains("performance", "fairness").doesNotContain("findings");
    assertThat(groups(early.get())).isNotEmpty().isEqualTo(groups(draft.get().document()));
  }

  @Test
  void aRunThatWasStoppedSaysSoAndCanBeSetUpAgain() throws Exception {
    SampleWindow sample = SampleWindow.get();
    WindowDriver driver = sample.driver();
    driver.go(sample.places().get("underway"));
    assertThat(on(() -> words(driver.window().scene().getRoot())))
        .anyMatch(w -> w.startsWith("The run ended before it was finished"));
    driver.click("#run-again");
    assertThat(on(() -> driver.window().navigator().place().get())).isEqualTo(new Place.Evaluate());
  }

  private static List<String> words(UnderwayScreen screen) {
    return words(screen.node());
  }

  private static List<String> words(Node root) {
    return root.lookupAll(".label").stream()
        .filter(Label.class::isInstance)
        .map(n -> ((Label) n).getText())
        .toList();
  }

  private static List<String> anchors(Document document) {
    return document.sections().stream().map(s -> s.anchor().id()).toList();
  }

  /// The rows of the first table of groups.
  private static List<Block.Row> groups(Document document) {
    return document.sections().stream()
        .filter(s -> s.anchor().id().equals("fairness"))
        .flatMap(s -> s.blocks().stream())
        .filter(Block.Section.class::isInstance)
        .flatMap(s -> ((Block.Section) s).blocks().stream())
        .filter(Block.Table.class::isInstance)
        .map(t -> ((Block.Table) t).rows())
        .findFirst()
        .orElseThrow();
  }
}
