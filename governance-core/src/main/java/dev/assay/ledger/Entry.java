package dev.assay.ledger;

import dev.assay.common.Digest;
import dev.assay.common.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// One entry of a log: somebody put something there at a time. What it was is named by its digest.
///
/// @param kind what happened, for instance `audit`; lower-case letters and hyphens
/// @param subject which thing it happened to, for instance an audit's id
/// @param payload digest of the exact bytes that were recorded
/// @param actor who did it
/// @param time when, UTC
/// @param head SHA-256 of the checkpoint that was signed before this entry, as hexadecimal digits;
///   absent in the first transaction. It binds every earlier checkpoint to the tree
/// @param supersedes index of the entry that this one corrects, absent = none
/// @param reason why, at least three characters where something is superseded, else ""
public record Entry(
    String kind,
    String subject,
    Digest payload,
    String actor,
    Instant time,
    @Nullable String head,
    @Nullable Long supersedes,
    String reason) {

  private static final String FORMAT = "assay.entry/1";
  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]{0,39}");
  private static final int SHORTEST_REASON = 3;
  private static final Set<String> FIELDS =
      Set.of(
          "format", "kind", "subject", "payload", "actor", "time", "head", "supersedes", "reason");

  /// Checks and makes text well-formed.
  ///
  /// @throws IllegalArgumentException for a kind that is no word, or a correction without a reason
  public Entry {
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("no kind of entry: " + kind);
    }
    if (supersedes != null && (supersedes < 0 || reason.strip().length() < SHORTEST_REASON)) {
      throw new IllegalArgumentException("a correction names an entry and gives a reason");
    }
    if (head != null) {
      head = new Digest(head).sha256();
    }
    subject = CanonicalJson.wellFormed(subject);
    actor = CanonicalJson.wellFormed(actor);
    reason = CanonicalJson.wellFormed(reason);
  }

  /// An entry that corrects nothing and stands at no head yet.
  public static Entry of(String kind, String subject, Digest payload, String actor, Instant time) {
    return new Entry(kind, subject, payload, actor, time, null, null, "");
  }

  /// The same after a checkpoint.
  ///
  /// @param note the checkpoint as it is written; absent = there is none
  public Entry after(@Nullable String note) {
    return new Entry(
        kind,
        subject,
        payload,
        actor,
        time,
        note == null ? null : headOf(note),
        supersedes,
        reason);
  }

  /// Whether it was written after this checkpoint.
  ///
  /// @param note the checkpoint as it is written; absent = there was none
  public boolean follows(@Nullable String note) {
    return Objects.equals(head, note == null ? null : headOf(note));
  }

  /// How an entry names the checkpoint that it was written after: SHA-256 of the note, as
  /// hexadecimal digits.
  public static String headOf(String note) {
    return TreeHash.sha256Hex(note);
  }

  /// The same as a correction.
  public Entry correcting(long index, String why) {
    return new Entry(kind, subject, payload, actor, time, head, index, why);
  }

  /// The same with a reason.
  public Entry because(String why) {
    return new Entry(kind, subject, payload, actor, time, head, supersedes, why);
  }

  /// Its bytes: what the tree is made of.
  public byte[] bytes() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("format", FORMAT);
    fields.put("kind", kind);
    fields.put("subject", subject);
    fields.put("payload", payload.sha256());
    fields.put("actor", actor);
    fields.put("time", time.toString());
    if (head != null) {
      fields.put("head", head);
    }
    if (supersedes != null) {
      fields.put("supersedes", supersedes);
    }
    if (!reason.isEmpty()) {
      fields.put("reason", reason);
    }
    return CanonicalJson.bytes(fields);
  }

  /// Its hash in the tree.
  public TreeHash leaf() {
    return TreeHash.leaf(bytes());
  }

  /// Reads an entry again; only its canonical bytes are taken.
  ///
  /// @throws MalformedLedger for any others
  public static Entry parse(byte[] bytes) {
    try {
      JsonNode json = Json.mapper().readTree(bytes);
      if (!json.isObject()
          || !FIELDS.containsAll(json.propertyNames())
          || !text(json, "format").equals(FORMAT)) {
        throw new MalformedLedger("it is not of the format " + FORMAT);
      }
      JsonNode supersedes = json.get("supersedes");
      Entry read =
          new Entry(
              text(json, "kind"),
              text(json, "subject"),
              new Digest(text(json, "payload")),
              text(json, "actor"),
              Instant.parse(text(json, "time")),
              json.has("head") ? text(json, "head") : null,
              supersedes == null ? null : supersedes.longValue(),
              json.has("reason") ? text(json, "reason") : "");
      if (Arrays.equals(read.bytes(), bytes)) {
        return read;
      }
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      throw new MalformedLedger("it cannot be read as an entry", e);
    }
    throw new MalformedLedger("it is not written in the canonical way");
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    if (value == null || !value.isString()) {
      throw new MalformedLedger("its " + field + " is missing");
    }
    return value.stringValue();
  }
}
