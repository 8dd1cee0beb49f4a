package dev.assay.app.gui.ledger;

import dev.assay.common.Visible;
import dev.assay.ledger.ClockOrder;
import dev.assay.ledger.Entry;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// An entry of the ledger as a line of a table.
///
/// @param index of the entry
/// @param entry what it says
/// @param setBack whether it is dated before the entry before it: a clock was set back
record EntryLine(long index, Entry entry, boolean setBack) {

  private static final int LONGEST = 120;
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Lines of all entries, the first one first.
  static List<EntryLine> of(List<Entry> entries) {
    Set<Long> setBack = ClockOrder.setBack(entries).keySet();
    List<EntryLine> lines = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      long index = lines.size();
      lines.add(new EntryLine(index, entry, setBack.contains(index)));
    }
    return lines;
  }

  /// What happened, in words.
  String what() {
    return switch (entry.kind()) {
      case "genesis" -> "ledger begun";
      case "run" -> "run kept";
      case "audit" -> "audit recorded";
      case "review" -> "review";
      case "card" -> "card saved";
      case "signatory" -> "register of signatories";
      case "signoff" -> "sign-off";
      case "restore" -> "went on on purpose";
      case "migration" -> "brought to a later format";
      default -> entry.kind();
    };
  }

  /// What it happened to.
  String subject() {
    return Visible.of(entry.subject(), LONGEST);
  }

  /// Who did it.
  String actor() {
    return Visible.of(entry.actor(), LONGEST);
  }

  /// When, and whether a clock was set back.
  String when() {
    String time = SECOND.format(entry.time()) + " UTC";
    return setBack ? time + " (before the entry above: a clock was set back)" : time;
  }

  /// Whether each of the words is in it, whatever the case.
  boolean has(String words) {
    String text =
        String.join(" ", String.valueOf(index), what(), entry.subject(), entry.actor())
            .toLowerCase(Locale.ROOT);
    return List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
        .allMatch(text::contains);
  }
}
