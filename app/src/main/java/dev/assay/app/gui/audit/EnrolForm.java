package dev.assay.app.gui.audit;

import dev.assay.ledger.attest.Role;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.KeyRing;
import java.util.Collection;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// What is filled in to enrol a person, and what stands against it. It holds no nodes.
///
/// @param people who is enrolled already
/// @param id of the new person
/// @param name as it is printed
/// @param roles what the person may do
/// @param verified how the identity was verified
/// @param passphrase of the new key
/// @param again the same, to be sure
/// @param second who signs for it too; null = nobody chosen
/// @param secondPassphrase characters of their passphrase
record EnrolForm(
    Collection<Signatory> people,
    String id,
    String name,
    SortedSet<Role> roles,
    String verified,
    String passphrase,
    String again,
    @Nullable Signatory second,
    int secondPassphrase) {

  /// Never its passphrases.
  @Override
  public String toString() {
    return "enrolment of " + id;
  }

  /// What stands against enrolling; empty when nothing does.
  String hindrance() {
    if (!Signatory.isId(id)) {
      return "An id is made of small letters, digits, dots, hyphens and underscores: jane.doe.";
    }
    if (people.stream().anyMatch(p -> p.id().equals(id))) {
      return "The id " + id + " is taken, and ids are never given again.";
    }
    if (name.isBlank()) {
      return "Give the name as it is to be printed.";
    }
    if (roles.isEmpty()) {
      return "Choose at least one role.";
    }
    if (people.isEmpty() && !roles.contains(Role.ADMINISTRATOR)) {
      return "The first person is an administrator.";
    }
    if (verified.isBlank()) {
      return "Say how the person's identity was verified.";
    }
    var weakness = KeyRing.weakness(passphrase.toCharArray());
    if (weakness.isPresent()) {
      return weakness.get();
    }
    if (!passphrase.equals(again)) {
      return "The two passphrases differ.";
    }
    if (people.isEmpty()) {
      return "";
    }
    if (second == null) {
      return "Choose the administrator who signs for it.";
    }
    return secondPassphrase == 0 ? "Type the passphrase of " + second.name() + "." : "";
  }
}
