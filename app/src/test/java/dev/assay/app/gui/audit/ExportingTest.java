package dev.assay.app.gui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.settings.SettingsFile;
import dev.assay.app.gui.task.TaskCenter;
import dev.assay.app.wiring.Wiring;
import dev.assay.report.SampleDossiers;
import dev.assay.usecase.RecordedAudit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportingTest {

  @TempDir Path folder;

  private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
  private final CompletableFuture<String> said = new CompletableFuture<>();

  @BeforeAll
  static void start() {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException running) {
      assertThat(running).hasMessageContaining("already");
    }
    Platform.setImplicitExit(false);
  }

  @Test
  void whatWasWrittenAndWhereIsSaidWhenItIsDone() throws Exception {
    Path into = Files.createDirectory(folder.resolve("to file"));

    export(into);

    assertThat(said.get(20, TimeUnit.SECONDS))
        .isEqualTo("1 document is in " + into + ": audit.json.");
    assertThat(into.resolve("audit.json")).isNotEmptyFile();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsAnErrorAndNothingIsSaid() throws Exception {
    Path file = Files.writeString(folder.resolve("no folder"), "x");

    export(file);

    assertThat(failure.get(20, TimeUnit.SECONDS)).hasMessageContaining("could not be written");
    assertThat(said).isNotDone();
  }

  private void export(Path into) throws Exception {
    on(
        () -> {
          Session session =
              new Session(
                  new Wiring(),
                  new TaskCenter(failure::complete, said::complete),
                  new SettingsFile(folder.resolve("settings.json")),
                  folder.resolve("w.assay"));
          RecordedAudit recorded = new RecordedAudit(SampleDossiers.passing());
          Exporting exporting = new Exporting(session, () -> recorded, () -> List.of("report"));
          exporting.export(ExportChoice.JSON, into);
          return true;
        });
  }

  private static <T> T on(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get(20, TimeUnit.SECONDS);
  }
}
