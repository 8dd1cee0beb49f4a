package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.TagSpec;
import dev.assay.dataset.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Fits a text model to a dataset: which columns hold the texts, and what its head says.
///
/// @param model the graph
/// @param beside what lies beside it
/// @param dataset what it is to read
record TextBinder(ModelArtefact model, Transformer beside, DatasetSpec dataset) {

  private static final Set<String> TOKENS =
      Set.of("input_ids", "attention_mask", "token_type_ids", "position_ids");
  private static final String HEAD = "ForSequenceClassification";
  private static final String LOGITS = "logits";
  private static final int MOST_COLUMNS = 2;

  /// Whether an input is fed by a tokenizer.
  static boolean isTokens(ValueInfo input) {
    return TOKENS.contains(input.name());
  }

  /// The columns of texts feed every input.
  ///
  /// @throws InputRejected when the graph wants something else, or no column holds the texts
  List<InputBinding> inputs(@Nullable ModelSpec described) {
    for (ValueInfo input : model.inputs()) {
      boolean whole = input.type() == ElementType.INT64 || input.type() == ElementType.INT32;
      if (!isTokens(input) || !whole || input.shape().size() != 2) {
        throw new InputRejected(
            "TRANSFORMER-INPUT",
            "Input " + SignatureWords.of(input) + " is none that a tokenizer feeds.",
            "Export the model with input_ids, attention_mask and token_type_ids as whole numbers"
                + " of shape [N, N].");
      }
    }
    if (model.inputs().stream().noneMatch(i -> i.name().equals("input_ids"))) {
      throw new InputRejected(
          "TRANSFORMER-INPUT",
          "The graph has no input 'input_ids', so it cannot be given tokens.",
          "Export the model again as a text classification model.");
    }
    TagSpec tags = dataset.tags();
    if (tags != null) {
      return model.inputs().stream().map(i -> TagBinder.input(i, tags)).toList();
    }
    InputBinding columns = columns(described);
    return model.inputs().stream()
        .map(i -> new InputBinding(i.name(), columns.columns(), columns.reason()))
        .toList();
  }

  private InputBinding columns(@Nullable ModelSpec described) {
    List<String> said =
        described == null
            ? List.of()
            : described.inputs().stream()
                .map(ModelSpec.Input::columns)
                .filter(c -> !c.isEmpty())
                .findFirst()
                .orElse(List.of());
    if (!said.isEmpty() && said.stream().allMatch(c -> dataset.column(c).isPresent())) {
      return new InputBinding("", said, "descriptor");
    }
    List<ColumnSpec> texts = dataset.withRole(ColumnRole.TEXT);
    String reason = texts.size() == 1 ? "the column of text" : "the pair of columns of text";
    if (texts.isEmpty()) {
      reason = "the only column of free text";
      texts =
          dataset.columns().stream()
              .filter(c -> c.type() == ColumnType.STRING)
              .filter(c -> c.role() == ColumnRole.FEATURE || c.role() == ColumnRole.UNUSED)
              .toList();
      texts = texts.size() == 1 ? texts : List.of();
    }
    if (texts.isEmpty() || texts.size() > MOST_COLUMNS) {
      throw new InputRejected(
          "TRANSFORMER-TEXT-COLUMN",
          texts.isEmpty()
              ? "No column of the dataset holds the texts that the model reads."
              : "The dataset has "
                  + texts.size()
                  + " columns of text, and the model reads one or a pair: "
                  + SignatureWords.names(texts.stream().map(ColumnSpec::name).toList())
                  + ".",
          "Give the columns that the model reads, and no others, the role 'text' in the dataset's"
              + " description.");
    }
    return new InputBinding("", texts.stream().map(ColumnSpec::name).toList(), reason);
  }

  /// What the head says: as described, else as the configuration says.
  ///
  /// @throws InputRejected when it is no head for whole texts, or labels and outputs do not fit
  ModelSpec head(@Nullable ModelSpec described) {
    if (described != null
        && described.outputs().stream().anyMatch(o -> o.meaning() != OutputMeaning.IGNORED)) {
      return described;
    }
    if (beside.tagsWords() || dataset.tags() != null) {
      return new TagBinder(model, beside, dataset).head();
    }
    Optional<ValueInfo> embeddings = Embeddings.output(model);
    if (embeddings.isPresent()) {
      requirePair();
      return head(Task.REGRESSION, embeddings.get(), OutputMeaning.EMBEDDINGS, List.of());
    }
    ValueInfo output = output();
    int columns = columns(output);
    OutputMeaning meaning = meaning(columns);
    List<String> classes =
        switch (meaning) {
          case LOGITS, LOGIT_OF_POSITIVE -> classes(columns);
          case LOGITS_OF_LABELS -> labels(columns);
          case PROBABILITIES, PROBABILITY_OF_POSITIVE, LOGITS_OF_TOKENS, EMBEDDINGS -> List.of();
          case PREDICTION, FORECASTS, NEXT_TOKEN_LOGITS, LABEL, IGNORED -> List.of();
        };
    return head(task(columns, meaning), output, meaning, classes);
  }

