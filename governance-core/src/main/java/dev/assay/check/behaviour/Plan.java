package dev.assay.check.behaviour;

import dev.assay.check.behaviour.Suite.Trial;
import dev.assay.metric.interval.Seeds;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Every text that all suites want scored, each once, and which test wants it for what: one batch.
/// The same suites, texts and seed give the same plan.
public final class Plan {

  private static final int TEMPLATE_CASES = 200;
  private static final int FEWEST_OWN = 50;
  private static final int MOST_OWN = 250;
  private static final int FEWEST_SWAPS = 2_000;
  private static final int MOST_SWAPS = 12_000;

  /// Below so many texts that name an identity, templates are asked as well.
  private static final int FEW_TEXTS = 30;

  private final Map<String, Integer> index = new LinkedHashMap<>();
  private final List<Planned> tests = new ArrayList<>();
  private final Swaps swaps;
  private final List<String> texts;
  private final Cancellation cancellation;

  /// A case of a test.
  ///
  /// @param before place of the text as it was
  /// @param after place of the changed text, the same for functionality
  /// @param row data row that the text is from (1-based), 0 for templates
  record Case(int before, int after, long row) {}

  /// A test with its cases.
  ///
  /// @param target index of the class it speaks of, -1 for invariance
  /// @param why why there are no cases; empty when there are
  record Planned(Trial test, int target, List<Case> cases, String why) {}

  /// Texts with every identity term in the place of the one they name.
  ///
  /// @param terms the terms
  /// @param kinds kind of each term
  /// @param texts place of each text, by text and term
  /// @param rows data row of each text, 1-based; 0 for templates
  /// @param why why there are none; empty when there are
  record Swaps(
      List<String> terms, List<String> kinds, int[][] texts, List<Long> rows, String why) {}

  private Plan(
      List<Suite> suites, OwnTexts own, Decisions decisions, long seed, Cancellation cancellation) {
    this.cancellation = cancellation;
    int ownCases = Math.clamp(own.of() / 10, FEWEST_OWN, MOST_OWN);
    for (Suite suite : suites) {
      for (Trial test : suite.tests()) {
        tests.add(planned(test, own, decisions, ownCases, Seeds.derive(seed, test.name())));
      }
    }
    swaps =
        swaps(Suite.ofIdentity(suites), own, Math.clamp(2L * own.of(), FEWEST_SWAPS, MOST_SWAPS));
    texts = List.copyOf(index.keySet());
  }

  /// Plans.
  ///
  /// @param own the dataset's texts
  /// @param seed of every random draw
  /// @throws dev.assay.common.Cancelled when somebody asked the work to stop
  public static Plan of(
      List<Suite> suites, OwnTexts own, Decisions decisions, long seed, Cancellation cancellation) {
    return new Plan(suites, own, decisions, seed, cancellation);
  }

  /// The texts to be scored, in order.
  public List<String> texts() {
    return texts;
  }

  List<Planned> tests() {
    return tests;
  }

  Swaps swaps() {
    return swaps;
  }

  private int place(String text) {
    Integer known = index.putIfAbsent(text, index.size());
    return known == null ? index.size() - 1 : known;
  }

  private Planned planned(Trial test, OwnTexts own, Decisions decisions, int ownCases, long seed) {
    int target = test.classes().isEmpty() ? -1 : decisions.index(test.classes());
    if (target < 0 && !test.classes().isEmpty()) {
      return new Planned(
          test,
          target,
          List.of(),
          "the model has no class called " + String.join(", ", test.classes().subList(0, 1)));
    }
    List<String> texts = test.own() ? own.texts() : test.templates().expand(TEMPLATE_CASES, seed);
    int most = test.own() ? ownCases : TEMPLATE_CASES;
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < texts.size() && cases.size() < most; i++) {
      cancellation.check();
      String text = texts.get(i);
      long row = test.own() ? own.rows().get(i) : 0;
      changed(test, text, seed)
          .ifPresent(after -> cases.add(new Case(place(text), place(after), row)));
    }
    return new Planned(
        test,
        target,
        List.copyOf(cases),
        cases.isEmpty() ? "no text has what the change is made to" : "");
  }

  private static Optional<String> changed(Trial test, String text, long seed) {
    Change change = test.change();
    return change == null
        ? Optional.of(text)
        : change.of(text, new SplittableRandom(Seeds.derive(seed, text)));
  }

  private Swaps swaps(Optional<Suite> suite, OwnTexts own, long most) {
    Map<String, String> kinds = new LinkedHashMap<>();
    suite.ifPresent(
        s -> s.identity().forEach((kind, all) -> all.forEach(t -> kinds.putIfAbsent(t, kind))));
    List<String> terms = List.copyOf(kinds.keySet());
    if (terms.size() < 2) {
      return new Swaps(terms, List.of(), new int[0][], List.of(), "no identity terms are named");
    }
    Terms find = new Terms(terms, suite.map(Suite::ambiguous).orElse(List.of()));
    Map<String, Terms.Slot> units = new LinkedHashMap<>();
    List<Long> rows = new ArrayList<>();
    for (int i = 0; i < own.texts().size() && units.size() < most / terms.size(); i++) {
      cancellation.check();
      Optional<Terms.Slot> slot = find.first(own.texts().get(i));
      if (slot.isPresent() && units.putIfAbsent(slot.get().skeleton(), slot.get()) == null) {
        rows.add(own.rows().get(i));
      }
    }
    if (units.size() < FEW_TEXTS) {
      for (String template : suite.map(Suite::identityTemplates).orElse(List.of())) {
        int at = template.indexOf(Suite.IDENTITY);
        Terms.Slot slot =
            new Terms.Slot(
                template.substring(0, at), "", template.substring(at + Suite.IDENTITY.length()));
        if (units.putIfAbsent(slot.skeleton(), slot) == null) {
          rows.add(0L);
        }
      }
    }
    int[][] texts = new int[units.size()][terms.size()];
    int unit = 0;
    for (Terms.Slot slot : units.values()) {
      for (int t = 0; t < terms.size(); t++) {
        texts[unit][t] = place(slot.with(terms.get(t)));
      }
      unit++;
    }
    return new Swaps(
        terms,
        List.copyOf(kinds.values()),
        texts,
        List.copyOf(rows),
        units.isEmpty() ? "no text names one of the " + terms.size() + " identity terms" : "");
  }
}
