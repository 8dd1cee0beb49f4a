package dev.assay.worker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a child is started: this process' own JDK and class path, its own limits, and next to
/// nothing of this process' environment.
///
/// @param mainClass the child's main class
/// @param settings limits
/// @param preparation what makes the start faster
record ChildCommand(Class<?> mainClass, WorkerSettings settings, Preparation preparation) {

  /// Options that an archive of classes has to agree with.
  static final List<String> ACCESS =
      List.of(
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  static final String CRASH_FILE = "crash.txt";

  /// File names are decoded by the locale; without it a child could not open what the user named.
  private static final List<String> KEPT =
      List.of("LANG", "LC_ALL", "LC_CTYPE", "SystemRoot", "SYSTEMROOT", "windir");

  /// Where libraries of graphics processors are, and which processors may be used.
  private static final List<String> OF_DEVICES =
      List.of(
          "LD_LIBRARY_PATH",
          "CUDA_VISIBLE_DEVICES",
          "CUDA_DEVICE_ORDER",
          "CUDA_PATH",
          "HIP_VISIBLE_DEVICES",
          "ROCR_VISIBLE_DEVICES");

  /// Under Windows libraries are looked for where programs are.
  private static final List<String> OF_WINDOWS = List.of("PATH", "Path");

  /// Whoever looks at the window goes before work in the background when processors are few.
  private static final Path NICE = Path.of("/usr/bin/nice");

  /// A process that waits to be started.
  ///
  /// @param folder the child's private folder
  ProcessBuilder in(Path folder) {
    ProcessBuilder builder = new ProcessBuilder(arguments(folder));
    builder.directory(folder.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(kept(System.getProperty("os.name")));
    environment.put("HOME", folder.toString());
    environment.put("TMPDIR", folder.toString());
    environment.put("OPT_OUT_TRACKING", "true");
    return builder;
  }

  /// Names of variables that a child inherits; it gets no others of this process.
  ///
  /// @param system operating system, as Java names it
  static List<String> kept(String system) {
    Stream<String> kept = Stream.concat(KEPT.stream(), OF_DEVICES.stream());
    return (system.startsWith("Windows") ? Stream.concat(kept, OF_WINDOWS.stream()) : kept)
        .toList();
  }

  private List<String> arguments(Path folder) {
    List<String> arguments = new ArrayList<>();
    if (Files.isExecutable(NICE)) {
      arguments.addAll(List.of(NICE.toString(), "-n", "5"));
    }
    arguments.add(java().toString());
    arguments.addAll(limits(folder));
    arguments.addAll(preparation.options());
    arguments.addAll(ACCESS);
    arguments.add("-Djava.io.tmpdir=" + folder);
    arguments.add("-Djava.awt.headless=true");
    arguments.add("-Duser.timezone=UTC");
    arguments.add("-Duser.language=en");
    arguments.add("-Dai.djl.offline=true");
    arguments.add("-cp");
    arguments.add(
        preparation.classPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    arguments.add(mainClass.getName());
    arguments.add(Long.toString(settings.nativeBytes()));
    arguments.add(Long.toString(ProcessHandle.current().pid()));
    return arguments;
  }

  private List<String> limits(Path folder) {
    return List.of(
        "-Xmx" + settings.heapBytes(),
        "-XX:MaxDirectMemorySize=" + settings.nativeBytes(),
        "-XX:MaxMetaspaceSize=256m",
        "-XX:ReservedCodeCacheSize=96m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+DisableAttachMechanism",
        "-XX:-UsePerfData",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=" + folder.resolve(CRASH_FILE),
        "-XX:+DisplayVMOutputToStderr",
        "-Xlog:disable");
  }

  /// The `java` of the JDK that runs this process.
  static Path java() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
  }
}
