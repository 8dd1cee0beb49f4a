package dev.assay.app.gui.audit;

import dev.assay.ledger.attest.Role;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.KeyRing;
import dev.assay.usecase.Credentials;
import dev.assay.usecase.Signatories;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is filled in to renew, revoke or unlock a key, and what stands against it. It holds no
/// nodes.
///
/// @param act what is done
/// @param person whose key it is; null = nobody chosen
/// @param reason why
/// @param passphrase of the new key, only for renewing
/// @param again the same, to be sure
/// @param first who signs for it; null = nobody chosen
/// @param firstPassphrase theirs
/// @param second who signs too, only for revoking; null = nobody chosen
/// @param secondPassphrase theirs
record KeyForm(
    KeyAct act,
    @Nullable Signatory person,
    String reason,
    String passphrase,
    String again,
    @Nullable Signatory first,
    String firstPassphrase,
    @Nullable Signatory second,
    String secondPassphrase) {

  private static final int SHORTEST_REASON = 3;

  /// Never its passphrases.
  @Override
  public String toString() {
    return act.title() + " of " + (person == null ? "nobody" : person.id());
  }

  /// People who may sign for it.
  static List<Signatory> signers(
      KeyAct act, @Nullable Signatory person, Collection<Signatory> people) {
    Set<Role> roles =
        switch (act) {
          case RENEW ->
              person != null && !person.active()
                  ? Set.of(Role.ADMINISTRATOR)
                  : Set.of(Role.ADMINISTRATOR, Role.APPROVER);
          case REVOKE -> Set.of(Role.values());
          case UNLOCK -> Set.of(Role.ADMINISTRATOR);
        };
    boolean self = act == KeyAct.REVOKE;
    return people.stream()
        .filter(p -> p.active() && !p.locked() && p.hasOneOf(roles))
        .filter(p -> self || person == null || !p.id().equals(person.id()))
        .toList();
  }

  /// What stands against it; empty when nothing does.
  String hindrance() {
    if (person == null) {
      return "Choose a person in the table.";
    }
    String not =
        switch (act) {
          case RENEW -> newPassphrase();
          case REVOKE -> person.active() ? "" : "The key of " + person.name() + " is revoked.";
          case UNLOCK -> person.locked() ? "" : "The key of " + person.name() + " is not locked.";
        };
    if (!not.isEmpty()) {
      return not;
    }
    if (reason.strip().length() < SHORTEST_REASON) {
      return "Say why; it stays in the record.";
    }
    if (first == null) {
      return "Choose who signs for it.";
    }
    if (firstPassphrase.isEmpty()) {
      return "Type the passphrase of " + first.name() + ".";
    }
    return act == KeyAct.REVOKE ? secondSigner(person, first) : "";
  }

  private String newPassphrase() {
    return KeyRing.weakness(passphrase.toCharArray())
        .orElse(passphrase.equals(again) ? "" : "The two new passphrases differ.");
  }

  private String secondSigner(Signatory owner, Signatory one) {
    Signatory other = second;
    if (other == null) {
      return "Choose the second person who signs for it.";
    }
    if (other.id().equals(one.id())) {
      return "Two different people revoke a key.";
    }
    boolean keeper =
        List.of(one, other).stream()
            .anyMatch(p -> p.id().equals(owner.id()) || p.roles().contains(Role.ADMINISTRATOR));
    if (!keeper) {
      return "One of the two is an administrator or the owner of the key.";
    }
    return secondPassphrase.isEmpty() ? "Type the passphrase of " + other.name() + "." : "";
  }

  /// Does it; only when nothing stands against it.
  Signatory perform(Signatories use) {
    String id = Objects.requireNonNull(person).id();
    Credentials by = credentials(Objects.requireNonNull(first), firstPassphrase);
    return switch (act) {
      case RENEW -> use.rotate(id, reason, passphrase.toCharArray(), by);
      case REVOKE ->
          use.revoke(id, reason, by, credentials(Objects.requireNonNull(second), secondPassphrase));
      case UNLOCK -> use.unlock(id, reason, by);
    };
  }

  private static Credentials credentials(Signatory person, String passphrase) {
    return new Credentials(person.id(), passphrase.toCharArray());
  }
}
