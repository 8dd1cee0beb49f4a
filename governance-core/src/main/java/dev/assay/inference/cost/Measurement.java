package dev.assay.inference.cost;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What running a model took on this machine, measured in the worker.
///
/// @param unit what a prediction is about: "row", "text", "image", "window", "answer"
/// @param load making a session of the file, which the system had read before
/// @param firstCall the first call of a fresh session, with one row
/// @param prepare making the inputs of one row: reading its cells, its tokens, its pixels
/// @param latencies calls of the warm model, by rows and tokens
/// @param typicalTokens the timed length that half of the texts do not exceed, 0 when no texts are
///   read
/// @param longestTokens tokens that 95 % of the texts do not exceed, 0 when no texts are read
/// @param memory of the process
/// @param diskBytes size of the model's files
/// @param energy of the processor
/// @param device where it ran and how: provider, threads, processor
/// @param generation what writing answers took; absent when none were written. Calls are then whole
///   answers, and their tokens those of the prompts
public record Measurement(
    String unit,
    Timing load,
    Timing firstCall,
    Timing prepare,
    List<Latency> latencies,
    int typicalTokens,
    int longestTokens,
    Memory memory,
    long diskBytes,
    Energy energy,
    SortedMap<String, String> device,
    @Nullable GenerationTimes generation) {

  /// Keeps its own lists; refuses what is not whole.
  public Measurement {
    Objects.requireNonNull(unit);
    Objects.requireNonNull(load);
    Objects.requireNonNull(firstCall);
    Objects.requireNonNull(prepare);
    Objects.requireNonNull(memory);
    Objects.requireNonNull(energy);
    latencies = List.copyOf(latencies);
    device = new TreeMap<>(device);
    if (latencies.isEmpty()) {
      throw new IllegalArgumentException("no call was timed");
    }
  }

  /// A single prediction of a warm model: of texts, one that is as long as 95 % of them at most.
  public Latency single() {
    List<Latency> alone = byLength();
    return alone.stream()
        .filter(l -> l.tokens() >= longestTokens)
        .findFirst()
        .orElse(alone.getLast());
  }

  /// Calls that differ in their rows only; of texts, those of the typical length. The smallest
  /// batch comes first.
  public List<Latency> byRows() {
    return latencies.stream()
        .filter(l -> l.tokens() == typicalTokens)
        .sorted(Comparator.comparingInt(Latency::rows))
        .toList();
  }

  /// Of those, the ones that score most a second.
  public Latency fastest() {
    return byRows().stream().max(Comparator.comparingDouble(Latency::rowsPerSecond)).orElseThrow();
  }

  /// Calls with one row, or as few as the model takes, by length; the shortest texts come first.
  public List<Latency> byLength() {
    return latencies.stream().filter(l -> l.rows() == smallestBatch()).toList();
  }

  private int smallestBatch() {
    return latencies.stream().mapToInt(Latency::rows).min().orElseThrow();
  }
}
