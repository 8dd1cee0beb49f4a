package dev.assay.check.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Corpus;
import dev.assay.common.Cancelled;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.ImportedCsv;
import dev.assay.metric.MetricValue;
import dev.assay.slice.DatasetRows;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompositionTest {

  @TempDir Path folder;

  private Dataset people() {
    return ImportedCsv.of(
        folder,
        "sex,race,age,label",
        "F,W,20,yes",
        "F,W,30,no",
        "M,W,40,yes",
        "M,B,50,yes",
        "M,W,60,no",
        "M,,70,yes",
        ",W,,no",
        "M,W,90,yes");
  }

  @Test
  void classesByGroupCountsEveryRowOnceAndPutsThePositiveClassLast() {
    ClassesByGroup table = ClassesByGroup.of(people(), "label", List.of("sex"), new Cancellation());

    assertThat(table.classes()).containsExactly("no", "yes");
    assertThat(table.groups())
        .containsExactly(
            new ClassesByGroup.Group("M", SliceKey.of("sex", "M"), List.of(1L, 4L)),
            new ClassesByGroup.Group("F", SliceKey.of("sex", "F"), List.of(1L, 1L)),
            new ClassesByGroup.Group("missing", SliceKey.of("sex", null), List.of(1L, 0L)));
    assertThat(table.classRows()).containsExactly(3L, 5L);
    assertThat(table.measures().imbalanceRatio()).isEqualTo(5.0 / 3);
    assertThat(table.groups()).allMatch(ClassesByGroup.Group::isFew);
  }

  @Test
  void classesByGroupCrossesTwoColumnsAndKeepsOnlyCrossingsThatOccur() {
    ClassesByGroup table =
        ClassesByGroup.of(people(), "label", List.of("sex", "race"), new Cancellation());

    assertThat(table.groupsOf()).isEqualTo("sex × race");
    assertThat(table.groups()).extracting(ClassesByGroup.Group::name).startsWith("M, W");
    assertThat(table.groups())
        .extracting(ClassesByGroup.Group::name)
        .containsExactlyInAnyOrder("M, W", "F, W", "M, B", "M, missing", "missing, W");
    assertThat(table.groups().stream().mapToLong(ClassesByGroup.Group::rows).sum()).isEqualTo(8);
  }

  @Test
  void everyCellOfClassesByGroupLeadsToAsManyRowsAsItCounts() {
    Dataset adult =
        ImportedCsv.file(Corpus.path("datasets/adult_test.csv"), folder.resolve("adult"));
    ClassesByGroup table =
        ClassesByGroup.of(adult, "income", List.of("age", "race"), new Cancellation());

    long found = 0;
    for (ClassesByGroup.Group group : table.groups()) {
      for (int c = 0; c < table.classes().size(); c++) {
        SliceKey cell = group.slice().and(table.classSlices().get(c));
        int[] rows = DatasetRows.find(adult, RowQuery.of(cell), new Cancellation());
        assertThat((long) rows.length).as(cell.describe()).isEqualTo(group.counts().get(c));
        found += rows.length;
      }
    }
    assertThat(found).isEqualTo(16_281);
  }

  @Test
  void rowsOfADatasetAreFoundByGapsAndStretches() {
    Dataset people = people();
    SliceKey unknown = SliceKey.of("sex", null);

    assertThat(DatasetRows.find(people, RowQuery.of(unknown), new Cancellation()))
        .containsExactly(6);
    assertThat(
            DatasetRows.find(
                people,
                RowQuery.of(SliceKey.WHOLE, new RowQuery.Part.Between(2, 5)),
                new Cancellation()))
        .containsExactly(2, 3, 4);
    assertThat(
            DatasetRows.find(
                people, RowQuery.of(unknown, new RowQuery.Part.Between(0, 6)), new Cancellation()))
        .isEmpty();
    assertThatThrownBy(
            () ->
                DatasetRows.find(
                    people, RowQuery.of(unknown, new RowQuery.Part.Wrong()), new Cancellation()))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("no answers of a model");
  }

  @Test
  void classesByGroupAgreesWithTheKnownCountsOfAdult() {
    Dataset adult =
        ImportedCsv.file(Corpus.path("datasets/adult_test.csv"), folder.resolve("adult"));

    ClassesByGroup table = ClassesByGroup.of(adult, "income", List.of("sex"), new Cancellation());

    assertThat(table.rows()).isEqualTo(16_281);
    assertThat(table.groups()).extracting(ClassesByGroup.Group::name).startsWith("Male", "Female");
    assertThat(table.groups().getFirst().rows()).isEqualTo(10_860);
    assertThat(table.measures().association().cramersV()).isBetween(0.15, 0.3);
  }

  @Test
  void groupSharesStandAgainstTypedShares() {
    GroupShares shares =
        GroupShares.of(
            people(),
            List.of("sex"),
            Population.parse("F = 50 %\nM = 49 %\nX: 1 %"),
            0.95,
            new Cancellation());

    GroupShares.Share men = shares.groups().getFirst();
    assertThat(men.name()).isEqualTo("M");
    assertThat(men.count()).isEqualTo(5);
    assertThat(men.ratio()).isEqualTo(0.625 / 0.49, within(1e-12));
    MetricValue.Defined share = (MetricValue.Defined) men.share();
    assertThat(share.interval()).isNotNull();
    assertThat(share.interval().lower()).isEqualTo(0.3057, within(5e-4));
    assertThat(share.interval().upper()).isEqualTo(0.8632, within(5e-4));
    assertThat(shares.groups().getLast().name()).isEqualTo("X");
    assertThat(shares.groups().getLast().count()).isZero();
    assertThat(shares.totalVariation().orNaN()).isEqualTo((0.135 + 0.25 + 0.01 + 0.125) / 2);
  }

  @Test
  void groupSharesSayWhenNoPopulationIsKnown() {
    GroupShares shares =
        GroupShares.of(
            people(), List.of("sex"), new Population.Unknown(), 0.95, new Cancellation());

    assertThat(shares.groups())
        .allMatch(s -> s.standing() == GroupShares.Standing.UNKNOWN && s.ratio() == null);
    assertThat(shares.totalVariation())
        .isEqualTo(new MetricValue.Undefined("no population was given"));
  }

  @Test
  void groupSharesOfALargeGroupAreOverAndOfASmallOneUnderHalf() {
    String[] lines = new String[1001];
    lines[0] = "g,x";
    for (int i = 1; i <= 1000; i++) {
      lines[i] = (i <= 900 ? "a" : "b") + "," + i;
    }
    Dataset data = ImportedCsv.of(folder, lines);

    GroupShares equal =
        GroupShares.of(data, List.of("g"), new Population.Equal(), 0.95, new Cancellation());
    GroupShares same =
        GroupShares.of(
            data,
            List.of("g"),
            Population.of(data, "g", new Cancellation()),
            0.95,
            new Cancellation());

    assertThat(equal.groups())
        .extracting(GroupShares.Share::standing)
        .containsExactly(GroupShares.Standing.OVER, GroupShares.Standing.UNDER_HALF);
    assertThat(same.groups()).allMatch(s -> s.standing() == GroupShares.Standing.LIKE);
    assertThat(same.totalVariation()).isEqualTo(MetricValue.of(0));
  }

  @Test
  void typedSharesMayBeSharesOrPercentsAndAreRefusedWithTheLine() {
    assertThat(Population.parse("White 0.6\n\nAsian Pac Islander: 0.1").shares())
        .containsEntry("White", 0.6)
        .containsEntry("Asian Pac Islander", 0.1);
    assertThat(Population.parse("a = 60\nb = 0.5").shares()).containsEntry("b", 0.005);
    assertThatThrownBy(() -> Population.parse("a = 60 %\nnonsense"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("Line 2");
    assertThatThrownBy(() -> Population.parse("a = 60 %\nb = 50 %"))
        .hasMessageContaining("110.0 %");
    assertThatThrownBy(() -> Population.parse(" ")).hasMessageContaining("no group");
  }

  @Test
  void missingBlocksFindWhereAndWhatIsMissingTogether() {
    String[] lines = new String[601];
    lines[0] = "a,b,c,full";
    for (int i = 1; i <= 600; i++) {
      lines[i] = (i <= 60 ? ",," : "1,2,") + (i % 2 == 0 ? "" : "3") + "," + i;
    }

    MissingBlocks blocks =
        MissingBlocks.of(ImportedCsv.of(folder, lines), Progress.NONE, new Cancellation());

    assertThat(blocks.incomplete()).isEqualTo(3);
    assertThat(blocks.complete()).isEqualTo(1);
    assertThat(blocks.columns()).extracting(MissingBlocks.ColumnBlocks::name).startsWith("c");
    MissingBlocks.ColumnBlocks a =
        blocks.columns().stream().filter(c -> c.name().equals("a")).findFirst().orElseThrow();
    assertThat(a.missing()).isEqualTo(60);
    assertThat(a.blocks()).hasSize(60).startsWith(10L, 10L, 10L, 10L, 10L, 10L, 0L).endsWith(0L);
    assertThat(blocks.together()).containsExactly(new MissingBlocks.Together("a", "b", 60, 60));
  }

  @Test
  void numbersByGroupGiveBinsAndQuartilesOfEachGroup() {
    Dataset data = people();
    NumbersByGroup spread = NumbersByGroup.of(data, "age", List.of("sex"), new Cancellation());

    assertThat(spread.from()).isEqualTo(20);
    assertThat(spread.to()).isEqualTo(90);
    NumbersByGroup.Spread men = spread.groups().getFirst();
    assertThat(men.quartiles()).containsExactly(50.0, 60.0, 70.0);
    assertThat(men.bins().stream().mapToLong(Long::longValue).sum()).isEqualTo(5);
    NumbersByGroup.Spread unknown = spread.groups().getLast();
    assertThat(unknown.rows()).isEqualTo(1);
    assertThat(unknown.values()).isZero();
    assertThat(unknown.quartiles()).isEmpty();
    assertThatThrownBy(() -> NumbersByGroup.of(data, "race", List.of("sex"), new Cancellation()))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("no numbers");
  }

  @Test
  void workStopsWhenItIsCancelled() {
    Dataset data = people();
    Cancellation stopped = new Cancellation();
    stopped.cancel();

    assertThatThrownBy(() -> ClassesByGroup.of(data, "label", List.of("sex"), stopped))
        .isInstanceOf(Cancelled.class);
    assertThatThrownBy(() -> MissingBlocks.of(data, Progress.NONE, stopped))
        .isInstanceOf(Cancelled.class);
  }
}
