package dev.assay.app.gui.evaluate;

import dev.assay.check.Check;
import dev.assay.check.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Checks by family, as they are chosen and as the command line names them. Families that run only
/// on request, because they ask the model many times more, are chosen apart.
final class Families {

  private Families() {}

  /// Families of these checks, in their order, without those on request.
  static List<String> of(List<Check> checks) {
    return checks.stream()
        .filter(check -> !check.onRequest())
        .map(Families::family)
        .distinct()
        .toList();
  }

  /// Families that run when nothing else is asked.
  static List<String> usual() {
    return of(Checks.select(List.of()));
  }

  /// Whether checks that run only on request are among those that these words ask for.
  static boolean areAskedOnRequest(List<String> words) {
    return Checks.select(words).stream().anyMatch(Check::onRequest);
  }

  /// What asks for them: "all" for the usual ones, "none" for no check.
  ///
  /// @param onRequest whether those that run only on request are asked for too
  static List<String> words(List<String> families, boolean onRequest) {
    List<String> words = new ArrayList<>();
    if (Set.copyOf(families).equals(Set.copyOf(usual()))) {
      words.add("all");
    } else {
      words.addAll(families);
    }
    if (onRequest) {
      Checks.all().stream()
          .filter(Check::onRequest)
          .map(Families::family)
          .distinct()
          .forEach(words::add);
    }
    return words.isEmpty() ? List.of("none") : List.copyOf(words);
  }

  private static String family(Check check) {
    return check.id().substring(0, check.id().indexOf('.'));
  }
}
