package dev.assay.inference;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// On which device a model runs fastest.
///
/// @param device "cpu", "cuda:0"
/// @param trials what was found of each device; empty when there was nothing to choose from
public record DeviceChoice(String device, List<Trial> trials) {

  /// What a run without a choice is on.
  public static final DeviceChoice PROCESSOR = new DeviceChoice("cpu", List.of());

  /// One device.
  ///
  /// @param device "cpu", "cuda:0"
  /// @param rowsPerSecond rows of the sample a second, 0 where it was not measured
  /// @param failed whether it was tried and cannot be used
  /// @param reason why it was not measured, empty where it was
  public record Trial(String device, double rowsPerSecond, boolean failed, String reason) {

    /// Why it was not measured, without its name, as the end of a sentence; empty where it was.
    public String why() {
      String known = "Device " + device + " cannot be used: ";
      String own = reason.startsWith(known) ? reason.substring(known.length()) : reason;
      return own.endsWith(".") ? own.substring(0, own.length() - 1) : own;
    }

    /// One that was measured.
    public static Trial measured(String device, double rowsPerSecond) {
      return new Trial(device, rowsPerSecond, false, "");
    }

    /// One that was tried and cannot be used.
    public static Trial failed(String device, String reason) {
      return new Trial(device, 0, true, reason);
    }

    /// One that was not tried.
    public static Trial left(String device, String reason) {
      return new Trial(device, 0, false, reason);
    }
  }

  /// What is stored with the run: "auto.cuda:0" → "1234.5 rows a second", or why it was not
  /// measured.
  public SortedMap<String, String> words() {
    SortedMap<String, String> words = new TreeMap<>();
    for (Trial trial : trials) {
      words.put(
          "auto." + trial.device(),
          trial.reason().isEmpty()
              ? String.format(Locale.ROOT, "%.1f rows a second", trial.rowsPerSecond())
              : trial.reason());
    }
    return words;
  }
}
