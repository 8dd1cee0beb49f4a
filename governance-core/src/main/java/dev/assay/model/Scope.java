package dev.assay.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Names that are known inside a graph: its own, then those of the graph around it.
record Scope(Set<String> own, @Nullable Scope outer) {

  boolean knows(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer()) {
      if (scope.own().contains(name)) {
        return true;
      }
    }
    return false;
  }
}
