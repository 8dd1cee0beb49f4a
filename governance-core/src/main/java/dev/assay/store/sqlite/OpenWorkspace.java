package dev.assay.store.sqlite;

import dev.assay.audit.Addition;
import dev.assay.audit.Additions;
import dev.assay.audit.Dossier;
import dev.assay.audit.ReviewEvent;
import dev.assay.common.Digest;
import dev.assay.common.WorkFailed;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.Evaluation;
import dev.assay.ledger.Entry;
import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.modelcard.CardVersion;
import dev.assay.modelcard.Narrative;
import dev.assay.store.AdditionStore;
import dev.assay.store.AuditStore;
import dev.assay.store.CardStore;
import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import dev.assay.store.LedgerStore;
import dev.assay.store.ReviewStore;
import dev.assay.store.RunStore;
import dev.assay.store.SignoffStore;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// An open workspace. May be used by several threads; they take turns.
final class OpenWorkspace implements GovernanceStore {

  private final Sql sql;
  private final Ledger ledger;
  private final LedgerHome home;
  private final ReentrantLock turn = new ReentrantLock();

  OpenWorkspace(Sql sql, Ledger ledger, LedgerHome home) {
    this.sql = sql;
    this.ledger = ledger;
    this.home = home;
  }

  @Override
  public AuditStore audits() {
    return new AuditStore() {
      @Override
      public void record(Dossier dossier) {
        Parts parts = Parts.of(dossier);
        inTurn(
            () -> {
              sql.writing(
                  () -> {
                    refuseRecorded(dossier.audit().id());
                    new AuditTable(sql).add(dossier, parts);
                    ledger.append(AuditRecord.of(sql, dossier.audit().id()).entry());
                  });
              return null;
            });
      }

      @Override
      public Dossier load(String id) {
        return inTurn(() -> sql.reading(() -> new AuditTable(sql).load(id)));
      }

      @Override
      public Dossier toSign(String id) {
        return inTurn(() -> sql.reading(() -> new AuditTable(sql).toSign(id)));
      }

      @Override
      public List<Listed> list() {
        return inTurn(() -> new AuditList(sql).all());
      }

      @Override
      public List<Listed> ofModel(Digest model) {
        return inTurn(() -> sql.reading(() -> new AuditList(sql).ofModel(model)));
      }
    };
  }

  @Override
  public RunStore runs() {
    return new RunStore() {
      @Override
      public String record(EvaluatedRun run) {
        RunParts parts = RunParts.of(run);
        return inTurn(
            () -> {
              sql.writing(() -> new RunTable(sql).keep(run.evaluation(), parts, ledger));
              return parts.id();
            });
      }

      @Override
      public List<RunStore.Listed> list() {
        return inTurn(() -> sql.reading(() -> new RunTable(sql).list()));
      }

      @Override
      public EvaluatedRun load(String id) {
        RunTable runs = new RunTable(sql);
        return inTurn(() -> sql.reading(() -> runs.load(runs.digestOf(id))));
      }

      @Override
      public Evaluation evaluation(String id) {
        RunTable runs = new RunTable(sql);
        return inTurn(() -> sql.reading(() -> runs.evaluation(runs.digestOf(id))));
      }
    };
  }

  @Override
  public ReviewStore reviews() {
    return new ReviewStore() {
      @Override
      public List<ReviewEvent> events(String auditId) {
        return inTurn(
            () ->
                sql.reading(() -> new ReviewTable(sql).events(new AuditTable(sql).idOf(auditId))));
      }

      @Override
      public List<ReviewEvent> append(String auditId, UnaryOperator<List<ReviewEvent>> next) {
        return inTurn(
            () -> {
              List<ReviewEvent> all = new ArrayList<>();
              sql.writing(
                  () ->
                      all.addAll(
                          new ReviewTable(sql)
                              .append(new AuditTable(sql).idOf(auditId), next, ledger)));
              return List.copyOf(all);
            });
      }
    };
  }

  @Override
  public AdditionStore additions() {
    return new AdditionStore() {
      @Override
      public Additions of(String auditId) {
        return inTurn(
            () -> sql.reading(() -> new AdditionTable(sql).of(new AuditTable(sql).idOf(auditId))));
      }

      @Override
      public Additions append(
          String auditId, SortedMap<String, byte[]> files, UnaryOperator<List<Addition>> next) {
        AtomicReference<Additions> all = new AtomicReference<>(Additions.NONE);
        return inTurn(
            () -> {
              sql.writing(
                  () ->
                      all.set(
                          new AdditionTable(sql)
                              .append(new AuditTable(sql).idOf(auditId), files, next, ledger)));
              return all.get();
            });
      }

      @Override
      public byte[] file(String sha256) {
        return inTurn(() -> new Attachments(sql).bytes(sha256));
      }
    };
  }

