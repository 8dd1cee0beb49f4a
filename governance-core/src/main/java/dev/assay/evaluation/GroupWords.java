package dev.assay.evaluation;

/// What the two sides of a comparison are called in `evaluation.json`.
///
/// @param high key of [Disparity#high()]
/// @param low key of [Disparity#low()]; after `high` in the alphabet
record GroupWords(String high, String low) {

  static GroupWords of(Disparity.Comparison comparison) {
    return switch (comparison) {
      case EXTREMES -> new GroupWords("max", "min");
      case TO_REFERENCE -> new GroupWords("group", "reference");
      case TO_REST -> new GroupWords("group", "rest");
    };
  }
}
