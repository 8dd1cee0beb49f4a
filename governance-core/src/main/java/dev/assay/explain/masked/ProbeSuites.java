package dev.assay.explain.masked;

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

/// Finds and reads suites of probes.
public final class ProbeSuites {

  private static final List<String> BUILT_IN = List.of("occupations", "stereotypes", "grammar");
  private static final int MOST_BYTES = 1 << 20;
  private static final int LONGEST_SHOWN = 200;

  private ProbeSuites() {}

  /// The suites that come with Assay.
  public static List<ProbeSuite> builtIn() {
    return BUILT_IN.stream().map(ProbeSuites::builtIn).toList();
  }

  /// A suite that comes with Assay, by its id, or one of a YAML file.
  ///
  /// @throws UsageError when there is neither
  /// @throws InputRejected when the file does not keep to the schema; the sentence names the place
  public static ProbeSuite named(String nameOrFile) {
    for (ProbeSuite suite : builtIn()) {
      if (suite.id().equals(nameOrFile)) {
        return suite;
      }
    }
    Path file = file(nameOrFile);
    if (file == null || !Files.isRegularFile(file)) {
      throw new UsageError(
          "USAGE-PROBE",
          "There is no probe, suite or file '" + Visible.of(nameOrFile, LONGEST_SHOWN) + "'.",
          "Give --probe fill-mask, pseudo-likelihood, pairs or association with --data, one of the"
              + " suites "
              + String.join(", ", builtIn().stream().map(ProbeSuite::id).toList())
              + ", or a YAML file with a suite.");
    }
    String name = Visible.of(String.valueOf(file.getFileName()), LONGEST_SHOWN);
    return parse(
        TextFiles.read(
            file,
            MOST_BYTES,
            "it is larger than the 1 MiB that a suite may have",
            (why, cause) ->
                new InputRejected(
                    "PROBE-UNREADABLE",
                    "The probe suite '"
                        + name
                        + "' cannot be read: "
                        + Visible.of(why, LONGEST_SHOWN)
                        + ".",
                    "Give a suite written in YAML; the help page 'behaviour' shows one.")),
        name);
  }

  /// A suite from its text.
  ///
  /// @param name what to call it in a refusal
  /// @throws InputRejected when it does not keep to the schema
  public static ProbeSuite parse(String text, String name) {
    return new ProbeSuiteReader(name).read(text);
  }

  private static @Nullable Path file(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException notAPath) {
      return null;
    }
  }

  private static ProbeSuite builtIn(String file) {
    return parse(resource("probe-" + file + ".yaml"), file);
  }

  static String resource(String file) {
    return Resources.text(ProbeSuites.class, "/dev/assay/resources/behaviour/" + file);
  }
}
