package dev.assay.inference;

import dev.assay.dataset.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a run of a model gave; stored as `scores.json` beside the columnar score files.
///
/// @param rows rows scored (= rows of the dataset)
/// @param classes classes of the score columns; empty for regression and labels only
/// @param hasScores whether there are scores (otherwise labels only)
/// @param hasLabels whether the model's own label output was kept
/// @param nonFinite rows with a score that is not a finite number
/// @param warnings what the user should know: fixed batch, values outside 0..1, …
/// @param device provider, its name, threads, batch rows; of devices that failed the reason
/// @param loadMillis time to create the session
/// @param scoreMillis time inside `session.run`, of several devices the mean
/// @param text how texts were read, absent when the model reads columns
/// @param images how images were read, absent when the model reads none
public record ScoreReport(
    int rows,
    List<String> classes,
    boolean hasScores,
    boolean hasLabels,
    long nonFinite,
    List<Warning> warnings,
    SortedMap<String, String> device,
    long loadMillis,
    long scoreMillis,
    @Nullable TextReport text,
    @Nullable ImageReport images) {

  /// Before the name of a device that failed, among the words of the device.
  public static final String FAILED_DEVICE = "failed.";

  /// The same, with what was found of the devices that the choice was between.
  public ScoreReport chosen(DeviceChoice choice) {
    SortedMap<String, String> words = new TreeMap<>(device);
    words.putAll(choice.words());
    return with(warnings, words);
  }

  /// The same, said of a run on the processor because none of several devices could be used.
  ///
  /// @param reasons a sentence for each device, by its name
  public ScoreReport insteadOf(SortedMap<String, String> reasons) {
    SortedMap<String, String> words = new TreeMap<>(device);
    reasons.forEach((name, reason) -> words.put(FAILED_DEVICE + name, reason));
    List<Warning> all = new ArrayList<>();
    all.add(
        new Warning(
            "DEVICES-FAILED",
            "None of the devices "
                + String.join(", ", reasons.keySet())
                + " could be used to the end, so the model ran on the processor: "
                + reasons.values().stream().distinct().collect(Collectors.joining(" ")),
            "Check their driver and libraries; `assay doctor` says what can be used."));
    all.addAll(warnings);
    return with(List.copyOf(all), words);
  }

  private ScoreReport with(List<Warning> said, SortedMap<String, String> words) {
    return new ScoreReport(
        rows,
        classes,
        hasScores,
        hasLabels,
        nonFinite,
        said,
        words,
        loadMillis,
        scoreMillis,
        text,
        images);
  }

  /// Whether a device failed while others, or the processor, did its work.
  public boolean lostDevices() {
    return device.keySet().stream().anyMatch(word -> word.startsWith(FAILED_DEVICE));
  }

  /// The same, said of scores that were kept from an earlier run.
  public ScoreReport reused() {
    return new ScoreReport(
        rows,
        classes,
        hasScores,
        hasLabels,
        nonFinite,
        warnings,
        device,
        loadMillis,
        scoreMillis,
        text == null ? null : text.reused(),
        images == null ? null : images.reused());
  }

  /// A run of a model that reads columns.
  public ScoreReport(
      int rows,
      List<String> classes,
      boolean hasScores,
      boolean hasLabels,
      long nonFinite,
      List<Warning> warnings,
      SortedMap<String, String> device,
      long loadMillis,
      long scoreMillis) {
    this(
        rows,
        classes,
        hasScores,
        hasLabels,
        nonFinite,
        warnings,
        device,
        loadMillis,
        scoreMillis,
        null,
        null);
  }
}
