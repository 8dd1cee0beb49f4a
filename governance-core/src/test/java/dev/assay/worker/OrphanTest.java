package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No child outlives its parent, and no folder outlives the next start.
class OrphanTest {

  @TempDir Path folder;

  @Test
  void aBusyChildDiesWithItsKilledParentAndItsFolderIsSweptByTheNext() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    Path output = Files.createDirectory(folder.resolve("out"));
    Process parent = parent(temporary, output);
    long child;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      child = Long.parseLong(lines.readLine());
      assertThat(runs(child)).isTrue();
      parent.destroyForcibly().waitFor();
    }

    long start = System.nanoTime();
    while (runs(child) && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(2)) {
      Thread.sleep(5);
    }
    assertThat(runs(child)).as("an orphan is left").isFalse();
    List<Path> leftBehind = folders(temporary);
    assertThat(leftBehind).hasSize(1);

    Process next = parent(temporary, output);
    next.inputReader(StandardCharsets.UTF_8).readLine();
    assertThat(folders(temporary)).hasSize(1).doesNotContainAnyElementsOf(leftBehind);
    next.destroyForcibly().waitFor();
  }

  @Test
  void aChildOutlivesTheThreadThatStartedIt() throws Exception {
    try (HostileChildren children = HostileChildren.in(folder)) {
      Thread first = new Thread(() -> children.doing(Misbehaviour.ANSWER));
      first.start();
      first.join();
      long pid = children.worker().pid();
      assertThat(pid).isPositive();

      assertThat(children.doing(Misbehaviour.ANSWER).format()).isEqualTo("ANSWER");
      assertThat(children.worker().pid()).isEqualTo(pid);
    }
  }

  /// Whether the process runs; one that only waits to be collected by the system does not.
  private static boolean runs(long pid) throws IOException {
    Path state = Path.of("/proc", Long.toString(pid), "stat");
    try {
      return !Files.readString(state).replaceFirst(".*\\) ", "").startsWith("Z");
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  @Test
  void aChildHasASessionOfItsOwnSoThatAnInterruptAtTheTerminalIsNotItsBusiness() throws Exception {
    try (HostileChildren children = HostileChildren.in(folder)) {
      children.doing(Misbehaviour.ANSWER);
      long pid = children.worker().pid();
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);

      assertThat(afterName[3]).as("session").isEqualTo(Long.toString(pid));
    }
  }

  private static Process parent(Path temporary, Path output) throws Exception {
    return new ProcessBuilder(
            ChildCommand.java().toString(),
            "-Djava.io.tmpdir=" + temporary,
            "-cp",
            System.getProperty("java.class.path"),
            ParentMain.class.getName(),
            output.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<Path> folders(Path temporary) throws Exception {
    try (Stream<Path> all = Files.list(temporary)) {
      return all.filter(f -> f.getFileName().toString().startsWith("assay-worker-")).toList();
    }
  }
}
