package dev.assay.ledger.attest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// What somebody did: to the register of signatories, or to an audit on its way to approval.
public enum ActKind {
  /// A person got a key and roles.
  ENROLLED(true, 2, Set.of()),
  /// A person got another key.
  ROTATED(true, 2, Set.of()),
  /// A person's key signs no longer.
  REVOKED(true, 2, Set.of()),
  /// A person whose passphrase was given wrongly too often may sign again.
  UNLOCKED(true, 1, Set.of(Role.ADMINISTRATOR)),
  /// A rule of the workspace was set.
  SET(true, 1, Set.of(Role.ADMINISTRATOR)),
  /// Two people went on with an older or another state of the ledger than had been seen.
  RESTORED(true, 2, Set.of(Role.ADMINISTRATOR)),
  /// An administrator says that this computer's clock is right, and an earlier time was not.
  CLOCK(true, 1, Set.of(Role.ADMINISTRATOR)),
  /// A wrong passphrase was given for a person's key.
  WRONG_PASSPHRASE(true, 0, Set.of()),

  /// Handed over for review.
  SUBMITTED(false, 1, Set.of(Role.AUTHOR)),
  /// Reviewed; the decision is another person's.
  REVIEWED(false, 1, Set.of(Role.REVIEWER)),
  /// Approved for use.
  APPROVED(false, 1, Set.of(Role.APPROVER)),
  /// Not approved.
  REJECTED(false, 1, Set.of(Role.APPROVER)),
  /// Taken back.
  WITHDRAWN(false, 1, Set.of(Role.AUTHOR, Role.APPROVER, Role.ADMINISTRATOR)),
  /// Replaced by a later audit.
  SUPERSEDED(false, 1, Set.of(Role.APPROVER, Role.ADMINISTRATOR)),
  /// Somebody wrote something.
  COMMENTED(false, 0, Set.of()),
  /// Somebody named a file by its digest.
  ATTACHED(false, 0, Set.of()),
  /// Somebody signed a PDF of it; the act names the file by its digest.
  SEALED(false, 0, Set.of()),
  /// An administrator and a second person had the content of a file erased; its digest stays.
  ERASED(false, 2, Set.of(Role.ADMINISTRATOR)),
  /// Somebody tried a step that was not allowed.
  REFUSED(false, 0, Set.of());

  private final boolean ofPeople;
  private final int signatures;
  private final Set<Role> roles;

  ActKind(boolean ofPeople, int signatures, Set<Role> roles) {
    this.ofPeople = ofPeople;
    this.signatures = signatures;
    this.roles = roles;
  }

  /// Its word in documents and on the command line: "approved".
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether it changes the register of signatories, not an audit.
  public boolean ofPeople() {
    return ofPeople;
  }

  /// How many signatures it has.
  public int signatures() {
    return signatures;
  }

  /// Whether whoever signs it speaks of the audit and its documents.
  public boolean speaksOfAudit() {
    return !ofPeople && signatures > 0 && this != ERASED;
  }

  /// Who may do it: whoever has one of these roles. Empty where other rules say who.
  public Set<Role> roles() {
    return roles;
  }

  /// What the signature means, in the words of 21 CFR 11.50: "approval".
  public String meaning() {
    return switch (this) {
      case SUBMITTED -> "authorship";
      case REVIEWED -> "review";
      case APPROVED -> "approval";
      case REJECTED -> "rejection";
      case WITHDRAWN -> "withdrawal";
      case SUPERSEDED -> "supersession";
      case ENROLLED, ROTATED, REVOKED, UNLOCKED -> "responsibility for a key";
      case SET -> "responsibility for a rule";
      case RESTORED -> "responsibility for a restore";
      case CLOCK -> "responsibility for a clock";
      case ERASED -> "responsibility for an erasure";
      case WRONG_PASSPHRASE, COMMENTED, ATTACHED, SEALED, REFUSED -> "";
    };
  }

  /// The kind of this word; null when there is none.
  public static @org.jspecify.annotations.Nullable ActKind of(String word) {
    return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst().orElse(null);
  }
}
