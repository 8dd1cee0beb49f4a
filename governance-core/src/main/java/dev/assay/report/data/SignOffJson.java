package dev.assay.report.data;

import dev.assay.audit.SignOff;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Signatures of an audit in `audit.json`.
final class SignOffJson {

  private SignOffJson() {}

  static SortedMap<String, @Nullable Object> of(SignOff signOff) {
    SortedMap<String, @Nullable Object> json = new TreeMap<>();
    json.put("state", signOff.state());
    json.put("signatures", signOff.signatures().stream().map(SignOffJson::signature).toList());
    json.put("notes", signOff.notes().stream().map(SignOffJson::note).toList());
    return json;
  }

  private static SortedMap<String, @Nullable Object> signature(SignOff.Signature one) {
    SortedMap<String, @Nullable Object> json = new TreeMap<>();
    json.put("meaning", one.meaning());
    json.put("name", one.name());
    json.put("person", one.person());
    json.put("time", one.time().toString());
    json.put("key", one.key());
    json.put("later", one.later() == null ? null : one.later().toString());
    if (one.recordedBefore() != null) {
      json.put("recorded_before", one.recordedBefore().toString());
    }
    json.put("recommendation", one.recommendation());
    json.put("reason", one.reason());
    json.put("text", one.text());
    return json;
  }

  private static SortedMap<String, @Nullable Object> note(SignOff.Note note) {
    SortedMap<String, @Nullable Object> json = new TreeMap<>();
    json.put("number", note.number());
    json.put("kind", note.kind());
    json.put("person", note.person());
    json.put("time", note.time().toString());
    json.put("text", note.text());
    json.put("finding", note.finding());
    json.put("asks", note.asks());
    json.put("answers", note.answers());
    return json;
  }
}
