package dev.assay.store.sqlite;

import dev.assay.common.Digest;
import dev.assay.common.WorkFailed;
import dev.assay.ledger.Entry;
import dev.assay.ledger.TreeHash;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.Attestations;
import dev.assay.ledger.attest.Attestations.Attested;
import dev.assay.ledger.bundle.Evidence;
import dev.assay.signoff.Workflow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Replays every act in the order of the ledger: who signed what, with which key, and whether each
/// step was one that could be taken.
final class SignoffVerification implements Attestations.Place {

  private static final String RENDERINGS = "signed/";

  private final Sql sql;
  private final Ledger ledger;
  private final Map<String, SortedMap<String, Digest>> documents = new HashMap<>();
  private final Map<String, Workflow> workflows = new HashMap<>();

  SignoffVerification(Sql sql, Ledger ledger) {
    this.sql = sql;
    this.ledger = ledger;
  }

  /// Looks at everything; the caller holds a transaction.
  ///
  /// @param entries of the ledger, all and in order
  Found found(List<Entry> entries) throws SQLException {
    List<String> faults = new ArrayList<>(renderings());
    Attestations attestations;
    try {
      attestations = new Attestations(ledger.verifier().name(), this);
      for (int i = 0; i < entries.size(); i++) {
        Entry entry = entries.get(i);
        attestations.note(i, entry);
        switch (entry.kind()) {
          case Attestations.REGISTER_KIND, Attestations.AUDIT_KIND ->
              take(attestations, i, entry, faults);
          default -> {}
        }
      }
    } catch (WorkFailed e) {
      faults.add(Verification.what(e));
      return new Found(faults, List.of());
    }
    List<String> said =
        new ArrayList<>(attestations.attested().stream().map(Attested::sentence).toList());
    said.addAll(attestations.remarks());
    return new Found(faults, said);
  }

  private void take(Attestations attestations, long index, Entry entry, List<String> faults)
      throws SQLException {
    byte[] document = SignoffTable.payload(sql, entry);
    var not = attestations.take(index, entry, document);
    if (not.isPresent()) {
      faults.add("entry " + index + ": " + not.get());
      return;
    }
    Act act = Act.parse(document);
    if (!act.kind().ofPeople()) {
      String audit = act.text("audit");
      Workflow before = workflows.getOrDefault(audit, Workflow.of(List.of()));
      before.objection(act.kind()).ifPresent(why -> faults.add("entry " + index + ": " + why));
      workflows.put(audit, before.after(act.kind()));
    }
  }

  /// Every row is what it says, and every rendering is one that somebody signed.
  private List<String> renderings() throws SQLException {
    List<String> faults = new ArrayList<>();
    SignoffTable table = new SignoffTable(sql);
    for (SignoffTable.Row row : table.rows()) {
      guarded(faults, () -> row.act(sql));
    }
    for (String sha256 :
        sql.query("SELECT sha256 FROM signed_document ORDER BY sha256", r -> r.getString(1))) {
      guarded(faults, () -> table.rendering(sha256));
    }
    faults.addAll(
        sql.query(
            "SELECT sha256 FROM signed_document WHERE sha256 NOT IN (SELECT sha256 FROM"
                + " act_document)",
            r -> "the signed document " + r.getString(1) + " belongs to no act"));
    return faults;
  }

  private static void guarded(List<String> faults, Sql.Answer<?> look) throws SQLException {
    try {
      look.get();
    } catch (WorkFailed e) {
      faults.add(Verification.what(e));
    }
  }

  @Override
  public boolean has(String audit, String name, Digest digest) {
    try {
      if (name.startsWith(RENDERINGS)) {
        return !sql.query(
                "SELECT 1 FROM signed_document WHERE sha256 = ? AND name = ?",
                r -> r.getInt(1),
                digest.sha256(),
                name)
            .isEmpty();
      }
      if (name.startsWith(Evidence.payloadName(0).replace("0", ""))) {
        return digest
            .sha256()
            .equals(
                sql.first(
                        "SELECT json_extract(body, '$.payload') FROM entry WHERE seq = ?"
                            + " AND substr(json_extract(body, '$.subject'), 1, length(?2)) = ?2",
                        r -> r.getString(1),
                        name.replaceAll(".*/", ""),
                        audit)
                    .orElse(""));
      }
      if (!documents.containsKey(audit)) {
        documents.put(audit, SignoffTable.documents(AuditRecord.of(sql, audit)));
      }
      return digest.equals(documents.get(audit).get(name));
    } catch (SQLException e) {
      throw sql.faults().of(e, false);
    }
  }

  @Override
  public TreeHash root(long size) {
    return ledger.tree(size).root();
  }

  /// What the replay gives.
  ///
  /// @param faults signatures and steps that do not hold
  /// @param signed who signed what, and what else is to be known of the ledger, a sentence each
  record Found(List<String> faults, List<String> signed) {}
}
