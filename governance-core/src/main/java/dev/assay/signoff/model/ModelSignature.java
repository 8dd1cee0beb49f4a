package dev.assay.signoff.model;

import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.ledger.attest.Dsse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A signature of a model: a Sigstore bundle whose envelope holds the statement.
///
/// @param payload the statement as it was signed
/// @param signature over the statement, ECDSA in DER
/// @param hint which key it was made with, "" where the bundle does not say
/// @param certified whether it was made with a certificate instead of a bare key
public record ModelSignature(byte[] payload, byte[] signature, String hint, boolean certified) {

  /// The largest bundle, bytes.
  public static final int MOST_BYTES = 16 << 20;

  private static final String MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
  private static final String MATERIAL = "verificationMaterial";

  /// Signs a model's manifest.
  public static ModelSignature of(ModelManifest manifest, SigningKey key) {
    byte[] payload = manifest.statement();
    return new ModelSignature(payload, key.sign(Dsse.signed(payload)), key.hint(), false);
  }

  /// Reads a bundle; nothing is verified yet.
  ///
  /// @param name of the file, for refusals
  /// @throws InputRejected when it is none
  public static ModelSignature read(byte[] bytes, String name) {
    if (bytes.length > MOST_BYTES) {
      throw refused(name, "it has more than " + Rounded.bytes(MOST_BYTES));
    }
    JsonNode bundle;
    try {
      bundle = Json.mapper().readTree(bytes);
    } catch (JacksonException e) {
      throw refused(name, "it is no well-formed JSON");
    }
    JsonNode envelope = bundle.path("dsseEnvelope");
    if (!envelope.path("payloadType").asString("").equals(Dsse.TYPE)) {
      throw refused(name, "it is no Sigstore bundle with an in-toto statement");
    }
    JsonNode signatures = envelope.path("signatures");
    if (signatures.size() != 1) {
      throw refused(name, "it has " + signatures.size() + " signatures instead of one");
    }
    JsonNode material = bundle.path(MATERIAL);
    boolean certified = material.has("certificate") || material.has("x509CertificateChain");
    return new ModelSignature(
        unbase64(envelope.path("payload").asString(""), name),
        unbase64(signatures.get(0).path("sig").asString(""), name),
        material.path("publicKey").path("hint").asString(""),
        certified);
  }

  /// The bundle as it is written.
  public byte[] bundle() {
    Base64.Encoder base64 = Base64.getEncoder();
    Map<String, Object> bundle =
        Map.of(
            "mediaType",
            MEDIA_TYPE,
            MATERIAL,
            Map.of("publicKey", Map.of("hint", hint), "tlogEntries", List.of()),
            "dsseEnvelope",
            Map.of(
                "payload",
                base64.encodeToString(payload),
                "payloadType",
                Dsse.TYPE,
                "signatures",
                List.of(Map.of("sig", base64.encodeToString(signature), "keyid", ""))));
    return Json.pretty(bundle).getBytes(StandardCharsets.UTF_8);
  }

  /// Whether this key made the signature.
  public boolean isBy(CheckingKey key) {
    return key.signed(Dsse.signed(payload), signature);
  }

  /// The files it speaks of; to be believed only when [#isBy] a key that is trusted.
  ///
  /// @throws InputRejected when the statement is not one of a model's files
  public ModelManifest manifest(String name) {
    return new ManifestReader(why -> refused(name, why)).read(payload);
  }

  private static byte[] unbase64(String text, String name) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw refused(name, "a part of it is not base64");
    }
  }

  private static InputRejected refused(String name, String why) {
    return new InputRejected(
        "MODEL-SIGNATURE",
        "'" + Visible.of(name, 80) + "' is no signature of a model: " + why + ".",
        "Give the bundle that came with the model, usually model.sig.");
  }
}
