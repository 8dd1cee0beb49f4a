package dev.assay.inference.onnx;

import dev.assay.common.Visible;
import dev.assay.dataset.Warning;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.OutputBinding;
import dev.assay.model.OutputOrigin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells when classes are read under other names than the model's own. Numbers that stand for
/// classes are no names.
final class ClassWords {

  private ClassWords() {}

  static List<Warning> in(ModelArtefact model, ModelBinding binding) {
    List<Warning> warnings = new ArrayList<>();
    for (OutputBinding output : binding.outputs()) {
      model.origins().stream()
          .filter(o -> o.output().equals(output.output()))
          .filter(o -> isRenamed(o, output))
          .forEach(o -> warnings.add(warning(o, output)));
    }
    return warnings;
  }

  private static boolean isRenamed(OutputOrigin origin, OutputBinding output) {
    return !origin.classes().isEmpty()
        && !output.classes().isEmpty()
        && origin.classes().stream().noneMatch(c -> c.matches("-?\\d+(\\.\\d+)?"))
        && Collections.disjoint(folded(origin.classes()), folded(output.classes()));
  }

  private static Set<String> folded(List<String> names) {
    return names.stream()
        .map(n -> n.strip().toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static Warning warning(OutputOrigin origin, OutputBinding output) {
    return new Warning(
        "MODEL-CLASSES-RENAMED",
        "The model calls its classes "
            + Visible.of(String.join(", ", origin.classes()), 120)
            + "; by its description they are read, in that order, as "
            + Visible.of(String.join(", ", output.classes()), 120)
            + ".",
        "Make sure that the order is right; a wrong one turns every metric around.");
  }
}
