package dev.assay.check.text;

import dev.assay.check.behaviour.Terms;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds which kinds of identity a text names.
public final class IdentityTerms {

  private static final String NONE = "none named";
  private static final String SEVERAL = "several kinds";

  private final SortedMap<String, Terms> byKind = new TreeMap<>();

  /// @param identity terms by kind
  public IdentityTerms(Map<String, List<String>> identity) {
    identity.forEach((kind, terms) -> byKind.put(kind, new Terms(terms)));
  }

  /// The kind that the text names, "several kinds" or "none named".
  public String group(String text) {
    String found = NONE;
    for (Map.Entry<String, Terms> kind : byKind.entrySet()) {
      if (kind.getValue().first(text).isPresent()) {
        if (!found.equals(NONE)) {
          return SEVERAL;
        }
        found = kind.getKey();
      }
    }
    return found;
  }
}
