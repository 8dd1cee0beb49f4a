package dev.assay.dataset.duckdb;

import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Warning;
import java.util.List;

/// A column of a file before it is read: knows what it could be read as, and how.
interface Readable {

  /// Its name, distinct within the file.
  String name();

  /// How to read it when nobody says: the type its values suggest. Texts are `STRING` here; whether
  /// they are categories is known once they were counted.
  Reading guess();

  /// How to read it as its description says.
  ///
  /// @throws dev.assay.common.InputRejected when a value does not fit; names row and value
  Reading as(ColumnSpec described);

  /// A way to read a column.
  ///
  /// @param type type of the values; texts that nobody has described are `STRING`
  /// @param sql the expression that gives them: BIGINT for whole numbers, days and microseconds,
  ///   DOUBLE for numbers, VARCHAR for texts
  /// @param warnings what the user should know about reading it so
  record Reading(ColumnType type, String sql, List<Warning> warnings) {}
}
