package dev.assay.app.cli;

import dev.assay.provenance.AssayVersion;
import picocli.CommandLine.IVersionProvider;

/// The version line of `assay --version`.
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"assay " + AssayVersion.number() + " (Java " + Runtime.version() + ")"};
  }
}
