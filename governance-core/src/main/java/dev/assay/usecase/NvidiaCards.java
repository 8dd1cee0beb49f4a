package dev.assay.usecase;

import dev.assay.common.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Graphics processors of NVIDIA in this machine, and whether their driver can be used.
///
/// @param names as the driver names them, else the device files or the places on the bus
/// @param visible how many of them programs may use (`CUDA_VISIBLE_DEVICES`)
/// @param hindrance why none can be used; empty when nothing is known against it
record NvidiaCards(List<String> names, int visible, String hindrance) {

  private static final String NVIDIA = "0x10de";
  private static final String DISPLAY = "0x03";
  private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";
  private static final String DRIVER = "libcuda.so.1";
  private static final String CONTROL = "nvidiactl";
  private static final int NAME_LIMIT = 120;

  /// Device files that CUDA opens beside those of the graphics processors.
  private static final List<String> NEEDED = List.of(CONTROL, "nvidia-uvm");

  private static final List<String> LIBRARIES =
      List.of(
          "usr/lib/x86_64-linux-gnu",
          "usr/lib/aarch64-linux-gnu",
          "usr/lib64",
          "usr/lib",
          "usr/lib/wsl/lib",
          "usr/local/nvidia/lib64",
          "run/opengl-driver/lib");

  /// Looks.
  ///
  /// @param root of the file system
  /// @param environment of this process
  /// @param named what the driver's own program named; empty when it did not answer
  static NvidiaCards under(Path root, Map<String, String> environment, List<String> named) {
    List<String> files = deviceFiles(root.resolve("dev"));
    List<String> names = !named.isEmpty() ? named : !files.isEmpty() ? files : onBus(root);
    int visible = visible(names.size(), environment.get(VISIBLE));
    if (names.isEmpty()) {
      return new NvidiaCards(names, 0, "no graphics processor of NVIDIA was found");
    }
    if (visible == 0) {
      return new NvidiaCards(names, 0, VISIBLE + " hides every graphics processor");
    }
    return new NvidiaCards(names, visible, hindrance(root, environment, named, files));
  }

  private static String hindrance(
      Path root, Map<String, String> environment, List<String> named, List<String> files) {
    Path devices = root.resolve("dev");
    boolean ownFiles = !files.isEmpty() || Files.exists(devices.resolve(CONTROL));
    if (!ownFiles) {
      return named.isEmpty() ? "its driver is not loaded: there is no /dev/" + CONTROL : "";
    }
    for (String needed : NEEDED) {
      if (!Files.exists(devices.resolve(needed))) {
        return "the device file /dev/"
            + needed
            + " is missing, which the driver makes (nvidia-modprobe -u)";
      }
    }
    for (String needed : Stream.concat(NEEDED.stream(), files.stream()).toList()) {
      Path file = devices.resolve(needed.substring(needed.lastIndexOf('/') + 1));
      if (!Files.isReadable(file) || !Files.isWritable(file)) {
        return "this user may not open /dev/" + file.getFileName();
      }
    }
    return named.isEmpty() && !hasDriver(root, environment)
        ? "the driver's library " + DRIVER + " was not found"
        : "";
  }

  private static boolean hasDriver(Path root, Map<String, String> environment) {
    Stream<Path> usual = LIBRARIES.stream().map(root::resolve);
    Stream<Path> told =
        Arrays.stream(environment.getOrDefault("LD_LIBRARY_PATH", "").split(":"))
            .filter(folder -> !folder.isBlank())
            .map(Path::of);
    return Stream.concat(usual, told).anyMatch(folder -> Files.exists(folder.resolve(DRIVER)));
  }

  /// decision: the driver stops at the first number that it does not know; whoever writes one is
  /// told so by the run
  private static int visible(int all, @Nullable String wanted) {
    if (wanted == null) {
      return all;
    }
    long named =
        Arrays.stream(wanted.split(","))
            .map(String::strip)
            .takeWhile(name -> !name.isEmpty() && !name.startsWith("-"))
            .count();
    return (int) Math.min(all, named);
  }

  private static List<String> deviceFiles(Path devices) {
    return listed(devices).stream()
        .filter(file -> String.valueOf(file.getFileName()).matches("nvidia\\d+"))
        .map(file -> "NVIDIA device /dev/" + file.getFileName())
        .toList();
  }

  private static List<String> onBus(Path root) {
    return listed(root.resolve("sys/bus/pci/devices")).stream()
        .filter(device -> text(device.resolve("vendor")).equals(NVIDIA))
        .filter(device -> text(device.resolve("class")).startsWith(DISPLAY))
        .map(
            device ->
                "NVIDIA graphics processor at "
                    + Visible.of(String.valueOf(device.getFileName()), NAME_LIMIT))
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).strip();
    } catch (IOException unreadable) {
      return "";
    }
  }

  private static List<Path> listed(Path folder) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(files::add);
    } catch (IOException | DirectoryIteratorException noSuchFolder) {
      return List.of();
    }
    files.sort(null);
    return files;
  }
}
