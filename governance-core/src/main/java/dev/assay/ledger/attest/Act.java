package dev.assay.ledger.attest;

import dev.assay.common.Digest;
import dev.assay.ledger.CanonicalJson;
import dev.assay.ledger.MalformedLedger;
import dev.assay.ledger.Signer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Something that a person did, as it is recorded: an in-toto statement in a DSSE envelope where
/// the person signs, else canonical JSON.
///
/// @param kind what was done
/// @param fields what is said: texts, lists of texts, maps; "person" and "time" always
/// @param subjects documents by name that the signature is about; empty without signature
/// @param signatures in the order that the kind asks for
/// @param document the exact bytes
public record Act(
    ActKind kind,
    SortedMap<String, Object> fields,
    SortedMap<String, Digest> subjects,
    List<Dsse.Signature> signatures,
    byte[] document) {

  static final String STATEMENT = "https://in-toto.io/Statement/v1";
  static final String PREDICATE = "https://assay.dev/signoff/v1";
  private static final String FORMAT = "assay.act/1";

  /// Keeps its own collections.
  public Act {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    subjects = Collections.unmodifiableSortedMap(new TreeMap<>(subjects));
    signatures = List.copyOf(signatures);
  }

  /// One that nobody signs.
  public static Act plain(ActKind kind, Map<String, Object> fields) {
    SortedMap<String, Object> all = whole(kind, fields);
    all.put("format", FORMAT);
    return parse(CanonicalJson.bytes(all));
  }

  /// One that people sign.
  ///
  /// @param subjects documents that the signature is about
  /// @param signers in the order that the kind asks for
  public static Act signed(
      ActKind kind,
      Map<String, Object> fields,
      Map<String, Digest> subjects,
      List<? extends Signer> signers) {
    List<Object> named = new ArrayList<>();
    new TreeMap<>(subjects)
        .forEach(
            (name, digest) ->
                named.add(Map.of("name", name, "digest", Map.of("sha256", digest.sha256()))));
    byte[] payload =
        CanonicalJson.bytes(
            Map.of(
                "_type",
                STATEMENT,
                "predicateType",
                PREDICATE,
                "predicate",
                whole(kind, fields),
                "subject",
                named));
    byte[] message = Dsse.signed(payload);
    List<Dsse.Signature> signatures = new ArrayList<>();
    for (Signer signer : signers) {
      signatures.add(new Dsse.Signature(signer.verifier().line(), signer.sign(message)));
    }
    return parse(new Dsse(payload, signatures).bytes());
  }

  private static SortedMap<String, Object> whole(ActKind kind, Map<String, Object> fields) {
    SortedMap<String, Object> all = new TreeMap<>();
    fields.forEach(
        (name, value) ->
            all.put(name, value instanceof String text ? CanonicalJson.wellFormed(text) : value));
    all.put("act", kind.word());
    return all;
  }

  /// Reads an act; signatures are not checked.
  ///
  /// @throws MalformedLedger when it is written in any other way
  public static Act parse(byte[] document) {
    SortedMap<String, Object> json = CanonicalJson.parse(document);
    if (!json.containsKey("payloadType")) {
      if (!FORMAT.equals(json.remove("format"))) {
        throw new MalformedLedger("it is not of the format " + FORMAT);
      }
      return of(json, new TreeMap<>(), List.of(), document);
    }
    Dsse envelope = Dsse.parse(document);
    SortedMap<String, Object> statement = CanonicalJson.parse(envelope.payload());
    if (statement.size() != 4
        || !STATEMENT.equals(statement.get("_type"))
        || !PREDICATE.equals(statement.get("predicateType"))
        || !(statement.get("predicate") instanceof Map<?, ?> predicate)
        || !(statement.get("subject") instanceof List<?> subject)) {
      throw new MalformedLedger("it is not a statement of a sign-off");
    }
    SortedMap<String, Object> fields = new TreeMap<>();
    predicate.forEach((name, value) -> fields.put((String) name, value));
    return of(fields, subjects(subject), envelope.signatures(), document);
  }

  private static Act of(
      SortedMap<String, Object> fields,
      SortedMap<String, Digest> subjects,
      List<Dsse.Signature> signatures,
      byte[] document) {
    ActKind kind =
        fields.remove("act") instanceof String word && ActKind.of(word) != null
            ? ActKind.of(word)
            : null;
    if (kind == null || kind.signatures() == 0 != signatures.isEmpty()) {
      throw new MalformedLedger("it does not say what was done, or is not signed as that asks");
    }
    Act act = new Act(kind, fields, subjects, signatures, document.clone());
    act.person();
    act.time();
    if (!kind.ofPeople()) {
      act.text("audit");
    }
    return act;
  }

  private static SortedMap<String, Digest> subjects(List<?> subject) {
    SortedMap<String, Digest> read = new TreeMap<>();
    String before = "";
    for (Object one : subject) {
      if (!(one instanceof Map<?, ?> map)
          || map.size() != 2
          || !(map.get("name") instanceof String name)
          || !(map.get("digest") instanceof Map<?, ?> digest)
          || digest.size() != 1
          || !(digest.get("sha256") instanceof String sha256)
          || !Digest.isWritten(sha256)
          || name.compareTo(before) <= 0) {
        throw new MalformedLedger("a document that it names is not written as one");
      }
      read.put(name, new Digest(sha256));
      before = name;
    }
    if (read.isEmpty()) {
      throw new MalformedLedger("it names no document");
    }
    return read;
  }

  /// Who.
  public String person() {
    return text("person");
  }

  /// When, UTC.
  public Instant time() {
    String written = text("time");
    try {
      Instant time = Instant.parse(written);
      if (time.toString().equals(written) && Character.isDigit(written.charAt(0))) {
        return time;
      }
    } catch (DateTimeException e) {
      throw new MalformedLedger("its time cannot be read", e);
    }
    throw new MalformedLedger("its time cannot be read");
  }

  /// A text that it says.
  ///
  /// @throws MalformedLedger when it does not say it
  public String text(String field) {
    if (fields.get(field) instanceof String text) {
      return text;
    }
    throw new MalformedLedger("its " + field + " is missing");
  }

  /// A text that it may say.
  public @Nullable String textOrNull(String field) {
    return fields.get(field) instanceof String text ? text : null;
  }

  /// Digest of its bytes: what the ledger names.
  public Digest digest() {
    return Digest.of(document);
  }
}
