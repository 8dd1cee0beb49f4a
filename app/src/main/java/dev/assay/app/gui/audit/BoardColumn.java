package dev.assay.app.gui.audit;

import dev.assay.signoff.State;

/// A column of the board.
enum BoardColumn {
  DRAFT("Draft"),
  IN_REVIEW("In review"),
  APPROVED("Approved"),
  REJECTED("Rejected"),
  OVER("Out of use");

  private final String title;

  BoardColumn(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /// Where audits of a state stand.
  static BoardColumn of(State state) {
    return switch (state) {
      case DRAFT -> DRAFT;
      case IN_REVIEW -> IN_REVIEW;
      case APPROVED -> APPROVED;
      case REJECTED -> REJECTED;
      case SUPERSEDED, WITHDRAWN -> OVER;
    };
  }
}
