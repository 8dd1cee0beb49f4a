package dev.assay.app.gui.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.inference.DeviceChoice.Trial;
import dev.assay.usecase.Examination;
import dev.assay.usecase.Examination.Device;
import dev.assay.usecase.Examination.Probe;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DeviceWordsTest {

  private static final Device CPU = device("cpu", "a processor");
  private static final Device NONE =
      device(
          "cuda",
          "NVIDIA graphics processor",
          "no graphics processor of NVIDIA was found",
          "its library libcublas.so.12 was not found");

  @Test
  void everyKindIsOfferedWithTheFirstReasonAndAllOfThemBeside() {
    DeviceWords words = of(List.of(CPU, NONE));

    assertThat(words.options()).containsExactly("auto", "cpu", "cuda");
    assertThat(words.hindrance("cuda:1")).isEqualTo("no graphics processor of NVIDIA was found");
    assertThat(words.note("cuda", ""))
        .isEqualTo(
            "no graphics processor of NVIDIA was found; its library libcublas.so.12 was not found");
    assertThat(words.note("auto", ""))
        .isEqualTo("auto takes the processor: nothing else can be used here");
    assertThat(words.hindrance("openvino")).isEqualTo("this machine has none");
  }

  @Test
  void severalThatCanBeUsedMayShareARun() {
    DeviceWords words = of(List.of(CPU, device("cuda", "GPU A"), device("cuda", "GPU B")));

    assertThat(words.options()).containsExactly("auto", "cpu", "cuda", "cuda:all");
    assertThat(words.hindrance("cuda:all")).isEmpty();
    assertThat(words.hindrance("cuda:0,cuda:1")).isEmpty();
    assertThat(of(List.of(CPU, device("cuda", "GPU A"))).options()).doesNotContain("cuda:all");
  }

  @Test
  void autoSaysWhatWasMeasuredOfThisModel() {
    List<Trial> trials =
        List.of(
            Trial.measured("cpu", 50),
            Trial.measured("cuda:0", 12_345),
            Trial.left("tensorrt:0", "not tried"));
    Probe probe = new Probe("m.onnx", "abc", "2026-11-26T10:00:00Z", true, "cuda:0", trials);
    Probe old = new Probe("n.onnx", "def", "2026-11-25T10:00:00Z", false, "cuda:0", trials);

    DeviceWords words = of(List.of(CPU, device("cuda", "GPU A")), probe, old);

    assertThat(words.note("auto", "abc"))
        .isEqualTo(
            "auto takes cuda:0: cpu 50 rows a second; cuda:0 12,345 rows a second; tensorrt:0:"
                + " not tried");
    assertThat(words.note("auto", "def")).isEqualTo("auto measures which is fastest for the model");
  }

  @Test
  void nothingIsSaidBeforeAnybodyLooked() {
    DeviceWords words = new DeviceWords(null);

    assertThat(words.options()).containsExactly("auto", "cpu");
    assertThat(words.hindrance("cuda")).isEmpty();
    assertThat(words.note("auto", "")).isEmpty();
  }

  private static Device device(String kind, String name, String... reasons) {
    return new Device(
        kind, name, reasons.length == 0, reasons.length == 0 ? "" : reasons[0], List.of(reasons));
  }

  private static DeviceWords of(List<Device> devices, Probe... probes) {
    return new DeviceWords(
        new Examination(
            "1",
            new Examination.Java("25", "x", "/j"),
            new Examination.Machine("Linux", "amd64", 2, 1L << 33),
            new Examination.Isolation("full", List.of(), null, null, null),
            new TreeMap<>(),
            devices,
            List.of(probes),
            List.of(),
            List.of()));
  }
}
