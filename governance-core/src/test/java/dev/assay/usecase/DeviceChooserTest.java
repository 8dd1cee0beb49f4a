package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.TextModel;
import dev.assay.common.WorkFailed;
import dev.assay.inference.DeviceChoice;
import dev.assay.inference.DeviceChoice.Trial;
import dev.assay.inference.RunPlan;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelReader;
import dev.assay.worker.cache.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceChooserTest {

  private static final DeviceChoice GRAPHICS =
      new DeviceChoice("cuda:0", List.of(Trial.measured("cpu", 50), Trial.measured("cuda:0", 900)));
  private static final RunPlan PLAN = new RunPlan("cpu", 0, 2, 60);
  private static final int MANY = 500;

  @TempDir Path folder;

  private final AtomicInteger measured = new AtomicInteger();
  private ModelArtefact model;
  private DeviceChooser chooser;

  @BeforeEach
  void model() {
    TextModel.sums(folder.resolve("m"), -1);
    model = ModelReader.read(folder.resolve("m"));
    chooser = new DeviceChooser(Optional.of(new CacheFolder(folder)));
  }

  @Test
  void aSecondRunTakesTheSameDeviceWithoutMeasuring() {
    assertThat(chooser.chosen(model, MANY, PLAN, finds(GRAPHICS))).isEqualTo(GRAPHICS);
    assertThat(chooser.chosen(model, MANY, PLAN, finds(DeviceChoice.PROCESSOR)))
        .isEqualTo(GRAPHICS);
    assertThat(measured).hasValue(1);
  }

  @Test
  void fewRowsRunOnTheProcessor() {
    assertThat(chooser.chosen(model, MANY - 1, PLAN, finds(GRAPHICS)))
        .isEqualTo(DeviceChoice.PROCESSOR);
    assertThat(measured).hasValue(0);
  }

  @Test
  void aDeviceThatFailedIsTriedAgain() {
    DeviceChoice failed =
        new DeviceChoice("cpu", List.of(Trial.failed("cuda:0", "There is no driver.")));
    chooser.chosen(model, MANY, PLAN, finds(failed));

    assertThat(chooser.chosen(model, MANY, PLAN, finds(GRAPHICS))).isEqualTo(GRAPHICS);
    assertThat(measured).hasValue(2);
  }

  @Test
  void aDeviceThatKillsTheWorkerLeavesTheProcessorAndIsSaid() {
    DeviceChoice choice =
        chooser.chosen(
            model,
            MANY,
            PLAN,
            () -> {
              throw new WorkFailed("WORKER-CRASHED", "The worker crashed.", "Try again.");
            });

    assertThat(choice.device()).isEqualTo("cpu");
    assertThat(choice.words().values()).containsExactly("The worker crashed.");
  }

  @Test
  void whatWasMeasuredIsShownFailuresAmongIt() {
    int processors = PLAN.threads();
    assertThat(chooser.probes(processors)).isEmpty();
    chooser.chosen(model, MANY, PLAN, finds(GRAPHICS));

    assertThat(chooser.probes(processors))
        .singleElement()
        .satisfies(
            probe -> {
              assertThat(probe.model()).isEqualTo(model.fileName());
              assertThat(probe.sha256()).isEqualTo(model.digest().sha256());
              assertThat(probe.device()).isEqualTo("cuda:0");
              assertThat(probe.current()).isTrue();
              assertThat(probe.trials()).isEqualTo(GRAPHICS.trials());
              assertThat(Instant.parse(probe.measured())).isBeforeOrEqualTo(Instant.now());
            });
    assertThat(chooser.probes(processors + 1)).noneMatch(Examination.Probe::current);
    assertThat(new DeviceChooser(Optional.empty()).probes(processors)).isEmpty();
  }

  @Test
  void aProbeThatFailedIsShownAsOneThatIsMadeAgain() {
    chooser.chosen(
        model,
        MANY,
        PLAN,
        finds(new DeviceChoice("cpu", List.of(Trial.failed("cuda:0", "There is no driver.")))));

    assertThat(chooser.probes(PLAN.threads()))
        .singleElement()
        .satisfies(
            probe -> {
              assertThat(probe.current()).isFalse();
              assertThat(probe.trials().getFirst().reason()).isEqualTo("There is no driver.");
            });
  }

  @Test
  void whatThereIsNoChoiceOfIsNotShown() {
    chooser.chosen(model, MANY, PLAN, finds(DeviceChoice.PROCESSOR));

    assertThat(chooser.probes(PLAN.threads())).isEmpty();
  }

  @Test
  void whatWasKeptAndIsDamagedIsMeasuredAgain() throws IOException {
    chooser.chosen(model, MANY, PLAN, finds(GRAPHICS));
    try (Stream<Path> files = Files.list(folder)) {
      Path kept =
          files.filter(f -> f.getFileName().toString().startsWith("device-")).findFirst().get();
      Files.writeString(kept, "{\"device\":\"a toaster\",\"trials\":[]}");
    }

    chooser.chosen(model, MANY, PLAN, finds(GRAPHICS));
    assertThat(measured).hasValue(2);
  }

  private Supplier<DeviceChoice> finds(DeviceChoice choice) {
    return () -> {
      measured.incrementAndGet();
      return choice;
    };
  }
}
