package dev.assay.usecase;

import java.util.Arrays;

/// The two components of a signature (21 CFR 11.200): who, and what only they know. The passphrase
/// is asked for each signing and wiped after it.
///
/// @param person id of the signatory
/// @param passphrase of their key
public record Credentials(String person, char[] passphrase) {

  /// Forgets the passphrase.
  public void wipe() {
    Arrays.fill(passphrase, '\0');
  }

  @Override
  public String toString() {
    return "credentials of " + person;
  }
}
