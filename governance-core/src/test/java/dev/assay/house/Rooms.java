package dev.assay.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;

/// The rooms of the house, from the cellar to the roof. A room may use itself and the rooms before
/// it in the list.
final class Rooms {

  static final List<String> ORDER =
      List.of(
          "common",
          "work",
          "provenance",
          "source",
          "dataset",
          "model",
          "predictions",
          "inference",
          "worker",
          "slice",
          "metric",
          "cost",
          "evaluation",
          "check",
          "explain",
          "compare",
          "finding",
          "regime",
          "audit",
          "modelcard",
          "ledger",
          "signoff",
          "monitor",
          "chart",
          "report",
          "store",
          "usecase");

  private Rooms() {}

  /// The room of a class below `base`, absent for classes outside the house.
  static Optional<String> of(JavaClass type, String base) {
    String prefix = base + ".";
    if (!type.getPackageName().startsWith(prefix)) {
      return Optional.empty();
    }
    return Optional.of(type.getPackageName().substring(prefix.length()).split("\\.", 2)[0]);
  }

  /// Holds when a class uses no room above its own.
  static ArchCondition<JavaClass> useOnlyRoomsBelow(String base) {
    return new ArchCondition<>("use only rooms listed before their own") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().forEach(d -> report(d, base, events));
      }
    };
  }

  private static void report(Dependency dependency, String base, ConditionEvents events) {
    Optional<String> from = of(dependency.getOriginClass(), base);
    Optional<String> to = of(dependency.getTargetClass(), base);
    if (from.isPresent() && to.isPresent() && ORDER.indexOf(to.get()) > ORDER.indexOf(from.get())) {
      events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
    }
  }
}
