package dev.assay.dataset.duckdb;

import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetProfile.TopValue;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is unusual about the values of a table, said once after import.
final class Remarks {

  private static final long HUGE_CELL = 100_000;

  private Remarks() {}

  static List<Warning> of(DatasetSpec spec, List<ColumnProfile> profiles, long rows) {
    List<Warning> warnings = new ArrayList<>();
    if (rows == 1) {
      warnings.add(
          new Warning(
              "TABLE-ONE-ROW",
              "The table has a single row; intervals and most metrics need more.",
              "Give more rows."));
    }
    for (int i = 0; i < profiles.size(); i++) {
      ColumnProfile profile = profiles.get(i);
      String name = "Column '" + Visible.of(profile.name(), 80) + "'";
      ColumnRole role = spec.columns().get(i).role();
      if (profile.missing() == rows && spec.columns().get(i).reason().equals("descriptor")) {
        warnings.add(
            new Warning(
                "TABLE-COLUMN-EMPTY",
                name + " has no value in any row.",
                "Leave it out, or check the export."));
      }
      if (profile.text() != null && profile.text().maxLength() > HUGE_CELL) {
        warnings.add(
            new Warning(
                "TABLE-HUGE-CELL",
                String.format(
                    Locale.ROOT,
                    "%s has a cell of %,d characters.",
                    name,
                    profile.text().maxLength()),
                "It is cut where it is shown, never in the data."));
      }
      if (role == ColumnRole.ID && profile.distinct() < rows - profile.missing()) {
        warnings.add(
            new Warning(
                "TABLE-DUPLICATE-ID",
                String.format(
                    Locale.ROOT,
                    "%s names rows, but %,d rows repeat another row's value.",
                    name,
                    rows - profile.missing() - profile.distinct()),
                "Check whether rows were written twice."));
      }
      strange(profile, name, warnings);
    }
    return warnings;
  }

  private static void strange(ColumnProfile profile, String name, List<Warning> warnings) {
    for (TopValue top : profile.top()) {
      String value = top.value();
      boolean formula =
          profile.numeric() == null && !value.isEmpty() && "=+@\t\r".indexOf(value.charAt(0)) >= 0;
      boolean markup = value.indexOf('<') >= 0 && value.indexOf('>') >= 0;
      boolean hidden =
          profile.numeric() == null
              && !Visible.of(value.replace("\n", "").replace("\r", "").replace("\t", ""))
                  .equals(value.replace("\n", "").replace("\r", "").replace("\t", ""));
      if (formula || markup || hidden) {
        warnings.add(
            new Warning(
                "TABLE-CELL-STRANGE",
                name
                    + " holds "
                    + (hidden
                        ? "characters that cannot be seen"
                        : markup ? "markup" : "beginnings of formulas")
                    + ", for instance '"
                    + Visible.of(value, 60)
                    + "'.",
                "It is kept as text, shown as text, and disarmed in exports."));
        return;
      }
    }
  }
}
