package dev.assay.modelcard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What only people can say of a dataset, in the seven parts of Gebru et al. 2021 (Datasheets for
/// Datasets); related questions stand under one heading.
public enum DatasheetTopic {
  /// Why it was made.
  PURPOSE(
      Part.MOTIVATION,
      "Purpose",
      "For which task was the data made, and which gap should it fill?"),
  /// Who made it.
  CREATORS(Part.MOTIVATION, "Creators", "Which team made it, on behalf of which organisation?"),
  /// Who paid.
  FUNDING(Part.MOTIVATION, "Funding", "Who paid for it?"),
  /// What a row is.
  INSTANCES(
      Part.COMPOSITION,
      "Instances",
      "What does a row stand for, and are there several kinds of rows?"),
  /// Whether it is a part.
  COVERAGE(
      Part.COMPOSITION,
      "Coverage",
      "Are these all there are, or a sample of more? Drawn how, and is it representative of what?"),
  /// What the label is.
  LABELS(Part.COMPOSITION, "Labels", "What does the label mean, and how sure is it?"),
  /// Why values are missing.
  MISSING_VALUES(
      Part.COMPOSITION,
      "Missing values",
      "Why are values missing, and was anything left out on purpose?"),
  /// How rows hang together.
  RELATIONS(
      Part.COMPOSITION,
      "Relations between rows",
      "Do rows belong together, for instance of one person, and can that be seen?"),
  /// Recommended splits.
  SPLITS(
      Part.COMPOSITION,
      "Splits",
      "Which split into training, validation and test is recommended, and why?"),
  /// Known errors.
  ERRORS(Part.COMPOSITION, "Errors and noise", "Which errors, noise or redundancies are known?"),
  /// What it leans on.
  EXTERNAL(
      Part.COMPOSITION,
      "External resources",
      "Does it rest on other data or sites, which may change, and under which terms?"),
  /// What is confidential.
  CONFIDENTIAL(
      Part.COMPOSITION,
      "Confidential content",
      "Does it hold what is confidential or protected, or what may insult or frighten?"),
  /// Who can be recognised.
  PEOPLE(
      Part.COMPOSITION,
      "People",
      "Which groups of people are in it, and can a person be recognised, directly or together with other data?"),
  /// What is sensitive.
  SENSITIVE(
      Part.COMPOSITION,
      "Sensitive data",
      "Which columns tell origin, belief, health, money, place or the like?"),
  /// How values were got.
  ACQUISITION(
      Part.COLLECTION,
      "Acquisition",
      "How was each value got: observed, reported by people, derived? By which instrument, and how was that checked?"),
  /// Who collected.
  COLLECTORS(Part.COLLECTION, "Collectors", "Who collected it, and how were they paid?"),
  /// When.
  TIMEFRAME(
      Part.COLLECTION,
      "Time frame",
      "Over which time was it collected, and when did what it tells happen?"),
  /// Who looked at it.
  ETHICS(
      Part.COLLECTION,
      "Ethical review",
      "Was the collection reviewed, by whom, and with what outcome?"),
  /// Whether people agreed.
  CONSENT(
      Part.COLLECTION,
      "Notice and consent",
      "Were the people told, did they agree to what, and how can they withdraw?"),
  /// What it may do to people.
  IMPACT(
      Part.COLLECTION,
      "Impact on people",
      "Was it examined what the data and its use may do to the people in it?"),
  /// What was done to it.
  STEPS(
      Part.PREPROCESSING,
      "Steps",
      "What was cleaned, coded, cut or labelled, and by which software?"),
  /// Whether the source is kept.
  RAW(Part.PREPROCESSING, "Raw data", "Is the raw data kept, and where?"),
  /// What it was used for.
  USED(Part.USES, "Uses so far", "For what was it used already, and where is that written down?"),
  /// For what else.
  OTHER_USES(Part.USES, "Other uses", "For which other tasks could it be used?"),
  /// What must be known.
  RISKS(
      Part.USES,
      "What users must know",
      "What about it may harm or mislead when it is used, and what helps against that?"),
  /// For what not.
  NOT_FOR(Part.USES, "Not to be used for", "For which tasks must it not be used?"),
  /// Who gets it.
  RECIPIENTS(
      Part.DISTRIBUTION, "Recipients and way", "Who outside gets it, how, and from when on?"),
  /// Terms.
  TERMS(
      Part.DISTRIBUTION,
      "Licence and terms",
      "Under which licence or terms, with which rights of others and which restrictions on export?"),
  /// Who answers.
  MAINTAINER(
      Part.MAINTENANCE, "Maintainer and contact", "Who keeps it, and how can they be reached?"),
  /// Errata and updates.
  UPDATES(
      Part.MAINTENANCE,
      "Corrections and updates",
      "Where are errors listed, who updates it how often, and how do users hear of that?"),
  /// Retention.
  RETENTION(
      Part.MAINTENANCE,
      "Retention and old versions",
      "How long may it be kept, and what becomes of older versions?"),
  /// Contributions.
  CONTRIBUTIONS(
      Part.MAINTENANCE, "Contributions", "Can others add to it, and how is that checked?");

  /// The parts of a datasheet.
  public enum Part {
    /// Why it exists.
    MOTIVATION("Motivation"),
    /// What is in it.
    COMPOSITION("Composition"),
    /// How it came about.
    COLLECTION("Collection process"),
    /// What was done to it.
    PREPROCESSING("Preprocessing, cleaning, labelling"),
    /// What it is for.
    USES("Uses"),
    /// Who gets it.
    DISTRIBUTION("Distribution"),
    /// Who keeps it.
    MAINTENANCE("Maintenance");

    private final String heading;

    Part(String heading) {
      this.heading = heading;
    }

    /// Heading for people.
    public String heading() {
      return heading;
    }

    /// Its topics in order.
    public List<DatasheetTopic> topics() {
      return Arrays.stream(DatasheetTopic.values()).filter(t -> t.part == this).toList();
    }
  }

  private final Part part;
  private final String heading;
  private final String question;

  DatasheetTopic(Part part, String heading, String question) {
    this.part = part;
    this.heading = heading;
    this.question = question;
  }

  /// Stable id: "missing_values".
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The part it stands in.
  public Part part() {
    return part;
  }

  /// Heading for people; unique.
  public String heading() {
    return heading;
  }

  /// What is asked.
  public String question() {
    return question;
  }

  /// The topic with this heading, however its letters are written.
  public static Optional<DatasheetTopic> headed(String heading) {
    return Arrays.stream(values())
        .filter(t -> t.heading.equalsIgnoreCase(heading.strip()))
        .findFirst();
  }
}
