package dev.assay.usecase;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.common.UsageError;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.DatasetSpecs;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.explain.masked.ProbeSuite;
import dev.assay.explain.masked.ProbeSuites;
import dev.assay.inference.MaskedAnswers;
import dev.assay.inference.MaskedText;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreReport;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// A run in which words are hidden from a masked language model.
final class ProbeTask {

  private static final int TOP = 5;
  private static final String ANSWERS = "answers.json";

  private ProbeTask() {}

  /// The request over the rows that its suite stands for; the same where it names none.
  ///
  /// @param folder makes an empty folder
  static EvaluateRequest overSuite(EvaluateRequest request, Supplier<Path> folder) {
    ProbeAsked asked = request.probe();
    if (asked == null || asked.suite() == null) {
      return request;
    }
    ProbeSuite suite = ProbeSuites.named(asked.suite());
    Path own = folder.get();
    Path data = own.resolve(suite.id() + ".csv");
    Path description = own.resolve(suite.id() + ".dataset.json");
    try {
      AtomicFiles.write(data, suite.table());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DatasetSpecs.write(suite.spec(), description);
    return request
        .change()
        .data(data)
        .datasetSpec(description)
        .probe(new ProbeAsked(suite.kind(), asked.texts(), asked.suite()))
        .build();
  }

  /// The dataset as the model is asked about it.
  static Dataset of(Dataset dataset, EvaluateRequest request) {
    if (request.model() == null) {
      throw new UsageError(
          "USAGE-PROBE-MODEL",
          "A probe asks a masked language model, and none is given.",
          "Give its folder or zip with --model.");
    }
    if (request.cost() != null) {
      throw new UsageError(
          "USAGE-COST",
          "What it costs to see hidden words is not measured.",
          "Leave --cost out; the run says how long it took.");
    }
    ProbeMasked.Request probe = probe(request);
    List<String> texts = ProbeMasked.columns(dataset, probe);
    DatasetSpec spec = dataset.spec();
    @Nullable String answer = ProbeMasked.answers(dataset, probe);
    List<ColumnSpec> columns = spec.columns().stream().map(c -> role(c, texts, answer)).toList();
    return new RespecifiedDataset(
        dataset,
        new DatasetSpec(
            spec.name(),
            spec.title(),
            Task.MASKED_PROBE,
            answer == null ? null : new LabelSpec(answer, null, List.of(), null),
            columns,
            spec.format()));
  }

  private static ColumnSpec role(ColumnSpec column, List<String> texts, @Nullable String answer) {
    if (texts.contains(column.name())) {
      return column.withRole(ColumnRole.TEXT, "a text that words are hidden from");
    }
    if (column.name().equals(answer)) {
      return column.withRole(ColumnRole.LABEL, "the hidden word");
    }
    return switch (column.role()) {
      case LABEL, TEXT, SCORE, PREDICTION ->
          column.withRole(ColumnRole.UNUSED, "no column that was asked for");
      case FEATURE, SENSITIVE, WEIGHT, ID, TIMESTAMP, IMAGE, UNUSED -> column;
    };
  }

  /// What the model says of every row.
  ///
  /// @param model the model as it can be read
  static Answered answered(
      EvaluateRequest request,
      Path model,
      ModelArtefact artefact,
      Dataset dataset,
      ForecastSource.Reading reading) {
    ProbeMasked.Request probe = probe(request);
    List<MaskedText> texts = ProbeMasked.texts(dataset, probe);
    List<String> columns = ProbeMasked.columns(dataset, probe);
    ModelBinding binding =
        new ModelBinding(
            Task.MASKED_PROBE,
            artefact.inputs().stream()
                .map(i -> new InputBinding(i.name(), columns, "tokens of the texts"))
                .toList(),
            List.of(),
            artefact.quantisation().equals("int8 dynamic"));
    RunPlan plan =
        new RunPlan(
            "cpu",
            texts.size(),
            Runtime.getRuntime().availableProcessors(),
            request.timeoutSeconds());
    Digest asked = Digest.of(Json.write(texts).getBytes(StandardCharsets.UTF_8));
    String key = ScoreCache.key(artefact, asked, binding, plan);
    ScoreCache.@Nullable Kept before = reading.cache().find(key, reading.folder()).orElse(null);
    Optional<MaskedAnswers> kept = before == null ? Optional.empty() : kept(reading.folder());
    long started = System.nanoTime();
    MaskedAnswers answers =
        kept.orElseGet(() -> ProbeMasked.ask(reading.intake(), model, texts, TOP));
    ProbeMasked.requireUsable(texts, answers);
    ScoreReport report =
        before != null && kept.isPresent()
            ? before.report()
            : report(answers, probe, plan, Duration.ofNanos(System.nanoTime() - started));
    if (kept.isEmpty()) {
      keep(reading, key, answers, report);
    }
    return new Answered(
        ProbeAnswers.predictions(dataset, probe.kind(), texts, answers.answers()),
        artefact,
        binding,
        report,
        before == null ? new TreeMap<>() : before.engines());
  }

  private static void keep(
      ForecastSource.Reading reading, String key, MaskedAnswers answers, ScoreReport report) {
    try {
      AtomicFiles.write(reading.folder().resolve(ANSWERS), Json.write(answers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    reading
        .cache()
        .keep(
            key,
            reading.folder(),
            new ScoreCache.Kept(report, reading.intake().worker().engines()));
  }

  private static Optional<MaskedAnswers> kept(Path folder) {
    try {
      return Optional.of(
          Json.mapper().readValue(Files.readString(folder.resolve(ANSWERS)), MaskedAnswers.class));
    } catch (IOException | JacksonException damaged) {
      // decision: what cannot be read back is asked again
      return Optional.empty();
    }
  }

  private static ScoreReport report(
      MaskedAnswers answers, ProbeMasked.Request probe, RunPlan plan, Duration took) {
    SortedMap<String, String> device = new TreeMap<>();
    device.put("provider", plan.provider());
    device.put("threads", String.valueOf(plan.threads()));
    device.put("probe", ProbeAsked.word(probe.kind()));
    device.put("mask", answers.mask());
    return new ScoreReport(
        answers.answers().size(),
        List.of(),
        false,
        false,
        0,
        List.of(),
        device,
        0,
        took.toMillis());
  }

  private static ProbeMasked.Request probe(EvaluateRequest request) {
    ProbeAsked asked = Objects.requireNonNull(request.probe());
    return new ProbeMasked.Request(
        Objects.requireNonNull(request.model()),
        request.data(),
        request.datasetSpec(),
        Objects.requireNonNull(asked.kind()),
        asked.texts(),
        request.label(),
        request.sensitive(),
        Duration.ofSeconds(request.timeoutSeconds()));
  }
}
