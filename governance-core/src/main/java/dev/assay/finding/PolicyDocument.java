package dev.assay.finding;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A policy's text as a tree that knows on which line each part stands.
///
/// @param name what to call it in a refusal
/// @param root the tree
/// @param lines line (1-based) of each part, by JSON pointer
record PolicyDocument(String name, JsonNode root, Map<String, Integer> lines) {

  private static final int LONGEST_SHOWN = 120;

  /// A refusal of the part at this pointer; the sentence names line and pointer.
  ///
  /// @param why what is wrong with it, without a full stop
  FaultFound refused(String code, String pointer, String why, String remedy) {
    return refused(name, code, lineOf(pointer), pointer, why, remedy, null);
  }

  /// A refusal of a text that is no tree yet.
  static FaultFound refused(
      String name,
      String code,
      int line,
      String pointer,
      String why,
      String remedy,
      @Nullable Throwable cause) {
    String at =
        (line > 0 ? ", line " + line : "")
            + (pointer.isEmpty() ? "" : " (" + Visible.of(pointer, LONGEST_SHOWN) + ")");
    return new FaultFound(
        new PolicyFault(line, pointer, code, why, remedy),
        new InputRejected(
            code,
            "Policy '" + Visible.of(name, LONGEST_SHOWN) + "'" + at + ": " + why + ".",
            remedy,
            cause));
  }

  /// The line of this part, or of the nearest part around it.
  int lineOf(String pointer) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      Integer line = lines.get(at);
      if (line != null) {
        return line;
      }
    }
    return lines.getOrDefault("", 0);
  }
}
