package dev.assay.metric;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Every metric that Assay knows, by id. Screens, reports, policies and the glossary read from
/// here.
public final class MetricCatalogue {

  private static final Map<String, MetricDefinition> BY_ID = index();

  /// Other names that people use.
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("true_positive_rate", "recall"),
          Map.entry("tpr", "recall"),
          Map.entry("sensitivity", "recall"),
          Map.entry("true_negative_rate", "specificity"),
          Map.entry("tnr", "specificity"),
          Map.entry("false_positive_rate", "fpr"),
          Map.entry("false_negative_rate", "fnr"),
          Map.entry("positive_predictive_value", "precision"),
          Map.entry("ppv", "precision"),
          Map.entry("negative_predictive_value", "npv"),
          Map.entry("false_discovery_rate", "fdr"),
          Map.entry("false_omission_rate", "for"),
          Map.entry("auc", "roc_auc"),
          Map.entry("base_rate", "prevalence"));

  private MetricCatalogue() {}

  /// All definitions, family by family.
  public static Collection<MetricDefinition> all() {
    return BY_ID.values();
  }

  /// The definition of an id or of another name for it.
  public static Optional<MetricDefinition> find(String id) {
    return Optional.ofNullable(BY_ID.get(canonical(id)));
  }

  /// The id that an alias stands for; any other name unchanged.
  public static String canonical(String id) {
    return ALIASES.getOrDefault(id, id);
  }

  /// The names that stand for another id.
  public static Map<String, String> aliases() {
    return ALIASES;
  }

  private static Map<String, MetricDefinition> index() {
    Map<String, MetricDefinition> byId = new LinkedHashMap<>();
    Stream.of(
            ClassificationDefinitions.counts(),
            ClassificationDefinitions.rates(),
            ClassificationDefinitions.ranking(),
            ClassificationDefinitions.probability(),
            ClassificationDefinitions.calibration(),
            MulticlassDefinitions.all(),
            MultiLabelDefinitions.all(),
            TaggingDefinitions.all(),
            RegressionDefinitions.all(),
            GenerationDefinitions.all(),
            ProbeDefinitions.all(),
            ForecastDefinitions.all(),
            FairnessDefinitions.all(),
            CurveDefinitions.all(),
            ImbalanceDefinitions.all(),
            PeerDefinitions.all())
        .flatMap(List::stream)
        .forEach(
            d -> {
              if (byId.put(d.id(), d) != null) {
                throw new IllegalStateException("two metrics called " + d.id());
              }
            });
    return Collections.unmodifiableMap(byId);
  }
}
