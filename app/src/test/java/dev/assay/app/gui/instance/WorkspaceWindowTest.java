package dev.assay.app.gui.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceWindowTest {

  @TempDir Path folder;

  @Test
  void takeGivesNothingAndCallsTheFirstWindowWhenTheWorkspaceIsOpen() throws Exception {
    CountDownLatch called = new CountDownLatch(1);
    Path workspace = folder.resolve("a.assay");
    try (WorkspaceWindow first =
        WorkspaceWindow.take(folder, workspace, called::countDown).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(WorkspaceWindow.take(folder, workspace, () -> {})).isEmpty();
      assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void takeGivesTheWorkspaceAgainWhenTheFirstWindowIsClosed() throws Exception {
    Path workspace = folder.resolve("a.assay");
    WorkspaceWindow.take(folder, workspace, () -> {}).orElseThrow().close();
    try (WorkspaceWindow second = WorkspaceWindow.take(folder, workspace, () -> {}).orElseThrow()) {
      assertThat(second).isNotNull();
    }
  }

  @Test
  void takeGivesTwoWindowsWhenTheWorkspacesDiffer() throws Exception {
    try (WorkspaceWindow one =
            WorkspaceWindow.take(folder, folder.resolve("a.assay"), () -> {}).orElseThrow();
        WorkspaceWindow other =
            WorkspaceWindow.take(folder, folder.resolve("b.assay"), () -> {}).orElseThrow()) {
      assertThat(one).isNotSameAs(other);
    }
  }
}
