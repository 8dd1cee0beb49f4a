package dev.assay.usecase;

import dev.assay.inference.onnx.OnnxEngine;
import dev.assay.provenance.AssayVersion;
import dev.assay.usecase.Examination.Device;
import dev.assay.usecase.Examination.Isolation;
import dev.assay.usecase.Examination.Java;
import dev.assay.usecase.Examination.Machine;
import dev.assay.usecase.Examination.Place;
import dev.assay.usecase.Examination.Problem;
import dev.assay.worker.SelfTest;
import dev.assay.worker.WorkerSettings;
import dev.assay.worker.Workers;
import dev.assay.worker.cache.CacheFolder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Says what this machine offers.
public final class Doctor {

  private static final long LITTLE_SPACE = 1L << 30;
  private static final long LITTLE_MEMORY = 4L << 30;
  private static final long SLOW_START_MILLIS = 2_000;

  private final WorkerSettings settings;
  private final Path workspace;
  private final Optional<CacheFolder> kept;

  /// @param settings limits of workers for small files
  /// @param workspace where audits are recorded
  /// @param kept where measurements of devices are kept, absent = nowhere
  public Doctor(WorkerSettings settings, Path workspace, Optional<CacheFolder> kept) {
    this.settings = settings;
    this.workspace = workspace;
    this.kept = kept;
  }

  /// Looks. What is missing is said in the examination, never thrown.
  public Examination examine() {
    SelfTest worker = Workers.selfTest(settings);
    SortedMap<String, String> libraries = new TreeMap<>(worker.engines());
    LibraryVersions.sqlite().ifPresent(version -> libraries.put("sqlite", version));
    Machine machine = machine();
    List<Device> devices =
        Devices.find(
            machine.architecture(),
            libraries.getOrDefault(OnnxEngine.PROVIDERS, ""),
            worker.devices());
    List<Place> places = List.of(Places.workspace(workspace), Places.temporaryFiles());
    return new Examination(
        AssayVersion.number(),
        new Java(
            Runtime.version().toString(),
            System.getProperty("java.vendor"),
            System.getProperty("java.home")),
        machine,
        isolation(worker),
        libraries,
        devices,
        new DeviceChooser(kept).probes(machine.processors()),
        places,
        problems(machine, worker, devices, places));
  }

  private static Machine machine() {
    return new Machine(
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : -1);
  }

  private Isolation isolation(SelfTest worker) {
    boolean limited = worker.isolation().equals("full") || worker.isolation().startsWith("memory");
    return new Isolation(
        worker.isolation(),
        worker.missing(),
        limited ? settings.nativeBytes() : null,
        measured(worker.startMillis()),
        measured(worker.enginesMillis()));
  }

  private static @Nullable Long measured(long millis) {
    return millis < 0 ? null : millis;
  }

  private List<Problem> problems(
      Machine machine, SelfTest worker, List<Device> devices, List<Place> places) {
    List<Problem> problems = new ArrayList<>();
    var fault = worker.fault();
    if (fault != null) {
      problems.add(new Problem(fault.sentence(), fault.remedy()));
    }
    worker
        .missing()
        .forEach(
            sentence ->
                problems.add(
                    new Problem(
                        sentence,
                        "Evaluate files you do not trust on Linux (x86-64 or ARM64) with seccomp,"
                            + " or in a container without network.")));
    if (worker.startMillis() > SLOW_START_MILLIS) {
      problems.add(
          new Problem(
              "The worker took " + worker.startMillis() + " ms to start.",
              "The machine is busy, or a virus scanner reads Assay's libraries at every start."));
    }
    if (machine.memoryBytes() >= 0 && machine.memoryBytes() < LITTLE_MEMORY) {
      problems.add(
          new Problem(
              "The machine has less than 4 GiB of memory.",
              "Small datasets will do; give it more for large ones."));
    }
    devices.stream()
        .filter(device -> !device.usable() && Devices.present(device))
        .forEach(
            device ->
                problems.add(
                    new Problem(
                        "'" + device.name() + "' is not used: " + device.why() + ".",
                        "Models run on the processor; results are the same, large models"
                            + " slower.")));
    places.forEach(place -> Places.problems(place, LITTLE_SPACE, problems));
    return List.copyOf(problems);
  }
}
