package dev.assay.audit;

import dev.assay.audit.Objection.About;
import dev.assay.finding.Finding;
import dev.assay.finding.Severity;
import dev.assay.finding.Verdict;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What may happen next in a review, and why not: pure, said in sentences. Judgement first, then
/// the evidence, then the disposition; nothing is handed in half done.
///
/// @param audit what is reviewed
/// @param review how far the review has come
public record ReviewRules(Audit audit, Review review) {

  /// Fewest words of a rationale.
  public static final int FEWEST_WORDS = 3;

  /// Why an event may not come next; empty when it may.
  public List<Objection> objections(ReviewEvent next) {
    if (review.submitted() != null && !(next instanceof ReviewEvent.Superseded)) {
      return next instanceof ReviewEvent.Opened || next instanceof ReviewEvent.EvidenceOpened
          ? List.of()
          : order("The review is submitted. Take the submission back first, and say why.");
    }
    return switch (next) {
      case ReviewEvent.Opened ignored -> List.of();
      case ReviewEvent.EvidenceOpened opened -> known(opened.finding());
      case ReviewEvent.JudgementGiven given ->
          review.judgement() == null
              ? rationale(given.judgement().rationale())
              : order("A judgement stands already. Take it back first, and say why.");
      case ReviewEvent.Disposed disposed -> disposed(disposed);
      case ReviewEvent.Superseded superseded -> superseded(superseded);
      case ReviewEvent.Submitted submitted -> submitted(submitted);
    };
  }

  /// What stands against submitting now, apart from a disagreement that can be explained; empty
  /// when nothing does.
  public Optional<String> hindrance() {
    if (review.submitted() != null) {
      return Optional.of("The review is submitted.");
    }
    if (review.judgement() == null) {
      return Optional.of("Give your own judgement first.");
    }
    int open = open(audit, review).size();
    return open == 0
        ? Optional.empty()
        : Optional.of(
            open
                + (open == 1 ? " failed finding is" : " failed findings are")
                + " not disposed of yet.");
  }

  /// "3 of 5 failed findings disposed".
  public String progress() {
    long needed = audit.findings().stream().filter(ReviewRules::counts).count();
    if (needed == 0) {
      return "No failed finding to dispose of";
    }
    return (needed - open(audit, review).size())
        + " of "
        + needed
        + (needed == 1 ? " failed finding disposed" : " failed findings disposed");
  }

  /// Failed findings that count and whose fate is not decided.
  public static List<Finding> open(Audit audit, Review review) {
    return audit.findings().stream()
        .filter(ReviewRules::counts)
        .filter(f -> !review.dispositions().containsKey(f.id()))
        .toList();
  }

  /// Whether a finding must be disposed of: it failed, and its severity is more than information.
  public static boolean counts(Finding finding) {
    return finding.verdict() == Verdict.FAIL && finding.severity() != Severity.INFO;
  }

  /// Whether the recommendation may be shown: once a judgement was given, it cannot be unseen.
  public boolean reveals() {
    return review.first() != null;
  }

  /// How judgement and recommendation stand to each other, in a sentence.
  public static String difference(OwnJudgement judgement, Recommendation recommendation) {
    String said =
        "You say “"
            + judgement.fitness().word()
            + "”, the recommendation says “"
            + recommendation.advice().word()
            + "”";
    return agrees(judgement, recommendation.advice())
        ? said + ": they agree."
        : said + ": they differ, and submitting asks why.";
  }

  /// Whether they say the same.
  public static boolean agrees(OwnJudgement judgement, Advice advice) {
    return judgement.fitness() == advice.fitness();
  }

