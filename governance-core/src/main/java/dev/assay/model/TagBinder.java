package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.TagSpec;
import dev.assay.dataset.Task;
import java.util.List;
import java.util.Map;

/// Fits a model that gives each word of a text a tag to a dataset.
///
/// @param model the graph
/// @param beside what lies beside it
/// @param dataset what it is to read
record TagBinder(ModelArtefact model, Transformer beside, DatasetSpec dataset) {

  private static final String LOGITS = "logits";
  private static final int DIMENSIONS = 3;

  /// The column of words feeds every input.
  static InputBinding input(ValueInfo input, TagSpec tags) {
    return new InputBinding(
        input.name(),
        List.of(tags.text()),
        switch (tags.form()) {
          case WORDS -> "the column of words";
          case SPANS -> "the column of the text whose spans are marked";
        },
        null,
        null,
        tags.form());
  }

  /// What the head says.
  ///
  /// @throws InputRejected when the model tags no words, the dataset has no tags, or the label map
  ///   and the output do not fit
  ModelSpec head() {
    if (!beside.tagsWords() && !beside.architecture().isEmpty()) {
      throw new InputRejected(
          "TRANSFORMER-ARCHITECTURE",
          "The model is a "
              + beside.architecture()
              + ", and the dataset has a tag for each word, which only …ForTokenClassification"
              + " gives.",
          "Give the model that the tags are for, or name another label with --label.");
    }
    if (dataset.tags() == null) {
      throw new InputRejected(
          "TRANSFORMER-TAGS",
          "The model gives each word a tag, and the dataset has no column of words with a column of"
              + " their tags.",
          "Give lists of words and of as many tags (tokens, ner_tags), or a text and a list of"
              + " spans with start, end and label; \"tags\" in the dataset's description names"
              + " them.");
    }
    ValueInfo output = output();
    requireLabels(output);
    return new ModelSpec(
        Task.TOKEN_CLASSIFICATION,
        List.of(),
        List.of(
            new ModelSpec.Output(
                output.name(), OutputMeaning.LOGITS_OF_TOKENS, beside.labels(), Map.of())),
        false);
  }

  private ValueInfo output() {
    List<ValueInfo> candidates =
        model.outputs().stream()
            .filter(o -> o.form() == ValueInfo.Form.TENSOR && o.shape().size() == DIMENSIONS)
            .toList();
    return candidates.stream()
        .filter(o -> o.name().equals(LOGITS) || candidates.size() == 1)
        .findFirst()
        .orElseThrow(
            () ->
                new InputRejected(
                    "TRANSFORMER-HEAD",
                    "The graph has no output of one row of logits a token; its outputs are "
                        + SignatureWords.names(
                            model.outputs().stream().map(SignatureWords::of).toList())
                        + ".",
                    "Export the model for the task token-classification."));
  }

  private void requireLabels(ValueInfo output) {
    int labels = beside.labels().size();
    long width = output.shape().getLast();
    if (labels == 0) {
      throw new InputRejected(
          "TRANSFORMER-LABELS",
          "The model gives each word one of several tags, and config.json (id2label) does not name"
              + " them.",
          "Add id2label to config.json.");
    }
    if (width > 0 && width != labels) {
      throw new InputRejected(
          "TRANSFORMER-LABELS",
          "The label map (id2label in config.json) names "
              + labels
              + " tags, and output "
              + SignatureWords.of(output)
              + " has "
              + width
              + " columns.",
          "Correct id2label so that it names every output of the model once.");
    }
  }
}
