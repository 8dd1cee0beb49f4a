package dev.assay.dataset.guess;

import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetProfile.NumericProfile;
import dev.assay.dataset.DatasetProfile.TextProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known about a column before anybody says what it is for.
///
/// @param name its name
/// @param type type of its values
/// @param rows rows of the dataset
/// @param missing rows without a value
/// @param distinct distinct values
/// @param few the distinct values when there are not many; else empty
/// @param numeric present for numbers
/// @param text present for texts
/// @param withinUnit rows whose number lies from 0 to 1
/// @param isPathLike whether its texts look like paths of image files
public record Evidence(
    String name,
    ColumnType type,
    long rows,
    long missing,
    long distinct,
    List<String> few,
    @Nullable NumericProfile numeric,
    @Nullable TextProfile text,
    long withinUnit,
    boolean isPathLike) {

  private static final int MANY_CLASSES = 20;

  long present() {
    return rows - missing;
  }

  boolean isNumber() {
    return type == ColumnType.INTEGER || type == ColumnType.NUMBER;
  }

  boolean isText() {
    return type == ColumnType.CATEGORY || type == ColumnType.STRING || type == ColumnType.PATH;
  }

  boolean isTime() {
    return type == ColumnType.DATE || type == ColumnType.DATETIME;
  }

  /// Whether its values can be classes: at least two, and few.
  boolean hasFewValues() {
    return distinct >= 2 && distinct <= MANY_CLASSES && !few.isEmpty();
  }

  /// Whether nearly every row has a value of its own.
  boolean isNearlyUnique(double share) {
    return present() > 0 && distinct >= present() * share;
  }

  double meanLength() {
    return text == null ? 0 : text.meanLength();
  }
}
