package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.Task;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Fits a model of images to a dataset: which column holds the paths, and what its head says.
///
/// @param model the graph
/// @param beside what lies beside it
/// @param dataset what it is to read
record ImageBinder(ModelArtefact model, ImageModel beside, DatasetSpec dataset) {

  private static final String HEAD = "ForImageClassification";
  private static final String LOGITS = "logits";

  /// The column of paths feeds the input.
  ///
  /// @throws InputRejected when no column, or more than one, holds them
  List<InputBinding> inputs(@Nullable ModelSpec described) {
    List<InputBinding> said =
        described == null || described.inputs().isEmpty()
            ? List.of()
            : new InputBinder(model, dataset).bind(described);
    if (!said.isEmpty()) {
      return said;
    }
    List<String> columns =
        dataset.withRole(ColumnRole.IMAGE).stream().map(ColumnSpec::name).toList();
    if (columns.size() != 1) {
      throw new InputRejected(
          "IMAGE-COLUMN",
          columns.isEmpty()
              ? "No column of the dataset holds the paths of images."
              : "The dataset has several columns of images, and the model reads one: "
                  + SignatureWords.names(columns)
                  + ".",
          "Give the column that the model reads, and no other, the role 'image' in the dataset's"
              + " description.");
    }
    return List.of(
        new InputBinding(
            beside.input(), columns, TransformerFolder.PREPROCESSOR, null, beside.reading()));
  }

  /// What the head says: as described, else as the configuration says.
  ///
  /// @throws InputRejected when it is no head of one label an image, or labels and outputs do not
  ///   fit
  ModelSpec head(@Nullable ModelSpec described) {
    if (described != null
        && described.outputs().stream().anyMatch(o -> o.meaning() != OutputMeaning.IGNORED)) {
      return described;
    }
    requireHead();
    ValueInfo output = output();
    long width = SignatureWords.width(output);
    List<String> labels = beside.labels();
    if (labels.size() < 2 || (width > 0 && width != labels.size())) {
      throw new InputRejected(
          "IMAGE-LABELS",
          "The label map (id2label in config.json) names "
              + labels.size()
              + " classes, and output "
              + SignatureWords.of(output)
              + " has "
              + (width > 0 ? String.valueOf(width) : "an unsaid number of")
              + " columns.",
          "Correct id2label so that it names every output of the model once.");
    }
    return new ModelSpec(
        labels.size() > 2 ? Task.MULTICLASS_CLASSIFICATION : Task.BINARY_CLASSIFICATION,
        List.of(),
        List.of(
            new ModelSpec.Output(
                output.name(),
                OutputMeaning.LOGITS,
                OutputClasses.counted(labels, labels.size()),
                Map.of())),
        false);
  }

  private void requireHead() {
    String architecture = beside.architecture();
    boolean other = !architecture.isEmpty() && !architecture.endsWith(HEAD);
    if (other || beside.problem().equals("multi_label_classification")) {
      throw new InputRejected(
          "IMAGE-ARCHITECTURE",
          "The model "
              + (other
                  ? "is a " + architecture
                  : "may give an image several labels at once (problem_type"
                      + " multi_label_classification)")
              + "; of models of images Assay evaluates those that give an image one label (…"
              + HEAD
              + ").",
          "Give a model that classifies whole images.");
    }
  }

  private ValueInfo output() {
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
                    "IMAGE-HEAD",
                    "The graph has no output of one row of logits an image; its outputs are "
                        + SignatureWords.names(
                            model.outputs().stream().map(SignatureWords::of).toList())
                        + ".",
                    "Export the model for the task image-classification."));
  }
}
