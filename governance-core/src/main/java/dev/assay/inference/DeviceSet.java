package dev.assay.inference;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.inference.Accelerator.Choice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The devices that a run is on: one, or several of a kind that share its rows.
///
/// @param devices each once, in the order in which they were named; never empty
public record DeviceSet(List<Choice> devices) {

  private static final String ALL = ":all";
  private static final int MOST = 64;

  public DeviceSet {
    devices = List.copyOf(devices);
  }

  /// Reads "cpu", "cuda", "cuda:1", "cuda:0,cuda:1".
  ///
  /// @throws UsageError when no such device is known, when one is named twice, when there are
  ///   several kinds
  public static DeviceSet of(String option) {
    List<Choice> devices = new ArrayList<>();
    for (String name : option.split(",", -1)) {
      devices.add(Accelerator.choice(name.strip()).orElseThrow(() -> unknown(name)));
    }
    if (devices.size() > MOST || new HashSet<>(devices).size() < devices.size()) {
      throw new UsageError(
          "DEVICE-TWICE",
          "The devices '" + Visible.of(option, 80) + "' name one of them twice.",
          "Name each once, for instance --device cuda:0,cuda:1.");
    }
    if (devices.stream().map(Choice::kind).distinct().count() > 1) {
      throw new UsageError(
          "DEVICE-MIXED",
          "The devices '"
              + Visible.of(option, 80)
              + "' are of several kinds, whose scores differ in their last digits.",
          "Name devices of one kind, for instance --device cuda:0,cuda:1.");
    }
    return new DeviceSet(devices);
  }

  private static UsageError unknown(String name) {
    return new UsageError(
        "DEVICE-UNKNOWN",
        "There is no device '" + Visible.of(name, 40) + "'.",
        "Devices are "
            + Stream.of(Accelerator.values())
                .map(kind -> kind.numbered() ? kind.option() + "[:N]" : kind.option())
                .collect(Collectors.joining(", "))
            + "; several of a kind are separated by commas.");
  }

  /// Whether it asks for all devices of a kind: "cuda:all".
  public static boolean isAll(String option) {
    return option.toLowerCase(Locale.ROOT).endsWith(ALL);
  }

  /// What "cuda:all" stands for.
  ///
  /// @param count how many graphics processors of NVIDIA the machine has
  /// @return "cuda:0,cuda:1"
  /// @throws UsageError when it has none, or devices of that kind cannot be counted
  public static String all(String option, int count) {
    String kind = option.toLowerCase(Locale.ROOT).substring(0, option.length() - ALL.length());
    Accelerator named =
        Accelerator.choice(kind).map(Choice::kind).orElseThrow(() -> unknown(option));
    if (!named.needsNvidia() || !named.option().equals(kind)) {
      throw new UsageError(
          "DEVICE-ALL",
          "How many devices of kind '" + Visible.of(kind, 40) + "' there are is not known.",
          "Name them, for instance --device directml:0,directml:1.");
    }
    if (count < 1) {
      throw new UsageError(
          "DEVICE-NONE",
          "'" + Visible.of(option, 40) + "': no graphics processor of NVIDIA was found.",
          "Use --device cpu; `assay doctor` says what can be used.");
    }
    return IntStream.range(0, Math.min(count, MOST))
        .mapToObj(index -> kind + ":" + index)
        .collect(Collectors.joining(","));
  }

  /// The one that does what cannot be shared.
  public Choice first() {
    return devices.getFirst();
  }

  /// As `--device` names them, each with its number: "cuda:0,cuda:1".
  public String name() {
    return devices.stream().map(Choice::name).collect(Collectors.joining(","));
  }
}
