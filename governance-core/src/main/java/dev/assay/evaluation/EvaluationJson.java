package dev.assay.evaluation;

import dev.assay.common.InputRejected;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// `evaluation.json`, schema `assay.evaluation/1`: the stored form of an [Evaluation] and the
/// contract with other tools. Keys are sorted, numbers are in their shortest round-trip form, one
/// metric a line; equal evaluations give equal bytes. Written and read as a stream: 600,000 rows
/// need no tree in memory.
public final class EvaluationJson {

  /// The name and version of the format.
  public static final String SCHEMA = "assay.evaluation/1";

  private EvaluationJson() {}

  /// Writes the evaluation as UTF-8; the stream is flushed and stays open.
  public static void write(Evaluation evaluation, OutputStream out) throws IOException {
    write(evaluation, out, true);
  }

  /// The evaluation as UTF-8 bytes, for a digest or a small file.
  public static byte[] bytes(Evaluation evaluation) {
    return bytes(evaluation, true);
  }

  /// The same without what may differ between two runs of the same thing: times, the cost that they
  /// are of, the actor and the command line. Two runs of equal inputs, seed and version give equal
  /// bytes.
  public static byte[] comparableBytes(Evaluation evaluation) {
    return bytes(evaluation, false);
  }

  /// Reads an evaluation from a file.
  ///
  /// @throws InputRejected when it is not a whole, well-formed `evaluation.json`
  public static Evaluation read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, String.valueOf(file.getFileName()));
    }
  }

  /// Reads an evaluation; the stream stays open.
  ///
  /// @param name what to call the document in a refusal
  /// @throws InputRejected when it is not a whole, well-formed `evaluation.json`
  public static Evaluation read(InputStream in, String name) {
    try {
      return new EvaluationReader().read(new BufferedInputStream(in, 1 << 16));
    } catch (JacksonException e) {
      throw rejected(name, whereOf(e) + e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw rejected(name, String.valueOf(e.getMessage()), e);
    }
  }

  private static String whereOf(JacksonException e) {
    return e.getLocation() == null || e.getLocation().getLineNr() < 0
        ? ""
        : "line " + e.getLocation().getLineNr() + ": ";
  }

  private static InputRejected rejected(String name, String why, @Nullable Throwable cause) {
    return new InputRejected(
        "EVALUATION-FORMAT",
        "'" + name + "' is not an evaluation that Assay can read (" + why + ").",
        "Give an evaluation.json written by 'assay evaluate' or 'assay audit', schema "
            + SCHEMA
            + ".",
        cause);
  }

  private static byte[] bytes(Evaluation evaluation, boolean everything) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    try {
      write(evaluation, out, everything);
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail to be written to", e);
    }
    return out.toByteArray();
  }

  private static void write(Evaluation evaluation, OutputStream out, boolean everything)
      throws IOException {
    OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
    new EvaluationWriter(buffered).write(evaluation, everything);
    buffered.write('\n');
    buffered.flush();
  }
}
