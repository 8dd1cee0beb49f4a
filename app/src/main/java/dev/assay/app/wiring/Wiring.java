package dev.assay.app.wiring;

import dev.assay.store.GovernanceStore;
import dev.assay.store.LedgerHome;
import dev.assay.store.sqlite.SqliteStore;
import dev.assay.usecase.AddToAudit;
import dev.assay.usecase.Attempts;
import dev.assay.usecase.Audits;
import dev.assay.usecase.Benchmark;
import dev.assay.usecase.Cards;
import dev.assay.usecase.ContinueText;
import dev.assay.usecase.Demo;
import dev.assay.usecase.DemoSample;
import dev.assay.usecase.DemoSignOff;
import dev.assay.usecase.DiffModels;
import dev.assay.usecase.Discussion;
import dev.assay.usecase.Doctor;
import dev.assay.usecase.EraseFile;
import dev.assay.usecase.EvaluateForecasts;
import dev.assay.usecase.ExplainText;
import dev.assay.usecase.Export;
import dev.assay.usecase.ExportEvidence;
import dev.assay.usecase.Gate;
import dev.assay.usecase.Inspect;
import dev.assay.usecase.LedgerUse;
import dev.assay.usecase.ProbeMasked;
import dev.assay.usecase.PublishBiasAudit;
import dev.assay.usecase.RecordAudit;
import dev.assay.usecase.ReviewAudit;
import dev.assay.usecase.RowPictures;
import dev.assay.usecase.RunEvaluation;
import dev.assay.usecase.Runs;
import dev.assay.usecase.ScoreCache;
import dev.assay.usecase.SealReport;
import dev.assay.usecase.SignAudit;
import dev.assay.usecase.Signatories;
import dev.assay.usecase.SupplierCards;
import dev.assay.usecase.TransformerPace;
import dev.assay.usecase.VerifyLedger;
import dev.assay.usecase.Workbench;
import dev.assay.usecase.WorkerFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Puts the engine together: the only place that knows implementations. Everything is made when
/// first asked for.
public final class Wiring {

  private static final Duration EXAMINATION = Duration.ofSeconds(60);

  private final Clock clock = Clock.systemUTC();
  private final WorkerFactory workers = new MeasuredWorkers();

  /// Says what files are.
  public Inspect inspect() {
    return new Inspect(workers);
  }

  /// Says in what two models differ.
  public DiffModels diffModels() {
    return new DiffModels(workers);
  }

  /// The main job.
  public RunEvaluation runEvaluation() {
    return new RunEvaluation(workers, clock, ScoreCache.ofUser(System.getenv()));
  }

  /// Measures forecasts that stand in a table.
  public EvaluateForecasts evaluateForecasts() {
    return new EvaluateForecasts(workers);
  }

  /// Says which words an answer rests on.
  public ExplainText explainText() {
    return new ExplainText(workers, ScoreCache.ofUser(System.getenv()));
  }

  /// Hides words from masked language models.
  public ProbeMasked probeMasked() {
    return new ProbeMasked(workers);
  }

  /// Has models go on with texts.
  public ContinueText continueText() {
    return new ContinueText(workers);
  }

  /// Decodes the images of rows.
  public RowPictures rowPictures() {
    return new RowPictures(workers);
  }

  /// Judges and records in this workspace.
  public RecordAudit recordAudit(Path workspace) {
    return new RecordAudit(opened(workspace), clock);
  }

  /// Judges in a build.
  ///
  /// @param workspace where to record; absent = nowhere
  public Gate gate(@Nullable Path workspace) {
    return new Gate(workspace == null ? null : opened(workspace), clock);
  }

  /// Audits of this workspace.
  public Audits audits(Path workspace) {
    return new Audits(opened(workspace));
  }

  /// Reviews audits of this workspace, in the name of who uses this machine.
  public ReviewAudit reviewAudit(Path workspace) {
    return new ReviewAudit(
        opened(workspace), clock, String.valueOf(System.getProperty("user.name")));
  }

  /// Runs of this workspace.
  public Runs runs(Path workspace) {
    return new Runs(opened(workspace));
  }

