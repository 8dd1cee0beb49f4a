package dev.assay.inference.onnx;

import static dev.assay.inference.onnx.FakeDevices.failsFrom;
import static dev.assay.inference.onnx.FakeDevices.meets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.TextModel;
import dev.assay.common.Cancelled;
import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.Task;
import dev.assay.dataset.TextSink;
import dev.assay.inference.LongTexts;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.Tuning;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelBinding;
import dev.assay.model.ModelReader;
import dev.assay.model.OutputBinding;
import dev.assay.model.OutputMeaning;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rows that several devices share; sessions on the processor stand in for them.
class SharedRunTest extends ScorerFixture {

  private static final int ROWS = 4_000;
  private static final int BATCH = 64;
  private static final String THREE = "cuda:0,cuda:1,cuda:2";

  private final Cancellation cancellation = new Cancellation();
  private int runs;

  @Test
  void severalDevicesGiveTheBytesOfOneWhateverTheirSpeed() throws IOException {
    Map<String, String> one = table("cuda:0", new FakeDevices()).files();
    CountDownLatch all = new CountDownLatch(3);
    FakeDevices devices =
        new FakeDevices()
            .on("cuda:0", meets(all, 3))
            .on("cuda:1", meets(all, 0))
            .on("cuda:2", meets(all, 1));

    Ran shared = table(THREE, devices);

    assertThat(shared.files()).isEqualTo(one);
    assertThat(shared.report().device())
        .containsEntry("provider", THREE)
        .containsEntry("name", "GPU 0, GPU 1, GPU 2");
    for (String device : List.of("cuda:0", "cuda:1", "cuda:2")) {
      assertThat(devices.calls(device)).as(device).isPositive();
    }
    assertThat(devices.open()).isEmpty();
    assertThat(codes(shared.report())).doesNotContain("DEVICE-FAILED");
  }

  @Test
  void textsAreSharedAndStayInTheirOrder() throws IOException {
    Map<String, String> one = texts("cuda:0", new FakeDevices()).files();
    CountDownLatch both = new CountDownLatch(2);
    FakeDevices devices =
        new FakeDevices().on("cuda:0", meets(both, 0)).on("cuda:1", meets(both, 2));

    Ran shared = texts("cuda:0,cuda:1", devices);

    assertThat(shared.files()).isEqualTo(one);
    assertThat(devices.calls("cuda:0")).isPositive();
    assertThat(devices.calls("cuda:1")).isPositive();
  }

  @Test
  void aDeviceThatFailsOnTheWayLeavesItsRowsToTheOthers() throws IOException {
    Map<String, String> one = table("cuda:0", new FakeDevices()).files();
    CountDownLatch failed = new CountDownLatch(1);
    FakeDevices devices =
        new FakeDevices()
            .on(
                "cuda:1",
                call -> {
                  if (call == 1) {
                    failed.countDown();
                    failsFrom(1).before(call);
                  }
                })
            .on("cuda:0", call -> FakeDevices.await(failed));

    Ran shared = table("cuda:0,cuda:1", devices);

    assertThat(shared.files()).isEqualTo(one);
    assertThat(devices.calls("cuda:1")).isEqualTo(2);
    assertThat(shared.report().device())
        .containsEntry("failed.cuda:1", "CUDA failure 719: unspecified launch failure.");
    assertThat(shared.report().lostDevices()).isTrue();
    assertThat(shared.report().warnings())
        .filteredOn(w -> w.code().equals("DEVICE-FAILED"))
        .singleElement()
        .satisfies(
            w ->
                assertThat(w.sentence())
                    .isEqualTo(
                        "Device cuda:1 failed, and the others did its work: CUDA failure 719:"
                            + " unspecified launch failure."));
  }

  @Test
  void aDeviceThatCannotLoadTheModelIsLeftOutWithItsReason() throws IOException {
    Map<String, String> one = texts("cuda:0", new FakeDevices()).files();
    FakeDevices devices = new FakeDevices().without("cuda:0");

    Ran shared = texts("cuda:0,cuda:1", devices);

    assertThat(shared.files()).isEqualTo(one);
    assertThat(shared.report().device())
        .containsEntry("failed.cuda:0", "Device cuda:0 cannot be used: no driver.");
  }

  @Test
  void whenAllFailTheWholeRunIsOnTheProcessorAndSaysSo() throws IOException {
    Map<String, String> one = table("cpu", new FakeDevices()).files();
    FakeDevices devices =
        new FakeDevices().on("cuda:0", failsFrom(2)).on("cuda:1", failsFrom(5)).without("cuda:2");

    Ran shared = table(THREE, devices);

    assertThat(shared.files()).isEqualTo(one);
    assertThat(shared.report().device())
        .containsEntry("provider", "cpu")
        .containsKeys("failed.cuda:0", "failed.cuda:1", "failed.cuda:2");
    assertThat(shared.report().warnings())
        .filteredOn(w -> w.code().equals("DEVICES-FAILED"))
        .singleElement()
        .satisfies(
            w ->
                assertThat(w.sentence())
                    .startsWith(
                        "None of the devices cuda:0, cuda:1, cuda:2 could be used to the end, so"
                            + " the model ran on the processor: CUDA failure 719"));
    assertThat(devices.open()).isEmpty();
  }

