package dev.assay.usecase;

import dev.assay.common.Digest;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Warning;
import dev.assay.evaluation.CheckResult;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.Facts;
import dev.assay.inference.ScoreReport;
import dev.assay.model.ModelArtefact;
import dev.assay.model.PreScan;
import dev.assay.predictions.Predictions;
import dev.assay.predictions.PredictionsAssembly;
import dev.assay.predictions.TagNames;
import dev.assay.provenance.AssayVersion;
import dev.assay.provenance.Provenance;
import dev.assay.worker.Worker;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Says of facts where they come from.
///
/// @param request what was asked
/// @param dataset the evaluated dataset
/// @param reference an earlier one
/// @param answered where the answers come from
/// @param worker what parsed and scored
record Origins(
    EvaluateRequest request,
    Dataset dataset,
    @Nullable Dataset reference,
    Answered answered,
    Worker worker) {

  Evaluation evaluation(
      Facts facts, List<CheckResult> checks, double level, Instant started, Instant finished) {
    Predictions predictions = answered.predictions();
    LabelSpec label = dataset.spec().label();
    return new Evaluation(
        provenance(started, finished),
        predictions.task(),
        positive(predictions),
        predictions instanceof Predictions.Binary && label != null ? label.favourable() : null,
        predictions instanceof Predictions.Binary b && b.score() != null
            ? request.threshold()
            : null,
        classes(predictions),
        level,
        facts.attributes(),
        facts.metrics(),
        facts.disparities(),
        facts.curves(),
        checks,
        predictions.excluded(),
        warnings(facts));
  }

  private static @Nullable String positive(Predictions predictions) {
    return switch (predictions) {
      case Predictions.Binary binary -> binary.positive();
      case Predictions.Multiclass ignored -> null;
      case Predictions.MultiLabel ignored -> null;
      case Predictions.TokenTags ignored -> null;
      case Predictions.Generated ignored -> null;
      case Predictions.Forecasted ignored -> null;
      case Predictions.Regression ignored -> null;
    };
  }

  private static List<String> classes(Predictions predictions) {
    return switch (predictions) {
      case Predictions.Binary binary -> List.of(binary.negative(), binary.positive());
      case Predictions.Multiclass multiclass -> multiclass.classes();
      case Predictions.MultiLabel several -> several.labels();
      case Predictions.TokenTags words -> TagNames.of(words.tags()).types();
      case Predictions.Generated ignored -> List.of();
      case Predictions.Forecasted ignored -> List.of();
      case Predictions.Regression ignored -> List.of();
    };
  }

  private List<Warning> warnings(Facts facts) {
    List<Warning> all = new ArrayList<>(dataset.warnings());
    // the run itself found what is asked of such a model, whatever was guessed of the label
    if (answered.predictions() instanceof Predictions.Generated
        || answered.predictions() instanceof Predictions.TokenTags) {
      all.removeIf(w -> w.code().equals("ROLES-UNSURE"));
    }
    ModelArtefact model = answered.model();
    if (model != null) {
      for (PreScan.Item item : model.preScan().findings()) {
        all.add(new Warning(item.code(), item.sentence(), item.remedy()));
      }
    }
    ScoreReport scores = answered.scores();
    all.addAll(scores == null ? PredictionsAssembly.notes(dataset) : scores.warnings());
    all.addAll(SpecOverrides.unusedWeight(dataset.spec()));
    all.addAll(facts.warnings());
    return List.copyOf(all);
  }

  private Provenance provenance(Instant started, Instant finished) {
    Path file = request.model();
    ModelArtefact model = answered.model();
    @Nullable Digest modelDigest = model == null ? null : model.digest();
    ScoreReport scores = answered.scores();
    SortedMap<String, String> device = scores == null ? new TreeMap<>() : scores.device();
    return new Provenance(
        file == null ? "stored scores" : String.valueOf(file.getFileName()),
        modelDigest,
        String.valueOf(request.data().getFileName()),
        dataset.digest(),
        dataset.rows(),
        reference == null ? null : reference.digest(),
        engine(),
        device,
        worker.isolation(),
        request.seed(),
        started,
        finished,
        String.valueOf(System.getProperty("user.name")),
        request.command());
  }

  private SortedMap<String, String> engine() {
    SortedMap<String, String> engine = new TreeMap<>(answered.engines());
    engine.putAll(worker.engines());
    engine.put("assay", AssayVersion.number());
    engine.put("java", Runtime.version().toString());
    engine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return engine;
  }
}
