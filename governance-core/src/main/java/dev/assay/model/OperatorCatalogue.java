package dev.assay.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Operators that ONNX Runtime knows, by domain, with the operator set versions in which each was
/// introduced or changed. The list is `operators.txt` beside this class.
final class OperatorCatalogue {

  /// Release the list and the limits below were checked with.
  static final String RUNTIME = "ONNX Runtime 1.29";

  /// Newest IR version this release reads; tried.
  static final long NEWEST_IR = 13;

  private static final Map<String, Long> NEWEST_OPSET =
      Map.of(Nodes.ONNX, 26L, Nodes.ML, 5L, Nodes.CONTRIB, 1L);

  private final Map<String, long[]> versions;

  private OperatorCatalogue(Map<String, long[]> versions) {
    this.versions = versions;
  }

  static OperatorCatalogue load() {
    try (InputStream in = OperatorCatalogue.class.getResourceAsStream("operators.txt")) {
      if (in == null) {
        throw new IllegalStateException("operators.txt is missing from this build");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      Map<String, long[]> versions = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] words = line.split(" ");
        versions.put(
            words[0] + ":" + words[1],
            Arrays.stream(words).skip(2).mapToLong(Long::parseLong).toArray());
      }
      return new OperatorCatalogue(versions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The newest operator set of a domain that the runtime accepts, null for an unknown domain.
  @Nullable Long newestOpset(String domain) {
    return NEWEST_OPSET.get(domain);
  }

  /// Whether the operator exists in version `opset` of its domain.
  ///
  /// @param key "domain:Operator"
  Standing standing(String key, long opset) {
    long[] since = versions.get(key);
    if (since == null) {
      return Standing.UNKNOWN;
    }
    long current = 0;
    for (long version : since) {
      if (Math.abs(version) <= opset) {
        current = version;
      }
    }
    if (current == 0) {
      return Standing.NOT_YET;
    }
    return current < 0 ? Standing.WITHDRAWN : Standing.KNOWN;
  }

  /// The version that introduced the operator.
  long since(String key) {
    long[] since = versions.get(key);
    return since == null ? 0 : Math.abs(since[0]);
  }

  /// How an operator stands in a version of its domain.
  enum Standing {
    KNOWN,
    UNKNOWN,
    NOT_YET,
    WITHDRAWN
  }
}
