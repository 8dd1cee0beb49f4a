package dev.assay.slice;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Names a slice: attribute → value, all of which hold. The empty key is the whole. A null value is
/// the group of rows whose value is missing.
///
/// @param conditions attribute → value, sorted by attribute
public record SliceKey(SortedMap<String, @Nullable String> conditions) {

  private static final int SPREAD = 0x9E3779B1;

  /// Everything.
  public static final SliceKey WHOLE = new SliceKey(new TreeMap<>());

  /// Copies, so that the key stays what it is.
  public SliceKey {
    conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
  }

  /// A slice of one condition.
  public static SliceKey of(String attribute, @Nullable String value) {
    SortedMap<String, @Nullable String> one = new TreeMap<>();
    one.put(attribute, value);
    return new SliceKey(one);
  }

  /// The rows of both: all conditions of the two.
  public SliceKey and(SliceKey other) {
    SortedMap<String, @Nullable String> all = new TreeMap<>(conditions);
    all.putAll(other.conditions);
    return new SliceKey(all);
  }

  /// Spreads keys well: a map's own hash adds up its entries, so that thousands of crossings of a
  /// few short values would share a handful of hashes.
  @Override
  public int hashCode() {
    int hash = 1;
    for (Map.Entry<String, @Nullable String> condition : conditions.entrySet()) {
      hash = hash * SPREAD + condition.getKey().hashCode();
      hash = hash * SPREAD + Objects.hashCode(condition.getValue());
    }
    return hash ^ (hash >>> 16);
  }

  /// Whether this is everything.
  public boolean isWhole() {
    return conditions.isEmpty();
  }

  /// For people: "sex = Female, race = (missing)"; "everyone" for the whole.
  public String describe() {
    if (isWhole()) {
      return "everyone";
    }
    StringBuilder words = new StringBuilder();
    conditions.forEach(
        (attribute, value) ->
            words
                .append(words.isEmpty() ? "" : ", ")
                .append(attribute)
                .append(" = ")
                .append(value == null ? "(missing)" : value));
    return words.toString();
  }
}
