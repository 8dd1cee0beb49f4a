package dev.assay.store.sqlite;

import dev.assay.common.InputRejected;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Opens workspaces. The file is read and written through SQLite only: reading it with java.io
/// while it is open would drop SQLite's locks and lose what others commit.
public final class SqliteStore {

  private SqliteStore() {}

  /// Opens a workspace, creating it where there is none.
  ///
  /// @throws dev.assay.common.InputRejected when the file is no workspace, damaged, or written by a
  ///   newer Assay
  /// @throws dev.assay.common.WorkFailed when another process is writing and does not finish, when
  ///   the disk is full, or when the file cannot be written
  public static GovernanceStore open(Path file) {
    return open(file, LedgerHome.ofUser());
  }

  /// Opens a workspace, creating it where there is none; see [#open(Path)].
  ///
  /// @param home where keys and the furthest heads of ledgers are kept
  public static GovernanceStore open(Path file, LedgerHome home) {
    return opened(file, home, Use.WORK, Untouched.writable(file));
  }

  /// Opens a workspace even when it is older than, or differs from, what this computer remembers of
  /// it: to go on with it on purpose.
  public static GovernanceStore openUnremembered(Path file, LedgerHome home) {
    return opened(file, home, Use.ACCEPT, Untouched.writable(file));
  }

  /// Opens a workspace to examine it, whatever this computer remembers of it. Nothing in the file
  /// changes: one of an earlier format is brought to today's in a copy. It may lie where nothing
  /// can be written.
  ///
  /// @throws dev.assay.common.InputRejected also when it is older than ledgers are, for then
  ///   nothing in it is signed
  public static GovernanceStore examine(Path file, LedgerHome home) {
    return opened(file, home, Use.EXAMINE, Untouched.writable(file));
  }

  /// What a workspace is opened for.
  enum Use {
    /// To read and to record.
    WORK,
    /// To go on with an older or another state of it.
    ACCEPT,
    /// To be looked at as it is.
    EXAMINE
  }

  /// @param writable whether the file and its folder can be written; else it is only read
  static GovernanceStore opened(Path file, LedgerHome home, Use use, boolean writable) {
    Faults faults = new Faults(file);
    try {
      if (use != Use.EXAMINE && !Files.exists(file)) {
        NewWorkspace.create(file, faults, home);
      }
      if (!Files.isRegularFile(file)) {
        throw faults.notAWorkspace(
            Files.isDirectory(file) ? "it is a folder" : "it is not a regular file", null);
      }
      return connected(file, faults, home, use, writable);
    } catch (SQLException e) {
      throw faults.of(e, true);
    }
  }

  private static OpenWorkspace connected(
      Path file, Faults faults, LedgerHome home, Use use, boolean writable) throws SQLException {
    boolean toChange = writable && use != Use.EXAMINE;
    Connection connection =
        writable ? Profile.connect(file, false) : Untouched.connect(file, faults);
    Sql sql = new Sql(connection, faults);
    try {
      sql.ask(Profile.ofSuspicion());
      int format = format(sql);
      Optional<InputRejected> keyless =
          toChange && format < Migrations.FORMAT ? keyless(sql, format, home) : Optional.empty();
      boolean changing = toChange && keyless.isEmpty();
      if (changing) {
        sql.ask(Profile.ofDurability());
      } else {
        if (format < Migrations.FORMAT) {
          sql = Untouched.migratedCopy(sql, connection, format);
        }
        sql.ask(Profile.ofLooking());
        Sql looked = sql;
        keyless.ifPresent(why -> looked.refuseWriting(() -> why));
      }
      // decision: the mark of a state that is taken up on purpose is kept until that is recorded
      Ledger ledger = new Ledger(sql, home, use == Use.WORK);
      if (use == Use.WORK && format >= Migrations.FIRST_WITH_LEDGER) {
        Furthest.check(sql, ledger, home);
      }
      if (changing && format < Migrations.FORMAT) {
        Sql changed = sql;
        changed.writing(() -> Beginnings.migrate(changed, ledger, format(changed)));
      }
      return new OpenWorkspace(sql, ledger, home);
    } catch (SQLException | RuntimeException e) {
      try {
        sql.close();
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  /// Why nothing can be added to the ledger of an earlier format, not even that it is brought to
  /// today's; then it is looked at in a copy.
  private static Optional<InputRejected> keyless(Sql sql, int format, LedgerHome home)
      throws SQLException {
    if (format < Migrations.FIRST_WITH_LEDGER) {
      return Optional.empty();
    }
    try {
      home.key(new Ledger(sql, home).verifier());
      return Optional.empty();
    } catch (InputRejected absent) {
      return Optional.of(absent);
    }
  }

  /// The format of a file that is a workspace; everything else is refused before anything is
  /// written.
  private static int format(Sql sql) throws SQLException {
    long application = Long.parseLong(sql.pragma("application_id"));
    long format = Long.parseLong(sql.pragma("user_version"));
    if (application != Migrations.APPLICATION_ID) {
      throw sql.faults()
          .notAWorkspace(
              sql.pragma("page_count").equals("0")
                  ? "it is empty"
                  : "it is a SQLite database of another program",
              null);
    }
    if (format > Migrations.FORMAT) {
      throw sql.faults().newer(format, Migrations.FORMAT);
    }
    if (format < 1) {
      throw sql.faults().notAWorkspace("its format is " + format, null);
    }
    List<String> expected = Migrations.schemaOf((int) format, sql.faults());
    List<String> found = Migrations.schema(sql);
    if (!found.equals(expected)) {
      throw sql.faults().changedSchema(difference(expected, found));
    }
    return (int) format;
  }

  private static String difference(List<String> expected, List<String> found) {
    for (String part : found) {
      if (!expected.contains(part)) {
        return "its " + named(part) + " is not Assay's";
      }
    }
    return "its "
        + expected.stream()
            .filter(part -> !found.contains(part))
            .map(SqliteStore::named)
            .findFirst()
            .orElse("schema")
        + " is missing";
  }

  /// "table audit".
  private static String named(String part) {
    int end = part.indexOf(": ");
    return dev.assay.common.Visible.of(end < 0 ? part : part.substring(0, end), 80);
  }
}
