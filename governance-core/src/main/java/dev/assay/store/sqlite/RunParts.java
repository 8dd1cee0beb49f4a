package dev.assay.store.sqlite;

import dev.assay.evaluation.EvaluatedRun;
import dev.assay.evaluation.EvaluationJson;
import dev.assay.store.sqlite.Content.Kind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A run as documents. Made before the workspace is locked, so that others wait only for the disk.
record RunParts(
    Content evaluation,
    Content data,
    @Nullable Content model,
    @Nullable Content binding,
    @Nullable Content scores) {

  static RunParts of(EvaluatedRun run) {
    return new RunParts(
        Content.of(Kind.EVALUATION, EvaluationJson.bytes(run.evaluation())),
        json(Kind.IMPORT, run.data()),
        jsonOrNull(Kind.MODEL, run.model()),
        jsonOrNull(Kind.BINDING, run.binding()),
        jsonOrNull(Kind.SCORES, run.scores()));
  }

  /// The run's id: the beginning of its evaluation's digest.
  String id() {
    return evaluation.digest().brief();
  }

  List<Content> all() {
    return Stream.of(evaluation, data, model, binding, scores).filter(Objects::nonNull).toList();
  }

  static @Nullable String digest(@Nullable Content content) {
    return content == null ? null : content.digest().sha256();
  }

  static Content json(Kind kind, Object record) {
    return Content.of(kind, StoredJson.write(record));
  }

  private static @Nullable Content jsonOrNull(Kind kind, @Nullable Object record) {
    return record == null ? null : json(kind, record);
  }
}
