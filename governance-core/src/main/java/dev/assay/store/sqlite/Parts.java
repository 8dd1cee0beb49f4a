package dev.assay.store.sqlite;

import dev.assay.audit.Dossier;
import dev.assay.store.sqlite.Content.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// A dossier as documents. Made before the workspace is locked, so that others wait only for the
/// disk.
record Parts(Content audit, RunParts run, Content policy) {

  /// @throws IllegalArgumentException when the audit speaks of another run or policy than its own
  static Parts of(Dossier dossier) {
    Parts parts =
        new Parts(
            RunParts.json(Kind.AUDIT, dossier.audit()),
            RunParts.of(dossier.run()),
            Content.of(Kind.POLICY, dossier.policy().text().getBytes(StandardCharsets.UTF_8)));
    if (!parts.run.evaluation().digest().equals(dossier.audit().evaluation())) {
      throw new IllegalArgumentException("the audit names another evaluation than its run's");
    }
    if (!parts.policy.digest().equals(dossier.audit().policy())) {
      throw new IllegalArgumentException("the audit names another policy than its own");
    }
    return parts;
  }

  List<Content> all() {
    return Stream.concat(Stream.of(audit, policy), run.all().stream()).toList();
  }
}
