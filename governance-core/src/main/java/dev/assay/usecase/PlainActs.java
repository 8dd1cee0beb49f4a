package dev.assay.usecase;

import dev.assay.ledger.attest.Act;
import dev.assay.ledger.attest.ActKind;
import dev.assay.store.SignoffStore.Situation;
import dev.assay.store.SignoffStore.Written;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Acts on audits that nobody signs.
final class PlainActs {

  private PlainActs() {}

  /// What every act on an audit says.
  static Map<String, Object> fields(Situation now, String person, Instant time) {
    Map<String, Object> fields = new TreeMap<>();
    fields.put("audit", now.audit());
    fields.put("person", person);
    fields.put("time", time.toString());
    Act last = now.trail().last();
    fields.put("previous", last == null ? "" : last.digest().sha256());
    return fields;
  }

  static Written of(
      Situation now, ActKind kind, String person, Instant time, Map<String, Object> what) {
    Map<String, Object> fields = fields(now, person, time);
    fields.putAll(what);
    return new Written(Act.plain(kind, fields), new TreeMap<>());
  }
}