  private List<Objection> disposed(ReviewEvent.Disposed next) {
    Optional<Finding> finding = find(next.finding());
    if (finding.isEmpty()) {
      return known(next.finding());
    }
    if (finding.get().verdict() == Verdict.PASS) {
      return order("This finding passed: there is nothing to dispose of.");
    }
    if (review.judgement() == null) {
      return order("Give your own judgement first, before the recommendation is shown.");
    }
    if (review.seen(next.finding(), next.by()) == null) {
      return order("Open the evidence of this finding first.");
    }
    if (review.dispositions().containsKey(next.finding())) {
      return order("This finding is disposed of already. Take that back first, and say why.");
    }
    List<Objection> objections = new ArrayList<>(rationale(next.rationale()));
    LocalDate today = day(next);
    switch (next.disposition()) {
      case Disposition.FixRequired fix -> {
        owner(fix.owner(), objections);
        if (fix.due().isBefore(today)) {
          objections.add(new Objection(About.DATE, fix.due() + " is over. Give a day to come."));
        }
      }
      case Disposition.AcceptedWithMitigation accepted -> {
        if (words(accepted.mitigation()) < FEWEST_WORDS) {
          objections.add(
              new Objection(About.MITIGATION, "Say in a few words what makes it bearable."));
        }
        owner(accepted.owner(), objections);
        if (!accepted.expiry().isAfter(today)) {
          objections.add(
              new Objection(
                  About.DATE,
                  "An acceptance ends in the future; " + accepted.expiry() + " does not."));
        }
      }
      case Disposition.NotApplicable ignored -> {}
    }
    return objections;
  }

  private List<Objection> superseded(ReviewEvent.Superseded next) {
    boolean there = next.entry() >= 0 && next.entry() < review.events().size();
    if (!there || review.isSuperseded(next.entry())) {
      return order("Entry " + (next.entry() + 1) + " is not there, or was taken back already.");
    }
    boolean can =
        switch (review.events().get(next.entry())) {
          case ReviewEvent.Submitted ignored -> true;
          case ReviewEvent.JudgementGiven ignored -> review.submitted() == null;
          case ReviewEvent.Disposed ignored -> review.submitted() == null;
          case ReviewEvent.Opened ignored -> false;
          case ReviewEvent.EvidenceOpened ignored -> false;
          case ReviewEvent.Superseded ignored -> false;
        };
    if (!can) {
      return order(
          review.submitted() == null
              ? "Only judgements, dispositions and submissions can be taken back."
              : "The review is submitted. Take the submission back first, and say why.");
    }
    return words(next.why()) < FEWEST_WORDS
        ? List.of(new Objection(About.RATIONALE, "Say in a few words why this is taken back."))
        : List.of();
  }

  private List<Objection> submitted(ReviewEvent.Submitted next) {
    Optional<String> hindrance = hindrance();
    if (hindrance.isPresent()) {
      return order(hindrance.get());
    }
    Recommendation recommendation = Recommendation.of(audit, review, day(next));
    if (recommendation.advice() != next.recommendation()) {
      return order(
          "The recommendation is now “" + recommendation.advice().word() + "”. Look at it first.");
    }
    OwnJudgement judgement = java.util.Objects.requireNonNull(review.judgement());
    Disagreement said = next.disagreement();
    if (!agrees(judgement, next.recommendation())
        && (said == null || words(said.text()) < FEWEST_WORDS)) {
      return List.of(
          new Objection(
              About.DISAGREEMENT,
              "Your judgement differs from the recommendation: choose a reason, and say it in a few words."));
    }
    return List.of();
  }

  private List<Objection> known(String finding) {
    return find(finding).isPresent()
        ? List.of()
        : order("The audit has no finding “" + finding + "”.");
  }

  private Optional<Finding> find(String id) {
    return audit.findings().stream().filter(f -> f.id().equals(id)).findFirst();
  }

  private static void owner(String owner, List<Objection> objections) {
    if (owner.isBlank()) {
      objections.add(new Objection(About.OWNER, "Name who answers for it."));
    }
  }

  private static List<Objection> rationale(String text) {
    return words(text) < FEWEST_WORDS
        ? List.of(
            new Objection(
                About.RATIONALE,
                "Say why in at least " + FEWEST_WORDS + " words: another person has to follow it."))
        : List.of();
  }

  private static List<Objection> order(String sentence) {
    return List.of(new Objection(About.ORDER, sentence));
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  private static LocalDate day(ReviewEvent event) {
    return LocalDate.ofInstant(event.at(), ZoneOffset.UTC);
  }
}
