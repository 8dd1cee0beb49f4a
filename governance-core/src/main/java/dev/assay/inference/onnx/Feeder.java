package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fills the inputs of the next batch while the runtime works on this one; sets of buffers take
/// turns, one more than batches are worked on at once. Small batches are filled in place, where
/// handing over would cost more than it saves.
final class Feeder implements AutoCloseable {

  private static final int WORTH_ROWS = 256;

  private final List<List<Feed>> sets;
  private final @Nullable ExecutorService ahead;
  private @Nullable Future<Map<String, OnnxTensor>> next;
  private int turn;

  /// @param feeds makes a set of feeds, one an input
  /// @param batchRows rows a call
  /// @param costly whether filling a row takes long, however few there are
  /// @param threads threads that may be used
  /// @param most batches that are worked on at once
  Feeder(Supplier<List<Feed>> feeds, int batchRows, boolean costly, int threads, int most) {
    boolean worth = (costly || batchRows >= WORTH_ROWS) && threads > 1;
    this.sets = Stream.generate(feeds).limit(worth ? most + 1 : most).toList();
    this.ahead =
        worth
            ? Executors.newSingleThreadExecutor(Thread.ofPlatform().name("scoring-feed").factory())
            : null;
  }

  /// The inputs of a batch, and a start on the one after it. They stay as they are until as many
  /// batches more as are worked on at once were taken.
  ///
  /// @param after the batch after it, null when this is the last
  Map<String, OnnxTensor> take(Batch batch, @Nullable Batch after) throws OrtException {
    ExecutorService thread = ahead;
    if (thread == null) {
      List<Feed> free = sets.get(turn);
      turn = (turn + 1) % sets.size();
      return fill(free, batch);
    }
    Future<Map<String, OnnxTensor>> started = next;
    Map<String, OnnxTensor> inputs =
        started == null ? fill(sets.get(turn), batch) : Waiting.on(started);
    turn = (turn + 1) % sets.size();
    List<Feed> other = sets.get(turn);
    next = after == null ? null : thread.submit(() -> fill(other, after));
    return inputs;
  }

  private static Map<String, OnnxTensor> fill(List<Feed> feeds, Batch batch) throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    for (Feed feed : feeds) {
      inputs.put(feed.input(), feed.fill(batch.from(), batch.count(), batch.rows()));
    }
    return inputs;
  }

  /// Whether the model could be asked about a row that was filled in.
  boolean answers(int row) {
    return sets.getFirst().stream().allMatch(feed -> feed.answers(row));
  }

  /// Finite numbers that the type of an input could not hold, by input.
  Map<String, Long> overflowed() {
    Map<String, Long> sums = new HashMap<>();
    sets.forEach(set -> set.forEach(f -> sums.merge(f.input(), f.overflowed(), Long::sum)));
    return sums;
  }

  @Override
  public void close() {
    if (ahead != null) {
      ahead.close();
    }
    sets.forEach(set -> set.forEach(Feed::close));
  }

  /// Rows of one call.
  ///
  /// @param from first row of the dataset
  /// @param count rows of the dataset
  /// @param rows rows the model is given
  record Batch(int from, int count, int rows) {}
}
