package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells what each output means, as described or by a guess.
final class OutputBinder {

  private static final String CODE = "MODEL-OUTPUT";

  private final ModelArtefact model;
  private final Task task;
  private final OutputClasses classes;

  OutputBinder(ModelArtefact model, DatasetSpec dataset, Task task) {
    LabelSpec label = dataset.label();
    List<String> known = label == null ? List.of() : label.classes();
    this.model = model;
    this.task = task;
    this.classes = new OutputClasses(known);
  }

  List<OutputBinding> bind(@Nullable ModelSpec described) {
    List<OutputBinding> bound = new ArrayList<>();
    if (described != null) {
      described.outputs().stream()
          .filter(o -> o.meaning() != OutputMeaning.IGNORED)
          .forEach(o -> bound.add(described(o)));
    }
    List<OutputBinding> used = bound.isEmpty() ? guessed(described) : bound;
    if (used.stream().filter(o -> isScore(o.meaning())).count() > 1) {
      throw rejected(
          "Several outputs are said to hold the scores: "
              + SignatureWords.names(
                  used.stream()
                      .filter(o -> isScore(o.meaning()))
                      .map(OutputBinding::output)
                      .toList())
              + ".",
          "Say of one output what it holds and leave the others out.");
    }
    requireTask(used);
    return List.copyOf(used);
  }

  /// One class a row and several labels a row are never read from each other.
  private void requireTask(List<OutputBinding> used) {
    boolean several = used.stream().anyMatch(o -> o.meaning() == OutputMeaning.LOGITS_OF_LABELS);
    if (several != (task == Task.MULTI_LABEL_CLASSIFICATION)) {
      throw rejected(
          several
              ? "The model gives several labels a row, and the dataset has one."
              : "The model gives one answer a row, and the rows of the dataset may have several"
                  + " labels.",
          "Give the dataset that the model was made for, or describe the output as"
              + " logits_of_labels.");
    }
  }

  private static boolean isScore(OutputMeaning meaning) {
    return switch (meaning) {
      case PROBABILITIES,
          PROBABILITY_OF_POSITIVE,
          LOGITS,
          LOGITS_OF_LABELS,
          LOGITS_OF_TOKENS,
          LOGIT_OF_POSITIVE,
          EMBEDDINGS,
          FORECASTS,
          NEXT_TOKEN_LOGITS,
          PREDICTION ->
          true;
      case LABEL, IGNORED -> false;
    };
  }

  private OutputBinding described(ModelSpec.Output words) {
    ValueInfo output =
        model.outputs().stream()
            .filter(o -> o.name().equals(words.name()))
            .findFirst()
            .orElseThrow(
                () ->
                    rejected(
                        "The description speaks of output "
                            + Nodes.quoted(words.name())
                            + ", which the model does not have.",
                        "Outputs of the model are: " + outputNames() + "."));
    if (words.meaning() == OutputMeaning.FORECASTS) {
      throw rejected(
          "Output "
              + SignatureWords.of(output)
              + " holds forecasts of several steps, and a run has one answer a row.",
          "Measure it with 'assay forecast --model M --data D --target COL'.");
    }
    boolean regression =
        words.meaning() == OutputMeaning.PREDICTION || words.meaning() == OutputMeaning.EMBEDDINGS;
    if (regression != (task == Task.REGRESSION)) {
      throw rejected(
          "Output "
              + SignatureWords.of(output)
              + " is described as "
              + meaning(words.meaning())
              + ", and the task is "
              + (task == Task.REGRESSION ? "regression" : "classification")
              + ".",
          "Correct the meaning in the model description.");
    }
    return bound(output, words, new MeaningGuess(words.meaning(), "descriptor"));
  }

  private List<OutputBinding> guessed(@Nullable ModelSpec described) {
    return task == Task.REGRESSION ? List.of(prediction()) : classification(described);
  }

  private OutputBinding prediction() {
    List<ValueInfo> candidates = MeaningGuess.predictions(model.outputs());
    if (candidates.size() != 1) {
      throw rejected(
          candidates.isEmpty()
              ? "None of the model's outputs is one number a row: " + outputWords() + "."
              : "Several outputs could be the prediction: " + outputWords() + ".",
          "Say in a model description which output is the prediction.");
    }
    return new OutputBinding(
        candidates.getFirst().name(),
        OutputMeaning.PREDICTION,
        List.of(),
        Map.of(),
        "the only output with one number a row");
  }

