package dev.assay.usecase;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The bundled sample, made ready to be audited.
public final class Demo {

  private final Path folder;

  /// @param folder where the demo writes
  /// @param workspace where it records; absent = a workspace in the folder
  public Demo(Path folder, @Nullable Path workspace) {
    this.folder = folder;
  }

  /// Copies the sample.
  public void prepare() {
    throw new IllegalStateException("to be built");
  }

  /// Where the sample lies.
  public Path sampleFolder() {
    return folder;
  }

  /// Where the audit is recorded.
  public Path workspace() {
    return folder;
  }

  /// What is evaluated.
  public EvaluateRequest request() {
    throw new IllegalStateException("to be built");
  }

  /// Title of the audit.
  public String title() {
    throw new IllegalStateException("to be built");
  }

  /// Purpose of the audit.
  public String purpose() {
    throw new IllegalStateException("to be built");
  }
}
