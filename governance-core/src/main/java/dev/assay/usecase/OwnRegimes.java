package dev.assay.usecase;

import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import dev.assay.regime.Regime;
import dev.assay.regime.Regimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The regimes at hand: those that come with Assay, and the YAML files of a folder of one's own.
///
/// @param folder where one's own lie; need not exist
public record OwnRegimes(Path folder) {

  private static final int MOST = 500;

  /// A regime at hand.
  ///
  /// @param file where it lies; absent when it comes with Assay
  /// @param regime what it says; absent when it cannot be read
  /// @param refusal why it cannot be read, with the remedy; empty when it can
  public record Entry(@Nullable Path file, @Nullable Regime regime, String refusal) {}

  /// The folder `regimes` beside a workspace.
  public static OwnRegimes beside(Path workspace) {
    return new OwnRegimes(workspace.toAbsolutePath().resolveSibling("regimes"));
  }

  /// Those that come with Assay, then the files of the folder by name, at most 500; one that cannot
  /// be read says why.
  ///
  /// @throws WorkFailed when the folder itself cannot be read
  public List<Entry> list() {
    List<Entry> entries = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Regime regime : Regimes.builtIn()) {
      entries.add(new Entry(null, regime, ""));
      taken.add(regime.id());
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(OwnRegimes::isYaml)
            .sorted()
            .limit(MOST)
            .forEach(file -> entries.add(entry(file, taken)));
      } catch (IOException e) {
        throw new WorkFailed(
            "REGIME-FOLDER",
            "The folder of your regimes, '"
                + folder
                + "', cannot be read ("
                + e.getMessage()
                + ").",
            "Check that it can be read.",
            e);
      }
    }
    return List.copyOf(entries);
  }

  /// A regime by its id, or a file by its path.
  ///
  /// @throws UsageError when there is no such regime
  /// @throws InputRejected when it is not written as packs are
  public Regime load(String nameOrFile) {
    return list().stream()
        .map(Entry::regime)
        .filter(regime -> regime != null && regime.id().equals(nameOrFile))
        .findFirst()
        .orElseGet(() -> Regimes.load(nameOrFile));
  }

  private static boolean isYaml(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.startsWith(".")
        && (name.endsWith(".yaml") || name.endsWith(".yml"))
        && Files.isRegularFile(file);
  }

  private static Entry entry(Path file, Set<String> taken) {
    try {
      Regime regime = Regimes.load(file.toString());
      return taken.add(regime.id())
          ? new Entry(file, regime, "")
          : new Entry(
              file,
              null,
              "Its id '" + regime.id() + "' is that of another regime. Give it one of its own.");
    } catch (InputRejected | UsageError e) {
      return new Entry(file, null, e.sentence() + " " + e.remedy());
    }
  }
}
