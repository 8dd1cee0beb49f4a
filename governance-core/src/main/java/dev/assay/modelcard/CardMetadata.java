package dev.assay.modelcard;

import dev.assay.audit.Dossier;
import dev.assay.common.Visible;
import dev.assay.dataset.Task;
import dev.assay.evaluation.Evaluation;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import dev.assay.metric.MetricValue;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.slice.SliceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The YAML block of a card, as Hugging Face reads it.
final class CardMetadata {

  private static final int LONGEST_NAME = 120;

  private CardMetadata() {}

  /// @param licence as Hugging Face names it
  static SortedMap<String, Object> of(Dossier dossier, String name, String licence) {
    Evaluation evaluation = dossier.run().evaluation();
    SortedMap<String, Object> metadata = new TreeMap<>();
    metadata.put("license", licence);
    metadata.put("library_name", "onnx");
    metadata.put("pipeline_tag", task(dossier));
    metadata.put("tags", tags(dossier));
    metadata.put("datasets", List.of(visible(evaluation.provenance().datasetName())));
    metadata.put(
        "metrics", CardNumbers.headline(evaluation).stream().map(MetricRow::metric).toList());
    metadata.put("model-index", List.of(index(dossier, name)));
    return metadata;
  }

  private static List<String> tags(Dossier dossier) {
    List<String> tags = new ArrayList<>();
    if (dossier.run().model() != null) {
      tags.add("onnx");
    }
    tags.add(task(dossier));
    tags.add("assay-audit");
    return List.copyOf(tags);
  }

  /// The task as Hugging Face names it; a text model with one number a text counts there as
  /// classification.
  private static String task(Dossier dossier) {
    if (dossier.run().evaluation().task() == Task.TOKEN_CLASSIFICATION) {
      return "token-classification";
    }
    if (dossier.run().evaluation().task() == Task.TEXT_GENERATION) {
      return "text-generation";
    }
    if (dossier.run().evaluation().task() == Task.MASKED_PROBE) {
      return "fill-mask";
    }
    if (readsTexts(dossier)) {
      return "text-classification";
    }
    if (readsImages(dossier)) {
      return "image-classification";
    }
    return switch (dossier.run().evaluation().task()) {
      case BINARY_CLASSIFICATION, MULTICLASS_CLASSIFICATION, MULTI_LABEL_CLASSIFICATION ->
          "tabular-classification";
      case TOKEN_CLASSIFICATION -> "token-classification";
      case TEXT_GENERATION -> "text-generation";
      case MASKED_PROBE -> "fill-mask";
      case FORECASTING -> "time-series-forecasting";
      case REGRESSION -> "tabular-regression";
    };
  }

  private static boolean readsTexts(Dossier dossier) {
    ModelArtefact model = dossier.run().model();
    return model != null && model.transformer() != null;
  }

  private static boolean readsImages(Dossier dossier) {
    ModelBinding binding = dossier.run().binding();
    return binding != null && binding.inputs().stream().anyMatch(i -> i.image() != null);
  }

  private static Map<String, Object> index(Dossier dossier, String name) {
    Evaluation evaluation = dossier.run().evaluation();
    Map<SliceKey, List<MetricRow>> bySlice = new LinkedHashMap<>();
    bySlice.put(SliceKey.WHOLE, CardNumbers.headline(evaluation));
    CardNumbers.byGroup(evaluation)
        .forEach(r -> bySlice.computeIfAbsent(r.slice(), s -> new ArrayList<>()).add(r));
    Map<String, Object> index = new LinkedHashMap<>();
    index.put("name", name);
    index.put(
        "results",
        bySlice.entrySet().stream().map(e -> result(dossier, e.getKey(), e.getValue())).toList());
    return index;
  }

  private static Map<String, Object> result(
      Dossier dossier, SliceKey slice, List<MetricRow> numbers) {
    Evaluation evaluation = dossier.run().evaluation();
    Map<String, Object> dataset = new LinkedHashMap<>();
    dataset.put("name", visible(evaluation.provenance().datasetName()));
    dataset.put("type", readsTexts(dossier) ? "text" : "tabular");
    dataset.put("revision", evaluation.provenance().dataset().sha256());
    if (!slice.isWhole()) {
      dataset.put("args", Map.of("slice", slice.conditions()));
    }
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("name", "Assay evaluation");
    source.put("url", CardNumbers.evaluationUrn(dossier));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("task", new LinkedHashMap<>(Map.of("type", task(dossier))));
    result.put("dataset", dataset);
    result.put("metrics", numbers.stream().map(CardMetadata::metric).toList());
    result.put("source", source);
    return result;
  }

  private static Map<String, Object> metric(MetricRow row) {
    Map<String, Object> metric = new LinkedHashMap<>();
    metric.put("type", row.metric());
    metric.put(
        "name",
        MetricCatalogue.find(row.metric()).map(MetricDefinition::name).orElse(row.metric()));
    if (row.value() instanceof MetricValue.Defined defined) {
      metric.put("value", defined.value());
      metric.put("args", arguments(row, defined.interval()));
    }
    return metric;
  }

  private static Map<String, Object> arguments(
      MetricRow row, @org.jspecify.annotations.Nullable Interval interval) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("n", row.n());
    if (interval != null) {
      arguments.put("lower", interval.lower());
      arguments.put("upper", interval.upper());
      arguments.put("level", interval.level());
      arguments.put("method", interval.method());
    }
    return arguments;
  }

  private static String visible(String text) {
    return Visible.of(text, LONGEST_NAME);
  }
}
