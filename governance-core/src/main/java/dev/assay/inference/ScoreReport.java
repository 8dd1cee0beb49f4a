package dev.assay.inference;

import dev.assay.dataset.Warning;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a run of a model gave; stored as `scores.json` beside the columnar score files.
///
/// @param rows rows scored (= rows of the dataset)
/// @param classes classes of the score columns; empty for regression and labels only
/// @param hasScores whether there are scores (otherwise labels only)
/// @param hasLabels whether the model's own label output was kept
/// @param nonFinite rows with a score that is not a finite number
/// @param warnings what the user should know: fixed batch, values outside 0..1, …
/// @param device provider, its name, threads, batch rows
/// @param loadMillis time to create the session
/// @param scoreMillis time inside `session.run`
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

  /// The same, with what was found of the devices that the choice was between.
  public ScoreReport chosen(DeviceChoice choice) {
    SortedMap<String, String> words = new TreeMap<>(device);
    words.putAll(choice.words());
    return new ScoreReport(
        rows,
        classes,
        hasScores,
        hasLabels,
        nonFinite,
        warnings,
        words,
        loadMillis,
        scoreMillis,
        text,
        images);
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
