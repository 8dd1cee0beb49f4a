package dev.assay.worker;

import dev.assay.common.AssayException;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What a fresh child turned out to be able to do.
///
/// @param isolation how well it is confined, "none" when no child could be started
/// @param missing why it is not better, one sentence each
/// @param startMillis from nothing to a confined child that answers, -1 when none did
/// @param enginesMillis loading the native engines after that, -1 when they did not load
/// @param engines their versions; those that could be loaded
/// @param fault what went wrong, absent when nothing did
public record SelfTest(
    String isolation,
    List<String> missing,
    long startMillis,
    long enginesMillis,
    SortedMap<String, String> engines,
    @Nullable AssayException fault) {

  /// Starts a child, has it load its engines, ends it.
  static SelfTest of(ChildWorker worker) {
    String isolation = "none";
    List<String> missing = List.of();
    long startMillis = -1;
    try (worker) {
      long start = System.nanoTime();
      Answer.Hello greeting = worker.greeting();
      startMillis = millisSince(start);
      isolation = greeting.isolation();
      missing = greeting.missing();
      long loading = System.nanoTime();
      var engines = worker.loadEngines();
      return new SelfTest(isolation, missing, startMillis, millisSince(loading), engines, null);
    } catch (AssayException fault) {
      return new SelfTest(isolation, missing, startMillis, -1, worker.engines(), fault);
    }
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
