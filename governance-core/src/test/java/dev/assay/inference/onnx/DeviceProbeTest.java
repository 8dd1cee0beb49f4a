package dev.assay.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.common.Cancelled;
import dev.assay.common.WorkFailed;
import dev.assay.inference.DeviceChoice;
import dev.assay.inference.DeviceChoice.Trial;
import dev.assay.inference.Tuning.Graph;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Devices that this machine lacks, made up: each takes as long as it is told.
class DeviceProbeTest {

  private static final Set<String> PROCESSOR = Set.of("CPUExecutionProvider");
  private static final Set<String> GRAPHICS =
      Set.of("CPUExecutionProvider", "CUDAExecutionProvider");

  @Test
  void theFasterDeviceIsChosenAndItsFiguresAreKept() throws OrtException {
    Fake fake = new Fake(Map.of("cpu", 2_000_000_000L, "cuda:0", 100_000_000L));

    DeviceChoice choice = probe(fake).choose(GRAPHICS, 2);

    assertThat(choice.device()).isEqualTo("cuda:0");
    assertThat(choice.trials())
        .containsExactly(Trial.measured("cpu", 50), Trial.measured("cuda:0", 1_000));
    assertThat(choice.words())
        .containsEntry("auto.cpu", "50.0 rows a second")
        .containsEntry("auto.cuda:0", "1000.0 rows a second");
    assertThat(fake.open).isEmpty();
  }

  @Test
  void theProcessorStaysUnlessAnotherIsClearlyFaster() throws OrtException {
    Fake fake = new Fake(Map.of("cpu", 1_000_000L, "cuda:0", 950_000L));

    assertThat(probe(fake).choose(GRAPHICS, 2).device()).isEqualTo("cpu");
  }

  @Test
  void aDeviceThatCannotBeUsedIsSaidAndNotChosen() throws OrtException {
    Fake fake = new Fake(Map.of("cpu", 1_000_000_000L, "openvino", 10_000_000L));

    DeviceChoice choice =
        probe(fake)
            .choose(
                Set.of(
                    "CPUExecutionProvider", "CUDAExecutionProvider", "OpenVINOExecutionProvider"),
                2);

    assertThat(choice.device()).isEqualTo("openvino");
    assertThat(choice.words().get("auto.cuda:0"))
        .isEqualTo("Device cuda:0 cannot be used: no driver.");
    assertThat(choice.trials())
        .filteredOn(Trial::failed)
        .extracting(Trial::device)
        .containsExactly("cuda:0");
  }

  @Test
  void withoutAnotherDeviceNothingIsMeasured() throws OrtException {
    Fake fake = new Fake(Map.of("cpu", 1L));

    assertThat(probe(fake).choose(PROCESSOR, 2)).isEqualTo(DeviceChoice.PROCESSOR);
    assertThat(fake.runs).isZero();

    DeviceChoice alone = probe(fake).choose(GRAPHICS, 2);
    assertThat(alone.device()).isEqualTo("cpu");
    assertThat(alone.words().get("auto.cpu")).contains("no other device");
    assertThat(fake.runs).isZero();
    assertThat(fake.open).isEmpty();
  }

  @Test
  void tensorRtIsNotTried() throws OrtException {
    Fake fake = new Fake(Map.of("cpu", 1_000L, "cuda:0", 500L, "tensorrt:0", 1L));

    DeviceChoice choice =
        probe(fake)
            .choose(
                Set.of(
                    "CPUExecutionProvider", "CUDAExecutionProvider", "TensorrtExecutionProvider"),
                2);

    assertThat(choice.device()).isEqualTo("cuda:0");
    assertThat(choice.words().get("auto.tensorrt:0")).startsWith("not tried");
    assertThat(choice.trials()).noneMatch(Trial::failed);
  }

  @Test
  void measuringStopsWhenItIsCancelled() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    Fake fake = new Fake(Map.of("cpu", 1_000L, "cuda:0", 500L));

    assertThatThrownBy(() -> new DeviceProbe(fake, cancelled).choose(GRAPHICS, 2))
        .isInstanceOf(Cancelled.class);
    assertThat(fake.open).isEmpty();
  }

  private static DeviceProbe probe(Fake fake) {
    return new DeviceProbe(fake, new Cancellation());
  }

  /// @param nanos of a pass over 100 rows, by device; others cannot be used
  private static final class Fake implements SampleRun.Sample {
    private final Map<String, Long> nanos;
    private final List<String> open = new ArrayList<>();
    private int runs;

    Fake(Map<String, Long> nanos) {
      this.nanos = nanos;
    }

    @Override
    public int rows() {
      return 100;
    }

    @Override
    public SampleRun.Way usual(Device device, int threads) {
      return new SampleRun.Way(device, threads, Graph.ALL, 64);
    }

    @Override
    public int[] sizes() {
      return new int[0];
    }

    @Override
    public SampleRun open(SampleRun.Way way) {
      String device = way.device().name();
      Long taken = nanos.get(device);
      if (taken == null) {
        throw new WorkFailed(
            "DEVICE-UNAVAILABLE", "Device " + device + " cannot be used: no driver.", "Check it.");
      }
      open.add(device);
      return new SampleRun() {
        @Override
        public long nanos(RunOptions options) {
          runs++;
          return taken;
        }

        @Override
        public void close() {
          open.remove(device);
        }
      };
    }
  }
}
