package dev.assay.compare;

import dev.assay.compare.Pairing.Paired;
import dev.assay.metric.Interval;
import dev.assay.metric.interval.Seeds;
import dev.assay.metric.tagging.SentenceCounts;
import dev.assay.metric.tagging.TagDifference;
import dev.assay.metric.tagging.TagDifferences;
import dev.assay.metric.tagging.TagStatistics;
import dev.assay.predictions.Predictions.TokenTags;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Two models that tag the words of the same texts.
///
/// @param rows the shared rows
/// @param one the first run
/// @param two the second, its tags in the places of the first run's
record PairedTokenTags(Paired rows, TokenTags one, TokenTags two) {

  /// @param two of the same tags, in whatever order its model has them
  static PairedTokenTags of(Paired rows, TokenTags one, TokenTags two) {
    return new PairedTokenTags(rows, one, inPlacesOf(one.tags(), two));
  }

  private static TokenTags inPlacesOf(List<String> tags, TokenTags run) {
    if (tags.equals(run.tags())) {
      return run;
    }
    int[] places = run.tags().stream().mapToInt(tags::indexOf).toArray();
    return new TokenTags(
        run.rowIndex(),
        run.weights(),
        run.excluded(),
        tags,
        run.scheme(),
        moved(run.truth(), places),
        moved(run.predicted(), places),
        run.scores(),
        run.widened(),
        run.hiddenEntities());
  }

  private static int[][] moved(int[][] texts, int[] places) {
    return Arrays.stream(texts)
        .map(
            text ->
                IntStream.of(text)
                    .map(tag -> tag == TokenTags.UNREAD ? TokenTags.UNREAD : places[tag])
                    .toArray())
        .toArray(int[][]::new);
  }

  /// Differences over words and entities, of all types and of each.
  List<Estimate> differences(SharedSlices slices, Comparing how) {
    SentenceCounts first = SentenceCounts.of(one).at(rows.first());
    SentenceCounts second = SentenceCounts.of(two).at(rows.second());
    List<List<TagStatistics>> a = TagStatistics.of(first, slices.slicings()).slices();
    List<List<TagStatistics>> b = TagStatistics.of(second, slices.slicings()).slices();
    long seed = Seeds.derive(how.seed(), "paired tags");
    List<Estimate> all = new ArrayList<>();
    for (int s = 0; s < slices.slicings().size(); s++) {
      how.step("comparing slices", s, slices.slicings().size());
      Slicing slicing = slices.slicings().get(s);
      for (int g = 0; g < slicing.size(); g++) {
        TagStatistics own = a.get(s).get(g);
        if (own.rows().length > 0) {
          Subject subject = new Subject.Slice(slicing.keys().get(g));
          new TagDifferences(own, b.get(s).get(g), how.level(), seed)
              .all()
              .forEach(d -> all.add(estimate(d, subject, own.rows().length)));
        }
      }
    }
    return all;
  }

  private static Estimate estimate(TagDifference d, Subject subject, long n) {
    Interval interval = d.interval();
    double difference = d.second().orNaN() - d.first().orNaN();
    return new Estimate(
        d.metric(),
        subject,
        d.type(),
        d.first(),
        d.second(),
        interval,
        interval == null ? Double.NaN : Gauss.twoSided(difference, interval),
        n,
        true);
  }

  /// Which texts get other tags; right is a text of which every tag is.
  DecisionChanges decisions(SharedSlices slices, double level) {
    Map<List<Integer>, Integer> codes = new HashMap<>();
    int[] truth = new int[rows.size()];
    int[] first = new int[rows.size()];
    int[] second = new int[rows.size()];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = code(codes, one.truth()[rows.first()[i]]);
      first[i] = code(codes, one.predicted()[rows.first()[i]]);
      second[i] = code(codes, two.predicted()[rows.second()[i]]);
    }
    return new DecisionCounting(truth, first, second, level).of(slices, null);
  }

  /// Whether the true tags of a text are the same in both runs.
  boolean isSameTruth(int first, int second) {
    return Arrays.equals(one.truth()[first], two.truth()[second])
        && one.hidden(first).equals(two.hidden(second));
  }

  private static int code(Map<List<Integer>, Integer> codes, int[] tags) {
    return codes.computeIfAbsent(IntStream.of(tags).boxed().toList(), any -> codes.size());
  }
}
