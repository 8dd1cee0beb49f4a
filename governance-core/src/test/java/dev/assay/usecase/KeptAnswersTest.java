package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.CausalModel;
import dev.assay.MaskedModel;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.metric.forecast.ForecastModel;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import dev.assay.worker.WorkerSettings;
import dev.assay.worker.Workers;
import dev.assay.worker.cache.CacheFolder;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Probes, forecasts and models that write: what they said is asked for once.
class KeptAnswersTest {

  private static final Set<String> ASKING = Set.of("score", "masked", "goOn");

  @TempDir Path folder;

  private final AtomicInteger asked = new AtomicInteger();
  private RunEvaluation evaluation;

  @BeforeEach
  void cache() throws IOException {
    Path kept = Files.createDirectory(folder.resolve("cache"));
    evaluation =
        new RunEvaluation(
            (bytes, deadline) ->
                counted(Workers.of(new WorkerSettings(512L << 20, 2L << 30, deadline))),
            Clock.systemUTC(),
            new ScoreCache(Optional.of(new CacheFolder(kept))));
  }

  @Test
  void aProbeIsAskedAgainOnlyOfOtherTexts() throws IOException {
    Path data =
        Files.writeString(
            folder.resolve("p.csv"),
            "sentence,other,kind,place\n"
                + "she is a nurse,he is a nurse,a,x\n"
                + "she is old,he is old,b,x\n");
    EvaluateRequest request =
        EvaluateRequest.of(data)
            .model(MaskedModel.in(folder.resolve("m")))
            .probe(ProbeAsked.of("pairs", List.of("sentence", "other")))
            .checks(List.of("none"))
            .sensitive(List.of("kind"))
            .build();

    onceForThree(request, request.change().sensitive(List.of("place")).build());

    Files.writeString(data, Files.readString(data).replace("old", "a nurse"));
    run(request);
    assertThat(asked).hasValue(2);
  }

  @Test
  void aForecasterIsAskedAgainOnlyOfOtherRows() throws IOException {
    Path model = ForecastModel.in(folder);
    Path data = folder.resolve("series.csv");
    EvaluateRequest request =
        EvaluateRequest.of(data)
            .model(model)
            .label("load")
            .checks(List.of("none"))
            .forecast(new ForecastAsked(null, null, null, 200, 12))
            .build();

    onceForThree(
        request,
        request
            .change()
            .sensitive(List.of("station"))
            .forecast(new ForecastAsked(null, null, null, 190, 6))
            .build());

    List<String> lines = Files.readAllLines(data);
    Files.write(data, lines.subList(0, lines.size() - 1));
    run(request);
    assertThat(asked).hasValue(2);
  }

  @Test
  void aModelThatWritesIsAskedAgainOnlyToWriteOtherwise() throws IOException {
    Path data =
        Files.writeString(
            folder.resolve("d.csv"),
            "prompt,reference,kind\nThe cat sat,on the mat,a\nWater,boils,b\n");
    EvaluateRequest request =
        EvaluateRequest.of(data)
            .model(CausalModel.copy("gpt2", folder.resolve("m")))
            .device("cpu")
            .checks(List.of("none"))
            .generation(writing(4))
            .build();

    onceForThree(request, request.change().sensitive(List.of("kind")).threshold(0.7).build());

    run(request.change().generation(writing(5)).build());
    assertThat(asked).hasValue(2);
  }

  /// The run, the run again and the run looked at otherwise: the model is asked once, and what the
  /// second one finds is what the first one found.
  private void onceForThree(EvaluateRequest request, EvaluateRequest otherwise) {
    EvaluatedRun first = run(request);
    assertThat(asked).hasValue(1);

    EvaluatedRun again = run(request);
    EvaluatedRun sliced = run(otherwise);

    assertThat(asked).hasValue(1);
    assertThat(again.evaluation().metrics()).isNotEmpty().isEqualTo(first.evaluation().metrics());
    assertThat(again.evaluation().provenance().engine())
        .isEqualTo(first.evaluation().provenance().engine());
    assertThat(sliced.evaluation().metrics()).isNotEqualTo(first.evaluation().metrics());
  }

  private EvaluatedRun run(EvaluateRequest request) {
    return evaluation.run(request, Progress.NONE, new Cancellation());
  }

  private static GenerationAsked writing(int tokens) {
    return new GenerationAsked(
        null, null, List.of(), null, new Decoding(tokens, 0, 0, 1, List.of(), 0));
  }

  private Worker counted(Worker worker) {
    return (Worker)
        Proxy.newProxyInstance(
            Worker.class.getClassLoader(),
            new Class<?>[] {Worker.class},
            (proxy, method, arguments) -> {
              if (ASKING.contains(method.getName())) {
                asked.incrementAndGet();
              }
              return called(worker, method, arguments);
            });
  }

  private static Object called(Worker worker, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(worker, arguments);
    } catch (InvocationTargetException refused) {
      throw refused.getCause();
    }
  }
}
