package dev.assay.store;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.WorkFailed;
import dev.assay.ledger.LogKey;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// What is kept of a ledger outside its workspace, so that whoever holds the workspace alone can
/// neither sign in its name nor put an older copy in its place unnoticed: `keys/ID.pem`, readable
/// by its owner only, `heads/ID.receipt`, the furthest that this computer saw the ledger, and
/// `forks/ID-DIGEST.zip`, evidence where what was seen and what was found contradict each other.
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
  /// @throws InputRejected when it is not here, cannot be read, or is another's
  public LogKey key(VerifierKey verifier) {
    Path file = keyFile(verifier);
    String why;
    String remedy =
        "Copy that file from the computer that made the workspace. Reading, 'assay verify' and"
            + " reports without evidence (--format html,pdf) need no key.";
    try {
      return LogKey.ofPem(Files.readString(file, StandardCharsets.US_ASCII), verifier);
    } catch (NoSuchFileException e) {
      why = "is not on this computer";
    } catch (AccessDeniedException e) {
      why = "may not be read by this user";
      remedy = "Make the file readable for you, its owner.";
    } catch (IOException e) {
      why = "cannot be read (" + e.getMessage() + ")";
    } catch (MalformedLedger e) {
      why = "cannot be used: " + e.why();
    }
    throw new InputRejected(
        "LEDGER-KEY-MISSING",
        "The key of the workspace's ledger, '"
            + file
            + "', "
            + why
            + ", so nothing can be added to the workspace or signed in its name, evidence"
            + " included.",
        remedy);
  }

  /// The furthest that this computer saw a log; absent when it never did.
  ///
  /// @throws InputRejected when what is kept cannot be read
  public Optional<Receipt> furthest(String origin) {
    Path file = headFile(origin);
    try {
      return Optional.of(Receipt.parse(Files.readString(file)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | MalformedLedger e) {
      throw new InputRejected(
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

  /// Keeps the evidence of a fork: two signed states of a log that contradict each other. The same
  /// evidence is kept once.
  ///
  /// @param evidence an archive that `assay verify` and its own script check
  /// @return where it is, or why it could not be kept: a sentence
  public String keepFork(String origin, byte[] evidence) {
    Path file =
        folder.resolve("forks").resolve(id(origin) + "-" + Digest.of(evidence).brief() + ".zip");
    try {
      if (!Files.exists(file)) {
        AtomicFiles.write(file, evidence);
      }
      return "Both signed states are kept as evidence: '" + file + "'.";
    } catch (IOException e) {
      return "The evidence of both signed states could not be kept: '"
          + file
          + "' ("
          + e.getMessage()
          + ").";
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
