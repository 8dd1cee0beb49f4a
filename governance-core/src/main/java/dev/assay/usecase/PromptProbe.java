package dev.assay.usecase;

import dev.assay.check.Checks;
import dev.assay.check.behaviour.Behaviour;
import dev.assay.check.behaviour.BehaviourChecks;
import dev.assay.check.behaviour.OwnTexts;
import dev.assay.check.behaviour.Plan;
import dev.assay.check.behaviour.Room;
import dev.assay.check.behaviour.Suites;
import dev.assay.check.behaviour.Weighing;
import dev.assay.dataset.Choices;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.Dataset;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.TextAsk;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.inference.TextAsk.Kind;
import dev.assay.model.ModelArtefact;
import dev.assay.model.Transformer;
import dev.assay.predictions.Predictions;
import dev.assay.work.Cancellation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Asks a model that goes on with texts about made and changed prompts: what it writes behind each,
/// greedily, and how likely the same answer is behind prompts that differ in one thing. Two
/// batches, each laid out and run like a dataset.
///
/// @param request the run
/// @param cancellation may stop it
record PromptProbe(EvaluateRequest request, Cancellation cancellation) {

  /// decision: the longer an answer, the surer it changes somewhere, and the dearer it is
  private static final int LONGEST_ANSWER = 16;

  private static final String PROMPT = "prompt";
  private static final String ANSWER = "answer";

  /// @param asked runs the model over texts
  Behaviour of(Dataset dataset, Answered answered, AskedTexts asked) {
    if (!named()) {
      return new Behaviour.Unknown(
          "A model that goes on with texts answers every changed prompt anew, which takes long, so"
              + " it is asked only when named: --checks all,behaviour, or a suite with"
              + " --behaviour.");
    }
    ModelArtefact model = Objects.requireNonNull(answered.model());
    TextAsk ask = Objects.requireNonNull(GenerationTask.ask(dataset, request, model));
    @Nullable String column =
        ask.prompt() == null && ask.kind() == Kind.LIKELIHOOD ? ask.answer() : ask.prompt();
    if (column == null) {
      return new Behaviour.Unknown(
          "The run has no column of prompts that could be changed; name it with --prompt.");
    }
    Predictions predictions = answered.predictions();
    Decoding decoding =
        new Decoding(
            Math.min(LONGEST_ANSWER, ask.decoding().maxNewTokens()),
            0,
            0,
            1,
            ask.decoding().stops(),
            0);
    Transformer beside = Objects.requireNonNull(model.transformer());
    Plan plan =
        Plan.ofPrompts(
            Suites.with(request.suites()),
            OwnTexts.of(dataset.column(column), predictions.rowIndex(), request.seed()),
            new Room(beside.maxLength(), decoding.maxNewTokens()),
            request.seed(),
            cancellation);
    Weighing weighing =
        new Weighing(
            plan, written(plan.texts(), decoding, asked), expected(dataset, ask, predictions));
    return new Behaviour.Continued(plan, weighing, weighed(weighing, asked));
  }

  /// Whether somebody asked for it other than by asking for everything.
  private boolean named() {
    List<String> words = request.checks().stream().filter(w -> !w.equals("all")).toList();
    return !request.suites().isEmpty()
        || (!words.isEmpty() && BehaviourChecks.ask(Checks.select(words)));
  }

  /// What the model writes behind each prompt.
  private static List<String> written(List<String> prompts, Decoding decoding, AskedTexts asked) {
    if (prompts.isEmpty()) {
      return List.of();
    }
    TextAsk ask = new TextAsk(Kind.GENERATE, PROMPT, List.of(), null, decoding);
    Column answers = said(Map.of(PROMPT, prompts), ask, asked).column(ScoreColumns.ANSWER);
    return IntStream.range(0, prompts.size()).mapToObj(row -> text(answers, row)).toList();
  }

  /// Mean log-likelihood per token of each pair, NaN where it adds no token to its prompt.
  private static double[] weighed(Weighing weighing, AskedTexts asked) {
    List<String> prompts = weighing.prompts();
    if (prompts.isEmpty()) {
      return new double[0];
    }
    TextAsk ask = new TextAsk(Kind.LIKELIHOOD, PROMPT, List.of(), ANSWER, Decoding.GREEDY);
    ColumnarFolder said = said(Map.of(PROMPT, prompts, ANSWER, weighing.weighed()), ask, asked);
    double[] sums = ((Column.Numbers) said.column(ScoreColumns.LOG_LIKELIHOOD)).values();
    long[] tokens = ((Column.Integers) said.column(ScoreColumns.SCORED_TOKENS)).values();
    double[] means = new double[prompts.size()];
    for (int i = 0; i < means.length; i++) {
      means[i] = tokens[i] == 0 ? Double.NaN : sums[i] / tokens[i];
    }
    return means;
  }

  private static ColumnarFolder said(
      Map<String, List<String>> columns, TextAsk ask, AskedTexts asked) {
    return ColumnarFolder.open(
        asked.ran(new TreeMap<>(columns), asked.plan().asking(ask)).scores());
  }

  /// What the dataset expects, by data row (1-based): of several references the first, of choices
  /// the right one; nothing where the run has no column of answers.
  private static Map<Long, String> expected(Dataset dataset, TextAsk ask, Predictions predictions) {
    if (ask.answer() == null || ask.prompt() == null) {
      return Map.of();
    }
    Column answers = dataset.column(ask.answer());
    Choices choices =
        new Choices(ask.choices(), ask.choices().stream().map(dataset::column).toList());
    Map<Long, String> expected = new HashMap<>();
    for (int row : predictions.rowIndex()) {
      String cell = text(answers, row);
      String answer =
          switch (ask.kind()) {
            case LIKELIHOOD -> cell;
            case CHOICES -> {
              List<String> own = choices.of(row);
              yield own.get(Choices.named(own, cell));
            }
            case GENERATE -> first(cell);
          };
      expected.put(row + 1L, answer);
    }
    return expected;
  }

  private static String first(String cell) {
    Optional<List<String>> listed = Choices.texts(cell).filter(all -> !all.isEmpty());
    return listed.map(List::getFirst).orElse(cell);
  }

  private static String text(Column column, int row) {
    return Objects.requireNonNullElse(column.text(row), "");
  }
}
