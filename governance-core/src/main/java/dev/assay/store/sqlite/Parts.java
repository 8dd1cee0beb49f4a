package dev.assay.store.sqlite;

import dev.assay.audit.Dossier;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.store.sqlite.Content.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A dossier as documents. Made before the workspace is locked, so that others wait only for the
/// disk.
record Parts(
    Content audit,
    Content evaluation,
    Content data,
    @Nullable Content model,
    @Nullable Content binding,
    @Nullable Content scores,
    Content policy) {

  /// @throws IllegalArgumentException when the audit speaks of another run or policy than its own
  static Parts of(Dossier dossier) {
    EvaluatedRun run = dossier.run();
    Parts parts =
        new Parts(
            json(Kind.AUDIT, dossier.audit()),
            Content.of(Kind.EVALUATION, EvaluationJson.bytes(run.evaluation())),
            json(Kind.IMPORT, run.data()),
            jsonOrNull(Kind.MODEL, run.model()),
            jsonOrNull(Kind.BINDING, run.binding()),
            jsonOrNull(Kind.SCORES, run.scores()),
            Content.of(Kind.POLICY, dossier.policy().text().getBytes(StandardCharsets.UTF_8)));
    if (!parts.evaluation.digest().equals(dossier.audit().evaluation())) {
      throw new IllegalArgumentException("the audit names another evaluation than its run's");
    }
    if (!parts.policy.digest().equals(dossier.audit().policy())) {
      throw new IllegalArgumentException("the audit names another policy than its own");
    }
    return parts;
  }

  List<Content> all() {
    return Stream.of(audit, evaluation, data, model, binding, scores, policy)
        .filter(Objects::nonNull)
        .toList();
  }

  static @Nullable String digest(@Nullable Content content) {
    return content == null ? null : content.digest().sha256();
  }

  private static Content json(Kind kind, Object record) {
    return Content.of(kind, StoredJson.write(record));
  }

  private static @Nullable Content jsonOrNull(Kind kind, @Nullable Object record) {
    return record == null ? null : json(kind, record);
  }
}
