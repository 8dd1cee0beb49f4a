package dev.assay.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.predictions.Predictions.Binary;
import dev.assay.predictions.Predictions.Generated;
import dev.assay.predictions.Predictions.Multiclass;
import dev.assay.predictions.Predictions.Quantity;
import dev.assay.predictions.Predictions.Regression;
import dev.assay.slice.RowQuery.Part;
import dev.assay.slice.RowQuery.Rate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowFinderTest {

  private static final boolean[] TRUTH = {true, true, true, false, false, false};
  private static final double[] SCORE = {0.9, 0.6, 0.2, 0.7, 0.4, 0.1};
  private static final Attribute SEX =
      new Attribute(
          "sex",
          new int[] {0, 1, 0, 1, 0, 2},
          Arrays.asList("F", "M", null),
          0,
          Attribute.ReferenceOrigin.LARGEST,
          "by value");
  private static final RowFinder BINARY =
      new RowFinder(
          new Binary(
              new int[] {10, 11, 12, 13, 14, 15}, null, List.of(), "yes", "no", TRUTH, SCORE, null),
          List.of(SEX),
          0.5);

  @Test
  void findGivesTheCellOfTheConfusionMatrix() {
    assertThat(find(SliceKey.WHOLE, new Part.Decided("yes", "yes"))).containsExactly(0, 1);
    assertThat(find(SliceKey.WHOLE, new Part.Decided("yes", "no"))).containsExactly(2);
    assertThat(find(SliceKey.WHOLE, new Part.Decided("no", "yes"))).containsExactly(3);
    assertThat(find(SliceKey.WHOLE, new Part.Wrong())).containsExactly(2, 3);
  }

  @Test
  void findGivesTheRowsOfASliceAndOfSeveral() {
    assertThat(find(SliceKey.of("sex", "F"), new Part.Any())).containsExactly(0, 2, 4);
    assertThat(find(SliceKey.of("sex", null), new Part.Any())).containsExactly(5);
    RowQuery both =
        new RowQuery(List.of(SliceKey.of("sex", "F"), SliceKey.of("sex", null)), new Part.Any());
    assertThat(BINARY.find(both)).containsExactly(0, 2, 4, 5);
    assertThat(both.describe()).isEqualTo("sex = F or sex = (missing)");
  }

  @Test
  void findGivesTheRowsThatAreListedOneByOne() {
    RowQuery listed =
        RowQuery.of(SliceKey.of("sex", "F"), new Part.Listed(List.of(13L, 11L, 12L, 99L), "few"));

    assertThat(BINARY.find(listed)).containsExactly(0, 2);
    assertThat(listed.describe()).isEqualTo("sex = F; few");
  }

  @Test
  void findGivesNothingWhenTheSliceIsUnknown() {
    assertThat(find(SliceKey.of("sex", "X"), new Part.Any())).isEmpty();
    assertThat(find(SliceKey.of("age", "1"), new Part.Any())).isEmpty();
    TreeMap<String, String> crossed = new TreeMap<>();
    crossed.put("sex", "F");
    crossed.put("age", "1");
    assertThat(find(new SliceKey(crossed), new Part.Any())).isEmpty();
  }

  @Test
  void findKeepsTheEndsOfAScoreRange() {
    assertThat(find(SliceKey.WHOLE, new Part.Scored(0.2, 0.6, false))).containsExactly(2, 4);
    assertThat(find(SliceKey.WHOLE, new Part.Scored(0.2, 0.6, true))).containsExactly(1, 2, 4);
  }

  @Test
  void findGivesWhatIsSelectedWhereARateIsReached() {
    assertThat(find(SliceKey.WHOLE, new Part.Reaching(Rate.RECALL, 2 / 3.0)))
        .containsExactly(0, 1, 3);
    assertThat(find(SliceKey.WHOLE, new Part.Reaching(Rate.FALSE_POSITIVE_RATE, 0))).isEmpty();
    assertThat(find(SliceKey.WHOLE, new Part.Reaching(Rate.FALSE_POSITIVE_RATE, 1)))
        .containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(find(SliceKey.of("sex", "F"), new Part.Reaching(Rate.RECALL, 1)))
        .containsExactly(0, 2, 4);
  }

  @Test
  void errorGrowsWithTheDistanceFromTheTruth() {
    assertThat(BINARY.error(2)).isEqualTo(0.8);
    assertThat(BINARY.error(3)).isEqualTo(0.7);
    RowFinder classes =
        new RowFinder(
            new Multiclass(
                new int[] {0, 1},
                null,
                List.of(),
                List.of("a", "b", "c"),
                new int[] {0, 1},
                new int[] {0, 2},
                new double[][] {{0.8, 0.1}, {0.1, 0.3}, {0.1, 0.6}},
                0),
            List.of(),
            0.5);
    assertThat(classes.error(1)).isEqualTo(0.7);
    assertThat(classes.score(1)).isEqualTo(0.6);
    assertThat(classes.find(RowQuery.of(SliceKey.WHOLE, new Part.Decided("b", "c"))))
        .containsExactly(1);
    RowFinder numbers =
        new RowFinder(
            new Regression(
                new int[] {0, 1, 2},
                null,
                List.of(),
                new double[] {1, 2, 3},
                new double[] {1, 4, 2.5}),
            List.of(),
            0.5);
    assertThat(numbers.error(1)).isEqualTo(2);
    assertThat(numbers.isJudged()).as("a number is near or far, not right or wrong").isFalse();
    assertThat(numbers.find(RowQuery.of(SliceKey.WHOLE, new Part.Wrong()))).containsExactly(1, 2);
  }

  @Test
  void answersAreRightAsExactMatchSaysAndLikelihoodsAreNotJudged() {
    RowFinder written = answers("exact_match");
    RowFinder likely = answers("token_perplexity");

    assertThat(written.isJudged()).isTrue();
    assertThat(written.right(0)).as("one of several expected texts").isTrue();
    assertThat(written.right(1)).isFalse();
    assertThat(likely.isJudged()).isFalse();
  }

  private static RowFinder answers(String metric) {
    return new RowFinder(
        new Generated(
            new int[] {0, 1},
            null,
            List.of(),
            new TreeMap<>(Map.of(metric, new Quantity(new double[] {1, 0}, new double[] {1, 1}))),
            List.of("Paris | paris, France", "Rome"),
            List.of("Paris", "Milan"),
            new double[] {1, 0},
            new double[] {0, 1}),
        List.of(),
        0.5);
  }

  private static int[] find(SliceKey slice, Part part) {
    return BINARY.find(RowQuery.of(slice, part));
  }
}
