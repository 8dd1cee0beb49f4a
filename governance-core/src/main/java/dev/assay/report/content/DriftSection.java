package dev.assay.report.content;

import dev.assay.audit.Dossier;
import dev.assay.evaluation.CheckResult;
import dev.assay.report.document.Block;
import java.util.ArrayList;
import java.util.List;

/// Whether what the model sees is still what it was built on: every check of drift with its
/// numbers, issue or not.
final class DriftSection {

  private static final String FAMILY = "drift.";

  private DriftSection() {}

  /// Whether an audit looked for drift.
  static boolean isThere(Dossier dossier) {
    return dossier.run().evaluation().checks().stream()
        .anyMatch(c -> isDrift(c) && c.status() != CheckResult.Status.NOT_APPLICABLE);
  }

  private static boolean isDrift(CheckResult check) {
    return check.check().startsWith(FAMILY);
  }

  static Block.Section of(Context context) {
    List<Block> blocks = new ArrayList<>();
    for (CheckResult check : context.evaluation().checks()) {
      if (isDrift(check)) {
        blocks.add(
            check.status() == CheckResult.Status.NOT_APPLICABLE
                ? Blocks.note(Say.sentence(check.summary()))
                : ChecksSection.card(check));
      }
    }
    return Blocks.section("drift", Say.words("drift.are-the-data-still"), blocks);
  }
}
