package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fits a model to a dataset.
public final class Bindings {

  private Bindings() {}

  /// Which columns feed which inputs and what the outputs mean: as described, else guessed by name,
  /// then type and shape; each with its reason.
  ///
  /// @param described the model's description; absent when there is none, and what it leaves out is
  ///   guessed
  /// @throws InputRejected when an input cannot be fed or no output can be read; the sentence names
  ///   both sides
  public static ModelBinding bind(
      ModelArtefact model, DatasetSpec dataset, @Nullable ModelSpec described) {
    Transformer beside = model.transformer();
    if (beside != null && CausalGraph.is(beside)) {
      return CausalBinder.bind(model, dataset);
    }
    if (beside != null) {
      return ofTexts(new TextBinder(model, beside, dataset), described);
    }
    ImageModel images = model.images();
    if (images != null) {
      return ofImages(new ImageBinder(model, images, dataset), described);
    }
    Task task = task(dataset, described);
    List<InputBinding> inputs = new InputBinder(model, dataset).bind(described);
    Task decided = task != null ? task : MeaningGuess.task(model);
    List<OutputBinding> outputs = new OutputBinder(model, dataset, decided).bind(described);
    boolean batchSensitive =
        model.quantisation().equals("int8 dynamic")
            || (described != null && described.batchSensitive());
    return new ModelBinding(decided, inputs, outputs, batchSensitive);
  }

  private static ModelBinding ofTexts(TextBinder texts, @Nullable ModelSpec described) {
    ModelSpec head = texts.head(described);
    return bound(texts.model(), texts.dataset(), texts.inputs(described), head, described);
  }

  private static ModelBinding ofImages(ImageBinder images, @Nullable ModelSpec described) {
    ModelSpec head = images.head(described);
    return bound(images.model(), images.dataset(), images.inputs(described), head, described);
  }

  private static ModelBinding bound(
      ModelArtefact model,
      DatasetSpec dataset,
      List<InputBinding> inputs,
      ModelSpec head,
      @Nullable ModelSpec described) {
    Task task = task(dataset, head);
    Task decided = task == null ? Task.BINARY_CLASSIFICATION : task;
    String reason = head.equals(described) ? "descriptor" : "config.json";
    List<OutputBinding> outputs =
        new OutputBinder(model, dataset, decided)
            .bind(head).stream()
                .map(
                    o ->
                        new OutputBinding(
                            o.output(), o.meaning(), o.classes(), o.classValues(), reason))
                .toList();
    return new ModelBinding(decided, inputs, outputs, model.quantisation().equals("int8 dynamic"));
  }

  private static @Nullable Task task(DatasetSpec dataset, @Nullable ModelSpec described) {
    Task said = described == null ? null : described.task();
    Task wanted = dataset.task();
    if (said != null && wanted != null) {
      boolean regression = (said == Task.REGRESSION) != (wanted == Task.REGRESSION);
      boolean several =
          (said == Task.MULTI_LABEL_CLASSIFICATION) != (wanted == Task.MULTI_LABEL_CLASSIFICATION);
      boolean words = (said == Task.TOKEN_CLASSIFICATION) != (wanted == Task.TOKEN_CLASSIFICATION);
      if (regression || several || words) {
        throw new InputRejected(
            "MODEL-TASK",
            "The model's description says "
                + words(said)
                + ", and the dataset's label is for "
                + words(wanted)
                + ".",
            "Correct the description of the model or of the dataset.");
      }
    }
    return wanted != null ? wanted : said;
  }

  private static String words(Task task) {
    return switch (task) {
      case BINARY_CLASSIFICATION -> "binary classification";
      case MULTICLASS_CLASSIFICATION -> "multiclass classification";
      case MULTI_LABEL_CLASSIFICATION -> "several labels a row";
      case TOKEN_CLASSIFICATION -> "a tag for each word";
      case REGRESSION -> "regression";
      case TEXT_GENERATION -> "text generation";
      case MASKED_PROBE -> "hidden words";
      case FORECASTING -> "forecasts";
    };
  }
}
