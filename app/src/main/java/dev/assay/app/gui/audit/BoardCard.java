package dev.assay.app.gui.audit;

import dev.assay.common.Visible;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Register;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.Standing;
import dev.assay.store.AuditStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a card of the board says of an audit.
///
/// @param title of the audit
/// @param model that was audited
/// @param findings how many failed findings wait for a decision
/// @param settled whether none does
/// @param owner who answers for it, and how long it has stood there
/// @param next what is to be done next, or why it is out of use; empty once it is decided
/// @param takers who may do it; empty when its way is over
record BoardCard(
    String title,
    String model,
    String findings,
    boolean settled,
    String owner,
    String next,
    String takers) {

  private static final int LONGEST = 80;
  private static final int MOST_NAMES = 2;

  static BoardCard of(AuditStore.Listed audit, Register register, Instant now) {
    Standing standing = audit.standing();
    return new BoardCard(
        Visible.of(audit.title(), LONGEST),
        Visible.of(audit.model(), LONGEST),
        standing.open() == 0 ? "✓ none open" : "✗ " + standing.open() + " open",
        standing.open() == 0,
        Visible.of(standing.owner(), LONGEST) + " · " + age(standing.since(), now),
        next(standing),
        takers(standing, register));
  }

  /// "today", "1 day", "12 days".
  static String age(Instant since, Instant now) {
    long days = Math.max(0, Duration.between(since, now).toDays());
    return days == 0 ? "today" : days == 1 ? "1 day" : days + " days";
  }

  private static String next(Standing standing) {
    return switch (standing.state()) {
      case DRAFT, IN_REVIEW -> "Next: " + standing.next();
      case APPROVED, REJECTED -> "";
      case SUPERSEDED -> "Superseded";
      case WITHDRAWN -> "Withdrawn";
    };
  }

  /// A reviewer decides findings before a reviewer signs, so the same people are asked.
  private static String takers(Standing standing, Register register) {
    List<ActKind> due = standing.due();
    if (due.isEmpty()) {
      return "";
    }
    List<Signatory> people = standing.takers(due.getFirst(), register);
    if (people.isEmpty()) {
      return "nobody who is enrolled";
    }
    String names =
        people.stream()
            .limit(MOST_NAMES)
            .map(p -> Visible.of(p.name(), LONGEST))
            .collect(Collectors.joining(", "));
    return people.size() <= MOST_NAMES
        ? names
        : names + " and " + (people.size() - MOST_NAMES) + " more";
  }

  /// All of it for a screen reader.
  String words() {
    return Stream.of(title, "model " + model, "findings " + findings, owner, next, takers)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
