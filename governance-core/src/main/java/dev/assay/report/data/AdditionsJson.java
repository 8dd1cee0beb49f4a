package dev.assay.report.data;

import dev.assay.audit.Addition.FeedbackGiven;
import dev.assay.audit.Additions;
import dev.assay.audit.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What people added to an audit, in `audit.json`.
final class AdditionsJson {

  private AdditionsJson() {}

  /// `regimes`, `bias_audit` and `feedback`, each where there is something.
  static SortedMap<String, Object> of(Dossier dossier) {
    Additions additions = dossier.additions();
    SortedMap<String, Object> json = new TreeMap<>();
    if (!additions.regimes().isEmpty()) {
      json.put("regimes", dossier.coverage());
    }
    dossier.biasAudit().ifPresent(bias -> json.put("bias_audit", BiasAuditData.tree(bias)));
    if (!additions.feedback().isEmpty()) {
      List<SortedMap<String, @Nullable Object>> feedback = new ArrayList<>();
      additions.feedback().forEach((number, one) -> feedback.add(feedback(number, one)));
      json.put("feedback", feedback);
    }
    return json;
  }

  private static SortedMap<String, @Nullable Object> feedback(int number, FeedbackGiven one) {
    SortedMap<String, @Nullable Object> json = new TreeMap<>();
    json.put("number", number);
    json.put("from", one.from().word());
    json.put("text", one.text());
    json.put("slice", one.slice());
    json.put("incident", one.incident());
    json.put("finding", one.finding());
    json.put("documents", one.documents());
    json.put("by", one.by());
    json.put("at", one.at().toString());
    return json;
  }
}
