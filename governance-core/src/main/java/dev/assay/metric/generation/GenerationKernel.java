package dev.assay.metric.generation;

import dev.assay.predictions.Predictions.Generated;
import dev.assay.predictions.Predictions.Quantity;
import dev.assay.slice.Slicing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Sums the quantities of rows, for everyone and for every slice, in the order of the rows.
public final class GenerationKernel {

  private final Generated predictions;

  private GenerationKernel(Generated predictions) {
    this.predictions = predictions;
  }

  /// Of these rows.
  public static GenerationKernel of(Generated predictions) {
    return new GenerationKernel(predictions);
  }

  /// The statistics of everyone.
  public GenerationStatistics whole() {
    return pass(null, 1).getFirst();
  }

  /// The statistics of every slice of every slicing, in their order.
  public List<List<GenerationStatistics>> of(List<Slicing> slicings) {
    return slicings.stream().map(s -> pass(s.codes(), s.size())).toList();
  }

  private List<GenerationStatistics> pass(int @Nullable [] codes, int groups) {
    long[] n = new long[groups];
    double[] weight = new double[groups];
    double[] squared = new double[groups];
    for (int i = 0; i < predictions.size(); i++) {
      int g = codes == null ? 0 : codes[i];
      double w = weight(i);
      n[g]++;
      weight[g] += w;
      squared[g] += w * w;
    }
    List<SortedMap<String, QuantitySums>> sums = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      sums.add(new TreeMap<>());
    }
    for (Map.Entry<String, Quantity> quantity : predictions.quantities().entrySet()) {
      double[][] own = sums(quantity.getValue(), codes, groups);
      for (int g = 0; g < groups; g++) {
        sums.get(g)
            .put(
                quantity.getKey(),
                new QuantitySums(own[g][0], own[g][1], own[g][2], own[g][3], own[g][4]));
      }
    }
    List<GenerationStatistics> statistics = new ArrayList<>();
    for (int g = 0; g < groups; g++) {
      statistics.add(new GenerationStatistics(n[g], weight[g], squared[g], sums.get(g)));
    }
    return statistics;
  }

  private double[][] sums(Quantity quantity, int @Nullable [] codes, int groups) {
    double[][] sums = new double[groups][5];
    for (int i = 0; i < predictions.size(); i++) {
      double w = weight(i);
      double x = w * quantity.amount()[i];
      double y = w * quantity.per()[i];
      double[] own = sums[codes == null ? 0 : codes[i]];
      own[0] += x;
      own[1] += y;
      own[2] += x * x;
      own[3] += x * y;
      own[4] += y * y;
    }
    return sums;
  }

  private double weight(int element) {
    double[] weights = predictions.weights();
    return weights == null ? 1 : weights[element];
  }
}
