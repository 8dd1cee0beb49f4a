package dev.assay.store.sqlite;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import java.sql.SQLException;
import java.util.List;

/// Finds the one id that somebody means.
final class Ids {

  private static final int LONGEST_SHOWN = 80;
  private static final int SHOWN = 4;

  private Ids() {}

  /// The id itself, or the only one that begins like it.
  ///
  /// @param table "audit" or "run"
  /// @throws UsageError when there is none, or several
  static String find(Sql sql, String table, String id) throws SQLException {
    List<String> found =
        sql.query(
            "SELECT id FROM "
                + table
                + " WHERE substr(id, 1, length(?1)) = ?1"
                + " ORDER BY (id = ?1) DESC, id LIMIT "
                + (SHOWN + 1),
            r -> r.getString(1),
            id);
    if (!found.isEmpty() && found.getFirst().equals(id)) {
      return id;
    }
    if (id.isEmpty() || found.isEmpty()) {
      throw new UsageError(
          "USAGE-" + table.toUpperCase(java.util.Locale.ROOT),
          "The workspace has no " + table + " '" + Visible.of(id, LONGEST_SHOWN) + "'.",
          "List the audits with 'assay report'; 'latest' names the last one.");
    }
    if (found.size() > 1) {
      boolean more = found.size() > SHOWN;
      throw new UsageError(
          "USAGE-" + table.toUpperCase(java.util.Locale.ROOT),
          "Several ids of the workspace begin with '"
              + Visible.of(id, LONGEST_SHOWN)
              + "': "
              + String.join(", ", found.subList(0, Math.min(SHOWN, found.size())))
              + (more ? " and more." : "."),
          "Give more of the id.");
    }
    return found.getFirst();
  }
}
