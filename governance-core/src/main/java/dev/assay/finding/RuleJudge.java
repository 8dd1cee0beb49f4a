package dev.assay.finding;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.evaluation.CheckResult;
import dev.assay.finding.Weighed.Outcome;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges by one rule.
final class RuleJudge {

  private static final int LONGEST = 300;
  private static final int MOST_NAMED = 5;
  private static final String NOTHING_FOUND = "nothing found";

  private final Rule rule;
  private final FactIndex facts;
  private final NotApplicable notApplicable;

  RuleJudge(Rule rule, FactIndex facts, NotApplicable notApplicable) {
    this.rule = rule;
    this.facts = facts;
    this.notApplicable = notApplicable;
  }

  /// The rule's findings; what it asks and the run has no answer to goes to the collector.
  List<Finding> findings() {
    return switch (rule.question()) {
      case Question.OfMetric of -> {
        MetricReadings readings = new MetricReadings(facts);
        yield numbers(readings.of(of), of.bar(), readings.absence(of));
      }
      case Question.OfDisparity of -> {
        DisparityReadings readings = new DisparityReadings(facts);
        yield numbers(readings.of(of), of.bar(), readings.absence(of));
      }
      case Question.OfCheck of -> checks(of);
      case Question.OfCheckValue of -> checkNumbers(of);
    };
  }

  private List<Finding> numbers(List<Reading> readings, Bar bar, String absence) {
    if (readings.isEmpty()) {
      return absent(absence, bar.limit().words());
    }
    List<Weighed> weighed = new Scales(bar).weigh(readings);
    int comparisons =
        bar.decideBy() == Bar.DecideBy.INTERVAL
            ? (int) weighed.stream().filter(Weighed::isComparison).count()
            : 0;
    Sentences sentences = new Sentences(bar, comparisons);
    List<Finding> findings = new ArrayList<>();
    List<Weighed> aside = new ArrayList<>();
    for (Weighed w : weighed) {
      if (w.outcome() == Outcome.TOO_FEW && bar.belowMinimum() == Bar.BelowMinimum.SET_ASIDE) {
        aside.add(w);
      } else {
        findings.add(finding(w, sentences));
      }
    }
    if (!aside.isEmpty()) {
      findings.add(setAside(aside, readings.size(), bar));
    }
    return findings;
  }

  private Finding finding(Weighed weighed, Sentences sentences) {
    Reading reading = weighed.reading();
    Double observed = reading.value() instanceof MetricValue.Defined d ? d.value() : null;
    Interval interval = reading.value() instanceof MetricValue.Defined d ? d.interval() : null;
    return new Finding(
        id(reading.key()),
        rule.id(),
        rule.title(),
        weighed.outcome().verdict(),
        rule.severity(),
        reading.subject(),
        sentences.about(weighed),
        observed,
        interval == null ? null : interval.lower(),
        interval == null ? null : interval.upper(),
        sentences.bar().limit().words(),
        reading.rows(),
        reading.evidence(),
        rule.owner(),
        rule.citation());
  }

  private Finding setAside(List<Weighed> aside, int all, Bar bar) {
    String named =
        String.join(
            "; ",
            aside.stream()
                .limit(MOST_NAMED)
                .map(w -> w.reading().subject() + " (" + w.reading().rowsSaid() + ")")
                .toList());
    return withoutNumber(
        id("set_aside"),
        Verdict.INSUFFICIENT_EVIDENCE,
        Severity.INFO,
        "slices of fewer than " + Rounded.count(bar.minimumRows()) + " rows",
        Rounded.count(aside.size())
            + " of "
            + Rounded.count(all)
            + (all == 1 ? " number" : " numbers")
            + " rest on fewer than "
            + Rounded.count(bar.minimumRows())
            + " rows and were not judged: "
            + named
            + (aside.size() > MOST_NAMED ? "; and " + (aside.size() - MOST_NAMED) + " more." : "."),
        bar.limit().words(),
        aside.stream().flatMap(w -> w.reading().evidence().stream()).toList());
  }