  private List<OutputBinding> classification(@Nullable ModelSpec described) {
    List<OutputBinding> scores = new ArrayList<>();
    List<OutputBinding> labels = new ArrayList<>();
    for (int i = 0; i < model.outputs().size(); i++) {
      ValueInfo output = model.outputs().get(i);
      MeaningGuess guess =
          MeaningGuess.ofClassifier(output, model.origins().get(i), classes.count()).orElse(null);
      if (guess != null) {
        boolean label = guess.meaning() == OutputMeaning.LABEL;
        (label ? labels : scores).add(bound(output, said(described, output), guess));
      }
    }
    if (scores.isEmpty() && labels.isEmpty()) {
      throw rejected(
          "No output can be read as classes or scores"
              + (classes.count() > 0 ? " of the dataset's " + classes.count() + " classes" : "")
              + ": "
              + outputWords()
              + ".",
          "Say in a model description what the output means (probabilities, logits, label …).");
    }
    List<OutputBinding> used = new ArrayList<>(oneOf(labels, "decision"));
    used.addAll(oneOf(scores, "scores"));
    return used;
  }

  private List<OutputBinding> oneOf(List<OutputBinding> candidates, String what) {
    if (candidates.size() < 2) {
      return candidates;
    }
    List<OutputBinding> probabilities =
        candidates.stream().filter(c -> c.meaning() == OutputMeaning.PROBABILITIES).toList();
    if (probabilities.size() == 1) {
      return probabilities;
    }
    throw rejected(
        "Several outputs could hold the "
            + what
            + ": "
            + SignatureWords.names(candidates.stream().map(OutputBinding::output).toList())
            + ".",
        "Say in a model description which one to use.");
  }

  private static ModelSpec.Output said(@Nullable ModelSpec described, ValueInfo output) {
    Optional<ModelSpec.Output> found =
        described == null
            ? Optional.empty()
            : described.outputs().stream().filter(o -> o.name().equals(output.name())).findFirst();
    return found.orElseGet(
        () -> new ModelSpec.Output(output.name(), OutputMeaning.IGNORED, List.of(), Map.of()));
  }

  private OutputBinding bound(ValueInfo output, ModelSpec.Output words, MeaningGuess guess) {
    requireForm(output, guess.meaning());
    OutputOrigin origin =
        model.origins().stream()
            .filter(o -> o.output().equals(output.name()))
            .findFirst()
            .orElse(new OutputOrigin(output.name(), "", 0, "", List.of()));
    return switch (guess.meaning()) {
      case PREDICTION, EMBEDDINGS, FORECASTS, NEXT_TOKEN_LOGITS, IGNORED ->
          new OutputBinding(output.name(), guess.meaning(), List.of(), Map.of(), guess.reason());
      case LOGITS_OF_TOKENS ->
          new OutputBinding(
              output.name(), guess.meaning(), words.classes(), Map.of(), guess.reason());
      case LABEL -> classes.label(output, origin, words, guess);
      case PROBABILITIES, LOGITS, LOGITS_OF_LABELS -> classes.columns(output, origin, words, guess);
      case PROBABILITY_OF_POSITIVE, LOGIT_OF_POSITIVE -> classes.oneColumn(output, words, guess);
    };
  }

  private static void requireForm(ValueInfo output, OutputMeaning meaning) {
    boolean maps =
        output.form() == ValueInfo.Form.SEQUENCE_OF_MAPS && meaning == OutputMeaning.PROBABILITIES;
    boolean byToken =
        meaning == OutputMeaning.EMBEDDINGS || meaning == OutputMeaning.LOGITS_OF_TOKENS;
    boolean tensor =
        output.form() == ValueInfo.Form.TENSOR && output.shape().size() <= (byToken ? 3 : 2);
    boolean type =
        meaning == OutputMeaning.LABEL
            ? output.type() != ElementType.OTHER
            : MeaningGuess.isNumber(output.type()) || output.type() == ElementType.OTHER;
    long width = SignatureWords.width(output);
    boolean narrow =
        switch (meaning) {
          case LABEL, PROBABILITY_OF_POSITIVE, LOGIT_OF_POSITIVE, PREDICTION -> width <= 1;
          case PROBABILITIES, LOGITS, LOGITS_OF_LABELS -> true;
          case LOGITS_OF_TOKENS, EMBEDDINGS, FORECASTS, NEXT_TOKEN_LOGITS, IGNORED -> true;
        };
    if (!maps && !(tensor && type && narrow)) {
      throw rejected(
          "Output "
              + SignatureWords.of(output)
              + " cannot be read as "
              + meaning(meaning)
              + ": it does not have one "
              + (meaning == OutputMeaning.PROBABILITIES || meaning == OutputMeaning.LOGITS
                  ? "number a class"
                  : "value")
              + " a row.",
          "Describe another output, or export the model again with answers of shape [N] or [N,"
              + " k].");
    }
  }

  private static String meaning(OutputMeaning meaning) {
    return meaning.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private String outputNames() {
    return SignatureWords.names(model.outputs().stream().map(ValueInfo::name).toList());
  }

  private String outputWords() {
    List<String> first = model.outputs().stream().limit(4).map(SignatureWords::of).toList();
    int more = model.outputs().size() - first.size();
    return String.join(", ", first) + (more > 0 ? " and " + more + " more" : "");
  }

  private static InputRejected rejected(String sentence, String remedy) {
    return new InputRejected(CODE, sentence, remedy);
  }
}
