package dev.assay.app.gui.dataset;

import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.LabelSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which columns can be labels, groups and numbers, the likeliest first.
///
/// @param labels columns with few values, or numbers that can be cut
/// @param groups likewise, sensitive ones first
/// @param numbers columns of numbers
record ColumnChoices(List<String> labels, List<String> groups, List<String> numbers) {

  private static final int MOST_CLASSES = 30;
  private static final int MOST_GROUPS = 200;

  static ColumnChoices of(Dataset dataset) {
    Set<String> labels = new LinkedHashSet<>();
    Set<String> groups = new LinkedHashSet<>();
    List<String> numbers = new ArrayList<>();
    LabelSpec label = dataset.spec().label();
    if (label != null) {
      labels.add(label.column());
    }
    dataset.spec().withRole(ColumnRole.SENSITIVE).stream()
        .sorted(Comparator.comparing(ColumnChoices::isNumber))
        .forEach(c -> groups.add(c.name()));
    List<ColumnSpec> specs = dataset.spec().columns();
    for (int i = 0; i < specs.size(); i++) {
      ColumnSpec spec = specs.get(i);
      ColumnProfile profile = dataset.profile().columns().get(i);
      boolean number = isNumber(spec);
      if (number) {
        numbers.add(spec.name());
      }
      if (spec.role() == ColumnRole.ID || profile.distinct() == 0) {
        continue;
      }
      if (profile.distinct() <= MOST_CLASSES) {
        labels.add(spec.name());
      }
      if (number || profile.distinct() <= MOST_GROUPS) {
        groups.add(spec.name());
      }
    }
    groups.removeIf(name -> label != null && name.equals(label.column()));
    return new ColumnChoices(List.copyOf(labels), List.copyOf(groups), List.copyOf(numbers));
  }

  private static boolean isNumber(ColumnSpec spec) {
    return spec.type() == ColumnType.INTEGER || spec.type() == ColumnType.NUMBER;
  }
}
