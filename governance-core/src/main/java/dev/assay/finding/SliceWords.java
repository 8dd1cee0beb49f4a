package dev.assay.finding;

import dev.assay.common.Visible;
import dev.assay.slice.SliceKey;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Slices and groups inside sentences. Names come from files, so they are made visible and kept
/// short.
final class SliceWords {

  /// What numbers of forecasts speak of: a step, a quantile, a band.
  private static final Pattern FORECAST =
      Pattern.compile(
          "((quantile )?[0-9.]+( to [0-9.]+)?, )?step \\d+|quantile [0-9.]+|0\\.[0-9]+ to"
              + " 0\\.[0-9]+");

  private static final int LONGEST = 80;

  private SliceWords() {}

  /// "everyone", "sex = Female, race = (missing)".
  static String of(SliceKey slice) {
    return Visible.of(slice.describe(), 2 * LONGEST);
  }

  /// A group where the attributes are said before: "Female", "Female, Black".
  static String group(@Nullable SliceKey slice) {
    return slice == null
        ? "nobody"
        : String.join(", ", slice.conditions().values().stream().map(SliceWords::value).toList());
  }

  /// "sex", "race × sex".
  static String attributes(List<String> attributes) {
    return Visible.of(String.join(" × ", attributes), 2 * LONGEST);
  }

  /// A key that no other slice has: "race=Black,sex=Female"; a missing value has no "=".
  static String key(SliceKey slice) {
    StringBuilder key = new StringBuilder();
    for (Map.Entry<String, @Nullable String> entry : slice.conditions().entrySet()) {
      key.append(key.isEmpty() ? "" : ",").append(escaped(entry.getKey()));
      String value = entry.getValue();
      if (value != null) {
        key.append('=').append(escaped(value));
      }
    }
    return key.toString();
  }

  /// The key of a class's number, where it is one.
  static String keyOfClass(String key, @Nullable String target) {
    if (target == null) {
      return key;
    }
    return (key.isEmpty() ? "" : key + ",") + "class:" + escaped(target);
  }

  /// " of class high", " (step 3)" of a forecast, or nothing.
  static String ofClass(@Nullable String target) {
    if (target == null) {
      return "";
    }
    String shown = Visible.of(target, LONGEST);
    return FORECAST.matcher(target).matches() ? " (" + shown + ")" : " of class " + shown;
  }

  /// A part of a key, with the signs that keys are made of written as %2C and the like.
  static String escaped(String text) {
    return Visible.of(text)
        .replace("%", "%25")
        .replace(",", "%2C")
        .replace("=", "%3D")
        .replace("/", "%2F");
  }

  private static String value(@Nullable String value) {
    return value == null ? "(missing)" : Visible.of(value, LONGEST);
  }
}
