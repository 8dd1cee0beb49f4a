package dev.assay.store.sqlite;

import dev.assay.common.AssayException;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What went wrong in a workspace, in sentences.
///
/// @param file the workspace
record Faults(Path file) {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_REASON = 200;
  private static final int PRIMARY = 0xFF;

  /// What SQLite said.
  ///
  /// @param opening whether the workspace was being opened, when a file that is none is a wrong
  ///   input and not a failure
  AssayException of(SQLException error, boolean opening) {
    int code = error instanceof SQLiteException sqlite ? sqlite.getResultCode().code & PRIMARY : -1;
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return failed(
          "STORE-BUSY",
          "is being written by another Assay, which did not finish within "
              + Profile.BUSY_SECONDS
              + " seconds; nothing was changed",
          "Wait until the other one is done, then try again.",
          error);
    }
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return failed(
          "STORE-FULL",
          "lies on a disk that is full, so nothing was added; what was recorded before is unharmed",
          "Make room on that disk, then try again.",
          error);
    }
    if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return notAWorkspace("its content is not that of a workspace", error);
    }
    if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
      return opening
          ? new InputRejected("STORE-DAMAGED", damaged(reason(error)), DAMAGED_REMEDY, error)
          : new WorkFailed("STORE-DAMAGED", damaged(reason(error)), DAMAGED_REMEDY, error);
    }
    if (code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || code == SQLiteErrorCode.SQLITE_PERM.code
        || code == SQLiteErrorCode.SQLITE_AUTH.code) {
      return unwritable(reason(error), error);
    }
    return failed(
        code == SQLiteErrorCode.SQLITE_IOERR.code ? "STORE-IO" : "STORE-FAILED",
        "could not be used: " + reason(error),
        "Check the disk and its permissions; 'assay doctor' examines this machine.",
        error);
  }

  /// The file is something else.
  InputRejected notAWorkspace(String why, @Nullable Throwable cause) {
    return new InputRejected(
        "STORE-NOT-A-WORKSPACE",
        "'" + name() + "' is no Assay workspace: " + why + ".",
        "Name a workspace, or a file that does not exist yet, with --workspace.",
        cause);
  }

  /// A later version of Assay wrote it.
  InputRejected newer(long version, int known) {
    return new InputRejected(
        "STORE-NEWER",
        "The workspace '"
            + name()
            + "' was written by a newer Assay (format "
            + version
            + "; this one knows formats up to "
            + known
            + "), so it was left as it is.",
        "Open it with the newer Assay, or name another workspace.");
  }

  /// It lies where nothing can be written, and what was written last lies beside it.
  WorkFailed leftOpen(SQLException cause) {
    return failed(
        "STORE-LEFT-OPEN",
        "was not closed: what was recorded last is in '"
            + name()
            + "-wal' beside it, and cannot be read where nothing can be written",
        "Copy both files to a folder that you may write to, and name the copy.",
        cause);
  }

  /// Nothing in it is signed, for it is older than that.
  InputRejected beforeLedgers(int format) {
    return new InputRejected(
        "STORE-BEFORE-LEDGERS",
        "The workspace '"
            + name()
            + "' has the format "
            + format
            + ", from before there was a ledger, so nothing in it is signed and there is nothing to"
            + " verify.",
        "Work with a copy of it, for instance 'assay workflow board --workspace COPY': that begins"
            + " its ledger.");
  }

  /// It cannot be written.
  WorkFailed unwritable(String why, @Nullable Throwable cause) {
    return failed(
        "STORE-READ-ONLY",
        "cannot be written: " + why,
        "Choose a folder that you may write to, on a disk that is not read-only.",
        cause);
  }

  /// Something in it is not what it was when it was recorded.
  WorkFailed damagedContent(String what) {
    return new WorkFailed("STORE-DAMAGED", damaged(what), DAMAGED_REMEDY);
  }

  /// It is a workspace, but somebody changed how it is made.
  InputRejected changedSchema(String what) {
    return new InputRejected(
        "STORE-DAMAGED",
        "The workspace '" + name() + "' was changed by something other than Assay: " + what + ".",
        DAMAGED_REMEDY);
  }

  /// It is an older copy of itself.
  InputRejected rolledBack(long entries, long seen) {
    return new InputRejected(
        "LEDGER-ROLLED-BACK",
        "The workspace '"
            + name()
            + "' is older than it was: its ledger has "
            + entries
            + " entries, and this computer has seen "
            + seen
            + ".",
        ACCEPT_REMEDY);
  }

  /// It went another way than the one that was seen.
  ///
  /// @param how half a sentence
  /// @param evidence where the two states are kept that contradict each other, a sentence; "" where
  ///   nothing shows it
  InputRejected forked(String how, String evidence) {
    return new InputRejected(
        "LEDGER-FORKED",
        "The workspace '"
            + name()
            + "' is not the one that this computer has seen: "
            + how
            + "."
            + (evidence.isEmpty() ? "" : " " + evidence),
        ACCEPT_REMEDY);
  }

  /// SQLite does not do what was asked of it.
  WorkFailed pragma(String pragma, String asked, String got) {
    return failed(
        "STORE-PRAGMA",
        "could not be opened safely: SQLite was told "
            + pragma
            + "="
            + asked
            + " and answers "
            + Visible.of(got, LONGEST_REASON),
        "Please report this with the output of 'assay doctor'.",
        null);
  }

  private static final String ACCEPT_REMEDY =
      "Put the later file back; to go on with this one on purpose, use 'assay ledger accept"
          + " --reason WHY'.";
  private static final String DAMAGED_REMEDY =
      "Restore the workspace from a backup; keep the damaged file, for what is whole in it can be"
          + " read.";

  private String damaged(String what) {
    return "The workspace '" + name() + "' is damaged: " + what + ".";
  }

  private WorkFailed failed(String code, String what, String remedy, @Nullable Throwable cause) {
    return new WorkFailed(code, "The workspace '" + name() + "' " + what + ".", remedy, cause);
  }

  private String name() {
    return Visible.of(String.valueOf(file.getFileName()), LONGEST_NAME);
  }

  private static String reason(SQLException error) {
    String message = String.valueOf(error.getMessage());
    return Visible.of(message.lines().findFirst().orElse(""), LONGEST_REASON);
  }
}
