package dev.assay.worker.jail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Confines this process, for good. What the platform cannot do is said, never passed over.
public final class Jail {

  private Jail() {}

  /// Confines this process. To be called once, on a thread that lives as long as the process (the
  /// signal at the parent's death is bound to it), before any untrusted byte is read.
  ///
  /// @param dataBytes most private memory that this process may have from now on
  /// @param parent process that this one must not survive
  public static Confinement enter(long dataBytes, long parent) {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      return Confinement.of(
          false,
          false,
          List.of(
              "Assay limits memory and network of its worker on Linux only, and this is "
                  + System.getProperty("os.name")
                  + "."));
    }
    Optional<Machine> machine = Machine.of(System.getProperty("os.arch"));
    if (machine.isEmpty()) {
      return Confinement.of(
          false,
          false,
          List.of(
              "Assay does not know the system calls of this processor ("
                  + System.getProperty("os.arch")
                  + ")."));
    }
    return new LinuxJail(machine.get()).enter(dataBytes, parent);
  }
}
