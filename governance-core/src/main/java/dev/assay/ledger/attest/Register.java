package dev.assay.ledger.attest;

import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.VerifierKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Who may sign, act by act. A new key counts when another person signs for it too; only the first
/// person of a workspace stands alone. Not for several threads.
public final class Register {

  /// The rule that lets an author approve their own audit; "yes" or "no", "no" where it is not set.
  public static final String SELF_APPROVAL = "approver-may-be-author";

  /// After how many days a passphrase has to be a new one before its key signs audits; not set or 0
  /// = never.
  public static final String PASSPHRASE_DAYS = "passphrase-days";

  /// Values that the rules of a workspace may have.
  private static final Map<String, Pattern> RULES =
      Map.of(
          SELF_APPROVAL, Pattern.compile("yes|no"),
          PASSPHRASE_DAYS, Pattern.compile("0|[1-9][0-9]{0,3}"));

  // decision: five wrong passphrases within an hour lock a key, so that years of slips do not
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final Set<Role> COSIGN = Set.of(Role.ADMINISTRATOR, Role.APPROVER);
  private static final Set<Role> KEEPERS = Set.of(Role.ADMINISTRATOR);

  private final boolean checking;
  private final Map<String, Signatory> people = new TreeMap<>();
  private final Map<String, Instant> firstWrong = new HashMap<>();
  private final Map<String, String> rules = new TreeMap<>();
  private String last = "";

  private Register(boolean checking) {
    this.checking = checking;
  }

  /// One that checks every signature.
  public static Register checking() {
    return new Register(true);
  }

  /// One for acts whose signatures were checked before they were stored.
  public static Register trusting() {
    return new Register(false);
  }

  /// Why an act does not hold after those before it, every signature checked; absent when it does.
  public static Optional<String> refusal(List<Act> before, Act next) {
    Register register = checking();
    before.forEach(register::take);
    return register.take(next);
  }

  /// Everybody who was ever enrolled, by id.
  public Collection<Signatory> people() {
    return List.copyOf(people.values());
  }

  /// A person.
  public Optional<Signatory> person(String id) {
    return Optional.ofNullable(people.get(id));
  }

  /// Whether nobody was enrolled yet.
  public boolean isEmpty() {
    return people.isEmpty();
  }

  /// Whether an author may approve their own audit.
  public boolean selfApproval() {
    return "yes".equals(rules.get(SELF_APPROVAL));
  }

  /// From when on a person's passphrase is too old to sign audits; absent where no rule says so.
  public Optional<Instant> passphraseDue(Signatory person) {
    int days = Integer.parseInt(rules.getOrDefault(PASSPHRASE_DAYS, "0"));
    return days == 0 ? Optional.empty() : Optional.of(person.since().plus(Duration.ofDays(days)));
  }

  /// Digest of the last act that it took, "" before any.
  public String last() {
    return last;
  }

  /// Takes an act of the register.
  ///
  /// @return why it does not hold; absent when it does, and only then it changes anything
  public Optional<String> take(Act act) {
    String before = last;
    last = act.digest().sha256();
    try {
      if (!act.text("previous").equals(before)) {
        return Optional.of("it does not follow the act that was recorded before it");
      }
      return taken(act, act.text("who"));
    } catch (MalformedLedger e) {
      return Optional.of(e.why());
    }
  }

  private Optional<String> taken(Act act, String who) {
    return switch (act.kind()) {
      case ENROLLED -> enrolled(act, who);
      case ROTATED -> rotated(act, who);
      case REVOKED -> revoked(act, who);
      case UNLOCKED -> {
        Optional<String> not = keeper(act.person(), who).or(() -> unsigned(act, key(act.person())));
        if (not.isEmpty()) {
          people.put(who, known(who).withWrong(0));
        }
        yield not;
      }
      case SET -> {
        Optional<String> not = keeper(act.person(), "").or(() -> unsigned(act, key(act.person())));
        Pattern values = RULES.get(who);
        if (not.isEmpty() && (values == null || !values.matcher(act.text("value")).matches())) {
          not = Optional.of("there is no such rule, or it cannot have that value");
        }
        if (not.isEmpty()) {
          rules.put(who, act.text("value"));
        }
        yield not;
      }
      case RESTORED -> restored(act);
      case CLOCK -> keeper(act.person(), "").or(() -> unsigned(act, key(act.person())));
      case WRONG_PASSPHRASE -> {
        wrong(known(who), act.time());
        yield Optional.empty();
      }
      case SUBMITTED,
          REVIEWED,
          APPROVED,
          REJECTED,
          WITHDRAWN,
          SUPERSEDED,
          COMMENTED,
          ATTACHED,
          SEALED,
          ERASED,
          REFUSED ->
          Optional.of("it is not an act of the register");
    };
  }

