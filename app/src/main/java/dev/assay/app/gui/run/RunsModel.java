package dev.assay.app.gui.run;

import dev.assay.app.gui.session.RunEntry;
import dev.assay.common.Rounded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;

/// The list of runs, narrowed by what is typed above its columns.
public final class RunsModel {

  /// What can be typed into.
  public enum Field {
    /// Part of the model's name.
    MODEL("Model", RunEntry::model),
    /// Part of the dataset's name.
    DATASET("Dataset", RunEntry::dataset),
    /// Part of the task.
    TASK("Task", RunEntry::task),
    /// Part of the date, as it is shown.
    DATE("Date", e -> Rounded.minute(e.finished())),
    /// Part of what audits say.
    VERDICT("Verdict", RunEntry::verdict);

    private final String title;
    private final Function<RunEntry, String> words;

    Field(String title, Function<RunEntry, String> words) {
      this.title = title;
      this.words = words;
    }

    /// Name for people.
    public String title() {
      return title;
    }
  }

  private final Map<Field, StringProperty> filters = new EnumMap<>(Field.class);
  private final FilteredList<RunEntry> rows;

  /// @param entries all runs
  public RunsModel(ObservableList<RunEntry> entries) {
    this.rows = new FilteredList<>(entries);
    for (Field field : Field.values()) {
      StringProperty filter = new SimpleStringProperty(this, field.name(), "");
      filter.subscribe(typed -> narrow());
      filters.put(field, filter);
    }
  }

  /// What is typed for a field.
  public StringProperty filter(Field field) {
    return java.util.Objects.requireNonNull(filters.get(field));
  }

  /// What is left.
  public ObservableList<RunEntry> rows() {
    return rows;
  }

  private void narrow() {
    List<Field> asked =
        filters.entrySet().stream()
            .filter(f -> !f.getValue().get().isBlank())
            .map(Map.Entry::getKey)
            .toList();
    rows.setPredicate(
        asked.isEmpty() ? null : run -> asked.stream().allMatch(f -> matches(f, run)));
  }

  private boolean matches(Field field, RunEntry run) {
    return field
        .words
        .apply(run)
        .toLowerCase(Locale.ROOT)
        .contains(filter(field).get().strip().toLowerCase(Locale.ROOT));
  }

  /// Two runs to be compared.
  ///
  /// @param first A, the champion
  /// @param second B, the challenger
  public record Two(RunEntry first, RunEntry second) {}

  /// Which two runs a selection means: the champion is A where it is among them or stands in for a
  /// missing second; else the older run is A.
  ///
  /// @param champion the run that others are compared with, null = none
  /// @return nothing when it means no two different runs
  public static Optional<Two> two(List<RunEntry> selected, @Nullable RunEntry champion) {
    List<RunEntry> both = new ArrayList<>(selected);
    if (both.size() == 1 && champion != null) {
      both.add(champion);
    }
    if (both.size() != 2 || both.getFirst().id().equals(both.getLast().id())) {
      return Optional.empty();
    }
    both.sort(
        Comparator.<RunEntry, Boolean>comparing(
                e -> champion == null || !e.id().equals(champion.id()))
            .thenComparing(RunEntry::finished));
    return Optional.of(new Two(both.getFirst(), both.getLast()));
  }
}
