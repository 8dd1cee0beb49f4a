package dev.assay.ledger;

import dev.assay.common.Digest;
import dev.assay.common.Json;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
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

  /// Kind of an entry that says that somebody went on with an older or another state of the log.
  public static final String RESTORE = "restore";

  /// Kind of an entry that says that a program brought the workspace to a later format.
  public static final String MIGRATION = "migration";

  private static final String FORMAT = "assay.entry/1";
  private static final int LONGEST_KIND = 40;
  private static final int SHORTEST_REASON = 3;
  private static final Instant FIRST_TIME = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final Set<String> FIELDS =
      Set.of(
          "format", "kind", "subject", "payload", "actor", "time", "head", "supersedes", "reason");

  /// Checks and makes text well-formed.
  ///
  /// @throws IllegalArgumentException for a kind that is no word, a year of other than four digits,
  ///   or a correction without a reason
  public Entry {
    if (!isKind(kind)) {
      throw new IllegalArgumentException("no kind of entry: " + kind);
    }
    if (time.isBefore(FIRST_TIME) || time.isAfter(LAST_TIME)) {
      throw new IllegalArgumentException("no time between the years 0 and 9999: " + time);
    }
    String said = reason.strip();
    if (supersedes != null
        && (supersedes < 0 || said.codePointCount(0, said.length()) < SHORTEST_REASON)) {
      throw new IllegalArgumentException("a correction names an entry and gives a reason");
    }
    if (head != null) {
      head = new Digest(head).sha256();
    }
    subject = CanonicalJson.wellFormed(subject);
    actor = CanonicalJson.wellFormed(actor);
    reason = CanonicalJson.wellFormed(reason);
  }

  private static boolean isKind(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if ((c < 'a' || c > 'z') && (c != '-' || i == 0)) {
        return false;
      }
    }
    return !word.isEmpty() && word.length() <= LONGEST_KIND;
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

  /// In a sentence, of an entry that says that somebody went on with an older or another state of
  /// the log.
  ///
  /// @param signed who signed for it, "" = nobody did
  public String restored(long index, String signed) {
    return "Entry "
        + index
        + ": "
        + actor
        + " went on with another state of this log than had been seen, on "
        + time
        + ": "
        + reason
        + ". "
        + (signed.isEmpty() ? "Nobody signed for it." : "Signed by " + signed + ".");
  }

  /// In a sentence, of an entry that says that the workspace was brought to a later format.
  public String migrated(long index) {
    return "Entry "
        + index
        + ": "
        + reason
        + " brought the workspace from "
        + subject
        + ", on "
        + time
        + ".";
  }

  /// Its bytes: what the tree is made of. JSON in its canonical way: names in alphabetical order.
  public byte[] bytes() {
    StringBuilder out = new StringBuilder(320);
    field(out, "{", "actor", actor);
    field(out, ",", "format", FORMAT);
    if (head != null) {
      field(out, ",", "head", head);
    }
    field(out, ",", "kind", kind);
    field(out, ",", "payload", payload.sha256());
    if (!reason.isEmpty()) {
      field(out, ",", "reason", reason);
    }
    field(out, ",", "subject", subject);
    if (supersedes != null) {
      out.append(",\"supersedes\":").append(supersedes.longValue());
    }
    field(out, ",", "time", UtcText.of(time));
    return out.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void field(StringBuilder out, String before, String name, String value) {
    out.append(before).append('"').append(name).append("\":");
    CanonicalJson.appendText(value, out);
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
      Entry read = EntryScan.read(bytes);
      if (read == null || !Arrays.equals(read.bytes(), bytes)) {
        read = anyWay(bytes);
      }
      if (Arrays.equals(read.bytes(), bytes)) {
        return read;
      }
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      throw new MalformedLedger("it cannot be read as an entry", e);
    }
    throw new MalformedLedger("it is not written in the canonical way");
  }

  /// Reads an entry however its JSON is written.
  private static Entry anyWay(byte[] bytes) {
    JsonNode json = Json.mapper().readTree(bytes);
    if (!json.isObject()
        || !FIELDS.containsAll(json.propertyNames())
        || !text(json, "format").equals(FORMAT)) {
      throw new MalformedLedger("it is not of the format " + FORMAT);
    }
    JsonNode supersedes = json.get("supersedes");
    return new Entry(
        text(json, "kind"),
        text(json, "subject"),
        new Digest(text(json, "payload")),
        text(json, "actor"),
        Instant.parse(text(json, "time")),
        json.has("head") ? text(json, "head") : null,
        supersedes == null ? null : supersedes.longValue(),
        json.has("reason") ? text(json, "reason") : "");
  }

  private static String text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    if (value == null || !value.isString()) {
      throw new MalformedLedger("its " + field + " is missing");
    }
    return value.stringValue();
  }
}
