package dev.assay.store;

import dev.assay.audit.Dossier;
import dev.assay.common.Digest;
import dev.assay.finding.Verdict;
import dev.assay.signoff.Standing;
import java.time.Instant;
import java.util.List;

/// Audits with the runs and policies they rest on.
public interface AuditStore {

  /// Records an audit with its run and policy, all or nothing; durable when this returns.
  void record(Dossier dossier);

  /// An audit by id, by an unambiguous beginning of its id, or "latest".
  ///
  /// @throws dev.assay.common.UsageError when there is none, or several
  Dossier load(String id);

  /// The same as people sign it: without what people did, of which there may be much.
  ///
  /// @throws dev.assay.common.UsageError when there is none, or several
  Dossier toSign(String id);

  /// All audits, the latest first.
  List<Listed> list();

  /// Audits of this very model, whatever its file was called, the latest first.
  ///
  /// @param model digest of the model file with its external data
  List<Listed> ofModel(Digest model);

  /// One line of the list.
  ///
  /// @param review how far its review came
  /// @param standing how far it came on its way to approval, and what comes next
  record Listed(
      String id,
      String title,
      Instant created,
      String author,
      Verdict verdict,
      String policyId,
      String model,
      String dataset,
      Reviewed review,
      Standing standing) {

    /// How far it came on its way to approval: "draft", "in review", "approved".
    public String state() {
      return standing.state().word();
    }
  }

  /// How far a review came.
  enum Reviewed {
    /// Nobody has begun.
    NOT_BEGUN("not begun"),
    /// Somebody is at it.
    BEGUN("begun"),
    /// Handed in.
    SUBMITTED("submitted");

    private final String word;

    Reviewed(String word) {
      this.word = word;
    }

    /// For people: "not begun".
    public String word() {
      return word;
    }
  }
}
