package dev.assay.check.behaviour;

import dev.assay.common.InputRejected;
import dev.assay.common.Resources;
import dev.assay.common.TextFiles;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds and reads suites of behaviour tests.
public final class Suites {

  private static final List<String> BUILT_IN =
      List.of("english", "identity", "toxicity", "sentiment");
  private static final int MOST_BYTES = 1 << 20;
  private static final int LONGEST_SHOWN = 200;

  private Suites() {}

  /// The suites that come with Assay.
  public static List<Suite> builtIn() {
    return BUILT_IN.stream().map(Suites::builtIn).toList();
  }

  /// The suites that come with Assay, then the user's own. One of the user's that has the id of
  /// another takes its place; one that names identity terms replaces all identity terms.
  ///
  /// @param files YAML files
  /// @throws UsageError when there is no such file
  /// @throws InputRejected when one does not keep to the schema; the sentence names the place
  public static List<Suite> with(List<Path> files) {
    List<Suite> suites = new ArrayList<>(builtIn());
    for (Path file : files) {
      Suite own = load(file);
      suites.removeIf(s -> s.id().equals(own.id()));
      suites.add(own);
    }
    return List.copyOf(suites);
  }

  /// A suite from its text.
  ///
  /// @param name what to call it in a refusal
  /// @throws InputRejected when it does not keep to the schema
  public static Suite parse(String text, String name) {
    return new SuiteReader(name).read(text);
  }

  private static Suite load(Path file) {
    String name = Visible.of(String.valueOf(file.getFileName()), LONGEST_SHOWN);
    if (!Files.exists(file)) {
      throw new UsageError(
          "USAGE-BEHAVIOUR",
          "There is no file '" + Visible.of(file.toString(), LONGEST_SHOWN) + "'.",
          "Give a YAML file with a suite of behaviour tests.");
    }
    String text =
        TextFiles.read(
            file,
            MOST_BYTES,
            "it is larger than the 1 MiB that a suite may have",
            (why, cause) -> unreadable(name, Visible.of(why, LONGEST_SHOWN)));
    return parse(text, name);
  }

  private static InputRejected unreadable(String name, String why) {
    return new InputRejected(
        "BEHAVIOUR-UNREADABLE",
        "The behaviour suite '" + name + "' cannot be read: " + why + ".",
        "Give a suite written in YAML; the help page 'behaviour' shows one.");
  }

  private static Suite builtIn(String id) {
    return parse(resource(id + ".yaml"), id);
  }

  static String resource(String file) {
    String resource = "/dev/assay/resources/behaviour/" + file;
    return Resources.text(Suites.class, resource);
  }
}
