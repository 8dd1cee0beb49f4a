package dev.assay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reference corpus: real datasets, models, golden values of peer libraries, hostile files.
/// Tests that need it are skipped where it is absent; the build prints how many were, and CI fails
/// on any.
public final class Corpus {

  private static final Path ROOT =
      Path.of(System.getProperty("assay.corpus", "../../shared/corpus")).normalize();
  private static final JsonMapper MAPPER = new JsonMapper();

  private Corpus() {}

  /// The path of a file or folder in the corpus; skips the calling test where there is no corpus.
  public static Path path(String relative) {
    Assumptions.assumeTrue(Files.isDirectory(ROOT), () -> "no corpus at " + ROOT.toAbsolutePath());
    return ROOT.resolve(relative).toAbsolutePath();
  }

  /// A JSON file of the corpus.
  public static JsonNode json(String relative) {
    return MAPPER.readTree(path(relative).toFile());
  }

  /// A gzipped file of the corpus.
  public static InputStream gunzip(String relative) throws IOException {
    return new GZIPInputStream(Files.newInputStream(path(relative)));
  }
}
