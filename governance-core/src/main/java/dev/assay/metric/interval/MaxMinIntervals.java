package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Intervals for the largest difference, or the smallest ratio, between groups. The percentile
/// bootstrap of a maximum is biased upwards, so much that it can miss its own estimate; these
/// intervals come from the pairs of groups instead:
///
/// - The upper end is the largest upper limit of any pair. The pair that really is furthest apart
///   is among them, so its own limit protects the end: no correction is needed.
/// - The lower end is the largest lower limit of any pair, at limits widened so that no pair
///   overstates its difference by chance: as wide as the range of as many groups as could be the
///   largest or the smallest. Groups that clearly are neither are left out first, at a twentieth of
///   the error.
///
/// Coverage by simulation stands in `docs/coverage.md`.
public final class MaxMinIntervals {

  /// With more groups than this none are left out first.
  private static final int SELECTION_LIMIT = 400;

  private static final double SELECTION_SHARE = 0.05;

  private MaxMinIntervals() {}

  /// Interval of the largest minus the smallest number.
  ///
  /// @return nothing for fewer than two groups
  public static @Nullable Interval difference(List<GroupEstimate> groups, double level) {
    return difference(groups, level, 1);
  }

  /// Interval of the largest of several ranges, each over its own groups (equalized odds: true and
  /// false positive rates).
  ///
  /// @return nothing where no family has two groups
  public static @Nullable Interval largestDifference(
      List<List<GroupEstimate>> families, double level) {
    double lower = 0;
    double upper = Double.NEGATIVE_INFINITY;
    int usable = (int) families.stream().filter(f -> f.size() > 1).count();
    for (List<GroupEstimate> family : families) {
      Interval one = difference(family, level, usable);
      if (one != null) {
        lower = Math.max(lower, one.lower());
        upper = Math.max(upper, one.upper());
      }
    }
    return upper < lower ? null : new Interval(lower, upper, level, "pairs_inverted");
  }

  /// Interval of the smallest over the largest of numbers that are not negative.
  ///
  /// @return nothing for fewer than two groups, or where the largest is 0
  public static @Nullable Interval ratio(List<GroupEstimate> groups, double level) {
    return smallestRatio(List.of(groups), level);
  }

  /// Interval of the smallest of several ratios, each over its own groups.
  ///
  /// @return nothing where no family has two groups and a number above 0
  public static @Nullable Interval smallestRatio(List<List<GroupEstimate>> families, double level) {
    List<List<GroupEstimate>> usable =
        families.stream()
            .filter(f -> f.size() > 1 && f.stream().anyMatch(g -> g.value() > 0))
            .toList();
    if (usable.isEmpty()) {
      return null;
    }
    double tail = (1 - level) / 2;
    double lower = 1;
    double upper = 1;
    for (List<GroupEstimate> family : usable) {
      Extremes extremes = Extremes.of(family, tail * SELECTION_SHARE / usable.size());
      double wide = extremes.z(tail / usable.size());
      lower = Math.min(lower, smallestRatio(family, family, Normal.twoSided(level), true));
      upper =
          Math.min(
              upper,
              smallestRatio(
                  candidates(extremes.highs(), wide, true),
                  candidates(extremes.lows(), wide, false),
                  wide,
                  false));
    }
    return new Interval(Math.min(lower, upper), upper, level, "pairs_inverted");
  }

  private static @Nullable Interval difference(
      List<GroupEstimate> groups, double level, int families) {
    if (groups.size() < 2) {
      return null;
    }
    double tail = (1 - level) / 2;
    Extremes extremes = Extremes.of(groups, tail * SELECTION_SHARE / families);
    double wide = extremes.z(tail / families);
    double lower =
        Math.max(
            0,
            largestLower(
                candidates(extremes.highs(), wide, true),
                candidates(extremes.lows(), wide, false),
                wide));
    double upper = largestUpper(groups, Normal.twoSided(level));
    return new Interval(Math.min(lower, upper), upper, level, "pairs_inverted");
  }

  private static double largestLower(
      List<GroupEstimate> highs, List<GroupEstimate> lows, double z) {
    List<Limits> low = limits(lows, z, Comparator.comparingDouble(Limits::value));
    double best = Double.NEGATIVE_INFINITY;
    for (Limits high : limits(highs, z, Comparator.comparingDouble(l -> -l.value()))) {
      for (Limits other : low) {
        double difference = high.value() - other.value();
        if (difference <= best) {
          break;
        }
        double down = norm(high.value() - high.lower(), other.upper() - other.value());
        best = high.group() == other.group() ? best : Math.max(best, difference - down);
      }
    }
    return best;
  }

