package dev.assay.signoff;

/// How far an audit has come.
public enum State {
  /// Recorded; nobody handed it over.
  DRAFT("draft"),
  /// Handed over for review.
  IN_REVIEW("in review"),
  /// May be used.
  APPROVED("approved"),
  /// May not be used.
  REJECTED("rejected"),
  /// A later audit took its place.
  SUPERSEDED("superseded"),
  /// Taken back.
  WITHDRAWN("withdrawn");

  private final String word;

  State(String word) {
    this.word = word;
  }

  /// For people: "in review".
  public String word() {
    return word;
  }
}
