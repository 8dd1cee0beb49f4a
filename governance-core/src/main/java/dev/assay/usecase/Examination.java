package dev.assay.usecase;

import dev.assay.inference.DeviceChoice;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What this machine offers, and what is missing.
///
/// @param assay version of Assay
/// @param java the running Java
/// @param machine the machine
/// @param worker the child process in which files are parsed and models run
/// @param libraries versions of native libraries, by name
/// @param devices what models could run on
/// @param probes which device was found to be the fastest for a model, the latest first
/// @param places folders that Assay writes to
/// @param problems what is missing or worse than it could be
public record Examination(
    String assay,
    Java java,
    Machine machine,
    Isolation worker,
    SortedMap<String, String> libraries,
    List<Device> devices,
    List<Probe> probes,
    List<Place> places,
    List<Problem> problems) {

  /// The running Java.
  public record Java(String version, String vendor, String home) {}

  /// The machine.
  ///
  /// @param system name and version of the operating system
  /// @param architecture processor family
  /// @param processors processors that this process may use
  /// @param memoryBytes memory of the machine, or of the container when that is less
  public record Machine(String system, String architecture, int processors, long memoryBytes) {}

  /// The worker.
  ///
  /// @param level "full", "memory+deadline", "deadline only"; "none" when it cannot be started
  /// @param missing why it is not better, one sentence each
  /// @param memoryLimitBytes most memory that it may take for small files; absent without a limit
  /// @param startMillis from nothing to a confined worker that answers, absent when it did not
  /// @param enginesMillis loading the native engines after that, absent when they did not load
  public record Isolation(
      String level,
      List<String> missing,
      @Nullable Long memoryLimitBytes,
      @Nullable Long startMillis,
      @Nullable Long enginesMillis) {}

  /// Something that models could run on.
  ///
  /// @param kind "cpu", "cuda", "tensorrt", "rocm", "coreml", "directml", "openvino"
  /// @param name its name
  /// @param usable whether `--device` accepts it
  /// @param reason why it is not usable, the first of the reasons; empty when it is
  /// @param reasons everything that is in the way
  public record Device(
      String kind, String name, boolean usable, String reason, List<String> reasons) {

    /// All reasons in one phrase.
    public String why() {
      return String.join("; ", reasons);
    }
  }

  /// What `--device auto` found of a model on this machine.
  ///
  /// @param model name of its file or folder
  /// @param sha256 its digest
  /// @param measured when, in UTC: "2026-11-26T10:00:00Z"
  /// @param current whether runs of today go by it: same machine, same runtime, nothing failed
  /// @param device what was chosen
  /// @param trials what was found of each device
  public record Probe(
      String model,
      String sha256,
      String measured,
      boolean current,
      String device,
      List<DeviceChoice.Trial> trials) {}

  /// A place that Assay writes to.
  ///
  /// @param purpose "workspace", "temporary files"
  /// @param path where
  /// @param exists whether it is there already
  /// @param writable whether Assay can write there
  /// @param freeBytes free space, -1 when unknown
  public record Place(
      String purpose, String path, boolean exists, boolean writable, long freeBytes) {}

  /// Something missing or worse than it could be.
  ///
  /// @param sentence what is missing
  /// @param remedy what to do about it
  public record Problem(String sentence, String remedy) {}
}
