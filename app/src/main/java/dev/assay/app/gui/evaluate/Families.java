package dev.assay.app.gui.evaluate;

import dev.assay.check.Check;
import dev.assay.check.Checks;
import java.util.List;
import java.util.Set;

/// Checks by family, as they are chosen and as the command line names them.
final class Families {

  private Families() {}

  /// Families of these checks, in their order.
  static List<String> of(List<Check> checks) {
    return checks.stream().map(Families::family).distinct().toList();
  }

  /// Families that run when nothing else is asked.
  static List<String> usual() {
    return of(Checks.select(List.of()));
  }

  /// What asks for them: "all" for the usual ones, "none" for no check.
  static List<String> words(List<String> families) {
    if (families.isEmpty()) {
      return List.of("none");
    }
    return Set.copyOf(families).equals(Set.copyOf(usual()))
        ? List.of("all")
        : List.copyOf(families);
  }

  private static String family(Check check) {
    return check.id().substring(0, check.id().indexOf('.'));
  }
}
