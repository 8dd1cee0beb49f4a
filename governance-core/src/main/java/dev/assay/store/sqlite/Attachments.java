package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;

/// Files that people handed in, each kept once under the digest of its bytes.
///
/// @param sql the open workspace
record Attachments(Sql sql) {

  /// Keeps a file. The caller holds a transaction.
  void put(String sha256, byte[] bytes) throws SQLException {
    if (!Digest.of(bytes).sha256().equals(sha256)) {
      throw new IllegalArgumentException("bytes of another digest");
    }
    sql.update(
        "INSERT INTO attachment(sha256, bytes, deflated) VALUES(?, ?, ?) ON CONFLICT(sha256) DO"
            + " NOTHING",
        sha256,
        bytes.length,
        Content.deflate(bytes));
  }

  /// Whether a file is kept.
  boolean has(String sha256) throws SQLException {
    return sql.first("SELECT 1 FROM attachment WHERE sha256 = ?", r -> r.getInt(1), sha256)
        .isPresent();
  }

  /// A file, checked against its digest.
  ///
  /// @throws UsageError when there is none
  byte[] bytes(String sha256) throws SQLException {
    Optional<Map.Entry<Long, byte[]>> stored =
        sql.first(
            "SELECT bytes, deflated FROM attachment WHERE sha256 = ?",
            r -> Map.entry(r.getLong(1), r.getBytes(2)),
            sha256);
    if (stored.isPresent() && new Erasures(sql).gone(sha256)) {
      throw new UsageError(
          "ERASED",
          "The content of the file " + sha256 + " was erased; its digest is what is left.",
          "'assay workflow show' says who signed for that, and why.");
    }
    if (stored.isEmpty()) {
      throw new UsageError(
          "USAGE-ATTACHMENT",
          "The workspace keeps no file of that digest.",
          "'assay regime coverage' with --json names the digests of all documents.");
    }
    try {
      return Content.inflate(stored.get().getValue(), stored.get().getKey(), new Digest(sha256));
    } catch (DataFormatException | IllegalArgumentException e) {
      throw sql.faults().damagedContent("the file " + sha256 + " is not what was handed in");
    }
  }

  /// What is damaged, each half a sentence.
  List<String> faults() throws SQLException {
    List<String> faults = new ArrayList<>();
    for (String sha256 :
        sql.query("SELECT sha256 FROM attachment ORDER BY sha256", r -> r.getString(1))) {
      try {
        if (!new Erasures(sql).gone(sha256)) {
          bytes(sha256);
        }
      } catch (WorkFailed e) {
        faults.add(Verification.what(e));
      }
    }
    faults.addAll(new Erasures(sql).faults());
    faults.addAll(
        sql.query(
            "SELECT sha256 FROM attachment WHERE sha256 NOT IN (SELECT sha256 FROM"
                + " addition_attachment)",
            r -> "the file " + r.getString(1) + " belongs to no addition"));
    return faults;
  }
}