  @Test
  void aModelThatIsAtFaultItselfIsToldSo() {
    FakeDevices devices = new FakeDevices();
    for (String device : List.of("cuda:0", "cuda:1", "cpu")) {
      devices.on(device, failsFrom(0));
    }

    assertThatThrownBy(() -> table("cuda:0,cuda:1", devices))
        .isInstanceOf(WorkFailed.class)
        .hasMessageContaining("The runtime failed: CUDA failure 719");
    assertThat(devices.open()).isEmpty();
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void oneDeviceThatFailsIsAnErrorAsBefore() {
    FakeDevices devices = new FakeDevices().on("cuda:0", failsFrom(1));

    assertThatThrownBy(() -> table("cuda:0", devices)).isInstanceOf(WorkFailed.class);
    assertThatThrownBy(() -> table("cuda:0", new FakeDevices().without("cuda:0")))
        .hasMessageContaining("Device cuda:0 cannot be used: no driver.");
  }

  @Test
  void cancellingEndsAllDevicesAndLeavesNothing() {
    AtomicInteger made = new AtomicInteger();
    FakeDevices.Deed cancels =
        call -> {
          if (made.incrementAndGet() == 10) {
            cancellation.cancel();
          }
        };
    FakeDevices devices = new FakeDevices().on("cuda:0", cancels).on("cuda:1", cancels);

    assertThatThrownBy(() -> table("cuda:0,cuda:1", devices)).isInstanceOf(Cancelled.class);

    assertThat(devices.open()).isEmpty();
    assertThat(devices.calls("cuda:0") + devices.calls("cuda:1")).isLessThan(ROWS / BATCH);
    assertThat(output).isEmptyDirectory();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("device cuda"));
  }

  @Test
  void aDeviceThatIsNotOfThisBuildIsNeverPassedOver() {
    numbers();
    assertThatThrownBy(
            () ->
                score(
                    prediction(dev.assay.OnnxBuilder.FLOAT),
                    plan("rocm:0,rocm:1"),
                    cancellation,
                    bound("y", OutputMeaning.PREDICTION)))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("does not offer ROCMExecutionProvider");
  }

  /// @param files their bytes, by name; the report apart
  private record Ran(ScoreReport report, Map<String, String> files) {}

  private void numbers() {
    Random random = new Random(3);
    oneColumn(
        ColumnType.NUMBER,
        IntStream.range(0, ROWS)
            .mapToObj(i -> String.valueOf(random.nextGaussian()))
            .toArray(String[]::new));
  }

  private static RunPlan plan(String devices) {
    return new RunPlan(
        devices, BATCH, 1, 60, LongTexts.TRUNCATE, new Tuning(Tuning.USUAL.graph(), 256, false));
  }

  private Ran table(String devices, FakeDevices fake) throws IOException {
    folders(++runs);
    numbers();
    ModelBinding binding =
        new ModelBinding(
            Task.BINARY_CLASSIFICATION,
            List.of(new InputBinding("x", List.of("a"), "test")),
            List.of(bound("p", OutputMeaning.PROBABILITIES)),
            false);
    return ran(twoColumns("Softmax").write(folder.resolve("m.onnx")), binding, devices, fake);
  }

  private Ran texts(String devices, FakeDevices fake) throws IOException {
    folders(++runs);
    Path model = folder.resolve("texts");
    TextModel.sums(model, -1);
    Random random = new Random(5);
    List<String> words = List.of("you", "are", "great", "and", "kind");
    ColumnarWriter writer = ColumnarWriter.into(data, 1);
    TextSink sink = writer.texts("text", ColumnType.STRING);
    for (int row = 0; row < ROWS; row++) {
      StringBuilder text = new StringBuilder("you");
      for (int i = random.nextInt(5); i > 0; i--) {
        text.append(' ').append(words.get(random.nextInt(words.size())));
      }
      sink.add(text.toString());
    }
    writer.finish();
    List<InputBinding> inputs =
        ModelReader.read(model).inputs().stream()
            .map(i -> new InputBinding(i.name(), List.of("text"), "test"))
            .toList();
    OutputBinding logits =
        new OutputBinding("logits", OutputMeaning.LOGITS, List.of("a", "b"), Map.of(), "test");
    return ran(
        model,
        new ModelBinding(Task.BINARY_CLASSIFICATION, inputs, List.of(logits), false),
        devices,
        fake);
  }

  private Ran ran(Path model, ModelBinding binding, String devices, FakeDevices fake) {
    ScoreReport report =
        new OnnxScorer(fake)
            .score(
                new ScoreRequest(model, data, binding, plan(devices), output),
                Progress.NONE,
                cancellation);
    Map<String, String> files = new TreeMap<>(new HashMap<>());
    try (Stream<Path> all = Files.list(output)) {
      for (Path file : all.toList()) {
        if (!file.endsWith(OnnxScorer.REPORT_FILE)) {
          files.put(
              file.getFileName().toString(),
              new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(files).isNotEmpty();
    return new Ran(report, files);
  }
}
