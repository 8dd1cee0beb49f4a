package dev.assay.store;

import dev.assay.common.AtomicFiles;
import dev.assay.common.WorkFailed;
import dev.assay.ledger.LogKey;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// What is kept of a ledger outside its workspace, so that whoever holds the workspace alone can
/// neither sign in its name nor put an older copy in its place unnoticed: `keys/ID.pem`, readable
/// by its owner only, and `heads/ID.receipt`, the furthest that this computer saw the ledger.
///
/// @param folder beside the settings
public record LedgerHome(Path folder) {

  /// Names another folder than `~/.config/assay`.
  public static final String VARIABLE = "ASSAY_CONFIG";

  private static final String ORIGIN = "assay.local/";

  /// The user's own.
  public static LedgerHome ofUser() {
    String chosen = System.getenv(VARIABLE);
    return new LedgerHome(
        chosen == null || chosen.isBlank()
            ? Path.of(System.getProperty("user.home"), ".config", "assay")
            : Path.of(chosen));
  }

  /// The name of a log.
  ///
  /// @param id 36 characters of a UUID
  public static String origin(String id) {
    return ORIGIN + id;
  }

  /// Keeps the key of a new log; only its owner can read it.
  ///
  /// @throws WorkFailed when it cannot be written
  public void keep(LogKey key) {
    try {
      AtomicFiles.write(keyFile(key.verifier()), key.pem());
    } catch (IOException e) {
      throw new WorkFailed(
          "LEDGER-KEY-WRITE",
          "The key of the workspace's ledger could not be kept in '"
              + folder
              + "' ("
              + e.getMessage()
              + ").",
          "Make that folder writable, or name another one in the environment variable "
              + VARIABLE
              + ".",
          e);
    }
  }

  /// Forgets a log that never came to be.
  public void forget(VerifierKey verifier) {
    try {
      Files.deleteIfExists(keyFile(verifier));
      Files.deleteIfExists(headFile(verifier.name()));
    } catch (IOException left) {
      // A key without a log signs nothing.
    }
  }

  /// The key of a log.
  ///
  /// @throws WorkFailed when it is not here, or is another's
  public LogKey key(VerifierKey verifier) {
    Path file = keyFile(verifier);
    String why;
    try {
      return LogKey.ofPem(Files.readString(file, StandardCharsets.US_ASCII), verifier);
    } catch (NoSuchFileException e) {
      why = "there is none";
    } catch (IOException e) {
      why = String.valueOf(e.getMessage());
    } catch (MalformedLedger e) {
      why = e.why();
    }
    throw new WorkFailed(
        "LEDGER-KEY-MISSING",
        "Nothing can be added to the workspace, for the key of its ledger is not on this computer: '"
            + file
            + "' ("
            + why
            + ").",
        "Copy the key from the computer that made the workspace, or record in a new workspace.");
  }

  /// The furthest that this computer saw a log; absent when it never did.
  ///
  /// @throws WorkFailed when what is kept cannot be read
  public Optional<Receipt> furthest(String origin) {
    Path file = headFile(origin);
    try {
      return Optional.of(Receipt.parse(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | MalformedLedger e) {
      throw new WorkFailed(
          "LEDGER-MARK",
          "What this computer remembers of the workspace's ledger cannot be read: '"
              + file
              + "' ("
              + e.getMessage()
              + ").",
          "Restore that file; deleting it means that an older copy of the workspace is not noticed.",
          e);
    }
  }

  /// Remembers how far a log came. Where it cannot be written, an older mark stays, which is weaker
  /// and never wrong.
  public void remember(Receipt receipt) {
    try {
      AtomicFiles.write(headFile(receipt.checkpoint().origin()), receipt.written());
    } catch (IOException olderMarkStays) {
      // What was recorded is durable without it.
    }
  }

  private Path keyFile(VerifierKey verifier) {
    return folder.resolve("keys").resolve(id(verifier.name()) + ".pem");
  }

  private Path headFile(String origin) {
    return folder.resolve("heads").resolve(id(origin) + ".receipt");
  }

  /// Whether this is the name of a log that Assay began.
  public static boolean isOrigin(String origin) {
    return origin.matches("assay\\.local/[0-9a-f-]{36}");
  }

  private static String id(String origin) {
    if (!isOrigin(origin)) {
      throw new MalformedLedger("the ledger's name is not one of Assay's");
    }
    return origin.substring(ORIGIN.length());
  }
}
