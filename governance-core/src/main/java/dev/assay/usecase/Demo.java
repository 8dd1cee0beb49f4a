package dev.assay.usecase;

import dev.assay.common.AtomicFiles;
import dev.assay.common.WorkFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bundled sample, made ready to be audited: lending data with planted faults, and the better
/// of two models trained on it.
public final class Demo {

  private static final String ROOT = "/dev/assay/resources/samples/lending/";
  private static final List<String> FILES =
      List.of(
          "README.md",
          "planted.json",
          "lending.csv",
          "lending.dataset.json",
          "lending_train.csv",
          "lending_train.dataset.json",
          "lending_later.csv",
          "lending_later.dataset.json",
          "lending_gbdt.onnx",
          "lending_gbdt.model.json",
          "lending_logreg.onnx",
          "lending_logreg.model.json");
  private static final long SEED = 7;
  private static final long TIMEOUT_SECONDS = 600;

  private final Path folder;
  private final @Nullable Path workspace;

  /// @param folder where the demo writes
  /// @param workspace where it records; absent = a workspace in the folder
  public Demo(Path folder, @Nullable Path workspace) {
    this.folder = folder;
    this.workspace = workspace;
  }

  /// Copies the sample.
  ///
  /// @throws WorkFailed when the folder cannot be written to
  public void prepare() {
    for (String name : FILES) {
      try (InputStream in = Demo.class.getResourceAsStream(ROOT + name)) {
        if (in == null) {
          throw new IllegalStateException("the build left out the sample's " + name);
        }
        AtomicFiles.write(sampleFolder().resolve(name), in.readAllBytes());
      } catch (IOException e) {
        throw new WorkFailed(
            "DEMO-WRITE",
            "The sample could not be written to '" + sampleFolder() + "' (" + e.getMessage() + ").",
            "Name a folder that can be written to with --out.",
            e);
      }
    }
  }

  /// Where the sample lies.
  public Path sampleFolder() {
    return folder.resolve("sample");
  }

  /// Where the audit is recorded.
  public Path workspace() {
    return workspace != null ? workspace : folder.resolve("demo.assay");
  }

  /// What is evaluated: the better model on held-out applicants, its training data and a later
  /// batch beside them.
  public EvaluateRequest request() {
    Path model = sampleFolder().resolve("lending_gbdt.onnx");
    Path data = sampleFolder().resolve("lending.csv");
    Path reference = sampleFolder().resolve("lending_train.csv");
    Path later = sampleFolder().resolve("lending_later.csv");
    return new EvaluateRequest(
        model,
        data,
        null,
        null,
        reference,
        later,
        "auto",
        0.5,
        List.of(),
        null,
        null,
        List.of("all"),
        2,
        SEED,
        TIMEOUT_SECONDS,
        List.of(
            "audit",
            "--model",
            model.toString(),
            "--data",
            data.toString(),
            "--reference",
            reference.toString(),
            "--later",
            later.toString(),
            "--policy",
            "default"));
  }

  /// Title of the audit.
  public String title() {
    return "Lending model, sample";
  }

  /// Purpose of the audit.
  public String purpose() {
    return "Decides which applicants are offered a loan. This audit shows what Assay finds in data and a model whose faults are known.";
  }
}
