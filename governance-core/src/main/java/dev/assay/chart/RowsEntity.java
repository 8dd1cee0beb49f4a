package dev.assay.chart;

import dev.assay.slice.RowQuery;
import java.awt.Shape;
import org.jfree.chart.entity.ChartEntity;
import org.jspecify.annotations.Nullable;

/// A shape that knows the rows behind it.
final class RowsEntity extends ChartEntity {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable RowQuery rows;

  RowsEntity(Shape area, String words, @Nullable RowQuery rows) {
    super(area, words);
    this.rows = rows;
  }

  @Nullable RowQuery rows() {
    return rows;
  }
}
