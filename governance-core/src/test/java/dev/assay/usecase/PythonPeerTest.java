package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.Cancelled;
import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import dev.assay.work.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A shell stands in for Python: what an interpreter says is what matters here.
@DisabledOnOs(OS.WINDOWS)
class PythonPeerTest {

  private static final String HELLO =
      "echo '{\"versions\":{\"python\":\"3.0\",\"onnxruntime\":\"1\"}}'\n";
  private static final String ANSWERS =
      "while read -r line; do echo '{\"texts\":2,\"tokens\":7,\"places\":8,\"load_seconds\":0.5,"
          + "\"run_seconds\":1.5,\"processor_seconds\":3}'; done\n";

  @TempDir Path folder;
  private Path work;

  @BeforeEach
  void folders() throws IOException {
    work = Files.createDirectory(folder.resolve("work"));
  }

  @Test
  void passesAreTakenOneByOneAndTheFirstOnlyWarmsUp() throws IOException {
    try (PythonPeer peer = start(HELLO + ANSWERS, new Cancellation())) {
      peer.pass(false);
      peer.pass(true);
      peer.pass(true);

      PythonPace pace = peer.pace();
      assertThat(pace.versions()).containsEntry("python", "3.0").containsEntry("onnxruntime", "1");
      assertThat(pace.tokens()).isEqualTo(7);
      assertThat(pace.places()).isEqualTo(8);
      assertThat(pace.runSeconds()).containsExactly(1.5, 1.5);
      assertThat(pace.processorSeconds()).containsExactly(3.0, 3.0);
      assertThat(pace.wholeSeconds(1)).isEqualTo(2);
    }
    assertThat(Files.readString(work.resolve("settings.json")))
        .contains("\"max_length\":16", "\"pad_id\":1", "\"texts\":[[\"a\",\"b\"]]");
    assertThat(work.resolve("python_stack.py")).content().contains("encode_batch");
  }

  @Test
  void anInterpreterWithoutThePackagesIsRefused() {
    assertThatThrownBy(
            () ->
                start("echo '{\"missing\":\"No module named onnxruntime\"}'\n", new Cancellation()))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("lacks a package: No module named onnxruntime");
  }

  @Test
  void whatIsNoInterpreterIsRefused() {
    assertThatThrownBy(
            () ->
                PythonPeer.start(
                    folder.resolve("nowhere"),
                    settings(),
                    work,
                    Duration.ofSeconds(5),
                    new Cancellation()))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("cannot be started as a Python interpreter");
  }

  @Test
  void whatEndsKeepsSilentOrSpeaksOtherwiseDidNotMeasure() throws IOException {
    assertThatThrownBy(() -> start("exit 3\n", new Cancellation()))
        .isInstanceOf(WorkFailed.class)
        .hasMessageContaining("ended without an answer");
    assertThatThrownBy(() -> start("echo Hello\n", new Cancellation()))
        .isInstanceOf(WorkFailed.class)
        .hasMessageContaining("not understood");
    assertThatThrownBy(() -> start("echo '{}'\n", new Cancellation()))
        .hasMessageContaining("did not say what it is");
    try (PythonPeer peer =
        start(HELLO + "read -r l; echo '{\"failed\":\"no file\"}'\n", new Cancellation())) {
      assertThatThrownBy(() -> peer.pass(true))
          .hasMessageContaining("did not measure the model: no file");
    }
    try (PythonPeer peer = start(HELLO + "read -r l; echo '{\"texts\":2}'\n", new Cancellation())) {
      assertThatThrownBy(() -> peer.pass(true)).hasMessageContaining("said nothing of what it did");
    }
    Path silent = interpreter("exec sleep 30\n");
    assertThatThrownBy(
            () ->
                PythonPeer.start(
                    silent, settings(), work, Duration.ofMillis(200), new Cancellation()))
        .isInstanceOf(WorkFailed.class)
        .hasMessageContaining("gave no answer");
  }

  @Test
  void waitingEndsWhenItIsCancelled() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();

    assertThatThrownBy(() -> start("exec sleep 30\n", cancelled)).isInstanceOf(Cancelled.class);
  }

  private PythonPeer start(String program, Cancellation cancellation) throws IOException {
    return PythonPeer.start(
        interpreter(program), settings(), work, Duration.ofSeconds(20), cancellation);
  }

  private Path interpreter(String program) throws IOException {
    Path file = folder.resolve("python");
    Files.writeString(file, "#!/bin/sh\n" + program);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file;
  }

  private static PythonPeer.Settings settings() {
    return new PythonPeer.Settings("m.onnx", "t.json", 16, 1, 32, 2, List.of(List.of("a", "b")));
  }
}
