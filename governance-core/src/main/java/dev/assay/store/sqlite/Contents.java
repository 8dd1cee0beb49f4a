package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import java.sql.SQLException;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// The documents of a workspace, each kept once.
///
/// @param sql the open workspace
record Contents(Sql sql) {

  /// Keeps the document unless it is there.
  void put(@Nullable Content content) throws SQLException {
    if (content != null) {
      sql.update(
          "INSERT INTO content(sha256, kind, bytes, deflated) VALUES(?, ?, ?, ?)"
              + " ON CONFLICT(sha256) DO NOTHING",
          content.digest().sha256(),
          content.kind().word(),
          content.bytes(),
          content.deflated());
    }
  }

  /// The bytes of a document, checked against its digest.
  ///
  /// @throws dev.assay.common.WorkFailed when they are missing or not what was recorded
  byte[] bytes(String sha256) throws SQLException {
    Stored stored =
        sql.first(
                "SELECT bytes, deflated FROM content WHERE sha256 = ?",
                r -> new Stored(r.getLong(1), r.getBytes(2)),
                sha256)
            .orElseThrow(
                () -> sql.faults().damagedContent("the document " + sha256 + " is missing"));
    try {
      return Content.inflate(stored.deflated, stored.bytes, new Digest(sha256));
    } catch (DataFormatException | IllegalArgumentException e) {
      throw sql.faults()
          .damagedContent(
              "the document " + sha256 + " is not what was recorded (" + e.getMessage() + ")");
    }
  }

  /// A record that was kept as JSON.
  <T> T record(String sha256, Class<T> type) throws SQLException {
    byte[] json = bytes(sha256);
    try {
      return StoredJson.read(json, type);
    } catch (JacksonException e) {
      throw sql.faults()
          .damagedContent("the document " + sha256 + " cannot be read as " + type.getSimpleName());
    }
  }

  /// The same, or nothing where nothing was kept.
  <T> @Nullable T recordOrNull(@Nullable String sha256, Class<T> type) throws SQLException {
    return sha256 == null ? null : record(sha256, type);
  }

  private record Stored(long bytes, byte[] deflated) {}
}
