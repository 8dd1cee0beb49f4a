package dev.assay.inference.cost;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The energy counters of the processor's packages under Linux (RAPL, `powercap`): microjoules that
/// only grow, until they begin again at their range.
///
/// @param folder where the system offers them
public record EnergyCounters(Path folder) {

  private static final String PACKAGES = "(intel|amd)-rapl:\\d+";

  /// This machine's.
  public static EnergyCounters ofMachine() {
    return new EnergyCounters(Path.of("/sys/class/powercap"));
  }

  /// The counters at one moment.
  ///
  /// @param microjoules by package; empty when they cannot be read
  /// @param unknown why not
  public record Reading(SortedMap<String, Long> microjoules, String unknown) {}

  /// Reads them.
  public Reading read() {
    SortedMap<String, Long> counters = new TreeMap<>();
    try {
      for (Path zone : packages()) {
        counters.put(String.valueOf(zone.getFileName()), number(zone.resolve("energy_uj")));
      }
    } catch (AccessDeniedException forbidden) {
      return new Reading(new TreeMap<>(), "only an administrator may read its energy counters");
    } catch (IOException | NumberFormatException unreadable) {
      return new Reading(new TreeMap<>(), "its energy counters cannot be read");
    }
    return new Reading(
        counters, counters.isEmpty() ? "this machine offers no energy counters" : "");
  }

  /// Energy between two readings.
  ///
  /// @param predictions rows that were scored meanwhile
  /// @param rows rows a call
  public Energy between(Reading before, Reading after, long predictions, int rows) {
    if (!before.unknown().isEmpty() || !after.unknown().isEmpty()) {
      return Energy.unknown(before.unknown().isEmpty() ? after.unknown() : before.unknown());
    }
    double joules = 0;
    for (String zone : before.microjoules().keySet()) {
      Long grown = grown(zone, before.microjoules().get(zone), after.microjoules().get(zone));
      if (grown == null) {
        return Energy.unknown("its energy counters began anew meanwhile");
      }
      joules += grown / 1e6;
    }
    return joules == 0
        ? Energy.unknown("its energy counters stood still")
        : new Energy(joules, predictions, rows, "");
  }

  private @Nullable Long grown(String zone, @Nullable Long from, @Nullable Long to) {
    if (from == null || to == null) {
      return null;
    }
    if (to >= from) {
      return to - from;
    }
    try {
      return to + number(folder.resolve(zone).resolve("max_energy_range_uj")) - from;
    } catch (IOException | NumberFormatException noRange) {
      return null;
    }
  }

  private List<Path> packages() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> zones = Files.list(folder)) {
      return zones
          .filter(zone -> String.valueOf(zone.getFileName()).matches(PACKAGES))
          .sorted()
          .toList();
    }
  }

  private static long number(Path file) throws IOException {
    return Long.parseLong(Files.readString(file).strip());
  }
}