  private static ModelSpec head(
      Task task, ValueInfo output, OutputMeaning meaning, List<String> classes) {
    return new ModelSpec(
        task,
        List.of(),
        List.of(new ModelSpec.Output(output.name(), meaning, classes, Map.of())),
        false);
  }

  private void requirePair() {
    boolean known =
        beside.pooling().equals(Transformer.MEAN)
            || beside.pooling().equals(Transformer.FIRST_TOKEN);
    if (!known) {
      throw new InputRejected(
          "TRANSFORMER-POOLING",
          "The model's embeddings are pooled by '"
              + beside.pooling()
              + "', and Assay pools by the mean or by the first token.",
          "Export the model with its sentence_embedding as an output.");
    }
    if (dataset.withRole(ColumnRole.TEXT).size() != MOST_COLUMNS) {
      throw new InputRejected(
          "TRANSFORMER-PAIR",
          "The model gives embeddings, which are evaluated on pairs of texts, and the dataset has "
              + dataset.withRole(ColumnRole.TEXT).size()
              + " columns of the role 'text'.",
          "Give two columns of texts and a label that says how alike they are.");
    }
  }

  private ValueInfo output() {
    requireArchitecture();
    List<ValueInfo> candidates =
        model.outputs().stream()
            .filter(o -> o.form() == ValueInfo.Form.TENSOR && o.shape().size() == 2)
            .toList();
    return candidates.stream()
        .filter(o -> o.name().equals(LOGITS) || candidates.size() == 1)
        .findFirst()
        .orElseThrow(
            () ->
                new InputRejected(
                    "TRANSFORMER-HEAD",
                    "The graph has no output of one row of logits a text; its outputs are "
                        + SignatureWords.names(
                            model.outputs().stream().map(SignatureWords::of).toList())
                        + ".",
                    "Export the model for the task text-classification."));
  }

  private void requireArchitecture() {
    String architecture = beside.architecture();
    if (MaskedHead.isNamed(beside)) {
      throw new InputRejected(
          "TRANSFORMER-MASKED",
          "The model is a " + architecture + ": it guesses hidden words and classifies no texts.",
          "Ask it with --probe fill-mask, pseudo-likelihood, pairs, association or a suite of"
              + " probes.");
    }
    if (!architecture.isEmpty() && !architecture.endsWith(HEAD)) {
      throw new InputRejected(
          "TRANSFORMER-ARCHITECTURE",
          "The model is a "
              + architecture
              + "; Assay evaluates text models of the kind …"
              + HEAD
              + ", …ForTokenClassification, models of embeddings (…Model) and models that generate"
              + " texts (…ForCausalLM) only.",
          "Give a model that classifies whole texts, or export it with such a head.");
    }
  }

  private int columns(ValueInfo output) {
    long width = output.shape().get(1);
    int labels = beside.labels().size();
    if (width > 0 && labels > 0 && width != labels) {
      throw new InputRejected(
          "TRANSFORMER-LABELS",
          "The label map (id2label in config.json) names "
              + labels
              + " classes, and output "
              + SignatureWords.of(output)
              + " has "
              + width
              + " columns.",
          "Correct id2label so that it names every output of the model once.");
    }
    int columns = width > 0 ? (int) width : labels;
    if (columns == 0) {
      throw new InputRejected(
          "TRANSFORMER-LABELS",
          "Neither the graph nor config.json (id2label) says how many classes the model has.",
          "Add id2label to config.json.");
    }
    return columns;
  }

  private OutputMeaning meaning(int columns) {
    if (beside.problem().equals(Transformer.MULTI_LABEL)) {
      return OutputMeaning.LOGITS_OF_LABELS;
    }
    if (beside.problem().equals(Transformer.REGRESSION)) {
      return OutputMeaning.PREDICTION;
    }
    if (columns > 1) {
      return OutputMeaning.LOGITS;
    }
    return dataset.task() == Task.BINARY_CLASSIFICATION
        ? OutputMeaning.LOGIT_OF_POSITIVE
        : OutputMeaning.PREDICTION;
  }

  private static Task task(int columns, OutputMeaning meaning) {
    if (meaning == OutputMeaning.PREDICTION) {
      return Task.REGRESSION;
    }
    if (meaning == OutputMeaning.LOGITS_OF_LABELS) {
      return Task.MULTI_LABEL_CLASSIFICATION;
    }
    return columns > 2 ? Task.MULTICLASS_CLASSIFICATION : Task.BINARY_CLASSIFICATION;
  }

  /// A row may have several labels, so that each must be told by its name.
  private List<String> labels(int columns) {
    if (beside.labels().size() != columns) {
      throw new InputRejected(
          "TRANSFORMER-LABELS",
          "The model gives " + columns + " labels and config.json (id2label) does not name them.",
          "Add id2label to config.json.");
    }
    return beside.labels();
  }

  private List<String> classes(int columns) {
    return columns == 1 ? List.of() : OutputClasses.counted(beside.labels(), columns);
  }
}