  private Optional<String> enrolled(Act act, String who) {
    VerifierKey key = newKey(act, who);
    Set<Role> roles = roles(act);
    if (!Signatory.isId(who) || people.containsKey(who)) {
      return Optional.of("the id " + who + " is taken, or is none");
    }
    if (act.text("name").isEmpty() || act.text("verified").isEmpty() || roles.isEmpty()) {
      return Optional.of("a name, roles and how the identity was verified are needed");
    }
    Optional<String> not;
    if (people.isEmpty()) {
      not =
          act.person().equals(who) && roles.contains(Role.ADMINISTRATOR)
              ? unsigned(act, key)
              : Optional.of("the first person enrols alone, as administrator");
    } else {
      not = keeper(act.person(), who).or(() -> unsigned(act, key, key(act.person())));
    }
    if (not.isEmpty()) {
      people.put(
          who,
          new Signatory(who, act.text("name"), new TreeSet<>(roles), key, act.time(), null, 0));
    }
    return not;
  }

  private Optional<String> rotated(Act act, String who) {
    VerifierKey key = newKey(act, who);
    Signatory person = known(who);
    Optional<String> not =
        may(act.person(), who, person.active() ? COSIGN : KEEPERS)
            .or(() -> unsigned(act, key, key(act.person())));
    if (not.isEmpty()) {
      people.put(who, person.withKey(key, act.time()));
    }
    return not;
  }

  private Optional<String> revoked(Act act, String who) {
    Signatory person = known(who);
    String second = act.text("second");
    List<String> both = List.of(act.person(), second);
    if (!person.active()) {
      return Optional.of("the key of " + who + " is revoked already");
    }
    for (String one : both) {
      if (people.get(one) == null || !known(one).active()) {
        return Optional.of(one + " has no key that signs");
      }
    }
    if (act.person().equals(second)
        || !(both.contains(who) || both.stream().anyMatch(p -> known(p).hasOneOf(KEEPERS)))) {
      return Optional.of("two people revoke a key, an administrator or its owner among them");
    }
    boolean keeperLeft =
        people.values().stream()
            .anyMatch(p -> p.active() && p.hasOneOf(KEEPERS) && !p.id().equals(who));
    if (!keeperLeft) {
      return Optional.of("it is the key of the last administrator");
    }
    Optional<String> not = unsigned(act, key(act.person()), key(second));
    if (not.isEmpty()) {
      people.put(who, person.revokedAt(act.time()));
    }
    return not;
  }

  /// An administrator and another person; the administrator alone where nobody else's key signs.
  private Optional<String> restored(Act act) {
    String second = act.text("second");
    boolean alone =
        people.values().stream().noneMatch(p -> p.active() && !p.id().equals(act.person()));
    Optional<String> not = keeper(act.person(), "");
    if (not.isPresent()) {
      return not;
    }
    if (second.isEmpty()) {
      return alone ? unsigned(act, key(act.person())) : Optional.of("a second person is needed");
    }
    return may(second, act.person(), EnumSet.allOf(Role.class))
        .or(() -> unsigned(act, key(act.person()), key(second)));
  }

  private void wrong(Signatory person, Instant at) {
    Instant first = firstWrong.get(person.id());
    boolean again = first != null && Duration.between(first, at).compareTo(WINDOW) <= 0;
    if (!again && !person.locked()) {
      firstWrong.put(person.id(), at);
    }
    people.put(person.id(), person.withWrong(again || person.locked() ? person.wrong() + 1 : 1));
  }

