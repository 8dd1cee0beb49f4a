package dev.assay.report.data;

import dev.assay.audit.Audit;
import dev.assay.audit.Disposition;
import dev.assay.audit.OwnJudgement;
import dev.assay.audit.Recommendation;
import dev.assay.audit.Review;
import dev.assay.audit.Review.DisposedFinding;
import dev.assay.audit.ReviewEvent;
import dev.assay.audit.ReviewRules;
import dev.assay.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A review in `audit.json`: what stands, and every event that led to it.
final class ReviewJson {

  private ReviewJson() {}

  static SortedMap<String, @Nullable Object> of(Audit audit, Review review) {
    SortedMap<String, @Nullable Object> json = new TreeMap<>();
    Recommendation recommendation = Recommendation.of(audit, review, review.lastDay());
    json.put("judgement", judgement(review.judgement()));
    json.put("first_judgement", judgement(review.first()));
    json.put(
        "recommendation",
        new TreeMap<>(
            java.util.Map.of(
                "advice",
                word(recommendation.advice()),
                "sentence",
                recommendation.sentence(),
                "on",
                review.lastDay().toString())));
    json.put("progress", new ReviewRules(audit, review).progress());
    json.put("open", ReviewRules.open(audit, review).stream().map(Finding::id).toList());
    json.put("evidence_seen", review.evidenceSeen());
    json.put("seconds_spent", review.spent().toSeconds());
    json.put("submitted", review.submitted() == null ? null : handedIn(review.submitted()));
    json.put("events", review.events().stream().map(ReviewJson::event).toList());
    return json;
  }

  /// Dispositions that stand, by finding; empty without a review.
  static List<SortedMap<String, @Nullable Object>> dispositions(@Nullable Review review) {
    return review == null
        ? List.of()
        : review.dispositions().values().stream().map(ReviewJson::disposition).toList();
  }

  private static SortedMap<String, @Nullable Object> disposition(DisposedFinding disposed) {
    SortedMap<String, @Nullable Object> json = new TreeMap<>();
    ReviewEvent.Disposed event = disposed.event();
    json.put("finding", event.finding());
    json.put("rationale", event.rationale());
    json.put("by", event.by());
    json.put("at", event.at().toString());
    Instant opened = disposed.evidenceOpened();
    json.put("evidence_opened", opened == null ? null : opened.toString());
    json.putAll(fate(event.disposition()));
    return json;
  }

  private static SortedMap<String, Object> fate(Disposition disposition) {
    SortedMap<String, Object> json = new TreeMap<>();
    switch (disposition) {
      case Disposition.FixRequired fix -> {
        json.put("kind", "fix_required");
        json.put("owner", fix.owner());
        json.put("due", fix.due().toString());
      }
      case Disposition.AcceptedWithMitigation accepted -> {
        json.put("kind", "accepted_with_mitigation");
        json.put("mitigation", accepted.mitigation());
        json.put("owner", accepted.owner());
        json.put("expiry", accepted.expiry().toString());
      }
      case Disposition.NotApplicable not -> {
        json.put("kind", "not_applicable");
        json.put("reason", word(not.reason()));
      }
    }
    return json;
  }

  private static @Nullable SortedMap<String, Object> judgement(@Nullable OwnJudgement judgement) {
    if (judgement == null) {
      return null;
    }
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("fitness", word(judgement.fitness()));
    json.put("confidence", word(judgement.confidence()));
    json.put("rationale", judgement.rationale());
    json.put("by", judgement.by());
    json.put("at", judgement.at().toString());
    return json;
  }

  private static SortedMap<String, Object> handedIn(ReviewEvent.Submitted submitted) {
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("by", submitted.by());
    json.put("at", submitted.at().toString());
    json.put("recommendation", word(submitted.recommendation()));
    if (submitted.disagreement() != null) {
      json.put("override_reason", word(submitted.disagreement().reason()));
      json.put("override_text", submitted.disagreement().text());
    }
    return json;
  }

  private static SortedMap<String, @Nullable Object> event(ReviewEvent event) {
    SortedMap<String, @Nullable Object> json = new TreeMap<>();
    json.put("kind", event.kind());
    json.put("by", event.by());
    json.put("at", event.at().toString());
    switch (event) {
      case ReviewEvent.Opened ignored -> {}
      case ReviewEvent.EvidenceOpened opened -> json.put("finding", opened.finding());
      case ReviewEvent.JudgementGiven given -> json.put("judgement", judgement(given.judgement()));
      case ReviewEvent.Disposed disposed -> {
        json.put("finding", disposed.finding());
        json.put("disposition", fate(disposed.disposition()));
        json.put("rationale", disposed.rationale());
      }
      case ReviewEvent.Superseded superseded -> {
        json.put("entry", superseded.entry());
        json.put("why", superseded.why());
      }
      case ReviewEvent.Submitted submitted -> json.putAll(handedIn(submitted));
    }
    return json;
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
