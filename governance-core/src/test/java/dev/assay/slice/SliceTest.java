package dev.assay.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.UsageError;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SliceTest {

  @Test
  void ofSortsValuesAndPutsMissingLastWhenGroupingTexts() {
    Column column = new Column.Categories(new int[] {2, 0, -1, 2, 1}, List.of("b", "unused", "a"));
    Attribute sex = Attributes.of("sex", column, new int[] {0, 1, 2, 3}, null);

    assertThat(sex.values()).containsExactly("a", "b", null);
    assertThat(sex.codes()).containsExactly(0, 1, 2, 0);
    assertThat(sex.referenceIndex()).isZero();
    assertThat(sex.reference()).isEqualTo(Attribute.ReferenceOrigin.LARGEST);
    assertThat(sex.grouping()).isEqualTo("by value");
  }

  @Test
  void ofTakesTheWishedReferenceWhenItOccursElseTheLargest() {
    Column column = new Column.Categories(new int[] {0, 1, 1}, List.of("x", "y"));
    int[] rows = {0, 1, 2};
    assertThat(Attributes.of("c", column, rows, "x").referenceIndex()).isZero();
    assertThat(Attributes.of("c", column, rows, "x").reference())
        .isEqualTo(Attribute.ReferenceOrigin.CHOSEN);
    assertThat(Attributes.of("c", column, rows, "absent").referenceIndex()).isEqualTo(1);
    assertThat(Attributes.of("c", column, rows, "absent").reference())
        .isEqualTo(Attribute.ReferenceOrigin.LARGEST);
  }

  @Test
  void ofTakesTheFirstGroupAsReferenceWhenGroupsAreEquallyLarge() {
    Column column = new Column.Categories(new int[] {1, 0}, List.of("x", "y"));
    assertThat(Attributes.of("c", column, new int[] {0, 1}, null).referenceIndex()).isZero();
  }

  @Test
  void ofCutsNumbersIntoReadableRangesWhenThereAreMany() {
    long[] ages = IntStream.range(0, 10_000).mapToLong(i -> 17 + i % 74).toArray();
    ages[7] = Column.Integers.MISSING;
    Attribute age =
        Attributes.of("age", new Column.Integers(ages, ColumnType.INTEGER), all(ages.length), null);

    assertThat(age.values()).containsExactly("[17, 35)", "[35, 53)", "[53, 72)", "[72, 90]", null);
    assertThat(age.grouping()).isEqualTo("numbers cut into 4 ranges near the quartiles");
    assertThat(age.codes()[7]).isEqualTo(4);
    assertThat(age.codes()[73]).isEqualTo(3);
    assertThat(age.codes()[0]).isZero();
  }

  @Test
  void ofRoundsEdgesOnlyAsFarAsFewRowsMove() {
    double[] values = new Random(7).doubles(5_000).map(v -> v * 100).toArray();
    Attribute score = Attributes.of("score", new Column.Numbers(values), all(values.length), null);
    assertThat(score.values()).hasSize(4).allSatisfy(v -> assertThat(v).isNotNull());
    assertThat(score.values().get(1)).matches("\\[2\\d, 5\\d\\)");
    assertThat(java.util.Arrays.stream(Slicing.of(score).support()).boxed())
        .allSatisfy(n -> assertThat(n).isBetween(1_150, 1_350));
  }

  @Test
  void ofWritesTheEndsOfRangesAsShortAsPeopleDo() {
    double[] values = new Random(7).doubles(500).map(v -> v * 6 - 3.554684957892829).toArray();
    Attribute score = Attributes.of("score", new Column.Numbers(values), all(values.length), null);
    assertThat(score.values())
        .allSatisfy(
            v -> assertThat(v).matches("\\[-?\\d(\\.\\d{1,3})?, -?\\d(\\.\\d{1,3})?[)\\]]"));

    long hour = 3_600_000_000L;
    long[] times =
        IntStream.range(0, 1_500).mapToLong(i -> 19_723 * 24 * hour + i * hour).toArray();
    Column column = new Column.Integers(times, ColumnType.DATETIME);
    assertThat(Attributes.of("seen", column, all(times.length), null).values())
        .containsExactly(
            "[2024-01-01, 2024-01-17)",
            "[2024-01-17, 2024-02-01)",
            "[2024-02-01, 2024-02-17)",
            "[2024-02-17, 2024-03-04]");
  }

  @Test
  void ofGroupsFewNumbersByValueWhenTheyAreFew() {
    double[] values = {2, 10, Double.NaN, 2, -0.0, 0.0};
    Attribute grade = Attributes.of("grade", new Column.Numbers(values), all(6), "10");
    assertThat(grade.values()).containsExactly("0", "2", "10", null);
    assertThat(grade.codes()).containsExactly(1, 2, 3, 1, 0, 0);
    assertThat(grade.referenceIndex()).isEqualTo(2);
  }

  @Test
  void ofPutsEveryRowInTheRangeItsLabelNames() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      int rows = 13 + random.nextInt(300);
      double[] values = new double[rows];
      double scale = Math.pow(10, random.nextInt(12) - 6);
      for (int i = 0; i < rows; i++) {
        values[i] = random.nextInt(4) == 0 ? 0 : random.nextGaussian() * scale;
      }
      Attribute ranges = Attributes.of("x", new Column.Numbers(values), all(rows), null);
      for (int i = 0; i < rows; i++) {
        String label = String.valueOf(ranges.values().get(ranges.codes()[i]));
        if (!label.startsWith("[")) {
          assertThat(Double.parseDouble(label)).isEqualTo(values[i]);
          continue;
        }
        String[] ends = label.substring(1, label.length() - 1).split(", ");
        assertThat(values[i]).isGreaterThanOrEqualTo(Double.parseDouble(ends[0]));
        double upper = Double.parseDouble(ends[1]);
        assertThat(label.endsWith("]") ? values[i] <= upper : values[i] < upper)
            .as(label + " " + values[i])
            .isTrue();
      }
    }
  }

  @Test
  void ofRefusesColumnsThatNameRows() {
    int rows = Attributes.MAX_GROUPS + 1;
    Column column =
        new Column.Categories(all(rows), IntStream.range(0, rows).mapToObj(i -> "id" + i).toList());
    assertThatThrownBy(() -> Attributes.of("id", column, all(rows), null))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("'id' has more than 10000");
  }

  @Test
  void intersectionsHoldEveryRowOnceAndOnlyCellsThatOccur() {
    Attribute a = attribute("b", new int[] {0, 0, 1, 1, 0}, "m", "f");
    Attribute b = attribute("a", new int[] {0, 1, 1, 1, 0}, "x", null);
    Intersections both = Intersections.of(List.of(a, b), 2);

    assertThat(both.leftOut()).isEmpty();
    Slicing cross = both.slicings().getFirst();
    assertThat(cross.attributes()).containsExactly("a", "b");
    assertThat(cross.keys().stream().map(SliceKey::describe))
        .containsExactly("a = x, b = m", "a = (missing), b = m", "a = (missing), b = f");
    assertThat(cross.codes()).containsExactly(0, 1, 2, 2, 0);
    assertThat(cross.support()).containsExactly(2, 1, 2);
  }

  @Test
  void intersectionsOfDepthThreeGivePairsAndTriples() {
    List<Attribute> three =
        List.of(
            attribute("a", new int[] {0, 1}, "0", "1"),
            attribute("b", new int[] {0, 1}, "0", "1"),
            attribute("c", new int[] {1, 1}, "0", "1"));
    assertThat(Intersections.of(three, 3).slicings().stream().map(Slicing::attributes))
        .containsExactly(
            List.of("a", "b"), List.of("a", "c"), List.of("b", "c"), List.of("a", "b", "c"));
    assertThat(Intersections.of(three, 1).slicings()).isEmpty();
  }

  @Test
  void intersectionsSayWhichCombinationHasTooManySlices() {
    int rows = 20_000;
    List<String> names = IntStream.range(0, 200).mapToObj(Integer::toString).toList();
    int[] fast = IntStream.range(0, rows).map(i -> i % 200).toArray();
    int[] slow = IntStream.range(0, rows).map(i -> i / 200).toArray();
    Intersections both =
        Intersections.of(
            List.of(
                attribute("fast", fast, names.toArray(String[]::new)),
                attribute("slow", slow, names.toArray(String[]::new))),
            2);
    assertThat(both.slicings()).isEmpty();
    assertThat(both.leftOut().getFirst().attributes()).containsExactly("fast", "slow");
  }

  private static Attribute attribute(String name, int[] codes, @Nullable String... values) {
    return new Attribute(
        name,
        codes,
        java.util.Arrays.asList(values),
        0,
        Attribute.ReferenceOrigin.LARGEST,
        "by value");
  }

  private static int[] all(int rows) {
    return IntStream.range(0, rows).toArray();
  }
}
