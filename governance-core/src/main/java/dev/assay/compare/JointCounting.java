package dev.assay.compare;

import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts the joint tables of a slicing in one pass.
///
/// @param truth whether the label of each row is positive
/// @param first whether the first run decides it positive
/// @param second whether the second does
/// @param weights of each row, null when all are 1
record JointCounting(
    boolean[] truth, boolean[] first, boolean[] second, double @Nullable [] weights) {

  List<JointTable> of(Slicing slicing) {
    int groups = slicing.size();
    double[][] cells = new double[groups][JointTable.SIZE];
    double[] squared = new double[groups];
    long[] n = new long[groups];
    for (int i = 0; i < truth.length; i++) {
      int g = slicing.codes()[i];
      double w = weights == null ? 1 : weights[i];
      cells[g][(truth[i] ? 4 : 0) + (first[i] ? 2 : 0) + (second[i] ? 1 : 0)] += w;
      squared[g] += w * w;
      n[g]++;
    }
    List<JointTable> tables = new ArrayList<>(groups);
    for (int g = 0; g < groups; g++) {
      tables.add(new JointTable(cells[g], squared[g], n[g]));
    }
    return tables;
  }
}
