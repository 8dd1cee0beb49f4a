package dev.assay.app.gui.evaluate;

import dev.assay.inference.DeviceChoice.Trial;
import dev.assay.usecase.Examination;
import dev.assay.usecase.Examination.Device;
import dev.assay.usecase.Examination.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Devices that a run can be on, and why not on others.
///
/// @param machine what was found, null while nobody has looked yet
public record DeviceWords(@Nullable Examination machine) {

  private static final String AUTO = "auto";
  private static final String CPU = "cpu";
  private static final String CUDA = "cuda";
  private static final String ALL = ":all";

  /// What can be chosen, usable or not: "auto", "cpu", every other kind, and all of several.
  public List<String> options() {
    List<String> options = new ArrayList<>(List.of(AUTO, CPU));
    devices().stream()
        .map(Device::kind)
        .filter(kind -> !kind.equals(CPU))
        .distinct()
        .forEach(options::add);
    if (devices().stream().filter(d -> d.usable() && d.kind().equals(CUDA)).count() > 1) {
      options.add(options.indexOf(CUDA) + 1, CUDA + ALL);
    }
    return List.copyOf(options);
  }

  private List<Device> devices() {
    return machine == null ? List.of() : machine.devices();
  }

  /// The first reason why a device cannot be used; empty when it can, or when nobody has looked
  /// yet.
  ///
  /// @param option "cuda", "cuda:all", "cuda:0,cuda:1"
  public String hindrance(String option) {
    if (machine == null || option.equals(AUTO) || option.equals(CPU)) {
      return "";
    }
    return devices().stream()
        .filter(device -> device.kind().equals(kind(option)))
        .findFirst()
        .map(Device::reason)
        .orElse("this machine has none");
  }

  private static String kind(String option) {
    return option.split("[:,]", 2)[0];
  }

  /// Everything that is in the way of a device; of "auto" what was measured.
  ///
  /// @param model digest of the model, empty when none is chosen
  public String note(String option, String model) {
    if (machine == null) {
      return "";
    }
    if (option.equals(AUTO)) {
      return auto(machine, model);
    }
    return devices().stream()
        .filter(device -> device.kind().equals(kind(option)))
        .findFirst()
        .map(Device::why)
        .orElse("");
  }

  private static String auto(Examination machine, String model) {
    boolean others = machine.devices().stream().anyMatch(d -> d.usable() && !d.kind().equals(CPU));
    if (!others) {
      return "auto takes the processor: nothing else can be used here";
    }
    return machine.probes().stream()
        .filter(probe -> probe.current() && probe.sha256().equals(model))
        .findFirst()
        .map(DeviceWords::words)
        .orElse("auto measures which is fastest for the model");
  }

  private static String words(Probe probe) {
    return "auto takes "
        + probe.device()
        + ": "
        + probe.trials().stream().map(DeviceWords::words).collect(Collectors.joining("; "));
  }

  private static String words(Trial trial) {
    return trial.device()
        + (trial.reason().isEmpty() ? " " : ": ")
        + (trial.reason().isEmpty()
            ? String.format(Locale.ROOT, "%,.0f rows a second", trial.rowsPerSecond())
            : trial.why());
  }
}