  @Override
  public LedgerStore ledger() {
    return new LedgerView(sql, ledger, home, turn);
  }

  @Override
  public CardStore cards() {
    return new CardStore() {
      @Override
      public CardVersion save(
          String audit, int basedOn, Narrative narrative, String author, Instant saved) {
        AtomicReference<@Nullable CardVersion> added = new AtomicReference<>();
        return inTurn(
            () -> {
              sql.writing(
                  () ->
                      added.set(
                          new CardTable(sql)
                              .add(audit, basedOn, narrative, author, saved, ledger)));
              return Objects.requireNonNull(added.get());
            });
      }

      @Override
      public List<CardVersion> versions(String audit) {
        return inTurn(() -> new CardTable(sql).versions(audit));
      }
    };
  }

  @Override
  public SignoffStore signoffs() {
    return new SignoffStore() {
      @Override
      public Situation situation(@Nullable String audit) {
        return inTurn(() -> sql.reading(() -> new SignoffTable(sql).situation(audit, ledger)));
      }

      @Override
      public List<Act> acts(String audit) {
        return inTurn(
            () -> sql.reading(() -> new SignoffTable(sql).acts(new AuditTable(sql).idOf(audit))));
      }

      @Override
      public List<String> holding(String sha256) {
        return inTurn(() -> sql.reading(() -> new Erasures(sql).elsewhere(sha256)));
      }

      @Override
      public SortedMap<String, Digest> naming(String audit, String sha256) {
        return inTurn(() -> sql.reading(() -> new Erasures(sql).naming(audit, sha256)));
      }

      @Override
      public List<Act> latest(Set<ActKind> kinds, int most) {
        return inTurn(() -> sql.reading(() -> new SignoffTable(sql).latest(kinds, most)));
      }

      @Override
      public List<Discussed> discussed() {
        return inTurn(() -> sql.reading(() -> new SignoffTable(sql).discussed()));
      }

      @Override
      public void addToEach(List<String> audits, Function<Situation, List<Written>> next) {
        inTurn(
            () -> {
              SignoffTable table = new SignoffTable(sql);
              sql.writing(
                  () -> {
                    for (String audit : audits) {
                      table.add(table.situation(audit, ledger), next, ledger);
                    }
                  });
              // What was erased is cut out of the log of changes beside the workspace too.
              sql.pragma("wal_checkpoint(TRUNCATE)");
              return null;
            });
      }

      @Override
      public Optional<Instant> latest() {
        return inTurn(() -> sql.reading(() -> new SignoffTable(sql).latest()));
      }

      @Override
      public Situation add(@Nullable String audit, Function<Situation, List<Written>> next) {
        return inTurn(
            () -> {
              SignoffTable table = new SignoffTable(sql);
              sql.writing(() -> table.add(table.situation(audit, ledger), next, ledger));
              return sql.reading(() -> table.situation(audit, ledger));
            });
      }
    };
  }

  @Override
  public void verify() {
    inTurn(
        () ->
            sql.reading(
                () -> {
                  new Verification(sql).run();
                  List<Entry> entries = new LedgerVerification(sql, ledger).run();
                  Verification.refuse(
                      sql.faults(), new SignoffVerification(sql, ledger).found(entries).faults());
                  return null;
                }));
  }

  @Override
  public void close() {
    inTurn(
        () -> {
          sql.close();
          return null;
        });
  }

  /// The connection, for tests that look behind the curtain.
  Sql sql() {
    return sql;
  }

  private void refuseRecorded(String id) throws SQLException {
    if (sql.first("SELECT 1 FROM audit WHERE id = ?", r -> r.getInt(1), id).isPresent()) {
      throw new WorkFailed(
          "STORE-AUDIT-TWICE",
          "The workspace already has an audit " + id + ", and audits are never changed.",
          "Record it under an id of its own.");
    }
  }

  /// The ledger, for tests that look behind the curtain.
  Ledger log() {
    return ledger;
  }

  private <T> T inTurn(Sql.Answer<T> work) {
    return sql.inTurn(turn, work);
  }
}
