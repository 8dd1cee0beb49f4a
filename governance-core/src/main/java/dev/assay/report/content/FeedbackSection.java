package dev.assay.report.content;

import dev.assay.audit.Addition.FeedbackGiven;
import dev.assay.common.Rounded;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import dev.assay.slice.SliceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What users and operators say of the model in use, with the people and the finding that it is
/// about.
final class FeedbackSection {

  private static final int MOST = 200;

  private FeedbackSection() {}

  /// Absent when nobody said anything.
  static Optional<Block.Section> of(Context context) {
    Map<Integer, FeedbackGiven> feedback = context.dossier().additions().feedback();
    if (feedback.isEmpty()) {
      return Optional.empty();
    }
    Tables table =
        Tables.captioned("Feedback")
            .name("Number")
            .words("Said")
            .name("About")
            .name("Incident")
            .words("Documents")
            .name("From, recorded by");
    feedback.entrySet().stream()
        .limit(MOST)
        .forEach(one -> row(context, table, one.getKey(), one.getValue()));
    if (feedback.size() > MOST) {
      table.note(Rounded.count(feedback.size() - MOST) + " more are in audit.json.");
    }
    return Optional.of(Blocks.section("feedback", "Feedback from use", List.of(table.table())));
  }

  private static void row(Context context, Tables table, int number, FeedbackGiven one) {
    Text about = Say.slice(new SliceKey(new TreeMap<>(one.slice())));
    String finding =
        context.dossier().audit().findings().stream()
            .filter(f -> f.id().equals(one.finding()))
            .map(f -> "; " + Say.phrase(f.title()).plain())
            .findFirst()
            .orElse("");
    table.row(
        Text.of("#" + number),
        Say.sentence(one.text()),
        about.and(finding),
        one.incident().isEmpty() ? Text.of("none named") : Text.data(one.incident()),
        RegimeSection.documents(one.documents()),
        Text.of(one.from().word() + ", ")
            .and(Text.data(one.by()))
            .and(Text.aside(" " + Rounded.minute(one.at()))));
  }
}
