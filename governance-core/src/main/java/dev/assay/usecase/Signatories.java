package dev.assay.usecase;

import dev.assay.common.Digest;
import dev.assay.common.UsageError;
import dev.assay.ledger.Signer;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.ledger.attest.Register;
import dev.assay.ledger.attest.Role;
import dev.assay.ledger.attest.Signatory;
import dev.assay.signoff.KeyRing;
import dev.assay.signoff.PersonKey;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import dev.assay.store.SignoffStore.Written;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps the register of signatories: who may sign in a workspace, as what, with which key. Nobody
/// enters it or leaves it by themselves, but for the first.
public final class Signatories {

  private final Supplier<GovernanceStore> workspace;
  private final Clock clock;
  private final Unlocking unlocking;

  /// @param workspace opens the workspace
  /// @param home where keys of people are kept
  /// @param clock tells when things happen
  public Signatories(Supplier<GovernanceStore> workspace, LedgerHome home, Clock clock) {
    this.workspace = workspace;
    this.clock = clock;
    this.unlocking = new Unlocking(home, clock);
  }

  /// The register as it stands.
  public Register register() {
    try (GovernanceStore store = workspace.get()) {
      return Unlocking.register(store.signoffs().situation(null));
    }
  }

  /// Everybody who was ever enrolled.
  public Collection<Signatory> list() {
    return register().people();
  }

  /// Enrols a person under a new key.
  ///
  /// @param name as it is printed
  /// @param verified how the person's identity was verified
  /// @param passphrase of the new key; wiped
  /// @param second an administrator who signs for it too; absent only for the first person
  /// @throws UsageError when it is not allowed; nothing is recorded then
  public Signatory enrol(
      String id,
      String name,
      SortedSet<Role> roles,
      String verified,
      char[] passphrase,
      @Nullable Credentials second) {
    try (GovernanceStore store = workspace.get()) {
      Register register = Unlocking.register(store.signoffs().situation(null));
      if (register.person(id).isPresent()) {
        throw refused("the id " + id + " is taken, and ids are never given again");
      }
      if (second == null && !register.isEmpty()) {
        throw refused("a second person is needed, an administrator");
      }
      Map<String, Object> fields = new TreeMap<>();
      fields.put("name", name.strip());
      fields.put("roles", roles.stream().map(Role::word).toList());
      fields.put("verified", verified.strip());
      return underNewKey(store, ActKind.ENROLLED, id, fields, passphrase, second);
    }
  }

  /// Gives a person another key, for instance after a passphrase was forgotten.
  ///
  /// @param passphrase of the new key; wiped
  /// @param second another person who signs for it
  public Signatory rotate(String id, String why, char[] passphrase, Credentials second) {
    try (GovernanceStore store = workspace.get()) {
      Map<String, Object> fields = new TreeMap<>();
      fields.put("reason", reason(why));
      return underNewKey(store, ActKind.ROTATED, id, fields, passphrase, second);
    }
  }

  private Signatory underNewKey(
      GovernanceStore store,
      ActKind kind,
      String id,
      Map<String, Object> fields,
      char[] passphrase,
      @Nullable Credentials second) {
    KeyRing ring = unlocking.ring(store);
    PersonKey key = PersonKey.generate(id);
    List<Signer> signers = new ArrayList<>(List.of(key));
    if (second != null) {
      signers.add(unlocking.unlock(store, second));
    }
    fields.put("key", key.verifier().line());
    ring.propose(id, key, passphrase, clock.instant());
    java.util.Arrays.fill(passphrase, '\0');
    boolean recorded = false;
    try {
      Signatory person =
          record(store, kind, id, second == null ? id : second.person(), fields, signers);
      recorded = true;
      return person;
    } finally {
      if (recorded) {
        ring.adopt(id);
      } else {
        ring.discard(id);
      }
    }
  }

  /// Revokes a person's key; what it signed before stays valid.
  ///
  /// @param first an administrator or the person
  /// @param second another person
  public Signatory revoke(String id, String why, Credentials first, Credentials second) {
    try (GovernanceStore store = workspace.get()) {
      Map<String, Object> fields = new TreeMap<>();
      fields.put("reason", reason(why));
      fields.put("second", second.person());
      List<Signer> signers =
          List.of(unlocking.unlock(store, first), unlocking.unlock(store, second));
      return record(store, ActKind.REVOKED, id, first.person(), fields, signers);
    }
  }

