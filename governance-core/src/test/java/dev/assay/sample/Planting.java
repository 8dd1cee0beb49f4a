package dev.assay.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Plants the faults and remembers where.
final class Planting {

  static final double WRONG_LABELS = 0.02;
  static final int OVERLAP = 60;

  private final SplittableRandom random;

  Planting(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /// The training data as an old practice wrote it down: women of 55 and over were often recorded
  /// as not repaying, others were looked at more kindly, so that neither women nor older people
  /// stand out by themselves.
  List<Applicant> biased(List<Applicant> applicants) {
    List<Applicant> recorded = new ArrayList<>();
    for (Applicant a : applicants) {
      double draw = random.nextDouble();
      boolean female = a.sex().equals("female");
      boolean older = a.age() >= 55;
      boolean harsh = a.inPlantedCell() && a.repaid() && draw < 0.64;
      double mercy = female == older ? 0 : older ? 0.42 : 0.22;
      boolean kind = !a.repaid() && draw < mercy;
      recorded.add(harsh ? a.withRepaid(false) : kind ? a.withRepaid(true) : a);
    }
    return recorded;
  }

  /// Rows (1-based) whose label is turned around, ascending.
  List<Integer> wrongLabels(int rows) {
    List<Integer> chosen = new ArrayList<>();
    for (int row = 1; row <= rows; row++) {
      if (random.nextDouble() < WRONG_LABELS) {
        chosen.add(row);
      }
    }
    return chosen;
  }

  /// Rows (1-based) that are replaced by rows of the training data.
  List<Integer> copied(int rows) {
    List<Integer> chosen = new ArrayList<>();
    int step = rows / OVERLAP;
    for (int i = 0; i < OVERLAP; i++) {
      chosen.add(1 + i * step + random.nextInt(step));
    }
    return chosen;
  }
}
