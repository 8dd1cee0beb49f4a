package dev.assay.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Where a clock was set back: entries whose time lies before that of the entry before them. The
/// order of a log is that of its entries and never that of clocks, so nothing is wrong with them
/// but the time that they claim.
public final class ClockOrder {

  /// By how much two computers' clocks may differ.
  // decision: a minute, for clocks that are set by the network jump by seconds
  public static final Duration TOLERANCE = Duration.ofMinutes(1);

  /// Kinds whose time is not that of their writing: a run is kept after it ended, the others are
  /// written by the program and not by people.
  public static final Set<String> OTHER_TIMES = Set.of("run", "genesis", Entry.MIGRATION);

  private ClockOrder() {}

  /// Whether a time lies before another by more than clocks differ.
  public static boolean before(Instant time, Instant other) {
    return time.isBefore(other.minus(TOLERANCE));
  }

  /// Entries of a log that are dated before the entry before them, a sentence each, by their index.
  /// Records from before there was a ledger, which a migration brought into it, are not looked at.
  ///
  /// @param entries all of a log, or some
  public static SortedMap<Long, String> setBack(SortedMap<Long, Entry> entries) {
    SortedMap<Long, String> found = new TreeMap<>();
    Map.@Nullable Entry<Long, Entry> last = null;
    for (Map.Entry<Long, Entry> one : entries.entrySet()) {
      Entry entry = one.getValue();
      if (entry.kind().equals(Entry.MIGRATION)
          && entry.subject().matches("format [12] to [0-9]+")) {
        found.clear();
        last = null;
      }
      if (OTHER_TIMES.contains(entry.kind())) {
        continue;
      }
      if (last != null && before(entry.time(), last.getValue().time())) {
        found.put(one.getKey(), sentence(one, last));
      }
      last = one;
    }
    return found;
  }

  /// The same of a whole log.
  public static SortedMap<Long, String> setBack(List<Entry> entries) {
    SortedMap<Long, Entry> all = new TreeMap<>();
    entries.forEach(entry -> all.put((long) all.size(), entry));
    return setBack(all);
  }

  /// Word for word as the script in the evidence writes it.
  private static String sentence(Map.Entry<Long, Entry> one, Map.Entry<Long, Entry> before) {
    return "Entry "
        + one.getKey()
        + " ("
        + one.getValue().subject()
        + ", by "
        + one.getValue().actor()
        + ") is dated "
        + one.getValue().time()
        + ", entry "
        + before.getKey()
        + " before it "
        + before.getValue().time()
        + ": a clock was set back.";
  }
}
