package dev.assay.app.gui.audit;

import dev.assay.ledger.attest.Register;
import dev.assay.ledger.attest.Role;
import dev.assay.store.AuditStore;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// What the board knows: audits by column, who may take which step, and why another cannot be
/// taken. It holds no nodes.
final class BoardModel {

  private final Map<BoardColumn, FilteredList<AuditStore.Listed>> columns =
      new EnumMap<>(BoardColumn.class);
  private final ReadOnlyObjectWrapper<Register> register =
      new ReadOnlyObjectWrapper<>(this, "register", Register.trusting());
  private final Supplier<Instant> clock;

  /// @param audits those that are shown, the latest first
  BoardModel(ObservableList<AuditStore.Listed> audits, Supplier<Instant> clock) {
    this.clock = clock;
    for (BoardColumn column : BoardColumn.values()) {
      columns.put(
          column, new FilteredList<>(audits, a -> BoardColumn.of(a.standing().state()) == column));
    }
  }

  /// Audits of a column, the latest first.
  ObservableList<AuditStore.Listed> audits(BoardColumn column) {
    return columns.get(column);
  }

  /// Takes over who may sign.
  void enrolled(Register now) {
    register.set(now);
  }

  /// Who may sign.
  ReadOnlyObjectProperty<Register> registerProperty() {
    return register.getReadOnlyProperty();
  }

  /// What the card of an audit says.
  BoardCard card(AuditStore.Listed audit) {
    return BoardCard.of(audit, register.get(), clock.get());
  }

  /// The next column on that side that has cards; the same one when there is none.
  ///
  /// @param by 1 to the right, -1 to the left
  BoardColumn beside(BoardColumn column, int by) {
    BoardColumn[] all = BoardColumn.values();
    for (int at = column.ordinal() + by; at >= 0 && at < all.length; at += by) {
      if (!audits(all[at]).isEmpty()) {
        return all[at];
      }
    }
    return column;
  }

  /// Why a step cannot be taken with an audit now; empty when it can.
  String hindrance(AuditStore.Listed audit, BoardStep step) {
    return audit
        .standing()
        .objection(step.kind())
        .orElseGet(
            () -> {
              if (register.get().isEmpty()) {
                return "Nobody is enrolled in this workspace yet: the first is, under Sign-off of an audit.";
              }
              return audit.standing().takers(step.kind(), register.get()).isEmpty()
                  ? "Nobody who is enrolled may take it: it asks for "
                      + step.kind().roles().stream()
                          .sorted()
                          .map(Role::word)
                          .collect(Collectors.joining(" or "))
                      + ", and who made an audit does not decide about it."
                  : "";
            });
  }
}