  private static double largestUpper(List<GroupEstimate> groups, double z) {
    List<Limits> low = limits(groups, z, Comparator.comparingDouble(Limits::lower));
    double best = 0;
    for (Limits high : limits(groups, z, Comparator.comparingDouble(l -> -l.upper()))) {
      for (Limits other : low) {
        if (high.upper() - other.lower() <= best) {
          break;
        }
        double up = norm(high.upper() - high.value(), other.value() - other.lower());
        best =
            high.group() == other.group()
                ? best
                : Math.max(best, high.value() - other.value() + up);
      }
    }
    return best;
  }

  /// As [Math#hypot], for numbers that neither overflow nor vanish, and quicker.
  private static double norm(double x, double y) {
    return Math.sqrt(x * x + y * y);
  }

  private static double smallestRatio(
      List<GroupEstimate> highs, List<GroupEstimate> lows, double z, boolean lowerEnds) {
    double best = 1;
    ToDoubleFunction<Limits> small = lowerEnds ? Limits::lower : Limits::value;
    ToDoubleFunction<Limits> large = lowerEnds ? Limits::upper : Limits::value;
    List<Limits> low = limits(lows, z, Comparator.comparingDouble(small));
    for (Limits high : limits(highs, z, Comparator.comparingDouble(l -> -large.applyAsDouble(l)))) {
      for (Limits other : low) {
        if (small.applyAsDouble(other) >= best * large.applyAsDouble(high)) {
          break;
        }
        Interval ratio =
            high.group() == other.group()
                ? null
                : RatioIntervals.mover(
                    other.value(), other.interval(), high.value(), high.interval(), 1);
        if (ratio != null) {
          best = Math.min(best, lowerEnds ? ratio.lower() : ratio.upper());
        } else if (high.group() != other.group() && lowerEnds) {
          best = 0;
        }
      }
    }
    return best;
  }

  /// Of very many groups, those that are most likely to be part of the pair that counts. Looking at
  /// fewer pairs can only widen the interval.
  private static List<GroupEstimate> candidates(
      List<GroupEstimate> groups, double z, boolean high) {
    if (groups.size() <= SELECTION_LIMIT) {
      return groups;
    }
    ToDoubleFunction<Limits> order = high ? l -> -l.lower() : Limits::upper;
    return limits(groups, z, Comparator.comparingDouble(order)).stream()
        .limit(SELECTION_LIMIT)
        .map(Limits::group)
        .toList();
  }

  private static List<Limits> limits(
      List<GroupEstimate> groups, double z, Comparator<Limits> order) {
    return groups.stream()
        .map(g -> new Limits(g, g.value(), g.lower(z), g.upper(z)))
        .sorted(order)
        .toList();
  }

  /// A group at one z.
  private record Limits(GroupEstimate group, double value, double lower, double upper) {
    Interval interval() {
      return new Interval(lower, upper, 0.5, "limits");
    }
  }

  /// Groups that could be the largest, and groups that could be the smallest.
  ///
  /// @param spent 1 when part of the error was spent on leaving groups out, else 0
  private record Extremes(List<GroupEstimate> highs, List<GroupEstimate> lows, int spent) {

    static Extremes of(List<GroupEstimate> groups, double tail) {
      int size = groups.size();
      if (size == 2 || size > SELECTION_LIMIT) {
        return new Extremes(groups, groups, 0);
      }
      double z = RangeQuantile.z(size, size, tail);
      double surely = Math.max(0, largestLower(groups, groups, z));
      List<Limits> all = limits(groups, z, Comparator.comparingDouble(Limits::value));
      return new Extremes(
          all.stream().filter(h -> reaches(h, all, surely, true)).map(Limits::group).toList(),
          all.stream().filter(l -> reaches(l, all, surely, false)).map(Limits::group).toList(),
          1);
    }

    /// How wide limits must be so that no pair overstates its difference by chance. Where the same
    /// groups may be largest and smallest, the groups may all be equal: then the upper end cannot
    /// be too low, and the whole error belongs to the lower end.
    ///
    /// @param tail half of the error
    double z(double tail) {
      double left = tail * (1 - spent * SELECTION_SHARE);
      Set<GroupEstimate> either = Collections.newSetFromMap(new IdentityHashMap<>());
      either.addAll(highs);
      either.addAll(lows);
      return either.size() < highs.size() + lows.size()
          ? RangeQuantile.range(either.size(), tail + left)
          : RangeQuantile.z(highs.size(), lows.size(), left);
    }

    private static boolean reaches(Limits one, List<Limits> all, double surely, boolean high) {
      for (Limits other : all) {
        Limits above = high ? one : other;
        Limits below = high ? other : one;
        double up = Math.hypot(above.upper() - above.value(), below.value() - below.lower());
        if (above.group() != below.group() && above.value() - below.value() + up >= surely) {
          return true;
        }
      }
      return false;
    }
  }
}
