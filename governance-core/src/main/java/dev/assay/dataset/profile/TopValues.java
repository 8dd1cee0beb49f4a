package dev.assay.dataset.profile;

import dev.assay.dataset.DatasetProfile.TopValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The most frequent of many values: by count, then by value in the order of code points.
public final class TopValues {

  private final int most;
  private final int mostCharacters;
  private final List<TopValue> kept = new ArrayList<>();

  /// @param most values to keep
  /// @param mostCharacters characters (code points) of a value to keep; the rest is cut off
  public TopValues(int most, int mostCharacters) {
    this.most = most;
    this.mostCharacters = mostCharacters;
  }

  /// Offers a value; each distinct value once.
  public void offer(String value, long count) {
    if (kept.size() == most && !isBefore(value, count, kept.getLast())) {
      return;
    }
    int place = kept.size();
    while (place > 0 && isBefore(value, count, kept.get(place - 1))) {
      place--;
    }
    kept.add(place, new TopValue(value, count));
    if (kept.size() > most) {
      kept.removeLast();
    }
  }

  /// The values, most frequent first.
  public List<TopValue> values() {
    return kept.stream().map(v -> new TopValue(cut(v.value(), mostCharacters), v.count())).toList();
  }

  private static boolean isBefore(String value, long count, TopValue other) {
    return count != other.count()
        ? count > other.count()
        : BY_CODE_POINTS.compare(value, other.value()) < 0;
  }

  /// Orders texts by their code points, as UTF-8 bytes do.
  public static final Comparator<String> BY_CODE_POINTS = TopValues::compare;

  private static int compare(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
        return surrogates ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private static String cut(String value, int characters) {
    return value.codePointCount(0, value.length()) <= characters
        ? value
        : value.substring(0, value.offsetByCodePoints(0, characters));
  }
}
