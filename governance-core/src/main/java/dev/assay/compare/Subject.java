package dev.assay.compare;

import dev.assay.slice.SliceKey;
import java.util.List;

/// Whom a number speaks of.
public sealed interface Subject {

  /// A slice.
  record Slice(SliceKey key) implements Subject {
    @Override
    public List<String> attributes() {
      return List.copyOf(key.conditions().keySet());
    }

    @Override
    public String describe() {
      return key.describe();
    }
  }

  /// All groups of these attributes, the largest number against the smallest.
  record Groups(List<String> attributes) implements Subject {
    @Override
    public String describe() {
      return "between groups of " + String.join(" × ", attributes);
    }
  }

  /// The attributes that it is made by; empty for everyone.
  List<String> attributes();

  /// For people: "sex = Female", "between groups of sex". Values come from files.
  String describe();
}
