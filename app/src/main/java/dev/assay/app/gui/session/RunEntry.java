package dev.assay.app.gui.session;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.Task;
import dev.assay.finding.Verdict;
import dev.assay.metric.MetricValue;
import dev.assay.store.RunStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A run in the list: of this session, recorded in the workspace, or both.
///
/// @param id by which it is opened: the session's while it is open, else the workspace's
/// @param open facts and rows, absent for runs of other sessions
/// @param recorded its line in the workspace, absent until it is kept
/// @param facts its main numbers, absent until they are read
public record RunEntry(
    String id,
    @Nullable NumberedRun open,
    RunStore.@Nullable Listed recorded,
    @Nullable RunFacts facts) {

  private static final int LONGEST = 60;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /// Its id in the workspace, null until it is kept.
  public @Nullable String recordedId() {
    return recorded == null ? null : recorded.id();
  }

  /// File name of the model, fit to be shown.
  public String model() {
    return Visible.of(facts != null ? facts.provenance().modelName() : listed().model(), LONGEST);
  }

  /// File name of the dataset, fit to be shown.
  public String dataset() {
    return Visible.of(
        facts != null ? facts.provenance().datasetName() : listed().dataset(), LONGEST);
  }

  /// Model and dataset.
  public String title() {
    return model() + " on " + dataset();
  }

  /// What tells this run from others of the same model: threshold and time.
  public String label() {
    Double threshold = threshold();
    return title()
        + (threshold == null ? "" : " at " + Rounded.setting(threshold))
        + " · "
        + DAY.format(finished());
  }

  /// "binary", "multiclass", "regression".
  public String task() {
    Task task = open != null ? open.open().run().evaluation().task() : listed().task();
    return task.name().toLowerCase(Locale.ROOT).replace("_classification", "");
  }

  /// Rows of the dataset.
  public long rows() {
    return facts != null ? facts.provenance().rows() : listed().rows();
  }

  /// Decision threshold, null where there is none or it is not read yet.
  public @Nullable Double threshold() {
    return facts == null ? null : facts.threshold();
  }

  /// When it ended.
  public Instant finished() {
    return facts != null ? facts.provenance().finished() : listed().finished();
  }

  /// How long it took.
  public Duration took() {
    return Duration.between(
        facts != null ? facts.provenance().started() : listed().started(), finished());
  }

  /// Where the model ran: "CPU"; empty for stored scores.
  public String device() {
    SortedMap<String, String> device =
        facts != null ? facts.provenance().device() : listed().device();
    return Visible.of(
        device.getOrDefault("provider", "").replace("ExecutionProvider", ""), LONGEST);
  }

  /// The number with its interval: "0.873 (0.868 – 0.878)"; empty where the run has none or it is
  /// not read yet.
  public String number(String metric) {
    MetricValue value = facts == null ? null : facts.numbers().get(metric);
    return switch (value) {
      case null -> "";
      case MetricValue.Undefined ignored -> "undefined";
      case MetricValue.Defined d ->
          Rounded.number(d.value())
              + (d.interval() == null
                  ? ""
                  : " (" + Rounded.range(d.interval().lower(), d.interval().upper()) + ")");
    };
  }

  /// The number alone, NaN where there is none: for sorting.
  public double value(String metric) {
    MetricValue value = facts == null ? null : facts.numbers().get(metric);
    return value == null ? Double.NaN : value.orNaN();
  }

  /// Where its rows and facts are: "open and recorded", "open", "recorded".
  public String where() {
    return open == null ? "recorded" : recorded == null ? "open" : "open, recorded";
  }

  /// What audits say of it, the latest first: "✗ failed"; empty without one.
  public String verdict() {
    List<RunStore.InAudit> audits = recorded == null ? List.of() : recorded.audits();
    if (audits.isEmpty()) {
      return "";
    }
    String latest = words(audits.getFirst().verdict());
    return audits.size() == 1 ? latest : latest + " (" + audits.size() + " audits)";
  }

  /// The command line that repeats it, without the program's name; empty until it is read.
  public List<String> command() {
    return facts == null ? List.of() : facts.provenance().command();
  }

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✓ passed";
      case FAIL -> "✗ failed";
      case INSUFFICIENT_EVIDENCE -> "? more evidence";
    };
  }

  private RunStore.Listed listed() {
    return Objects.requireNonNull(recorded, "a run that is not open is recorded");
  }
}
