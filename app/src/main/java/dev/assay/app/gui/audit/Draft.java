package dev.assay.app.gui.audit;

import dev.assay.audit.Disposition;
import dev.assay.audit.Disposition.AcceptedWithMitigation;
import dev.assay.audit.Disposition.FixRequired;
import dev.assay.audit.Disposition.NotApplicable;
import dev.assay.audit.ReviewEvent;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A disposition as far as it is filled in.
///
/// @param kind which disposition, absent before it is chosen
/// @param owner who answers for it
/// @param date due or expiry, absent before it is chosen
/// @param mitigation the measure
/// @param reason why the rule does not apply, absent before it is chosen
/// @param rationale why
/// @param why an earlier disposition is taken back
record Draft(
    @Nullable Kind kind,
    String owner,
    @Nullable LocalDate date,
    String mitigation,
    Disposition.@Nullable Reason reason,
    String rationale,
    String why) {

  /// The choice, with what it asks for.
  enum Kind {
    FIX("Fix required", "against use until a new run passes"),
    ACCEPT("Accept with mitigation", "needs measure, owner and expiry"),
    NOT_APPLICABLE("Not applicable", "needs a reason");

    private final String title;
    private final String needs;

    Kind(String title, String needs) {
      this.title = title;
      this.needs = needs;
    }

    String title() {
      return title;
    }

    String needs() {
      return needs;
    }
  }

  /// Nothing but who is likely to answer for it.
  static Draft empty(String owner) {
    return new Draft(null, owner, null, "", null, "", "");
  }

  /// What was recorded, to be corrected.
  static Draft of(ReviewEvent.Disposed recorded) {
    String rationale = recorded.rationale();
    return switch (recorded.disposition()) {
      case FixRequired f -> new Draft(Kind.FIX, f.owner(), f.due(), "", null, rationale, "");
      case AcceptedWithMitigation a ->
          new Draft(Kind.ACCEPT, a.owner(), a.expiry(), a.mitigation(), null, rationale, "");
      case NotApplicable n ->
          new Draft(Kind.NOT_APPLICABLE, "", null, "", n.reason(), rationale, "");
    };
  }

  /// A disposition with every choice that is missing made somehow, to see what else is wrong.
  ///
  /// @param day a day that nothing is wrong with
  Disposition supposing(LocalDate day) {
    Draft whole =
        new Draft(
            kind == null ? Kind.NOT_APPLICABLE : kind,
            owner,
            date == null ? day : date,
            mitigation,
            reason == null ? Disposition.Reason.OTHER_USE : reason,
            rationale,
            why);
    return whole.disposition().orElseThrow();
  }

  /// The disposition, once every choice that it needs is made.
  Optional<Disposition> disposition() {
    if (kind == null) {
      return Optional.empty();
    }
    return switch (kind) {
      case FIX -> Optional.ofNullable(date).map(d -> new FixRequired(owner.strip(), d));
      case ACCEPT ->
          Optional.ofNullable(date)
              .map(d -> new AcceptedWithMitigation(mitigation.strip(), owner.strip(), d));
      case NOT_APPLICABLE -> Optional.ofNullable(reason).map(NotApplicable::new);
    };
  }
}
