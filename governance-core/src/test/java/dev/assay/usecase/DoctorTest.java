package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.common.Json;
import dev.assay.usecase.Examination.Device;
import dev.assay.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  private static final WorkerSettings SETTINGS =
      new WorkerSettings(512L << 20, 3L << 30, Duration.ofSeconds(60));

  @TempDir Path folder;

  @Test
  void examineSaysWhatIsThereAndGoesThroughJson() {
    Path workspace = folder.resolve("new/w.assay");

    Examination found = new Doctor(SETTINGS, workspace).examine();

    assertThat(found.java().version()).startsWith(Integer.toString(Runtime.version().feature()));
    assertThat(found.machine().processors()).isPositive();
    assertThat(found.machine().memoryBytes()).isGreaterThan(1L << 30);
    assertThat(found.worker().startMillis()).isPositive();
    assertThat(found.worker().enginesMillis()).isPositive();
    assertThat(found.libraries())
        .containsKeys("onnxruntime", "execution_providers", "duckdb", "sqlite");
    assertThat(found.devices().getFirst().kind()).isEqualTo("cpu");
    assertThat(found.places().getFirst().path()).isEqualTo(workspace.toString());
    assertThat(found.places())
        .allSatisfy(
            place -> {
              assertThat(place.writable()).isTrue();
              assertThat(place.freeBytes()).isPositive();
            });
    assertThat(workspace.getParent()).as("looking makes nothing").doesNotExist();
    assertThat(Json.mapper().readValue(Json.pretty(found), Examination.class)).isEqualTo(found);
  }

  @Test
  void aWorkerThatCannotStartIsAProblemNotAnException() {
    WorkerSettings impossible = new WorkerSettings(1, 3L << 30, Duration.ofSeconds(30));

    Examination found = new Doctor(impossible, folder.resolve("w.assay")).examine();

    assertThat(found.worker().level()).isEqualTo("none");
    assertThat(found.worker().startMillis()).isNull();
    assertThat(found.worker().memoryLimitBytes()).isNull();
    assertThat(found.problems()).anySatisfy(p -> assertThat(p.sentence()).contains("worker"));
  }

  @Test
  void aWorkspaceThatCannotBeWrittenIsAProblemWithARemedy() {
    List<Examination.Problem> problems = new ArrayList<>();

    Places.problems(
        new Examination.Place("workspace", "/closed/w.assay", false, false, 1), 0, problems);

    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.sentence()).contains("/closed/w.assay").contains("written");
              assertThat(problem.remedy()).contains("--workspace");
            });
  }

  @Test
  void littleSpaceIsAProblem() throws IOException {
    List<Examination.Problem> problems = new ArrayList<>();

    Places.problems(
        Places.workspace(Files.createFile(folder.resolve("w.assay"))), Long.MAX_VALUE, problems);

    assertThat(problems).singleElement().extracting("sentence").asString().contains("MiB are free");
  }

  @Test
  void theProcessorIsUsableAndAGraphicsProcessorNeedsItsProvider() {
    assertThat(Devices.find("amd64", "CPUExecutionProvider"))
        .first()
        .satisfies(cpu -> assertThat(cpu.usable()).isTrue());
    assertThat(Devices.find("amd64", "CPUExecutionProvider"))
        .filteredOn(device -> device.kind().equals("cuda"))
        .noneMatch(Device::usable);
  }

  @Test
  void everyKindOfDeviceSaysWhyItIsNotUsed() {
    assertThat(Devices.of("Linux", "a processor", List.of(), "CPUExecutionProvider"))
        .extracting(Device::kind, Device::usable, Device::reason)
        .containsExactly(
            tuple("cpu", true, ""),
            tuple("cuda", false, "no graphics processor of NVIDIA was found"),
            tuple("tensorrt", false, "no graphics processor of NVIDIA was found"),
            tuple("coreml", false, "there is none under Linux"),
            tuple("directml", false, "there is none under Linux"),
            tuple("openvino", false, "this build's runtime does not offer it"));
  }

  @Test
  void whatTheRuntimeOffersAndTheMachineHasIsUsable() {
    String all =
        "CPUExecutionProvider, CUDAExecutionProvider, TensorrtExecutionProvider,"
            + " CoreMLExecutionProvider, DmlExecutionProvider, OpenVINOExecutionProvider";

    assertThat(usable("Linux", List.of("GPU A", "GPU B"), all))
        .containsExactly("cpu", "cuda", "cuda", "tensorrt", "openvino");
    assertThat(usable("Mac OS X", List.of(), all)).containsExactly("cpu", "coreml", "openvino");
    assertThat(usable("Windows 11", List.of(), all)).containsExactly("cpu", "directml", "openvino");
    assertThat(usable("Linux", List.of("GPU A"), "")).containsExactly("cpu");
  }

  @Test
  void onlyAGraphicsProcessorThatIsThereCanBeMissed() {
    assertThat(Devices.of("Linux", "p", List.of("GPU A"), "CPUExecutionProvider"))
        .filteredOn(Devices::present)
        .extracting(Device::name)
        .containsExactly("GPU A");
    assertThat(Devices.of("Linux", "p", List.of(), "CPUExecutionProvider"))
        .noneMatch(Devices::present);
  }

  private static List<String> usable(String system, List<String> graphics, String providers) {
    return Devices.of(system, "p", graphics, providers).stream()
        .filter(Device::usable)
        .map(Device::kind)
        .toList();
  }
}