  /// Whether a signed act about an audit holds: its person, the role, the key, what the person knew
  /// of the register.
  ///
  /// @param others who made or submitted the audit and may therefore not decide about it
  /// @return why it does not hold
  public Optional<String> objection(Act act, Set<String> others) {
    try {
      if (!act.text("register").equals(last)) {
        return Optional.of("it was signed under another register of signatories");
      }
      Optional<String> not = objection(act.person(), act.kind(), others);
      if (not.isPresent()) {
        return not;
      }
      Signatory person = known(act.person());
      if (!act.text("name").equals(person.name())
          || !act.text("meaning").equals(act.kind().meaning())) {
        return Optional.of("its printed name or its meaning is not the signer's");
      }
      return act.kind() == ActKind.ERASED ? ofTwo(act, person) : unsigned(act, person.key());
    } catch (MalformedLedger e) {
      return Optional.of(e.why());
    }
  }

  private Optional<String> ofTwo(Act act, Signatory person) {
    String second = act.text("second");
    return may(second, person.id(), EnumSet.allOf(Role.class))
        .or(() -> unsigned(act, person.key(), key(second)));
  }

  /// Why a person may not take a step of an audit, whatever they would sign.
  ///
  /// @param others who made or submitted the audit and may therefore not decide about it
  /// @return half a sentence; absent when they may
  public Optional<String> objection(String person, ActKind kind, Set<String> others) {
    Optional<String> not = may(person, "", kind.roles());
    return not.isEmpty() && DECISIONS.contains(kind) && !selfApproval() && others.contains(person)
        ? Optional.of("who made an audit does not decide about it")
        : not;
  }

  private static final Set<ActKind> DECISIONS = EnumSet.of(ActKind.APPROVED, ActKind.REJECTED);

  private Optional<String> keeper(String id, String not) {
    return may(id, not, KEEPERS);
  }

  /// Why a person may not.
  ///
  /// @param not another than this one
  private Optional<String> may(String id, String not, Set<Role> roles) {
    Signatory person = people.get(id);
    if (person == null || !person.active()) {
      return Optional.of(id + " has no key that signs");
    }
    if (id.equals(not)) {
      return Optional.of("a second person is needed");
    }
    if (!person.hasOneOf(roles)) {
      List<String> words = roles.stream().map(Role::word).sorted().toList();
      return Optional.of(id + " is not " + String.join(" or ", words));
    }
    return Optional.empty();
  }

  private VerifierKey newKey(Act act, String who) {
    VerifierKey key = VerifierKey.parse(act.text("key"));
    boolean taken = people.values().stream().anyMatch(p -> p.key().sameKeyAs(key));
    if (!key.name().equals(Signatory.keyName(who)) || taken) {
      throw new MalformedLedger("the new key is not one of " + who + "'s own");
    }
    return key;
  }

  private static Set<Role> roles(Act act) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    if (act.fields().get("roles") instanceof List<?> words) {
      for (Object word : words) {
        Role role = Role.of(String.valueOf(word));
        if (role == null) {
          throw new MalformedLedger("there is no role " + word);
        }
        roles.add(role);
      }
    }
    return roles;
  }

  private Signatory known(String id) {
    Signatory person = people.get(id);
    if (person == null) {
      throw new MalformedLedger(id + " is not enrolled");
    }
    return person;
  }

  private VerifierKey key(String id) {
    return known(id).key();
  }

  /// Why an act is not signed by exactly these keys in this order.
  private Optional<String> unsigned(Act act, VerifierKey... keys) {
    List<Dsse.Signature> signatures = new ArrayList<>(act.signatures());
    boolean fits = signatures.size() == keys.length;
    byte[] message = checking ? Dsse.signed(Dsse.parse(act.document()).payload()) : new byte[0];
    for (int i = 0; fits && i < keys.length; i++) {
      fits =
          signatures.get(i).keyId().equals(keys[i].line())
              && (!checking || keys[i].signed(message, signatures.get(i).bytes()));
    }
    return fits
        ? Optional.empty()
        : Optional.of("it is not signed by the key of " + act.person() + " of that time");
  }
}
