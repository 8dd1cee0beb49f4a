package dev.assay.app.gui.evaluate;

import dev.assay.app.gui.session.OpenModel;
import dev.assay.check.text.TextProperty;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.DatasetProfile.TopValue;
import dev.assay.usecase.ImageSlices;
import dev.assay.usecase.TextSlices;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/// What a dataset and a model offer to choose from.
final class Offered {

  private static final int MOST_CLASSES = 50;

  private Offered() {}

  /// Columns of the dataset.
  static List<String> columns(@Nullable Dataset chosen) {
    return chosen == null
        ? List.of()
        : chosen.spec().columns().stream().map(ColumnSpec::name).toList();
  }

  /// Forgets a column that the dataset does not have.
  static void keep(ObjectProperty<@Nullable String> column, List<String> columns) {
    String chosen = column.get();
    if (chosen != null && !columns.contains(chosen)) {
      column.set(null);
    }
  }

  /// What rows can be grouped by: columns, and for texts and images what they are like and how the
  /// model read them.
  static List<String> groupings(@Nullable Dataset chosen, @Nullable OpenModel reader) {
    List<String> all = new ArrayList<>(columns(chosen));
    if (chosen != null && !chosen.spec().withRole(ColumnRole.TEXT).isEmpty()) {
      all.addAll(TextProperty.ids());
      if (reader != null && reader.artefact().transformer() != null) {
        all.addAll(TextSlices.names());
      }
    }
    if (chosen != null && !chosen.spec().withRole(ColumnRole.IMAGE).isEmpty()) {
      all.addAll(ImageSlices.names());
    }
    return List.copyOf(all);
  }

  /// Classes of a label, the most frequent first; none where they are too many to choose from.
  static List<String> classes(@Nullable Dataset chosen, @Nullable String column) {
    if (chosen == null || column == null) {
      return List.of();
    }
    return chosen.profile().columns().stream()
        .filter(p -> p.name().equals(column) && p.distinct() <= MOST_CLASSES)
        .map(ColumnProfile::top)
        .flatMap(List::stream)
        .map(TopValue::value)
        .toList();
  }
}
