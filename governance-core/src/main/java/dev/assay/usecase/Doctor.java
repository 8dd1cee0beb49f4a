package dev.assay.usecase;

/// Says what this machine offers.
public final class Doctor {

  /// Looks.
  public Object examine() {
    throw new IllegalStateException("to be built");
  }
}
