package dev.assay.dataset;

import java.util.List;

/// What is known of a column before anybody said what it is for.
///
/// @param name as in the file
/// @param type guessed from its values
/// @param rows rows in all
/// @param missing rows without a value
/// @param distinct different values
/// @param values the different values where there are few, sorted; otherwise empty
/// @param paths whether the values look like paths of images
/// @param meanLength mean length of a text in characters; 0 for numbers
public record GuessedColumn(
    String name,
    ColumnType type,
    long rows,
    long missing,
    long distinct,
    List<String> values,
    boolean paths,
    double meanLength) {

  /// Most different values that are listed.
  public static final int LISTED = 100;

  boolean isNumeric() {
    return switch (type) {
      case INTEGER, NUMBER -> true;
      case CATEGORY, STRING, DATE, DATETIME, PATH -> false;
    };
  }

  boolean namesEveryRow() {
    return distinct == rows - missing && missing == 0 && rows > 1;
  }
}
