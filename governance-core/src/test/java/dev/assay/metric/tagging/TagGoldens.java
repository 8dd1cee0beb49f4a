package dev.assay.metric.tagging;

import dev.assay.dataset.TagScheme;
import dev.assay.metric.Measurement;
import dev.assay.metric.MetricValue;
import dev.assay.metric.interval.IntervalSettings;
import dev.assay.predictions.Predictions.TokenTags;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Golden numbers of tagged words, and short ways to numbers of Assay.
final class TagGoldens {

  private TagGoldens() {}

  static JsonNode read() {
    try (InputStream in =
        TagGoldens.class.getResourceAsStream("/dev/assay/inference/tokens/goldens.json")) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TokenTags predictions(
      List<String> tags,
      TagScheme scheme,
      int[][] truth,
      int[][] given,
      double @Nullable [] weights) {
    return new TokenTags(
        IntStream.range(0, truth.length).toArray(),
        weights,
        List.of(),
        tags,
        scheme,
        truth,
        given,
        new float[truth.length][],
        0,
        List.of());
  }

  static TagMetrics metrics(TokenTags predictions, boolean resampled) {
    return metrics(predictions, resampled, 400);
  }

  static TagMetrics metrics(TokenTags predictions, boolean resampled, int draws) {
    TagStatistics whole = TagStatistics.of(SentenceCounts.of(predictions), List.of()).whole();
    return new TagMetrics(whole, new IntervalSettings(0.95, draws, 7), resampled);
  }

  static Map<String, MetricValue> values(TokenTags predictions) {
    Map<String, MetricValue> values = new HashMap<>();
    for (Measurement m : metrics(predictions, false).all()) {
      values.put(m.metric(), m.value());
    }
    return values;
  }

  static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  static int[][] numbers(JsonNode rows) {
    return rows.valueStream()
        .map(row -> row.valueStream().mapToInt(JsonNode::asInt).toArray())
        .toArray(int[][]::new);
  }
}
