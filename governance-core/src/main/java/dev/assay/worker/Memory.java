package dev.assay.worker;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Recognises that memory ran out, in the words of those who say so: the JVM, C++, Rust, the C
/// library, ONNX Runtime, DuckDB.
final class Memory {

  private static final Pattern WORDS =
      Pattern.compile(
          "java\\.lang\\.OutOfMemoryError(?:: [\\w ]+)?"
              + "|insufficient memory for the Java Runtime Environment"
              + "|std::bad_alloc|\\bbad allocation\\b|\\bbad_alloc\\b"
              + "|memory allocation of \\d+ bytes failed"
              + "|Cannot allocate memory"
              + "|Failed to allocate memory"
              + "|Out of Memory Error"
              + "|Allocation failure");
  private static final int DEEPEST_CAUSE = 10;

  private Memory() {}

  /// The memory that ran out, when that is why this was thrown.
  static Optional<String> exhaustedBy(Throwable thrown) {
    @Nullable Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
      if (cause instanceof OutOfMemoryError) {
        return Optional.of(String.valueOf(cause.getMessage()));
      }
      Optional<String> said = saidIn(String.valueOf(cause.getMessage()));
      if (said.isPresent()) {
        return said;
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /// The memory that ran out, when this text says so.
  static Optional<String> saidIn(String text) {
    Matcher matcher = WORDS.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  /// So many bytes, for people: "3.0 GiB", "512 MiB".
  static String shown(long bytes) {
    return bytes >= 1L << 30
        ? String.format(java.util.Locale.ROOT, "%.1f GiB", (double) bytes / (1L << 30))
        : (bytes >> 20) + " MiB";
  }
}
