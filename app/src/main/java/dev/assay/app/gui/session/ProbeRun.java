package dev.assay.app.gui.session;

import dev.assay.app.gui.task.TaskItem;
import dev.assay.common.Visible;
import dev.assay.explain.masked.Probe;
import dev.assay.usecase.ProbeMasked;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A probe of a masked language model, under way or done.
public final class ProbeRun {

  private static final int LONGEST = 60;

  private final String id;
  private final ProbeMasked.Request request;
  private final List<String> command;
  private final ReadOnlyObjectWrapper<@Nullable Probe> found =
      new ReadOnlyObjectWrapper<>(this, "found");
  private @Nullable TaskItem item;

  ProbeRun(String id, ProbeMasked.Request request, List<String> command) {
    this.id = id;
    this.request = request;
    this.command = command;
  }

  /// Within the session: "probe-1".
  public String id() {
    return id;
  }

  /// What was asked.
  public ProbeMasked.Request request() {
    return request;
  }

  /// The command line that repeats it.
  public List<String> command() {
    return command;
  }

  /// Model and dataset, for people.
  public String title() {
    return Visible.of(String.valueOf(request.model().getFileName()), LONGEST)
        + " on "
        + Visible.of(String.valueOf(request.data().getFileName()), LONGEST);
  }

  /// The work.
  public TaskItem item() {
    if (item == null) {
      throw new IllegalStateException("not begun");
    }
    return item;
  }

  /// What was found, null until it is.
  public ReadOnlyObjectProperty<@Nullable Probe> found() {
    return found.getReadOnlyProperty();
  }

  void begun(TaskItem work) {
    item = work;
  }

  void done(Probe probe) {
    found.set(probe);
  }
}