  /// Lets a person sign again after too many wrong passphrases.
  ///
  /// @param administrator another person
  public Signatory unlock(String id, String why, Credentials administrator) {
    try (GovernanceStore store = workspace.get()) {
      Map<String, Object> fields = new TreeMap<>();
      fields.put("reason", reason(why));
      List<Signer> signers = List.of(unlocking.unlock(store, administrator));
      return record(store, ActKind.UNLOCKED, id, administrator.person(), fields, signers);
    }
  }

  /// Says whether an author may approve their own audit.
  public void selfApproval(boolean may, String why, Credentials administrator) {
    set(Register.SELF_APPROVAL, may ? "yes" : "no", why, administrator);
  }

  /// Says after how many days a passphrase has to be a new one before its key signs audits (21 CFR
  /// 11.300(b)).
  ///
  /// @param days 0 = never, at most 9999
  public void passphraseDays(int days, String why, Credentials administrator) {
    set(Register.PASSPHRASE_DAYS, String.valueOf(days), why, administrator);
  }

  /// Says that the clock of this computer is right, where something was recorded under one that was
  /// ahead; from then on people sign again.
  public void clock(String why, Credentials administrator) {
    try (GovernanceStore store = workspace.get()) {
      Map<String, Object> fields = new TreeMap<>();
      fields.put("reason", reason(why));
      store.signoffs().latest().ifPresent(latest -> fields.put("value", latest.toString()));
      List<Signer> signers = List.of(unlocking.unlockAtAnyTime(store, administrator));
      add(store, ActKind.CLOCK, "clock", administrator.person(), fields, signers);
    }
  }

  private void set(String rule, String value, String why, Credentials administrator) {
    try (GovernanceStore store = workspace.get()) {
      Map<String, Object> fields = new TreeMap<>();
      fields.put("reason", reason(why));
      fields.put("value", value);
      List<Signer> signers = List.of(unlocking.unlock(store, administrator));
      add(store, ActKind.SET, rule, administrator.person(), fields, signers);
    }
  }

  /// Looks over every key that signs, as is done from time to time.
  public List<KeyCheck> check() {
    Register register = register();
    Instant now = clock.instant();
    return register.people().stream()
        .filter(Signatory::active)
        .map(p -> KeyCheck.of(p, register.passphraseDue(p).orElse(null), now))
        .toList();
  }

  /// A key that signs.
  ///
  /// @param days since its passphrase was chosen
  /// @param due from when on a new one is needed; absent where no rule says so
  /// @param overdue whether that is past
  public record KeyCheck(Signatory person, long days, @Nullable Instant due, boolean overdue) {

    static KeyCheck of(Signatory person, @Nullable Instant due, Instant now) {
      return new KeyCheck(
          person,
          Duration.between(person.since(), now).toDays(),
          due,
          due != null && !now.isBefore(due));
    }

    /// Whether somebody has to do something about it.
    public boolean needsCare() {
      return overdue || person.locked();
    }
  }

  private Signatory record(
      GovernanceStore store,
      ActKind kind,
      String who,
      String person,
      Map<String, Object> fields,
      List<Signer> signers) {
    return add(store, kind, who, person, fields, signers).person(who).orElseThrow();
  }

  private Register add(
      GovernanceStore store,
      ActKind kind,
      String who,
      String person,
      Map<String, Object> said,
      List<Signer> signers) {
    return Unlocking.register(
        store
            .signoffs()
            .add(
                null,
                now -> {
                  Instant time = clock.instant();
                  Map<String, Object> fields = Unlocking.fields(now, person, time);
                  fields.putAll(said);
                  fields.put("who", who);
                  fields.put("meaning", kind.meaning());
                  Act act = Act.signed(kind, fields, subject(kind, who, fields), signers);
                  Register.refusal(now.register(), act)
                      .ifPresent(
                          why -> {
                            throw refused(why);
                          });
                  return List.of(new Written(act, new TreeMap<>()));
                }));
  }

  /// What the signature is about: the key, or the rule.
  private static Map<String, Digest> subject(ActKind kind, String who, Map<String, Object> fields) {
    Object about = fields.getOrDefault("key", fields.getOrDefault("value", who));
    return Map.of(
        (kind == ActKind.SET ? "rules/" : "signatories/") + who,
        Digest.of(String.valueOf(about).getBytes(StandardCharsets.UTF_8)));
  }

  private static UsageError refused(String why) {
    return new UsageError(
        "SIGN-REGISTER",
        "The register stays as it is: " + why + ".",
        "'assay signatory list' shows who may do what.");
  }

  private static String reason(String why) {
    if (why.strip().length() < 3) {
      throw new UsageError(
          "SIGN-REASON", "A change of the register needs a reason.", "Say why with --reason.");
    }
    return why.strip();
  }
}
