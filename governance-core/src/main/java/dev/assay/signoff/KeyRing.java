package dev.assay.signoff;

import dev.assay.common.AtomicFiles;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import dev.assay.ledger.attest.Signatory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/// Private keys of people, each in a PKCS#12 file under its own passphrase, readable by the owner
/// only. Without the passphrase nobody signs: neither who has the file nor who keeps the register.
///
/// @param folder beside the settings
public record KeyRing(Path folder) {

  /// Fewest characters of a passphrase.
  public static final int FEWEST_CHARACTERS = 12;

  private static final String ALIAS = "signing";

  /// Why a passphrase will not do; absent when it will.
  public static Optional<String> weakness(char[] passphrase) {
    if (passphrase.length < FEWEST_CHARACTERS) {
      return Optional.of("A passphrase has at least " + FEWEST_CHARACTERS + " characters.");
    }
    boolean same = true;
    for (char c : passphrase) {
      same &= c == passphrase[0];
    }
    return same
        ? Optional.of("A passphrase is not one character again and again.")
        : Optional.empty();
  }

  /// Whether there is a key of this person on this computer.
  public boolean has(String id) {
    return Files.exists(file(id));
  }

  /// Keeps a new key beside the present one, which stays until [#adopt].
  ///
  /// @throws UsageError for a weak passphrase
  /// @throws WorkFailed when it cannot be written
  public void propose(String id, PersonKey key, char[] passphrase, Instant now) {
    weakness(passphrase)
        .ifPresent(
            why -> {
              throw new UsageError(
                  "SIGN-PASSPHRASE-WEAK",
                  why,
                  "Choose a longer one; several words are easy to keep.");
            });
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      Certificate certificate = key.certificate(now);
      store.setKeyEntry(ALIAS, key.privateKey(), passphrase, new Certificate[] {certificate});
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, passphrase);
      AtomicFiles.write(proposed(id), out.toByteArray());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot keep an Ed25519 key in PKCS#12", e);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /// Puts the proposed key in the place of the present one, once it is recorded.
  ///
  /// @throws WorkFailed when it cannot be moved
  public void adopt(String id) {
    try {
      Files.move(
          proposed(id),
          file(id),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
      AtomicFiles.forceDirectory(folder);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /// Forgets a proposed key that was not recorded.
  public void discard(String id) {
    try {
      Files.deleteIfExists(proposed(id));
    } catch (IOException left) {
      // A key that nobody enrolled signs nothing.
    }
  }

  /// Unlocks a person's key; empty when the passphrase is wrong. A key that was recorded and whose
  /// move to its place was cut off is found too.
  ///
  /// @param registered the key as the register knows it
  /// @throws UsageError when there is none on this computer, or only another one
  /// @throws InputRejected when the file is damaged
  public Optional<PersonKey> unlock(Signatory registered, char[] passphrase) {
    String id = registered.id();
    if (Files.exists(proposed(id))) {
      Optional<PersonKey> late = read(id, proposed(id), passphrase);
      if (late.isPresent() && late.get().verifier().equals(registered.key())) {
        adopt(id);
        return late;
      }
    }
    Optional<PersonKey> key = read(id, file(id), passphrase);
    if (key.isPresent() && !key.get().verifier().equals(registered.key())) {
      throw new UsageError(
          "SIGN-KEY-OTHER",
          "The key of " + id + " on this computer is not the one that the workspace knows.",
          "Sign on the computer where it was made, or have it rotated: 'assay signatory rotate'.");
    }
    return key;
  }

  private Optional<PersonKey> read(String id, Path file, char[] passphrase) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(Files.readAllBytes(file)), passphrase);
      if (store.getKey(ALIAS, passphrase) instanceof PrivateKey key
          && store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
        return Optional.of(new PersonKey(id, key, certificate.getPublicKey(), certificate));
      }
      throw damaged(file, null);
    } catch (NoSuchFileException e) {
      throw new UsageError(
          "SIGN-KEY-MISSING",
          "There is no key of " + id + " on this computer ('" + file + "').",
          "Sign on the computer where it was made, or have it rotated: 'assay signatory rotate'.");
    } catch (UnrecoverableKeyException e) {
      return Optional.empty();
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException) {
        return Optional.empty();
      }
      throw damaged(file, e);
    } catch (GeneralSecurityException e) {
      throw damaged(file, e);
    }
  }

  private static InputRejected damaged(Path file, @org.jspecify.annotations.Nullable Exception e) {
    return new InputRejected(
        "SIGN-KEY-DAMAGED",
        "'" + file + "' cannot be read as a key.",
        "Restore it from a backup, or have it rotated: 'assay signatory rotate'.",
        e);
  }

  private WorkFailed unwritable(IOException e) {
    return new WorkFailed(
        "SIGN-KEY-WRITE",
        "A key could not be kept in '" + folder + "' (" + e.getMessage() + ").",
        "Make that folder writable, or name another one in the environment variable ASSAY_CONFIG.",
        e);
  }

  private Path file(String id) {
    if (!Signatory.isId(id)) {
      throw new UsageError(
          "SIGN-ID",
          "An id is made of small letters, digits, dots, hyphens and underscores.",
          "For instance jane.doe.");
    }
    return folder.resolve(id + ".p12");
  }

  private Path proposed(String id) {
    return file(id).resolveSibling(id + ".p12.new");
  }
}
