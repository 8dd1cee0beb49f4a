package dev.assay.inference.onnx;

import java.util.ArrayList;
import java.util.List;

/// Which tokens two texts share, as the authors of CrowS-Pairs find them: the longest common run,
/// earliest where there are several, then the same before and behind it (Ratcliff and Obershelp;
/// Python's difflib without its heuristic for long texts).
///
/// @param first places in the first text, ascending
/// @param second places of the same tokens in the second text
record SharedTokens(List<Integer> first, List<Integer> second) {

  static SharedTokens of(long[] first, long[] second) {
    SharedTokens shared = new SharedTokens(new ArrayList<>(), new ArrayList<>());
    shared.add(first, 0, first.length, second, 0, second.length);
    return shared;
  }

  private void add(long[] a, int aFrom, int aTo, long[] b, int bFrom, int bTo) {
    int length = 0;
    int inA = aFrom;
    int inB = bFrom;
    int[] above = new int[bTo - bFrom + 1];
    for (int i = aFrom; i < aTo; i++) {
      int[] row = new int[above.length];
      for (int j = bFrom; j < bTo; j++) {
        int run = a[i] == b[j] ? above[j - bFrom] + 1 : 0;
        row[j - bFrom + 1] = run;
        if (run > length) {
          length = run;
          inA = i - run + 1;
          inB = j - run + 1;
        }
      }
      above = row;
    }
    if (length == 0) {
      return;
    }
    add(a, aFrom, inA, b, bFrom, inB);
    for (int k = 0; k < length; k++) {
      first.add(inA + k);
      second.add(inB + k);
    }
    add(a, inA + length, aTo, b, inB + length, bTo);
  }
}
