package dev.assay.ledger.attest;

import dev.assay.ledger.VerifierKey;
import java.time.Instant;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A person who may sign, as the register knows them after some acts.
///
/// @param id unique, never given to anybody else: `jane.doe`
/// @param name as it is printed
/// @param roles what the person may do
/// @param key that signs for the person now
/// @param since when the key was recorded
/// @param revoked when the key was revoked, absent = it was not
/// @param wrong how often in a row a wrong passphrase was given
public record Signatory(
    String id,
    String name,
    SortedSet<Role> roles,
    VerifierKey key,
    Instant since,
    @Nullable Instant revoked,
    int wrong) {

  /// How many wrong passphrases in a row lock a key.
  public static final int MOST_WRONG = 5;

  /// Keeps its own set.
  public Signatory {
    roles = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(roles));
  }

  /// What the key of a person is called.
  public static String keyName(String id) {
    return "person/" + id;
  }

  /// Whether this can be a person's id.
  public static boolean isId(String id) {
    return id.matches("[a-z0-9][a-z0-9._-]{0,39}");
  }

  /// Whether the key signs.
  public boolean active() {
    return revoked == null;
  }

  /// Whether a wrong passphrase was given too often.
  public boolean locked() {
    return wrong >= MOST_WRONG;
  }

  /// Whether the person has one of these roles.
  public boolean hasOneOf(Set<Role> wanted) {
    return roles.stream().anyMatch(wanted::contains);
  }

  Signatory withKey(VerifierKey another, Instant at) {
    return new Signatory(id, name, roles, another, at, null, 0);
  }

  Signatory revokedAt(Instant at) {
    return new Signatory(id, name, roles, key, since, at, wrong);
  }

  Signatory withWrong(int count) {
    return new Signatory(id, name, roles, key, since, revoked, count);
  }
}
