package dev.assay.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/// How fast a text model reads texts, several ways in one process.
///
/// @param texts texts that were read
/// @param tokens their tokens, special tokens included, without filling up
/// @param loadSeconds the model's loading, each repeat
/// @param tokenizeSeconds making all tokens, alone, each repeat
/// @param ways how it was done, each repeat
/// @param device where it ran
public record Pace(
    int texts,
    long tokens,
    List<Double> loadSeconds,
    List<Double> tokenizeSeconds,
    List<Way> ways,
    SortedMap<String, String> device) {

  /// This and what was measured after it, of the same texts and ways.
  public Pace and(Pace later) {
    List<Way> both = new ArrayList<>();
    for (int w = 0; w < ways.size(); w++) {
      Way own = ways.get(w);
      both.add(
          new Way(
              own.id(),
              own.words(),
              own.places(),
              joined(own.seconds(), later.ways().get(w).seconds())));
    }
    return new Pace(
        texts,
        tokens,
        joined(loadSeconds, later.loadSeconds()),
        joined(tokenizeSeconds, later.tokenizeSeconds()),
        List.copyOf(both),
        device);
  }

  private static List<Double> joined(List<Double> first, List<Double> second) {
    List<Double> all = new ArrayList<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  /// One way.
  ///
  /// @param id stable: "assay", "ceiling", "file_order_32", "padded_128_32"
  /// @param words what is done
  /// @param places places in all batches, filled ones included
  /// @param seconds of each repeat
  public record Way(String id, String words, long places, List<Double> seconds) {}
}
