package dev.assay.audit;

import dev.assay.audit.Disposition.AcceptedWithMitigation;
import dev.assay.audit.Disposition.FixRequired;
import dev.assay.finding.Finding;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the machine recommends, from findings and what became of them.
///
/// @param advice in a word
/// @param sentence why
public record Recommendation(Advice advice, String sentence) {

  private static final int NAMED = 2;

  /// The recommendation of a day. What decides comes first: open failures, then what must be fixed,
  /// then acceptances that cannot hold, then what could not be decided, then conditions.
  ///
  /// @param today decides whether an acceptance still holds
  public static Recommendation of(Audit audit, Review review, LocalDate today) {
    List<Finding> open = ReviewRules.open(audit, review);
    if (!open.isEmpty()) {
      return not(open, "failed finding is still open", "failed findings are still open");
    }
    List<Finding> fix = with(audit, review, FixRequired.class);
    if (!fix.isEmpty()) {
      return not(fix, "finding must be fixed first", "findings must be fixed first");
    }
    List<Finding> accepted = with(audit, review, AcceptedWithMitigation.class);
    List<Finding> critical =
        accepted.stream().filter(f -> f.severity() == Severity.CRITICAL).toList();
    if (!critical.isEmpty()) {
      return not(
          critical,
          "critical finding is accepted, and critical ones must be fixed before use",
          "critical findings are accepted, and critical ones must be fixed before use");
    }
    List<Finding> expired =
        accepted.stream().filter(f -> expiry(review, f).isBefore(today)).toList();
    if (!expired.isEmpty()) {
      return not(expired, "acceptance has expired", "acceptances have expired");
    }
    List<Finding> undecided =
        audit.findings().stream()
            .filter(f -> f.verdict() == Verdict.INSUFFICIENT_EVIDENCE)
            .filter(f -> f.severity() != Severity.INFO)
            .filter(f -> !review.dispositions().containsKey(f.id()))
            .toList();
    if (!undecided.isEmpty()) {
      return new Recommendation(
          Advice.CANNOT_SAY,
          counted(undecided, "finding is undecided", "findings are undecided")
              + " for want of evidence; nothing else stands against use.");
    }
    if (!accepted.isEmpty()) {
      LocalDate first =
          accepted.stream().map(f -> expiry(review, f)).min(LocalDate::compareTo).orElseThrow();
      return new Recommendation(
          Advice.FIT_WITH_CONDITIONS,
          counted(accepted, "finding is accepted", "findings are accepted")
              + " with mitigation, the first until "
              + first
              + ".");
    }
    return new Recommendation(
        Advice.FIT,
        review.dispositions().isEmpty()
            ? "No finding that counts breaks its limit."
            : "Every failed finding was found not to apply.");
  }

  private static Recommendation not(List<Finding> findings, String one, String many) {
    return new Recommendation(
        Advice.NOT_FIT, counted(findings, one, many) + ": " + named(findings) + ".");
  }

  private static String counted(List<Finding> findings, String one, String many) {
    return findings.size() + " " + (findings.size() == 1 ? one : many);
  }

  private static String named(List<Finding> findings) {
    String names =
        findings.stream()
            .map(Finding::title)
            .distinct()
            .limit(NAMED)
            .map(t -> "“" + t + "”")
            .collect(Collectors.joining(", "));
    return findings.stream().map(Finding::title).distinct().count() > NAMED
        ? names + " and more"
        : names;
  }

  private static List<Finding> with(
      Audit audit, Review review, Class<? extends Disposition> disposition) {
    return audit.findings().stream()
        .filter(f -> disposition.isInstance(disposition(review, f)))
        .toList();
  }

  private static @Nullable Disposition disposition(Review review, Finding finding) {
    Review.DisposedFinding disposed = review.dispositions().get(finding.id());
    return disposed == null ? null : disposed.event().disposition();
  }

  private static LocalDate expiry(Review review, Finding finding) {
    return ((AcceptedWithMitigation) Objects.requireNonNull(disposition(review, finding))).expiry();
  }
}
