package dev.assay.model;

import dev.assay.common.Visible;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Inputs, outputs and lists of names as sentences say them.
final class SignatureWords {

  private static final int LIST_LENGTH = 300;

  private SignatureWords() {}

  /// "'age' (float [N, 1])".
  static String of(ValueInfo value) {
    String type = value.type().name().toLowerCase(Locale.ROOT);
    String form =
        switch (value.form()) {
          case TENSOR -> type + " " + shape(value.shape());
          case SEQUENCE_OF_MAPS -> "a sequence of maps to " + type;
          case SEQUENCE -> "a sequence";
          case MAP -> "a map";
          case OPTIONAL -> "an optional";
          case SPARSE_TENSOR -> "a sparse tensor";
        };
    return Nodes.quoted(value.name()) + " (" + form.strip() + ")";
  }

  /// "[N, 5]"; unknown sizes are N.
  static String shape(List<Long> shape) {
    return shape.isEmpty()
        ? ""
        : shape.stream()
            .map(d -> d < 0 ? "N" : String.valueOf(d))
            .collect(Collectors.joining(", ", "[", "]"));
  }

  /// Names in a row, safe to show and cut when long.
  static String names(List<String> names) {
    return Visible.of(String.join(", ", names), LIST_LENGTH);
  }

  /// Columns of a row that the value holds: 1 for [N] and [N, 1], k for [N, k], -1 when unknown.
  static long width(ValueInfo value) {
    return switch (value.shape().size()) {
      case 0 -> -1;
      case 1 -> 1;
      case 2 -> value.shape().get(1);
      default -> -1;
    };
  }
}
