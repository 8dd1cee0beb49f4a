package dev.assay.store;

import dev.assay.audit.Addition;
import dev.assay.audit.Additions;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/// What people add to audits after they were recorded, and the files that came with it.
public interface AdditionStore {

  /// The largest file that is kept, in bytes.
  int LARGEST_FILE = 16 << 20;

  /// The most bytes of all files of one audit: its evidence must fit into an archive that every
  /// verifier reads.
  long MOST_OF_AN_AUDIT = 256L << 20;

  /// Everything that was added to an audit, as it stands.
  ///
  /// @param auditId an audit's id, or an unambiguous beginning of it, or "latest"
  /// @throws dev.assay.common.UsageError when there is no such audit, or several
  Additions of(String auditId);

  /// Adds, all or none, durable when this returns. Nobody else writes between the look at what was
  /// added and the writing.
  ///
  /// @param files bytes by digest, of every document that is named and not kept yet
  /// @param next given what was added so far, says what to add; what it throws stops the writing
  /// @return everything that was added
  /// @throws dev.assay.common.UsageError when the audit's files would be more than are kept
  /// @throws IllegalArgumentException when an addition names a document that is nowhere
  Additions append(
      String auditId, SortedMap<String, byte[]> files, UnaryOperator<List<Addition>> next);

  /// A file that came with an addition, checked against its digest.
  ///
  /// @param sha256 in hexadecimal
  /// @throws dev.assay.common.UsageError when there is none
  byte[] file(String sha256);
}
