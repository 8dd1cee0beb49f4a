package dev.assay.report.content;

import dev.assay.evaluation.Disparity;
import dev.assay.evaluation.Evaluation;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Measures down, attributes across.
final class ByAttribute {

  private static final int ATTRIBUTES = 6;
  private static final int MEASURES = 60;

  private ByAttribute() {}

  /// The table, absent when there is nothing in it.
  ///
  /// @param measures of an attribute
  /// @param name of a measure
  static Optional<Block> of(
      Context context,
      String caption,
      Function<String, List<Disparity>> measures,
      Function<String, Text> name) {
    List<String> attributes =
        context.evaluation().attributes().stream()
            .map(Evaluation.AttributeInfo::name)
            .limit(ATTRIBUTES)
            .toList();
    Map<String, Map<String, Disparity>> byMetric = new LinkedHashMap<>();
    for (String attribute : attributes) {
      for (Disparity disparity : measures.apply(attribute)) {
        byMetric
            .computeIfAbsent(disparity.metric(), m -> new LinkedHashMap<>())
            .putIfAbsent(attribute, disparity);
      }
    }
    if (byMetric.isEmpty()) {
      return Optional.empty();
    }
    Tables table = Tables.captioned(caption).name(Say.words("word.measure"));
    attributes.forEach(a -> table.number(Say.text("by-attribute.by", Text.data(a))));
    byMetric.entrySet().stream()
        .limit(MEASURES)
        .forEach(
            e -> {
              List<Text> cells = new ArrayList<>();
              cells.add(name.apply(e.getKey()));
              attributes.forEach(a -> cells.add(cell(e.getValue().get(a))));
              table.row(false, cells);
            });
    int left = Math.max(0, byMetric.size() - MEASURES);
    return Optional.of(
        table
            .note(
                Say.words(
                    "by-attribute.intervals-and-crossings-are",
                    left == 0 ? "." : Say.words("by-attribute.and-more-measures", Say.count(left))))
            .table());
  }

  private static Text cell(@Nullable Disparity disparity) {
    return disparity == null ? Text.of("–") : Say.bare(disparity.value());
  }
}
