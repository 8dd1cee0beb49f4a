package dev.assay.worker;

import java.util.List;

/// What makes a child start faster. Nothing depends on it.
///
/// @param classPath the class path to use
/// @param options further options of the JVM
record Preparation(String classPath, List<String> options) {

  /// Nothing prepared: this process' own class path.
  static Preparation none() {
    return new Preparation(System.getProperty("java.class.path"), List.of());
  }
}
