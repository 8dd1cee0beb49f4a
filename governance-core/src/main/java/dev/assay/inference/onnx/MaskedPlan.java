package dev.assay.inference.onnx;

import dev.assay.inference.MaskedAnswers.Status;
import dev.assay.inference.tokenize.Encoded;
import java.util.List;

/// What has to be asked of a masked language model for one text.
///
/// @param status whether it can be asked
/// @param hidden each a text of tokens of which one is hidden
/// @param others how many of the hidden tokens, at the end, belong to the second text of a pair
/// @param words whether the likeliest words are wanted
record MaskedPlan(Status status, List<Hidden> hidden, int others, boolean words) {

  /// A token that is hidden.
  ///
  /// @param tokens the text with the mask in its place
  /// @param place where it is
  /// @param token its id; -1 where nobody says
  record Hidden(Encoded tokens, int place, long token) {}

  static MaskedPlan not(Status status) {
    return new MaskedPlan(status, List.of(), 0, false);
  }
}
