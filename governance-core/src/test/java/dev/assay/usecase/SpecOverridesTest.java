package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpecOverridesTest {

  @Test
  void aDescribedWeightThatIsNotUsedIsSaid() {
    ColumnSpec described =
        new ColumnSpec("wt", ColumnType.NUMBER, ColumnRole.WEIGHT, false, null, "descriptor");
    assertThat(SpecOverrides.unusedWeight(spec(described))).isEmpty();
    assertThat(SpecOverrides.unusedWeight(spec(SpecOverrides.withoutWeight(described))))
        .singleElement()
        .satisfies(w -> assertThat(w.sentence()).contains("calls 'wt' a weight"))
        .satisfies(w -> assertThat(w.remedy()).contains("--weight 'wt'"));
  }

  private static DatasetSpec spec(ColumnSpec column) {
    return new DatasetSpec("d", null, null, null, List.of(column), null);
  }
}
