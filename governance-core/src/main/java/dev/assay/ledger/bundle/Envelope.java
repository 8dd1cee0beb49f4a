package dev.assay.ledger.bundle;

import dev.assay.common.Json;
import dev.assay.ledger.CanonicalJson;
import dev.assay.ledger.MalformedLedger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A DSSE envelope with one signature, written in the canonical way only.
///
/// @param payload what is signed
/// @param keyId the key's line; says which key to try, proves nothing
/// @param signature over [#signed]
record Envelope(byte[] payload, String keyId, byte[] signature) {

  static final String TYPE = "application/vnd.in-toto+json";

  /// The bytes that are signed: DSSE's pre-authentication encoding.
  static byte[] signed(byte[] payload) {
    byte[] head =
        ("DSSEv1 " + TYPE.length() + " " + TYPE + " " + payload.length + " ")
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + payload.length);
    System.arraycopy(payload, 0, all, head.length, payload.length);
    return all;
  }

  byte[] bytes() {
    Base64.Encoder base64 = Base64.getEncoder();
    return CanonicalJson.bytes(
        Map.of(
            "payload",
            base64.encodeToString(payload),
            "payloadType",
            TYPE,
            "signatures",
            List.of(Map.of("keyid", keyId, "sig", base64.encodeToString(signature)))));
  }

  /// @throws MalformedLedger when it is written in any other way
  static Envelope parse(byte[] bytes) {
    try {
      JsonNode json = Json.mapper().readTree(bytes);
      JsonNode signature = json.path("signatures").path(0);
      Envelope read =
          new Envelope(
              Base64.getDecoder().decode(json.path("payload").asString("")),
              signature.path("keyid").asString(""),
              Base64.getDecoder().decode(signature.path("sig").asString("")));
      if (Arrays.equals(read.bytes(), bytes)) {
        return read;
      }
    } catch (JacksonException | IllegalArgumentException e) {
      throw new MalformedLedger("it cannot be read as an envelope", e);
    }
    throw new MalformedLedger("it is not written as an envelope");
  }
}
