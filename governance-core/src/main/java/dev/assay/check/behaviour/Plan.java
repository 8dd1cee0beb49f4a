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
import org.jspecify.annotations.Nullable;

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

  /// decision: an answer costs a hundred times what a class does, so prompts are asked less often
  private static final Extent OF_PROMPTS = new Extent(50, 50, 1_500);

  private static final String NO_CLASS =
      "it speaks of a class, and a model that goes on with texts decides none";

  private final Map<String, Integer> index = new LinkedHashMap<>();
  private final List<Planned> tests = new ArrayList<>();
  private final Swaps swaps;
  private final List<String> texts;
  private final boolean prompts;
  private final Room room;
  private final Cancellation cancellation;

  /// How much is asked.
  ///
  /// @param made cases of a test of templates
  /// @param own cases of a test of the dataset's texts
  /// @param swaps texts with an identity term
  private record Extent(int made, int own, long swaps) {

    static Extent of(OwnTexts own) {
      return new Extent(
          TEMPLATE_CASES,
          Math.clamp(own.of() / 10, FEWEST_OWN, MOST_OWN),
          Math.clamp(2L * own.of(), FEWEST_SWAPS, MOST_SWAPS));
    }
  }

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
  /// @param bare place of each text with its term left out; empty where classes are decided
  /// @param rows data row of each text, 1-based; 0 for templates
  /// @param why why there are none; empty when there are
  record Swaps(
      List<String> terms,
      List<String> kinds,
      int[][] texts,
      int[] bare,
      List<Long> rows,
      String why) {}

  private Plan(
      Room room,
      Cancellation cancellation,
      List<Suite> suites,
      OwnTexts own,
      long seed,
      @Nullable Decisions decisions) {
    this.prompts = decisions == null;
    this.room = room;
    this.cancellation = cancellation;
    Extent extent = prompts ? OF_PROMPTS : Extent.of(own);
    for (Suite suite : suites) {
      for (Trial test : suite.tests()) {
        tests.add(planned(test, own, decisions, extent, Seeds.derive(seed, test.name())));
      }
    }
    swaps = swaps(Suite.ofIdentity(suites), own, extent.swaps());
    texts = List.copyOf(index.keySet());
  }

  /// Plans.
  ///
  /// @param own the dataset's texts
  /// @param seed of every random draw
  /// @throws dev.assay.common.Cancelled when somebody asked the work to stop
  public static Plan of(
      List<Suite> suites, OwnTexts own, Decisions decisions, long seed, Cancellation cancellation) {
    return new Plan(new Room(0, 0), cancellation, suites, own, seed, decisions);
  }

  /// Plans prompts for a model that goes on with texts: tests of classes have no cases, and every
  /// text with an identity term is asked without it as well.
  ///
  /// @param own the dataset's prompts
  /// @param room what the model can place; prompts that do not fit are left out
  /// @param seed of every random draw
  /// @throws dev.assay.common.Cancelled when somebody asked the work to stop
  public static Plan ofPrompts(
      List<Suite> suites, OwnTexts own, Room room, long seed, Cancellation cancellation) {
    return new Plan(room, cancellation, suites, own, seed, null);
  }

  /// The texts to be scored, in order.
  public List<String> texts() {
    return texts;
  }

  Room room() {
    return room;
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

  private Planned planned(
      Trial test, OwnTexts own, @Nullable Decisions decisions, Extent extent, long seed) {
    if (decisions == null && test.kind() != Suite.Kind.INVARIANCE) {
      return new Planned(test, -1, List.of(), NO_CLASS);
    }
    int target =
        decisions == null || test.classes().isEmpty() ? -1 : decisions.index(test.classes());
    if (target < 0 && !test.classes().isEmpty()) {
      return new Planned(
          test,
          target,
          List.of(),
          "the model has no class called " + String.join(", ", test.classes().subList(0, 1)));
    }
    int most = test.own() ? extent.own() : extent.made();
    List<String> texts = test.own() ? own.texts() : test.templates().expand(most, seed);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < texts.size() && cases.size() < most; i++) {
      cancellation.check();
      String text = texts.get(i);
      long row = test.own() ? own.rows().get(i) : 0;
      changed(test, text, seed)
          .filter(after -> room.holds(text) && room.holds(after))
          .ifPresent(after -> cases.add(new Case(place(text), place(after), row)));
    }
    return new Planned(
        test,
        target,
        List.copyOf(cases),
        cases.isEmpty()
            ? "no text "
                + (room.places() > 0 ? "that the model has room for " : "")
                + "has what the change is made to"
            : "");
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
      return new Swaps(
          terms, List.of(), new int[0][], new int[0], List.of(), "no identity terms are named");
    }
    Terms find = new Terms(terms, suite.map(Suite::ambiguous).orElse(List.of()));
    Map<String, Terms.Slot> units = new LinkedHashMap<>();
    List<Long> rows = new ArrayList<>();
    for (int i = 0; i < own.texts().size() && units.size() < most / terms.size(); i++) {
      cancellation.check();
      long row = own.rows().get(i);
      find.first(own.texts().get(i)).ifPresent(slot -> add(slot, row, terms, units, rows));
    }
    if (units.size() < FEW_TEXTS) {
      for (String template : suite.map(Suite::identityTemplates).orElse(List.of())) {
        int at = template.indexOf(Suite.IDENTITY);
        add(
            new Terms.Slot(
                template.substring(0, at), "", template.substring(at + Suite.IDENTITY.length())),
            0,
            terms,
            units,
            rows);
      }
    }
    int[][] texts = new int[units.size()][terms.size()];
    int[] bare = new int[prompts ? units.size() : 0];
    int unit = 0;
    for (Terms.Slot slot : units.values()) {
      for (int t = 0; t < terms.size(); t++) {
        texts[unit][t] = place(slot.with(terms.get(t)));
      }
      if (prompts) {
        bare[unit] = place(slot.without());
      }
      unit++;
    }
    return new Swaps(
        terms,
        List.copyOf(kinds.values()),
        texts,
        bare,
        List.copyOf(rows),
        units.isEmpty() ? "no text names one of the " + terms.size() + " identity terms" : "");
  }

  private void add(
      Terms.Slot slot,
      long row,
      List<String> terms,
      Map<String, Terms.Slot> units,
      List<Long> rows) {
    boolean fits =
        !(prompts && slot.without().isBlank())
            && terms.stream().allMatch(t -> room.holds(slot.with(t)));
    if (fits && units.putIfAbsent(slot.skeleton(), slot) == null) {
      rows.add(row);
    }
  }
}