  /// What people write on the cards of this workspace.
  public Cards cards(Path workspace) {
    return new Cards(opened(workspace), clock);
  }

  /// Takes cards of suppliers over into the cards of this workspace.
  public SupplierCards supplierCards(Path workspace) {
    return new SupplierCards(cards(workspace), clock);
  }

  /// Writes documents.
  public Export export() {
    return new Export();
  }

  /// Adds to audits of this workspace, in the name of who uses this machine.
  public AddToAudit addToAudit(Path workspace) {
    return new AddToAudit(
        opened(workspace), clock, String.valueOf(System.getProperty("user.name")));
  }

  /// Makes summaries of bias audits.
  public PublishBiasAudit publishBiasAudit() {
    return new PublishBiasAudit(workers);
  }

  /// Writes evidence of audits of this workspace.
  public ExportEvidence exportEvidence(Path workspace) {
    return new ExportEvidence(opened(workspace));
  }

  /// Verifies workspaces and evidence.
  public VerifyLedger verifyLedger() {
    return new VerifyLedger(Wiring::examined, LedgerHome.ofUser());
  }

  /// The ledger of this workspace.
  public LedgerUse ledger(Path workspace) {
    return new LedgerUse(
        opened(workspace),
        () -> SqliteStore.openUnremembered(workspace, LedgerHome.ofUser()),
        LedgerHome.ofUser(),
        clock);
  }

  /// Signs audits of this workspace.
  public SignAudit signAudit(Path workspace) {
    return new SignAudit(opened(workspace), LedgerHome.ofUser(), clock);
  }

  /// What people say about audits of this workspace.
  public Discussion discussion(Path workspace) {
    return new Discussion(opened(workspace), LedgerHome.ofUser(), clock);
  }

  /// Signs reports of this workspace as PDF.
  public SealReport sealReport(Path workspace) {
    return new SealReport(opened(workspace), LedgerHome.ofUser(), clock);
  }

  /// Attempts to sign in this workspace that failed.
  public Attempts attempts(Path workspace) {
    return new Attempts(opened(workspace), LedgerHome.ofUser(), clock);
  }

  /// Who may sign in this workspace.
  public Signatories signatories(Path workspace) {
    return new Signatories(opened(workspace), LedgerHome.ofUser(), clock);
  }

  /// Erases files that came with audits of this workspace.
  public EraseFile eraseFile(Path workspace) {
    return new EraseFile(opened(workspace), LedgerHome.ofUser(), clock);
  }

  /// Examines the machine.
  ///
  /// @param workspace where audits would be recorded
  public Doctor doctor(Path workspace) {
    return new Doctor(
        MeasuredWorkers.settings(0, EXAMINATION, System.getenv(MeasuredWorkers.LIMIT)),
        workspace,
        ScoreCache.ofUser(System.getenv()).folder());
  }

  /// Measures the machine.
  public Benchmark benchmark() {
    return new Benchmark();
  }

  /// Measures text models.
  public TransformerPace transformerPace() {
    return new TransformerPace(workers);
  }

  /// What a window works with.
  public Workbench workbench() {
    return new Workbench(workers, clock, ScoreCache.ofUser(System.getenv()));
  }

  /// The bundled sample.
  ///
  /// @param workspace where to record; absent = in the folder
  public Demo demo(Path folder, @Nullable Path workspace) {
    return demo(folder, workspace, DemoSample.LENDING);
  }

  /// A bundled sample.
  ///
  /// @param workspace where to record; absent = in the folder
  public Demo demo(Path folder, @Nullable Path workspace, DemoSample sample) {
    return new Demo(folder, workspace, sample);
  }

  /// Reviews and signs the demo's audit.
  ///
  /// @param folder of the demo
  public DemoSignOff demoSignOff(Path workspace, Path folder) {
    return new DemoSignOff(opened(workspace), LedgerHome.ofUser(), clock, folder);
  }

  private static GovernanceStore examined(Path workspace) {
    return SqliteStore.examine(workspace, LedgerHome.ofUser());
  }

  private static Supplier<GovernanceStore> opened(Path workspace) {
    return () -> SqliteStore.open(workspace);
  }
}
