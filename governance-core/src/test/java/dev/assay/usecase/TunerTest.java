package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.OnnxBuilder;
import dev.assay.TextModel;
import dev.assay.dataset.Task;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.Tuned;
import dev.assay.inference.Tuning;
import dev.assay.inference.Tuning.Graph;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.ModelReader;
import dev.assay.worker.cache.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunerTest {

  private static final Tuned FOUND = new Tuned(1, new Tuning(Graph.EXTENDED, 4_096, true));
  private static final int MANY = 5_000;

  @TempDir Path folder;

  private final AtomicInteger measured = new AtomicInteger();
  private final Supplier<Tuned> measure =
      () -> {
        measured.incrementAndGet();
        return FOUND;
      };
  private ModelArtefact model;
  private Tuner tuner;

  @BeforeEach
  void model() {
    TextModel.sums(folder.resolve("m"), -1);
    model = ModelReader.read(folder.resolve("m"));
    tuner = new Tuner(Optional.of(new CacheFolder(folder)));
  }

  @Test
  void aSecondRunDoesNotMeasureAgain() {
    RunPlan first = tuner.tuned(model, MANY, request("cpu", 2), measure);
    RunPlan second = tuner.tuned(model, MANY, request("cpu", 2), measure);

    assertThat(measured).hasValue(1);
    assertThat(first.threads()).isEqualTo(1);
    assertThat(first.tuning()).isEqualTo(FOUND.tuning());
    assertThat(second).isEqualTo(first);
  }

  @Test
  void anotherMachineMeasuresForItself() {
    tuner.tuned(model, MANY, request("cpu", 2), measure);
    tuner.tuned(model, MANY, request("cpu", 8), measure);

    assertThat(measured).hasValue(2);
  }

  @Test
  void fewRowsAndOtherDevicesRunTheUsualWay() {
    assertThat(tuner.tuned(model, 1_999, request("cpu", 2), measure).tuning())
        .isEqualTo(Tuning.USUAL);
    assertThat(tuner.tuned(model, MANY, request("cuda:0", 2), measure).tuning())
        .isEqualTo(Tuning.USUAL);
    assertThat(measured).hasValue(0);
  }

  @Test
  void tablesAreTunedFromManyRowsOn() {
    Path file = folder.resolve("t.onnx");
    OnnxBuilder.model()
        .input("x", OnnxBuilder.FLOAT, -1, 1)
        .output("y")
        .node("Identity", "x", "y")
        .write(file);
    ModelArtefact table = ModelReader.read(file);

    assertThat(tuner.tuned(table, 49_999, request("cpu", 2), measure).tuning())
        .isEqualTo(Tuning.USUAL);
    assertThat(tuner.tuned(table, 50_000, request("cpu", 2), measure).tuning())
        .isEqualTo(FOUND.tuning());
  }

  @Test
  void whatWasKeptAndIsDamagedIsMeasuredAgain() throws IOException {
    tuner.tuned(model, MANY, request("cpu", 2), measure);
    try (Stream<Path> files = Files.list(folder)) {
      Path kept =
          files.filter(f -> f.getFileName().toString().startsWith("tuned-")).findFirst().get();
      Files.writeString(kept, "{}");
    }

    assertThat(tuner.tuned(model, MANY, request("cpu", 2), measure).threads()).isEqualTo(1);
    assertThat(measured).hasValue(2);
  }

  @Test
  void withoutAFolderEveryRunMeasures() {
    Tuner forgetful = new Tuner(Optional.empty());
    forgetful.tuned(model, MANY, request("cpu", 2), measure);
    forgetful.tuned(model, MANY, request("cpu", 2), measure);

    assertThat(measured).hasValue(2);
  }

  private ScoreRequest request(String provider, int threads) {
    return new ScoreRequest(
        folder.resolve("m"),
        folder,
        new ModelBinding(Task.BINARY_CLASSIFICATION, List.of(), List.of(), false),
        new RunPlan(provider, 0, threads, 60),
        folder);
  }
}
