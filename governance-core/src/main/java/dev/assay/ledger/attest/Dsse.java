package dev.assay.ledger.attest;

import dev.assay.ledger.CanonicalJson;
import dev.assay.ledger.MalformedLedger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// A DSSE envelope over an in-toto statement, written in the canonical way only.
///
/// @param payload what is signed
/// @param signatures each over [#signed], at least one
public record Dsse(byte[] payload, List<Signature> signatures) {

  /// What the payload is.
  public static final String TYPE = "application/vnd.in-toto+json";

  private static final int MOST_SIGNATURES = 8;

  /// Keeps its own list.
  public Dsse {
    signatures = List.copyOf(signatures);
  }

  /// The bytes that are signed: DSSE's pre-authentication encoding, `DSSEv1 LEN(type) type
  /// LEN(payload) payload`.
  public static byte[] signed(byte[] payload) {
    return signed(TYPE, payload);
  }

  /// The same of any type.
  static byte[] signed(String type, byte[] payload) {
    int length = type.getBytes(StandardCharsets.UTF_8).length;
    byte[] head =
        ("DSSEv1 " + length + " " + type + " " + payload.length + " ")
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(head, head.length + payload.length);
    System.arraycopy(payload, 0, all, head.length, payload.length);
    return all;
  }

  /// The envelope as it is written.
  public byte[] bytes() {
    Base64.Encoder base64 = Base64.getEncoder();
    List<Object> written = new ArrayList<>();
    for (Signature one : signatures) {
      written.add(Map.of("keyid", one.keyId, "sig", base64.encodeToString(one.bytes)));
    }
    return CanonicalJson.bytes(
        Map.of(
            "payload", base64.encodeToString(payload), "payloadType", TYPE, "signatures", written));
  }

  /// Reads an envelope; signatures are not checked.
  ///
  /// @throws MalformedLedger when it is written in any other way
  public static Dsse parse(byte[] bytes) {
    SortedMap<String, Object> json = CanonicalJson.parse(bytes);
    if (json.size() == 3
        && TYPE.equals(json.get("payloadType"))
        && json.get("payload") instanceof String payload
        && json.get("signatures") instanceof List<?> list
        && !list.isEmpty()
        && list.size() <= MOST_SIGNATURES) {
      List<Signature> signatures = new ArrayList<>();
      for (Object one : list) {
        signatures.add(signature(one));
      }
      return new Dsse(unbase64(payload), signatures);
    }
    throw new MalformedLedger("it is not written as an envelope");
  }

  /// Reads an envelope that has one signature.
  ///
  /// @throws MalformedLedger when it has several, or is none
  public static Dsse single(byte[] bytes) {
    Dsse read = parse(bytes);
    if (read.signatures.size() != 1) {
      throw new MalformedLedger("it has not one signature");
    }
    return read;
  }

  private static Signature signature(Object json) {
    if (json instanceof Map<?, ?> map
        && map.size() == 2
        && map.get("keyid") instanceof String keyId
        && map.get("sig") instanceof String sig) {
      return new Signature(keyId, unbase64(sig));
    }
    throw new MalformedLedger("a signature is not written as one");
  }

  private static byte[] unbase64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw new MalformedLedger("it is not base64", e);
    }
    throw new MalformedLedger("it is not base64");
  }

  /// One signature.
  ///
  /// @param keyId the key's line; says which key to try, proves nothing
  /// @param bytes 64 bytes of Ed25519
  public record Signature(String keyId, byte[] bytes) {}
}
