package dev.assay.signoff;

import dev.assay.common.Digest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What changed after it was signed. A signature stays valid for what it names; a reader has to
/// know that something else lies there now.
public final class Drift {

  private static final Map<String, String> WORDS =
      Map.of(
          "ledger/payloads/", "the review went on, or something was added",
          "-report.html", "the report reads otherwise",
          "-model-card.md", "the model card reads otherwise");

  private Drift() {}

  /// Compares documents by what they are, for the names of renderings and of the last events of
  /// review and additions change with their content.
  ///
  /// @param signed as they were signed
  /// @param now as they are
  /// @return half sentences, in order; empty when nothing changed
  public static List<String> between(
      SortedMap<String, Digest> signed, SortedMap<String, Digest> now) {
    Map<String, Set<Digest>> before = byWhat(signed);
    Map<String, Set<Digest>> after = byWhat(now);
    List<String> changed = new ArrayList<>();
    Collection<String> all = new TreeMap<>(after).keySet();
    for (String what : all) {
      if (!after.get(what).equals(before.get(what))) {
        changed.add(WORDS.getOrDefault(what, what + " is another"));
      }
    }
    return changed;
  }

  private static Map<String, Set<Digest>> byWhat(SortedMap<String, Digest> documents) {
    Map<String, Set<Digest>> known = new TreeMap<>();
    documents.forEach(
        (name, digest) -> {
          String what =
              WORDS.keySet().stream()
                  .filter(part -> name.startsWith(part) || name.endsWith(part))
                  .findFirst()
                  .orElse(name);
          known.computeIfAbsent(what, w -> new HashSet<>()).add(digest);
        });
    return known;
  }
}
