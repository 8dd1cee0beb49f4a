package dev.assay.ledger.bundle;

import dev.assay.common.Digest;
import dev.assay.common.Json;
import dev.assay.ledger.CanonicalJson;
import dev.assay.ledger.MalformedLedger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Which files a bundle has: an in-toto statement whose subjects are all of them.
///
/// @param digests by name, sorted
record Manifest(SortedMap<String, Digest> digests) {

  static final String FILE = "manifest.dsse.json";

  private static final String STATEMENT = "https://in-toto.io/Statement/v1";
  private static final String PREDICATE = "https://assay.dev/evidence/v1";

  static Manifest of(Map<String, byte[]> files) {
    SortedMap<String, Digest> digests = new TreeMap<>();
    files.forEach((name, bytes) -> digests.put(name, Digest.of(bytes)));
    return new Manifest(digests);
  }

  byte[] bytes() {
    List<Object> subjects = new ArrayList<>();
    digests.forEach(
        (name, digest) ->
            subjects.add(Map.of("name", name, "digest", Map.of("sha256", digest.sha256()))));
    return CanonicalJson.bytes(
        Map.of(
            "_type",
            STATEMENT,
            "predicateType",
            PREDICATE,
            "predicate",
            Map.of("files", digests.size()),
            "subject",
            subjects));
  }

  /// @throws MalformedLedger when it is written in any other way
  static Manifest parse(byte[] bytes) {
    try {
      SortedMap<String, Digest> digests = new TreeMap<>();
      for (JsonNode subject : Json.mapper().readTree(bytes).path("subject")) {
        digests.put(
            subject.path("name").asString(""),
            new Digest(subject.path("digest").path("sha256").asString("")));
      }
      Manifest read = new Manifest(digests);
      if (Arrays.equals(read.bytes(), bytes)) {
        return read;
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw new MalformedLedger("it cannot be read as a list of files", e);
    }
    throw new MalformedLedger("it is not written as a list of files");
  }
}
