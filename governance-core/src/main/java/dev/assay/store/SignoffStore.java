package dev.assay.store;

import dev.assay.common.Digest;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.signoff.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What people did: to the register of signatories, and to audits on their way to approval. Acts
/// are only ever added.
public interface SignoffStore {

  /// Everything that somebody decides by, of one state of the workspace.
  ///
  /// @param audit an audit's id, an unambiguous beginning of it or "latest"; absent = only the
  ///   register
  /// @throws dev.assay.common.UsageError when there is no such audit, or several
  Situation situation(@Nullable String audit);

  /// Adds acts, all or none, each with its entry in the ledger, durable when this returns. Nobody
  /// else writes between the look at what is there and the writing.
  ///
  /// @param audit whose acts they are; absent = the register's
  /// @param next given what is there, says what to add; what it throws stops the writing
  /// @return what is there afterwards
  Situation add(@Nullable String audit, Function<Situation, List<Written>> next);

  /// Adds acts to several audits in one transaction; see [#add].
  ///
  /// @param audits whole ids
  /// @param next is asked once for each
  void addToEach(List<String> audits, Function<Situation, List<Written>> next);

  /// The latest time that somebody did something at, since an administrator last said that the
  /// clock of a computer was right; absent before anybody did anything.
  Optional<Instant> latest();

  /// Every act of an audit, in order: for whoever shows them all.
  ///
  /// @param audit as for [#situation]
  List<Act> acts(String audit);

  /// Audits that a file came with and that do not say yet that it was erased.
  ///
  /// @param sha256 of the file, in hexadecimal
  List<String> holding(String sha256);

  /// The first addition with a file: its digest, by its name in a bundle of evidence.
  ///
  /// @param audit its whole id
  /// @throws dev.assay.common.UsageError when the file did not come with this audit, or cannot be
  ///   erased, for numbers rest on it
  SortedMap<String, Digest> naming(String audit, String sha256);

  /// Acts of these kinds, of the register and of every audit, the latest first.
  ///
  /// @param most how many at most
  List<Act> latest(Set<ActKind> kinds, int most);

  /// Everything that was done with the audits in which somebody is asked something, those audits in
  /// the order of recording.
  List<Discussed> discussed();

  /// An audit in which somebody is asked something.
  ///
  /// @param audit its whole id
  /// @param title of the audit
  /// @param acts every act of the audit, in order
  record Discussed(String audit, String title, List<Act> acts) {}

  /// What the next step of an audit depends on: as many acts as there are steps, however many there
  /// are in all.
  ///
  /// @param count of all acts of the audit
  /// @param steps acts that brought it from one state to another, in order
  /// @param signed the last act that somebody signed, absent before any
  /// @param last the last act, absent before any
  record Trail(long count, List<Act> steps, @Nullable Act signed, @Nullable Act last) {

    /// Nothing was done yet.
    public static final Trail NONE = new Trail(0, List.of(), null, null);

    /// Keeps its own list.
    public Trail {
      steps = List.copyOf(steps);
    }

    /// How far the audit came.
    public Workflow workflow() {
      return Workflow.of(steps);
    }
  }

  /// Everything that somebody decides by.
  ///
  /// @param audit the whole id of the audit, "" = none
  /// @param author who recorded the audit, "" without one
  /// @param register every act of the register, in order
  /// @param trail what was done with the audit
  /// @param documents digests of what the audit rests on, by their names in a bundle of evidence
  /// @param head how far the ledger came
  record Situation(
      String audit,
      String author,
      List<Act> register,
      Trail trail,
      SortedMap<String, Digest> documents,
      Receipt head) {}

  /// An act to be added.
  ///
  /// @param act what was done
  /// @param renderings what the signer had before them, by the names under which the act names it
  record Written(Act act, SortedMap<String, byte[]> renderings) {}
}
