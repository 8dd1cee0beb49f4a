package dev.assay.ledger.bundle;

import dev.assay.ledger.MalformedLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is wrong with a bundle, question by question, each naming a file.
final class Findings {

  final List<String> bytes = new ArrayList<>();
  final List<String> signatures = new ArrayList<>();
  final List<String> inclusion = new ArrayList<>();
  final List<String> consistency = new ArrayList<>();

  /// Reads a part; nothing, and a line, when it is malformed.
  static <T> @Nullable T read(List<String> faults, String file, Supplier<T> parser) {
    try {
      return parser.get();
    } catch (MalformedLedger e) {
      faults.add(file + ": " + e.why());
      return null;
    }
  }
}
