package dev.assay.ledger.attest;

import dev.assay.common.Digest;
import dev.assay.ledger.ClockOrder;
import dev.assay.ledger.Entry;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.TreeHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Replays what people did in the order of the ledger and says of each signature whose it is and
/// whether it holds: over these documents, at this place, under the key of that time. Not for
/// several threads.
public final class Attestations {

  /// Kind of entries that change the register.
  public static final String REGISTER_KIND = "signatory";

  /// Kind of entries about audits.
  public static final String AUDIT_KIND = "signoff";

  private final String origin;
  private final Place place;
  private final Register register = Register.checking();
  private final Map<String, Line> lines = new HashMap<>();
  private final List<Attested> attested = new ArrayList<>();
  private final Set<Erased> erased = new HashSet<>();
  private final Map<Digest, String> restores = new HashMap<>();
  private final SortedMap<Long, Entry> entries = new TreeMap<>();
  private final List<String> remarks = new ArrayList<>();
  private long acts;

  /// @param origin name of the log
  /// @param place where documents and earlier heads are looked up
  public Attestations(String origin, Place place) {
    this.origin = origin;
    this.place = place;
  }

  /// Takes note of an entry, of whatever kind; all of them, in order.
  public void note(long index, Entry entry) {
    entries.put(index, entry);
    if (entry.kind().equals("audit")) {
      line(entry.subject()).others.add(entry.actor());
    } else if (entry.kind().equals(Entry.RESTORE)) {
      remarks.add(entry.restored(index, restores.getOrDefault(entry.payload(), "")));
    } else if (entry.kind().equals(Entry.MIGRATION)) {
      remarks.add(entry.migrated(index));
    }
  }

  /// Who went on with another state of the log, what brought it to a later format, where a clock
  /// was set back: a sentence each.
  public List<String> remarks() {
    List<String> all = new ArrayList<>(remarks);
    all.addAll(ClockOrder.setBack(entries).values());
    return all;
  }

  /// Takes the next entry of one of the two kinds.
  ///
  /// @param index of the entry
  /// @param document what it names
  /// @return why it does not hold; absent when it does
  public Optional<String> take(long index, Entry entry, byte[] document) {
    try {
      Act act = Act.parse(document);
      Optional<String> not = entry(entry, act);
      if (not.isPresent()) {
        return not;
      }
      return act.kind().ofPeople() ? ofPeople(act) : audit(index, act);
    } catch (MalformedLedger e) {
      return Optional.of(e.why());
    }
  }

  private Optional<String> ofPeople(Act act) {
    Optional<String> not = register.take(act);
    if (not.isEmpty() && act.kind() == ActKind.RESTORED) {
      String second = act.text("second");
      restores.put(
          act.digest(),
          printed(act.person()) + (second.isEmpty() ? "" : " and " + printed(second)));
    }
    return not;
  }

  private String printed(String person) {
    return register.person(person).map(p -> p.name() + " (" + p.id() + ")").orElse(person);
  }

  private Optional<String> entry(Entry entry, Act act) {
    boolean ofPeople = act.kind().ofPeople();
    String subject =
        ofPeople
            ? REGISTER_KIND + "#" + acts++
            : act.text("audit") + "#act" + line(act.text("audit")).acts++;
    return entry.kind().equals(ofPeople ? REGISTER_KIND : AUDIT_KIND)
            && entry.subject().equals(subject)
            && entry.actor().equals(act.person())
            && entry.time().toString().equals(act.text("time"))
        ? Optional.empty()
        : Optional.of("it speaks of something else than its entry");
  }

  private Optional<String> audit(long index, Act act) {
    Line line = line(act.text("audit"));
    String before = line.last;
    line.last = act.digest().sha256();
    if (!act.text("previous").equals(before)) {
      return Optional.of("it does not follow the act that was recorded before it");
    }
    if (act.kind().signatures() == 0) {
      return Optional.empty();
    }
    if (!headHolds(index, act)) {
      return Optional.of("the head that the signer saw is not one of this log");
    }
    for (Map.Entry<String, Digest> subject : act.subjects().entrySet()) {
      if (!place.has(act.text("audit"), subject.getKey(), subject.getValue())) {
        return Optional.of(subject.getKey() + " is not the document that was signed");
      }
    }
    Optional<String> not = register.objection(act, Set.copyOf(line.others));
    if (not.isEmpty()) {
      if (act.kind() == ActKind.ERASED) {
        if (!Digest.isWritten(act.text("sha256"))) {
          return Optional.of("a file that it names is not written as one");
        }
        erased.add(new Erased(act.text("audit"), act.text("sha256")));
      }
      if (act.kind() == ActKind.SUBMITTED) {
        line.others.add(act.person());
      }
      register
          .person(act.person())
          .ifPresent(person -> attested.add(new Attested(index, act, person, null)));
    }
    return not;
  }

  private boolean headHolds(long index, Act act) {
    return act.fields().get("head") instanceof Map<?, ?> head
        && head.size() == 3
        && origin.equals(head.get("origin"))
        && head.get("size") instanceof Long size
        && size >= 1
        && size <= index
        && place.root(size).base64().equals(head.get("root"));
  }

  private Line line(String audit) {
    return lines.computeIfAbsent(audit, id -> new Line());
  }

  /// Who signed what, in order; each knows whether the key was revoked later.
  public List<Attested> attested() {
    return attested.stream()
        .map(a -> new Attested(a.index, a.act, a.signer, later(a.signer)))
        .toList();
  }

  private @Nullable Ending later(Signatory signer) {
    Signatory now = register.person(signer.id()).orElse(signer);
    if (!now.key().equals(signer.key())) {
      return new Ending("replaced", now.since());
    }
    Instant revoked = now.revoked();
    return revoked == null ? null : new Ending("revoked", revoked);
  }

  /// Files whose content was erased under two signatures that hold.
  public Set<Erased> erased() {
    return Set.copyOf(erased);
  }

  /// A file that came with an audit and was erased; its digest stays.
  ///
  /// @param audit its id
  /// @param sha256 of the content that was there, in hexadecimal
  public record Erased(String audit, String sha256) {}

  /// The register as it stands.
  public Register register() {
    return register;
  }

  /// Where documents and earlier heads are looked up.
  public interface Place {

    /// Whether the document of this name is there and is this one.
    boolean has(String audit, String name, Digest digest);

    /// Root of the log when it had this size, which it had.
    TreeHash root(long size);
  }

  /// How a key ended.
  ///
  /// @param what "replaced" or "revoked"
  public record Ending(String what, Instant at) {}

  /// A signature that holds.
  ///
  /// @param index of its entry
  /// @param act what was signed
  /// @param signer as the register knew them then
  /// @param ending what became of the key; absent = it still signs
  public record Attested(long index, Act act, Signatory signer, @Nullable Ending ending) {

    /// As records say it: "revoked on 2026-11-25T18:00:06Z"; absent = it still signs.
    public @Nullable String later() {
      return ending == null ? null : ending.what + " on " + ending.at;
    }

    /// In a sentence, word for word as the script in the evidence writes it: who, as what, when,
    /// with which key.
    public String sentence() {
      return "Audit "
          + act.text("audit")
          + ": "
          + act.kind().meaning()
          + " by "
          + signer.name()
          + " ("
          + signer.id()
          + ") on "
          + act.time()
          + ", entry "
          + index
          + ", key "
          + signer.key().fingerprint().substring(0, 19)
          + " valid then"
          + (ending == null ? "" : ", " + later())
          + ".";
    }
  }

  private static final class Line {
    private final Set<String> others = new HashSet<>();
    private String last = "";
    private long acts;
  }
}
