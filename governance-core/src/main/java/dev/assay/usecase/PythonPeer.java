package dev.assay.usecase;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.assay.common.AssayException;
import dev.assay.common.AtomicFiles;
import dev.assay.common.Json;
import dev.assay.common.Resources;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import dev.assay.work.Cancellation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A Python interpreter that reads texts with a model, a pass each time it is asked, in turn with
/// the measurement that it is compared with.
///
/// decision: it is a process of its own that the user named; what it does with the model is outside
/// Assay's worker, as it is whenever the user runs Python.
final class PythonPeer implements AutoCloseable {

  private static final String SCRIPT = "/dev/assay/resources/bench/python_stack.py";
  private static final long TURN_MILLIS = 50;

  private final Path python;
  private final Process process;
  private final Cancellation cancellation;
  private final Duration patience;
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
  private final SortedMap<String, String> versions = new TreeMap<>();
  private final List<Said> passes = new ArrayList<>();

  /// What is to be read.
  ///
  /// @param texts one list of texts, or two for pairs
  record Settings(
      String model,
      String tokenizer,
      @JsonProperty("max_length") int maxLength,
      @JsonProperty("pad_id") long padId,
      int batch,
      int threads,
      List<List<String>> texts) {}

  /// What the interpreter said of a pass.
  private record Said(
      long tokens, long places, double loadSeconds, double runSeconds, double processorSeconds) {}

  private PythonPeer(Path python, Process process, Duration patience, Cancellation cancellation) {
    this.python = python;
    this.process = process;
    this.patience = patience;
    this.cancellation = cancellation;
    Thread.ofVirtual().start(this::listen);
    JsonNode hello = heard();
    if (hello.has("missing")) {
      throw new UsageError(
          "BENCH-PYTHON",
          named()
              + " lacks a package: "
              + Visible.of(hello.path("missing").asString(""), 160)
              + ".",
          "Install numpy, onnxruntime and tokenizers there, or name another interpreter.");
    }
    hello
        .path("versions")
        .properties()
        .forEach(e -> versions.put(e.getKey(), Visible.of(e.getValue().asString(""), 40)));
    if (versions.isEmpty()) {
      throw failed("it did not say what it is", null);
    }
  }

  /// Starts an interpreter and waits until it has its packages.
  ///
  /// @param folder an empty folder for the program and its settings
  /// @param patience how long any answer may take
  /// @throws UsageError when it cannot be started or lacks a package
  /// @throws WorkFailed when it ends or keeps silent
  static PythonPeer start(
      Path python, Settings settings, Path folder, Duration patience, Cancellation cancellation) {
    Process process;
    try {
      Path script = folder.resolve("python_stack.py");
      Files.write(script, Resources.bytes(PythonPeer.class, SCRIPT));
      Path asked = folder.resolve("settings.json");
      AtomicFiles.write(asked, Json.write(settings));
      process =
          new ProcessBuilder(python.toString(), "-I", "-B", script.toString(), asked.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UsageError(
          "BENCH-PYTHON",
          "'"
              + Visible.of(python.toString(), 120)
              + "' cannot be started as a Python interpreter: "
              + Visible.of(String.valueOf(e.getMessage()), 160)
              + ".",
          "Name the interpreter itself (--python PATH or ASSAY_PYTHON), or leave it out.",
          e);
    }
    try {
      return new PythonPeer(python, process, patience, cancellation);
    } catch (AssayException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /// One pass over all texts.
  ///
  /// @param counts whether it is kept; the first one warms up
  void pass(boolean counts) {
    try {
      process.getOutputStream().write("go\n".getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException gone) {
      throw failed("it ended before it was asked", gone);
    }
    JsonNode said = heard();
    if (said.has("failed")) {
      throw failed(Visible.of(said.path("failed").asString(""), 300), null);
    }
    Said pass =
        new Said(
            said.path("tokens").asLong(0),
            said.path("places").asLong(0),
            said.path("load_seconds").asDouble(0),
            said.path("run_seconds").asDouble(0),
            said.path("processor_seconds").asDouble(0));
    if (pass.tokens() < 1 || pass.runSeconds() <= 0) {
      throw failed("it said nothing of what it did", null);
    }
    if (counts) {
      passes.add(pass);
    }
  }

  /// What was measured.
  PythonPace pace() {
    return new PythonPace(
        versions,
        passes.getFirst().tokens(),
        passes.getFirst().places(),
        passes.stream().map(Said::loadSeconds).toList(),
        passes.stream().map(Said::runSeconds).toList(),
        passes.stream().map(Said::processorSeconds).toList());
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(Optional.of(line));
      }
    } catch (IOException | UncheckedIOException ended) {
      // the end is told below
    }
    lines.add(Optional.empty());
  }

  private JsonNode heard() {
    long until = System.nanoTime() + patience.toNanos();
    try {
      while (System.nanoTime() < until) {
        cancellation.check();
        Optional<String> line = lines.poll(TURN_MILLIS, TimeUnit.MILLISECONDS);
        if (line != null) {
          String said = line.orElseThrow(() -> failed("it ended without an answer", null));
          return Json.mapper().readTree(said);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("the measurement was interrupted", e);
    } catch (JacksonException e) {
      throw failed("what it said is not understood", e);
    }
    throw failed("it gave no answer for " + patience.toSeconds() + " seconds", null);
  }

  private WorkFailed failed(String why, @Nullable Exception cause) {
    return new WorkFailed(
        "BENCH-PYTHON",
        named() + " did not measure the model: " + why + ".",
        "Try another interpreter, or leave --python and ASSAY_PYTHON out.",
        cause);
  }

  private String named() {
    return "The Python at '" + Visible.of(python.toString(), 120) + "'";
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException ended) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
