package dev.assay.app.gui.dataset;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetProfile.TopValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A column of the dataset as one line of the list.
///
/// @param spec what it is for
/// @param profile what it holds
/// @param rows rows of the dataset
record ColumnLine(ColumnSpec spec, ColumnProfile profile, long rows) {

  private static final int MOST_BARS = 20;
  private static final double RARE = 0.01;
  private static final double MOSTLY = 0.5;
  private static final double HARDLY_ANYTHING_ELSE = 0.8;

  String name() {
    return Visible.of(spec.name(), 60);
  }

  String type() {
    return spec.type().name().toLowerCase(Locale.ROOT);
  }

  String role() {
    return spec.role().name().toLowerCase(Locale.ROOT);
  }

  String missing() {
    return profile.missing() == 0
        ? "0"
        : Rounded.count(profile.missing())
            + " ("
            + Rounded.percent((double) profile.missing() / Math.max(1, rows))
            + ")";
  }

  String distinct() {
    return Rounded.count(profile.distinct());
  }

  /// Heights of the small bars, in rows.
  List<Long> bars() {
    if (profile.histogram() != null) {
      return profile.histogram().counts();
    }
    boolean repeats = !profile.top().isEmpty() && profile.top().getFirst().count() > 1;
    return repeats
        ? profile.top().stream().map(TopValue::count).limit(MOST_BARS).toList()
        : List.of();
  }

  /// What is remarkable about it; empty when nothing is.
  Optional<String> remark() {
    if (profile.distinct() == 0) {
      return Optional.of("no values");
    }
    if (profile.distinct() == 1) {
      return Optional.of("one value only");
    }
    if (profile.missing() > MOSTLY * rows) {
      return Optional.of("mostly missing");
    }
    if (spec.role() == ColumnRole.SENSITIVE && hasSmallGroup()) {
      return Optional.of("small groups");
    }
    if (profile.numeric() != null && profile.numeric().zeros() > HARDLY_ANYTHING_ELSE * rows) {
      return Optional.of(Rounded.percent((double) profile.numeric().zeros() / rows) + " zero");
    }
    return Optional.empty();
  }

  private boolean hasSmallGroup() {
    boolean all = profile.distinct() == profile.top().size();
    return all && profile.top().stream().anyMatch(t -> t.count() < RARE * rows);
  }

  /// Why it has its role.
  String reason() {
    return isGuessed() ? spec.reason() : "as the description says";
  }

  /// Whether its role is a guess that only rests on nothing better.
  boolean isGuessed() {
    return !spec.reason().equals("descriptor");
  }
}
