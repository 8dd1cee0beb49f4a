package dev.assay.store;

import dev.assay.ledger.Answer;
import dev.assay.ledger.Entry;
import dev.assay.ledger.InclusionProof;
import dev.assay.ledger.Receipt;
import dev.assay.ledger.TreeHash;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.bundle.Evidence;
import dev.assay.ledger.bundle.Held;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The ledger of a workspace: every action that was recorded, in its order.
public interface LedgerStore {

  /// How far it came: its key, size, root and signature. Whoever keeps it can tell later whether
  /// the ledger went on from there.
  Receipt head();

  /// Every entry, the first one first.
  List<Entry> entries();

  /// Hashes of every entry.
  List<TreeHash> leaves();

  /// Proves one entry under the present head.
  ///
  /// @throws IndexOutOfBoundsException when there is no such entry
  InclusionProof proof(long index);

  /// Proves that the ledger goes on from an earlier size.
  ///
  /// @throws IndexOutOfBoundsException when it never had that size
  List<TreeHash> consistency(long earlier);

  /// The exact bytes that an entry's digest names, where the workspace keeps or can make them
  /// again.
  byte @Nullable [] payload(long index);

  /// What a bundle of evidence is made of, all of one state of the workspace.
  ///
  /// @param wanted the entries that are proved
  Extract extract(Predicate<Entry> wanted);

  /// Signs bytes with the ledger's key.
  ///
  /// @throws dev.assay.common.WorkFailed when the key is not on this computer
  byte[] sign(byte[] message);

  /// Answers the four questions about the whole workspace.
  ///
  /// @param held what somebody kept, absent = only what this computer remembers. Where it
  ///   contradicts the ledger, both are kept as evidence, and the answer says where
  List<Answer> answers(@Nullable Held held);

  /// Goes on with a workspace that is older than, or differs from, what this computer remembers;
  /// that is an entry of its own, and an act of the people who sign for it.
  ///
  /// @param reason why, at least three characters
  /// @param actor who did it, where nobody signs
  /// @param signing what people sign; what it throws stops the writing
  void accept(String reason, String actor, Instant time, Signing signing);

  /// Makes what people sign who go on with another state of the ledger.
  @FunctionalInterface
  interface Signing {

    /// @param now the register and the head of the state that is taken up
    /// @param left how far this computer had seen the ledger
    /// @return the act; absent where nobody is enrolled who could sign
    Optional<Act> of(SignoffStore.Situation now, Optional<Receipt> left);
  }

  /// A part of the ledger with all that it rests on.
  ///
  /// @param head how far the ledger came
  /// @param leaves hashes of every entry
  /// @param entries those that were wanted, with proofs and payloads
  /// @param documents that their records and acts name, by their names in a bundle
  record Extract(
      Receipt head,
      List<TreeHash> leaves,
      List<Evidence.Logged> entries,
      SortedMap<String, byte[]> documents) {}
}
