package dev.assay.regime;

import dev.assay.common.InputRejected;
import dev.assay.common.Resources;
import dev.assay.common.TextFiles;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds and reads packs.
public final class Regimes {

  private static final List<String> BUILT_IN =
      List.of(
          "nyc-local-law-144",
          "eeoc-four-fifths",
          "eu-ai-act",
          "sr-26-2",
          "nist-ai-rmf",
          "iso-42001",
          "ecoa-adverse-action",
          "gxp-records");
  private static final int MOST_BYTES = 4 * RegimeReader.MOST_CHARACTERS;
  private static final int LONGEST_SHOWN = 200;

  private Regimes() {}

  /// The packs that come with Assay.
  public static List<Regime> builtIn() {
    return BUILT_IN.stream().map(Regimes::builtIn).toList();
  }

  /// A built-in pack by id, or a YAML file by path.
  ///
  /// @throws UsageError when there is no such pack
  /// @throws InputRejected when it is not written as packs are; the sentence names the line
  public static Regime load(String nameOrFile) {
    if (BUILT_IN.contains(nameOrFile)) {
      return builtIn(nameOrFile);
    }
    Path file = file(nameOrFile);
    if (file == null || !Files.exists(file)) {
      throw new UsageError(
          "USAGE-REGIME",
          "There is neither a built-in regime nor a file called '"
              + Visible.of(nameOrFile, LONGEST_SHOWN)
              + "'.",
          "Give a YAML file, or one of: " + String.join(", ", BUILT_IN) + ".");
    }
    return parse(text(file), String.valueOf(file.getFileName()));
  }

  /// A pack from its text.
  ///
  /// @param name what to call it in a refusal
  /// @throws InputRejected when it is not written as packs are
  public static Regime parse(String text, String name) {
    return new RegimeReader(name, true).read(text);
  }

  /// A pack that was recorded with an audit, perhaps by another version of Assay: it may name
  /// metrics and checks that this one does not know.
  ///
  /// @param name what to call it in a refusal
  /// @throws InputRejected when it is not written as packs are
  public static Regime recorded(String text, String name) {
    return new RegimeReader(name, false).read(text);
  }

  /// What packs are made of, as a JSON schema that editors complete by. The reader itself refuses
  /// more: names that nobody knows, clauses of the same id.
  public static String schema() {
    return Resources.text(Regimes.class, "/dev/assay/resources/regimes/regime.schema.json");
  }

  private static Regime builtIn(String id) {
    String resource = "/dev/assay/resources/regimes/" + id + ".yaml";
    return parse(Resources.text(Regimes.class, resource), id);
  }

  private static @Nullable Path file(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }

  private static String text(Path file) {
    String name = String.valueOf(file.getFileName());
    return TextFiles.read(
        file,
        MOST_BYTES,
        "it is larger than the " + MOST_BYTES + " bytes a pack may have",
        (why, cause) -> unreadable(name, why, cause));
  }

  private static InputRejected unreadable(String name, String why, @Nullable Throwable cause) {
    return new InputRejected(
        "REGIME-UNREADABLE",
        "The regime '"
            + Visible.of(name, LONGEST_SHOWN)
            + "' cannot be read: "
            + Visible.of(why)
            + ".",
        "Give a pack written in YAML; 'assay regime list' names those that come with Assay.",
        cause);
  }
}
