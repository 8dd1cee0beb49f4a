package dev.assay.inference;

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

  /// One way.
  ///
  /// @param id stable: "assay", "ceiling", "file_order_32", "padded_128_32"
  /// @param words what is done
  /// @param places places in all batches, filled ones included
  /// @param seconds of each repeat
  public record Way(String id, String words, long places, List<Double> seconds) {}
}
