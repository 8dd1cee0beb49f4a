package dev.assay.finding;

import java.util.List;

/// Finds and reads policies.
public final class Policies {

  private Policies() {}

  /// The policies that come with Assay.
  public static List<Policy> builtIn() {
    throw new IllegalStateException("to be built");
  }

  /// A built-in policy by id, or a YAML file by path.
  ///
  /// @throws dev.assay.common.UsageError when there is no such policy
  /// @throws dev.assay.common.InputRejected when it does not keep to the schema; the sentence names
  ///   the place
  public static Policy load(String nameOrFile) {
    throw new IllegalStateException("to be built: " + nameOrFile);
  }

  /// A policy from its text, for instance from a store.
  ///
  /// @param name what to call it in a refusal
  public static Policy parse(String text, String name) {
    throw new IllegalStateException("to be built: " + name);
  }
}
