package dev.assay.report.content;

import dev.assay.audit.Addition.FeedbackGiven;
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
        Tables.captioned(Say.words("word.feedback"))
            .name(Say.words("word.number"))
            .words(Say.words("word.said"))
            .name(Say.words("word.about"))
            .name(Say.words("word.incident"))
            .words(Say.words("word.documents"))
            .name(Say.words("feedback.from-recorded-by"));
    feedback.entrySet().stream()
        .limit(MOST)
        .forEach(one -> row(context, table, one.getKey(), one.getValue()));
    if (feedback.size() > MOST) {
      table.note(Say.words("feedback.more-are-in-audit", Say.count(feedback.size() - MOST)));
    }
    return Optional.of(
        Blocks.section(
            "feedback", Say.words("feedback.feedback-from-use"), List.of(table.table())));
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
        one.incident().isEmpty() ? Say.text("word.none-named") : Text.data(one.incident()),
        RegimeSection.documents(one.documents()),
        Text.of(Say.word("from", one.from()) + ", ")
            .and(Text.data(one.by()))
            .and(Text.aside(" " + Say.minute(one.at()))));
  }
}
