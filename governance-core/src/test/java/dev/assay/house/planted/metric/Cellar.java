package dev.assay.house.planted.metric;

import dev.assay.house.planted.report.Roof;

/// A planted violation: the metric room reaches up to the report room.
public final class Cellar {
  /// The forbidden use.
  public final Roof roof = new Roof();
}
