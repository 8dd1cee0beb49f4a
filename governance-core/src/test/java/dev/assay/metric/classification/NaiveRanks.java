package dev.assay.metric.classification;

import dev.assay.predictions.Predictions.Binary;

/// Definitions, pair by pair.
record NaiveRanks(Binary data) {

  private double weight(int i) {
    return data.weights() == null ? 1 : data.weights()[i];
  }

  private static double beats(double a, double b) {
    return a > b ? 1 : a == b ? 0.5 : 0;
  }

  double pairsWon() {
    double won = 0;
    for (int i = 0; i < data.size(); i++) {
      won += data.truth()[i] ? weight(i) * placement(i) : 0;
    }
    return won;
  }

  /// Weight of rows of the other class on the right side of row `i`.
  private double placement(int i) {
    double sum = 0;
    for (int j = 0; j < data.size(); j++) {
      if (data.truth()[j] != data.truth()[i]) {
        double above = beats(data.score()[i], data.score()[j]);
        sum += weight(j) * (data.truth()[i] ? above : 1 - above);
      }
    }
    return sum;
  }

  double precisionSteps() {
    double sum = 0;
    for (int i = 0; i < data.size(); i++) {
      if (data.truth()[i]) {
        double above = 0;
        double right = 0;
        for (int j = 0; j < data.size(); j++) {
          if (data.score()[j] >= data.score()[i]) {
            above += weight(j);
            right += data.truth()[j] ? weight(j) : 0;
          }
        }
        sum += weight(i) * right / above;
      }
    }
    return sum;
  }

  double aucVariance() {
    return classVariance(true) + classVariance(false);
  }

  private double classVariance(boolean positive) {
    double own = 0;
    double squares = 0;
    double other = 0;
    double placed = 0;
    for (int i = 0; i < data.size(); i++) {
      if (data.truth()[i] == positive) {
        own += weight(i);
        squares += weight(i) * weight(i);
        placed += weight(i) * placement(i);
      } else {
        other += weight(i);
      }
    }
    double auc = placed / (own * other);
    double sum = 0;
    for (int i = 0; i < data.size(); i++) {
      if (data.truth()[i] == positive) {
        double centred = placement(i) / other - auc;
        sum += weight(i) * weight(i) * centred * centred;
      }
    }
    double effective = own * own / squares;
    return sum / (own * own) * effective / (effective - 1);
  }
}
