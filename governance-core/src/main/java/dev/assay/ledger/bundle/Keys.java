package dev.assay.ledger.bundle;

import dev.assay.common.Json;
import dev.assay.ledger.CanonicalJson;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.VerifierKey;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.core.JacksonException;

/// The public keys that a bundle brings along.
///
/// @param log the ledger's
record Keys(VerifierKey log) {

  static final String FILE = "keys.json";

  byte[] bytes() {
    return CanonicalJson.bytes(Map.of("format", "assay.keys/1", "log", log.line()));
  }

  /// @throws MalformedLedger when it is written in any other way
  static Keys parse(byte[] bytes) {
    try {
      Keys read =
          new Keys(VerifierKey.parse(Json.mapper().readTree(bytes).path("log").asString("")));
      if (Arrays.equals(read.bytes(), bytes)) {
        return read;
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw new MalformedLedger("it cannot be read as keys", e);
    }
    throw new MalformedLedger("it is not written as keys");
  }
}
