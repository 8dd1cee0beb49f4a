package dev.assay.inference.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tokens whose last ones are scored.
///
/// @param ids all tokens; the last is not read by the model
/// @param scored how many of the last tokens are scored, ≥ 1
/// @param cut whether tokens were left out at the beginning
record Continuation(long[] ids, int scored, boolean cut) {

  /// What is scored behind a context, the beginning of which is left out where there are too many.
  ///
  /// @param positions most tokens that the model reads, 0 = no limit
  static Continuation of(long[] ids, int scored, int positions) {
    boolean cut = positions > 0 && ids.length > positions + 1;
    return new Continuation(
        cut ? Arrays.copyOfRange(ids, ids.length - positions - 1, ids.length) : ids, scored, cut);
  }

  /// A whole text in windows as lm-evaluation-harness makes them: every token is scored once, and
  /// behind the first window each has at least `context` tokens before it.
  ///
  /// @param prefix token before the first
  /// @param context ≥ 1, below `positions`
  static List<Continuation> rolling(long prefix, long[] text, int positions, int context) {
    long[] all = new long[text.length + 1];
    all[0] = prefix;
    System.arraycopy(text, 0, all, 1, text.length);
    if (positions <= 0 || text.length <= positions) {
      return List.of(new Continuation(all, text.length, false));
    }
    List<Continuation> windows = new ArrayList<>();
    int done = 0;
    while (done < text.length) {
      int scored = Math.min(text.length - done, done == 0 ? positions : positions - context + 1);
      int end = done + scored;
      int from = Math.max(0, end - positions);
      windows.add(new Continuation(Arrays.copyOfRange(all, from, end + 1), scored, false));
      done = end;
    }
    return windows;
  }

  /// Tokens that the model reads.
  int length() {
    return ids.length - 1;
  }
}
