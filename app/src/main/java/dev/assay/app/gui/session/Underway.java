package dev.assay.app.gui.session;

import dev.assay.app.gui.task.TaskItem;
import dev.assay.report.document.Document;
import dev.assay.usecase.EvaluateRequest;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A run that is under way. Numbers come when rows are scored and measured; checks, and with them
/// verdicts, come later.
public final class Underway {

  private final String id;
  private final EvaluateRequest request;
  private final ReadOnlyObjectWrapper<@Nullable Document> numbers =
      new ReadOnlyObjectWrapper<>(this, "numbers");
  private @Nullable TaskItem item;

  Underway(String id, EvaluateRequest request) {
    this.id = id;
    this.request = request;
  }

  /// Within the session, also when it is finished: "run-1".
  public String id() {
    return id;
  }

  /// What was asked.
  public EvaluateRequest request() {
    return request;
  }

  /// The work.
  public TaskItem item() {
    if (item == null) {
      throw new IllegalStateException("not begun");
    }
    return item;
  }

  /// Numbers without verdicts, null until they are known.
  public ReadOnlyObjectProperty<@Nullable Document> numbers() {
    return numbers.getReadOnlyProperty();
  }

  void begun(TaskItem work) {
    item = work;
  }

  void measured(Document known) {
    numbers.set(known);
  }
}
