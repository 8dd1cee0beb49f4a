package dev.assay.app.gui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.chart.GroupBars;
import dev.assay.chart.GroupDistributions;
import dev.assay.chart.MissingMap;
import dev.assay.chart.Mosaic;
import dev.assay.check.composition.ClassesByGroup;
import dev.assay.check.composition.GroupShares;
import dev.assay.check.composition.MissingBlocks;
import dev.assay.check.composition.NumbersByGroup;
import dev.assay.check.composition.Population;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.ImportedCsv;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataChartsTest {

  private final Cancellation going = new Cancellation();
  @TempDir Path folder;

  @Test
  void mosaicGreysGroupsWithFewRowsAndSaysSo() {
    Mosaic mosaic =
        DataCharts.mosaic(ClassesByGroup.of(People.table(folder), "income", List.of("sex"), going));

    assertThat(mosaic.classes()).containsExactly("<=50K", ">50K");
    assertThat(mosaic.groups()).extracting(Mosaic.Group::few).containsExactly(false, true);
    assertThat(mosaic.groups().getFirst().note()).isEqualTo("75.0\u00a0%, n 60");
    assertThat(mosaic.words()).contains("female (20 rows) has fewer than 30 rows");
  }

  @Test
  void mosaicFoldsTheSmallestOfManyGroups() {
    String[] lines = new String[201];
    lines[0] = "g,label";
    for (int i = 1; i <= 200; i++) {
      lines[i] = "g" + i % 40 + "," + (i % 2 == 0 ? "yes" : "no");
    }
    Dataset data = ImportedCsv.of(folder, lines);

    Mosaic mosaic = DataCharts.mosaic(ClassesByGroup.of(data, "label", List.of("g"), going));

    assertThat(mosaic.groups()).hasSize(16);
    assertThat(mosaic.groups().getLast().label()).isEqualTo("25 smaller groups");
    assertThat(mosaic.groups().stream().mapToDouble(Mosaic.Group::share).sum())
        .isBetween(0.999, 1.001);
  }

  @Test
  void sharesSayWhoIsUnderHalfOfThePopulation() {
    Dataset data = People.table(folder);

    GroupBars even =
        DataCharts.shares(
            GroupShares.of(
                data, List.of("sex"), Population.parse("female 60%\nmale 40%"), 0.95, going));
    GroupBars unknown =
        DataCharts.shares(
            GroupShares.of(data, List.of("sex"), new Population.Unknown(), 0.95, going));

    assertThat(even.words()).startsWith("Less than half as common as in the population: female.");
    assertThat(even.bars().getFirst().note()).isEqualTo("n 60, population 40.0\u00a0%");
    assertThat(even.bars().getFirst().lower()).isLessThan(0.75);
    assertThat(unknown.words()).startsWith("No reference population was given");
  }

  @Test
  void missingMapHasALineAColumnWithGaps() {
    MissingBlocks blocks = MissingBlocks.of(People.table(folder), Progress.NONE, going);

    MissingMap map = DataCharts.missing(blocks);

    assertThat(map.lines()).extracting(MissingMap.Line::label).containsExactly("note", "age");
    assertThat(map.words()).contains("2 columns of 5 have gaps, most of all note: 25.0");
    assertThat(map.lines().getFirst().shares()).hasSameSizeAs(map.lines().getFirst().blocks());
    assertThat(map.lines().getFirst().shares().getFirst()).isEqualTo(1);
    assertThat(map.lines().getFirst().shares().getLast()).isZero();
  }

  @Test
  void distributionsNameTheHighestAndLowestMedian() {
    GroupDistributions chart =
        DataCharts.distributions(
            NumbersByGroup.of(People.table(folder), "age", List.of("income"), going));

    assertThat(chart.strips()).hasSize(2).extracting(GroupDistributions.Strip::few).contains(true);
    assertThat(chart.words()).contains("The median is highest for <=50K");
    assertThat(chart.strips().getFirst().bins().stream().mapToDouble(b -> b).sum())
        .isBetween(0.999, 1.001);
  }
}
