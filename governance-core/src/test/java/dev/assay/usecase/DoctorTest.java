package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.common.Json;
import dev.assay.inference.DeviceFindings;
import dev.assay.inference.DeviceFindings.Finding;
import dev.assay.usecase.Examination.Device;
import dev.assay.worker.WorkerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {

  private static final WorkerSettings SETTINGS =
      new WorkerSettings(512L << 20, 3L << 30, Duration.ofSeconds(60));

  private static final NvidiaCards NONE =
      new NvidiaCards(List.of(), 0, "no graphics processor of NVIDIA was found");

  @TempDir Path folder;

  @Test
  void examineSaysWhatIsThereAndGoesThroughJson() {
    Path workspace = folder.resolve("new/w.assay");

    Examination found = new Doctor(SETTINGS, workspace, Optional.empty()).examine();

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

    Examination found =
        new Doctor(impossible, folder.resolve("w.assay"), Optional.empty()).examine();

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
    assertThat(Devices.find("amd64", "CPUExecutionProvider", DeviceFindings.NONE))
        .first()
        .satisfies(cpu -> assertThat(cpu.usable()).isTrue());
    assertThat(Devices.find("amd64", "CPUExecutionProvider", DeviceFindings.NONE))
        .filteredOn(device -> device.kind().equals("cuda"))
        .noneMatch(Device::usable);
  }

  @Test
  void everyKindOfDeviceSaysWhyItIsNotUsed() {
    assertThat(devices("Linux", NONE, "CPUExecutionProvider", DeviceFindings.NONE))
        .extracting(Device::kind, Device::usable, Device::reason)
        .containsExactly(
            tuple("cpu", true, ""),
            tuple("cuda", false, "no graphics processor of NVIDIA was found"),
            tuple("tensorrt", false, "no graphics processor of NVIDIA was found"),
            tuple("rocm", false, "no graphics processor of AMD was found"),
            tuple("coreml", false, "there is none under Linux"),
            tuple("directml", false, "there is none under Linux"),
            tuple("openvino", false, "this build's runtime does not offer it"));
  }

  @Test
  void whatTheRuntimeOffersAndTheMachineHasIsUsable() {
    String all =
        "CPUExecutionProvider, CUDAExecutionProvider, TensorrtExecutionProvider,"
            + " ROCMExecutionProvider, CoreMLExecutionProvider, DmlExecutionProvider,"
            + " OpenVINOExecutionProvider";

    assertThat(usable("Linux", List.of("GPU A", "GPU B"), all))
        .containsExactly("cpu", "cuda", "cuda", "tensorrt", "openvino");
    assertThat(usable("Mac OS X", List.of(), all)).containsExactly("cpu", "coreml", "openvino");
    assertThat(usable("Windows 11", List.of(), all)).containsExactly("cpu", "directml", "openvino");
    assertThat(usable("Linux", List.of("GPU A"), "")).containsExactly("cpu");
  }

  @Test
  void everythingThatIsInTheWayIsSaidTheMachineFirst() {
    DeviceFindings tried =
        new DeviceFindings(
            List.of(
                new Finding("cuda", "its library libcublasLt.so.12 was not found"),
                new Finding("openvino", "")));

    List<Device> found =
        devices(
            "Linux",
            new NvidiaCards(List.of("GPU A"), 1, "its driver is not loaded"),
            "CPUExecutionProvider, CUDAExecutionProvider, OpenVINOExecutionProvider",
            tried);

    assertThat(found.get(1).why())
        .isEqualTo("its driver is not loaded; its library libcublasLt.so.12 was not found");
    assertThat(found.get(1).reason()).isEqualTo("its driver is not loaded");
    assertThat(found.get(2).why())
        .isEqualTo(
            "its driver is not loaded; this build's runtime is the one for processors"
                + " (ASSAY_RUNTIME=gpu builds the other)");
    assertThat(found.getLast())
        .extracting(Device::kind, Device::usable)
        .containsExactly("openvino", true);
  }

  @Test
  void onlyAGraphicsProcessorThatIsThereCanBeMissed() {
    assertThat(devices("Linux", cards("GPU A"), "CPUExecutionProvider", DeviceFindings.NONE))
        .filteredOn(Devices::present)
        .extracting(Device::name)
        .containsExactly("GPU A");
    assertThat(devices("Linux", NONE, "CPUExecutionProvider", DeviceFindings.NONE))
        .noneMatch(Devices::present);
  }

  private static NvidiaCards cards(String... names) {
    return new NvidiaCards(List.of(names), names.length, "");
  }

  private static List<Device> devices(
      String system, NvidiaCards cards, String providers, DeviceFindings tried) {
    return Devices.of(new Devices.Facts(system, "a processor", cards, false, providers, tried));
  }

  private static List<String> usable(String system, List<String> graphics, String providers) {
    return devices(
            system,
            graphics.isEmpty() ? NONE : cards(graphics.toArray(String[]::new)),
            providers,
            DeviceFindings.NONE)
        .stream()
        .filter(Device::usable)
        .map(Device::kind)
        .toList();
  }
}
