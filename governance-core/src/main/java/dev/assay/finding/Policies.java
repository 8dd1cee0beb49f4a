package dev.assay.finding;

import dev.assay.common.InputRejected;
import dev.assay.common.Resources;
import dev.assay.common.Rounded;
import dev.assay.common.TextFiles;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds and reads policies.
public final class Policies {

  private static final List<String> BUILT_IN =
      List.of(
          "default",
          "strict-fairness",
          "four-fifths",
          "calibration-critical",
          "regression",
          "robust-images",
          "robust-texts",
          "hidden-words",
          "forecasts");
  private static final PolicySchema SCHEMA = new PolicySchema();
  private static final int MOST_BYTES = 4 * PolicyYaml.MOST_CHARACTERS;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int LONGEST_SHOWN = 200;

  private Policies() {}

  /// The policies that come with Assay.
  public static List<Policy> builtIn() {
    return BUILT_IN.stream().map(Policies::builtIn).toList();
  }

  /// Whether a policy of this id comes with Assay.
  public static boolean isBuiltIn(String id) {
    return BUILT_IN.contains(id);
  }

  /// A built-in policy by id, or a YAML file by path.
  ///
  /// @throws UsageError when there is no such policy
  /// @throws InputRejected when it does not keep to the schema; the sentence names the place
  public static Policy load(String nameOrFile) {
    if (BUILT_IN.contains(nameOrFile)) {
      return builtIn(nameOrFile);
    }
    Path file = file(nameOrFile);
    if (file == null || !Files.exists(file)) {
      List<String> near = Names.near(nameOrFile, BUILT_IN);
      throw new UsageError(
          "USAGE-POLICY",
          "There is neither a built-in policy nor a file called '"
              + Visible.of(nameOrFile, LONGEST_SHOWN)
              + "'"
              + (near.isEmpty() ? "" : "; is '" + near.getFirst() + "' meant?")
              + (near.isEmpty() ? "." : ""),
          "Give a YAML file, or one of: " + String.join(", ", BUILT_IN) + ".");
    }
    return parse(text(file), String.valueOf(file.getFileName()));
  }

  /// A policy from its text.
  ///
  /// @param name what to call it in a refusal
  /// @throws InputRejected when it does not keep to the schema or names a metric or check that does
  ///   not exist
  public static Policy parse(String text, String name) {
    return read(text, name, true);
  }

  /// A policy that was accepted when an audit was recorded. What it names may have gone since; it
  /// still says what was judged by.
  ///
  /// @param name what to call it in a refusal
  /// @throws InputRejected when it does not keep to the schema
  public static Policy recorded(String text, String name) {
    return read(text, name, false);
  }

  private static Policy read(String text, String name, boolean knownNames) {
    try {
      PolicyDocument document = PolicyYaml.read(withoutMark(text), name);
      SCHEMA.check(document);
      return new PolicyReader(document, knownNames).read(text);
    } catch (FaultFound found) {
      throw found.refusal();
    }
  }

  /// Everything that is wrong with a policy's text, in the order of its lines: one fault where it
  /// is no YAML, else every part that does not keep to the schema, else every rule that asks for
  /// what there is not. Empty when [#parse] takes it.
  public static List<PolicyFault> faults(String text) {
    try {
      PolicyDocument document = PolicyYaml.read(withoutMark(text), "");
      List<PolicyFault> faults = SCHEMA.faults(document);
      return faults.isEmpty() ? new PolicyReader(document, true).faults() : faults;
    } catch (FaultFound found) {
      return List.of(found.fault());
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  private static Policy builtIn(String id) {
    String resource = "/dev/assay/resources/policies/" + id + ".yaml";
    return parse(Resources.text(Policies.class, resource), id);
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
        "it is larger than the " + Rounded.count(MOST_BYTES) + " bytes a policy may have",
        (why, cause) -> unreadable(name, why, cause));
  }

  private static InputRejected unreadable(String name, String why, @Nullable Throwable cause) {
    return new InputRejected(
        "POLICY-UNREADABLE",
        "The policy '"
            + Visible.of(name, LONGEST_SHOWN)
            + "' cannot be read: "
            + Visible.of(why)
            + ".",
        "Give a policy written in YAML; 'assay policy show default' shows one.",
        cause);
  }
}
