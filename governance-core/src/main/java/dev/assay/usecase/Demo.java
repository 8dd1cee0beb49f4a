package dev.assay.usecase;

import dev.assay.common.AtomicFiles;
import dev.assay.common.WorkFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bundled sample, made ready to be audited.
public final class Demo {

  private static final long SEED = 7;
  private static final long TIMEOUT_SECONDS = 600;

  private final Path folder;
  private final @Nullable Path workspace;
  private final DemoSample sample;

  /// The lending sample.
  ///
  /// @param folder where the demo writes
  /// @param workspace where it records; absent = a workspace in the folder
  public Demo(Path folder, @Nullable Path workspace) {
    this(folder, workspace, DemoSample.LENDING);
  }

  /// @param folder where the demo writes
  /// @param workspace where it records; absent = a workspace in the folder
  public Demo(Path folder, @Nullable Path workspace, DemoSample sample) {
    this.folder = folder;
    this.workspace = workspace;
    this.sample = sample;
  }

  /// Copies the sample.
  ///
  /// @throws WorkFailed when the folder cannot be written to
  public void prepare() {
    for (String name : sample.files()) {
      try (InputStream in = Demo.class.getResourceAsStream(sample.root() + name)) {
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

  /// What is evaluated.
  public EvaluateRequest request() {
    Path model = sampleFolder().resolve(sample.model());
    Path data = sampleFolder().resolve(sample.data());
    Path reference = beside(sample.reference());
    Path later = beside(sample.later());
    List<String> command =
        new ArrayList<>(List.of("audit", "--model", model.toString(), "--data", data.toString()));
    if (reference != null) {
      command.addAll(List.of("--reference", reference.toString()));
    }
    if (later != null) {
      command.addAll(List.of("--later", later.toString()));
    }
    command.addAll(List.of("--policy", "default"));
    return EvaluateRequest.of(data)
        .model(model)
        .reference(reference)
        .later(later)
        .seed(SEED)
        .timeoutSeconds(TIMEOUT_SECONDS)
        .command(command)
        .build();
  }

  private @Nullable Path beside(@Nullable String name) {
    return name == null ? null : sampleFolder().resolve(name);
  }

  /// Title of the audit.
  public String title() {
    return sample.title();
  }

  /// Purpose of the audit.
  public String purpose() {
    return sample.purpose();
  }
}