  private List<Finding> checks(Question.OfCheck question) {
    List<CheckResult> results =
        facts.checks(question.check()).stream()
            .filter(
                r -> question.except().stream().noneMatch(e -> KnownNames.matches(e, r.check())))
            .toList();
    if (results.isEmpty()) {
      return List.of(
          notLooked(question.check(), question.except().isEmpty() ? "" : "other ", NOTHING_FOUND));
    }
    List<Finding> findings = new ArrayList<>();
    for (CheckResult result : results) {
      switch (result.status()) {
        case OK -> findings.add(check(result, Verdict.PASS));
        case ISSUE -> findings.add(check(result, Verdict.FAIL));
        case ERROR -> findings.add(check(result, Verdict.INSUFFICIENT_EVIDENCE));
        case NOT_APPLICABLE -> {
          if (rule.required()) {
            findings.add(check(result, Verdict.INSUFFICIENT_EVIDENCE));
          } else {
            notApplicable.addCheck(result.check(), withoutStop(result.summary()));
          }
        }
      }
    }
    return findings;
  }

  private List<Finding> checkNumbers(Question.OfCheckValue question) {
    String limit = question.bar().limit().words();
    List<CheckResult> results = facts.checks(question.check());
    if (results.isEmpty()) {
      return List.of(notLooked(question.check(), "", limit));
    }
    CheckResult result = results.getFirst();
    return switch (result.status()) {
      case ERROR -> List.of(check(result, Verdict.INSUFFICIENT_EVIDENCE));
      case NOT_APPLICABLE -> absent(withoutStop(result.summary()), limit);
      case OK, ISSUE -> {
        List<Reading> readings = new CheckReadings(facts).of(question, result);
        yield readings.isEmpty()
            ? List.of(
                lacking(
                    result.title() + ": " + question.value(),
                    "The check "
                        + result.check()
                        + " gives no number '"
                        + question.value()
                        + "' of this kind.",
                    limit))
            : numbers(readings, question.bar(), "");
      }
    };
  }

  private Finding check(CheckResult result, Verdict verdict) {
    return withoutNumber(
        id(result.check()),
        verdict,
        rule.severity(),
        result.title(),
        Visible.of(result.summary(), LONGEST),
        NOTHING_FOUND,
        List.of("checks[" + result.check() + "]"));
  }

  private Finding notLooked(String check, String other, String limit) {
    return lacking(
        check,
        check.endsWith(".*")
            ? "No "
                + other
                + "check of the family "
                + check
                + " was run, so nothing is known about it."
            : "The check " + check + " was not run, so nothing is known about it.",
        limit);
  }

  /// There is nothing to judge: lack of evidence where the rule is required.
  private List<Finding> absent(String reason, String limit) {
    if (rule.required()) {
      return List.of(lacking("the whole run", "The rule is required, but " + reason + ".", limit));
    }
    notApplicable.add(rule.id(), reason);
    return List.of();
  }

  private Finding lacking(String subject, String sentence, String limit) {
    return withoutNumber(
        id("lacking"),
        Verdict.INSUFFICIENT_EVIDENCE,
        rule.severity(),
        subject,
        sentence,
        limit,
        List.of());
  }

  private Finding withoutNumber(
      String id,
      Verdict verdict,
      Severity severity,
      String subject,
      String sentence,
      String limit,
      List<String> evidence) {
    return new Finding(
        id,
        rule.id(),
        rule.title(),
        verdict,
        severity,
        subject,
        sentence,
        null,
        null,
        null,
        limit,
        facts.evaluation().provenance().rows(),
        evidence,
        rule.owner(),
        rule.citation());
  }

  private String id(String key) {
    return key.isEmpty() ? rule.id() : rule.id() + "/" + key;
  }

  private static String withoutStop(@Nullable String sentence) {
    String shown = Visible.of(String.valueOf(sentence), LONGEST);
    return shown.endsWith(".") ? shown.substring(0, shown.length() - 1) : shown;
  }
}
