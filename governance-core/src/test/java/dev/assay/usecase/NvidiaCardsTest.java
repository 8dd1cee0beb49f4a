package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Machines that this one is not, as trees of files.
class NvidiaCardsTest {

  @TempDir Path root;

  @Test
  void aMachineWithoutAnySaysSo() {
    assertThat(under(Map.of()).hindrance()).isEqualTo("no graphics processor of NVIDIA was found");
    assertThat(under(Map.of()).visible()).isZero();
  }

  @Test
  void oneThatIsOnTheBusLacksItsDriver() throws IOException {
    onBus("0000:01:00.0", "0x10de", "0x030200");
    onBus("0000:02:00.0", "0x10de", "0x040300");
    onBus("0000:03:00.0", "0x8086", "0x030000");

    NvidiaCards found = under(Map.of());

    assertThat(found.names()).containsExactly("NVIDIA graphics processor at 0000:01:00.0");
    assertThat(found.hindrance()).isEqualTo("its driver is not loaded: there is no /dev/nvidiactl");
  }

  @Test
  void deviceFilesAndTheDriversLibraryAreAllThatIsNeeded() throws IOException {
    files("dev/nvidia0", "dev/nvidia1", "dev/nvidiactl", "dev/nvidia-modeset", "dev/nvidia-uvm");
    assertThat(under(Map.of()).hindrance())
        .isEqualTo("the driver's library libcuda.so.1 was not found");

    files("usr/lib/x86_64-linux-gnu/libcuda.so.1");
    assertThat(under(Map.of()).hindrance()).isEmpty();
    assertThat(under(Map.of()).names())
        .containsExactly("NVIDIA device /dev/nvidia0", "NVIDIA device /dev/nvidia1");
    assertThat(under(Map.of()).visible()).isEqualTo(2);
  }

  @Test
  void theLibraryIsAlsoFoundWhereTheUserSays() throws IOException {
    files("dev/nvidia0", "dev/nvidiactl", "dev/nvidia-uvm", "own/libcuda.so.1");

    assertThat(under(Map.of("LD_LIBRARY_PATH", "/none:" + root.resolve("own"))).hindrance())
        .isEmpty();
  }

  @Test
  void aDeviceFileThatCudaNeedsIsMissed() throws IOException {
    files("dev/nvidia0", "dev/nvidiactl", "usr/lib64/libcuda.so.1");

    assertThat(under(Map.of()).hindrance())
        .isEqualTo(
            "the device file /dev/nvidia-uvm is missing, which the driver makes (nvidia-modprobe"
                + " -u)");
  }

  @Test
  void whatTheDriverNamesCountsWithoutDeviceFiles() {
    NvidiaCards found =
        NvidiaCards.under(root, Map.of(), List.of("A100, 40960 MiB", "A100, 40960 MiB"));

    assertThat(found.visible()).isEqualTo(2);
    assertThat(found.hindrance()).isEmpty();
  }

  @Test
  void hiddenGraphicsProcessorsAreNotCounted() {
    List<String> three = List.of("a", "b", "c");

    assertThat(visible(three, "2")).isEqualTo(1);
    assertThat(visible(three, "0,2")).isEqualTo(2);
    assertThat(visible(three, "0,-1,2")).isEqualTo(1);
    assertThat(visible(three, "")).isZero();
    assertThat(NvidiaCards.under(root, Map.of("CUDA_VISIBLE_DEVICES", "-1"), three).hindrance())
        .isEqualTo("CUDA_VISIBLE_DEVICES hides every graphics processor");
  }

  private int visible(List<String> named, String variable) {
    return NvidiaCards.under(root, Map.of("CUDA_VISIBLE_DEVICES", variable), named).visible();
  }

  private NvidiaCards under(Map<String, String> environment) {
    return NvidiaCards.under(root, environment, List.of());
  }

  private void onBus(String place, String vendor, String kind) throws IOException {
    Path device = Files.createDirectories(root.resolve("sys/bus/pci/devices").resolve(place));
    Files.writeString(device.resolve("vendor"), vendor + "\n");
    Files.writeString(device.resolve("class"), kind + "\n");
  }

  private void files(String... names) throws IOException {
    for (String name : names) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
  }
}
