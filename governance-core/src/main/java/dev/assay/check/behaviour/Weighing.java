package dev.assay.check.behaviour;

import dev.assay.check.behaviour.Plan.Case;
import dev.assay.check.behaviour.Plan.Planned;
import dev.assay.check.behaviour.Plan.Swaps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which answer is weighed behind which prompts, each pair once: behind prompts that differ in one
/// thing the same answer. It is the one that the dataset expects, where a prompt is a row's and its
/// answer fits; else the one that the model wrote itself behind the prompt as it was, of identity
/// terms behind the prompt with its term left out, so that no term is favoured.
public final class Weighing {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Plan plan;
  private final List<String> answers;
  private final Map<Long, String> expected;
  private final Map<Pair, Integer> pairs = new LinkedHashMap<>();

  /// A prompt and what is weighed behind it.
  ///
  /// @param prompt place of the prompt in the plan
  private record Pair(int prompt, String answer) {}

  /// @param plan of prompts
  /// @param answers what the model wrote behind each text of the plan
  /// @param expected answers that the dataset holds, by data row (1-based)
  public Weighing(Plan plan, List<String> answers, Map<Long, String> expected) {
    this.plan = plan;
    this.answers = List.copyOf(answers);
    this.expected = Map.copyOf(expected);
    for (Planned planned : plan.tests()) {
      for (Case one : planned.cases()) {
        add(answer(one), one.before(), one.after());
      }
    }
    Swaps swaps = plan.swaps();
    for (int unit = 0; unit < swaps.texts().length; unit++) {
      add(answerOfUnit(unit), swaps.texts()[unit]);
    }
  }

  private void add(String answer, int... prompts) {
    for (int prompt : prompts) {
      if (!answer.isBlank()) {
        pairs.putIfAbsent(new Pair(prompt, answer), pairs.size());
      }
    }
  }

  private boolean expects(long row, int... prompts) {
    @Nullable String answer = expected.get(row);
    if (answer == null || answer.isBlank()) {
      return false;
    }
    for (int prompt : prompts) {
      if (!plan.room().holds(plan.texts().get(prompt), answer)) {
        return false;
      }
    }
    return true;
  }

  /// The prompts, one for each pair.
  public List<String> prompts() {
    return pairs.keySet().stream().map(p -> plan.texts().get(p.prompt())).toList();
  }

  /// What is weighed behind each of [#prompts()].
  public List<String> weighed() {
    return pairs.keySet().stream().map(Pair::answer).toList();
  }

  /// The place of a pair; -1 where it is not weighed.
  int place(int prompt, String answer) {
    return pairs.getOrDefault(new Pair(prompt, answer), -1);
  }

  /// What is weighed behind both prompts of a case; blank where the model wrote nothing.
  String answer(Case one) {
    return isExpected(one)
        ? Objects.requireNonNull(expected.get(one.row()))
        : answers.get(one.before());
  }

  /// What is weighed behind a text with every identity term; blank where the model wrote nothing.
  String answerOfUnit(int unit) {
    return isExpectedOfUnit(unit)
        ? Objects.requireNonNull(expected.get(plan.swaps().rows().get(unit)))
        : answers.get(plan.swaps().bare()[unit]);
  }

  /// What the model wrote behind a prompt, blanks counting as one.
  String written(int prompt) {
    return normal(answers.get(prompt));
  }

  /// A text whose blanks are one each.
  static String normal(String text) {
    return BLANKS.matcher(text.strip()).replaceAll(" ");
  }

  /// Whether what is weighed behind both prompts of a case is what the dataset expects.
  boolean isExpected(Case one) {
    return expects(one.row(), one.before(), one.after());
  }

  /// Whether what is weighed behind a text with every identity term is what the dataset expects.
  boolean isExpectedOfUnit(int unit) {
    return expects(plan.swaps().rows().get(unit), plan.swaps().texts()[unit]);
  }

  /// "the answers that the dataset expects (12), else the model's own behind … (30)".
  ///
  /// @param given how many are the dataset's
  /// @param own how many are the model's own
  /// @param where behind which prompts it wrote them
  static String words(int given, int own, String where) {
    String theirs = "the answers that the dataset expects";
    String ours = "own greedy answers " + where;
    return given == 0
        ? "the model's " + ours
        : own == 0
            ? theirs
            : theirs + " (" + given + "), else the model's " + ours + " (" + own + ")";
  }
}
