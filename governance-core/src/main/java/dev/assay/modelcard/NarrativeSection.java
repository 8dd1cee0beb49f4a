package dev.assay.modelcard;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What only people can write on a model card, in the order of the card. The list joins the fields
/// of Mitchell et al. 2019 (Model Cards for Model Reporting) with those of Hugging Face's template.
public enum NarrativeSection {
  /// What the model is.
  DESCRIPTION(
      Chapter.DETAILS,
      "Description",
      true,
      "what the model does, in plain words",
      "One paragraph that somebody outside the team understands: what goes in, what comes out, which kind of model it is, and what decision it supports. No figures: they are filled in from the audit."),
  /// Who made it.
  DEVELOPERS(
      Chapter.DETAILS,
      "Developers and owner",
      true,
      "who made the model and who owns it now",
      "Organisation and team that built it, who paid for it, and who owns it in operation. Name roles rather than persons where people change."),
  /// Which version this is.
  VERSION(
      Chapter.DETAILS,
      "Version and date",
      true,
      "which version this card speaks of, and since when",
      "Version, date of training and of release, and what differs from the version before. Say from which model it was fine-tuned, if from any."),
  /// Terms of use.
  LICENCE(
      Chapter.DETAILS,
      "Licence",
      true,
      "under what terms the model may be used",
      "A licence's identifier on a line of its own, for instance apache-2.0, or the terms in words. The identifier also goes into the card's header."),
  /// Who answers.
  CONTACT(
      Chapter.DETAILS,
      "Contact",
      true,
      "who answers for the model",
      "Where questions, complaints and appeals against a decision are answered: an address that outlives the person."),
  /// Where to read more.
  CITATION(
      Chapter.DETAILS,
      "Citation and reading",
      false,
      "papers, documentation, how to cite the model",
      "Papers, design documents, repositories, and how to cite the model."),
  /// How to begin.
  GETTING_STARTED(
      Chapter.DETAILS,
      "How to get started",
      false,
      "how somebody calls the model",
      "The shortest working call, as code; what preparation its input needs."),
  /// What it is for.
  INTENDED_USE(
      Chapter.USE,
      "Intended use",
      true,
      "what the model is for, who uses it, what it must not be used for",
      "The decision or task it was built for, at which point of the process, and how much weight its answer has. Empty: the purpose that was given with the audit stands here."),
  /// Who uses it.
  USERS(
      Chapter.USE,
      "Users and people affected",
      true,
      "who works with its answers, and about whom they are",
      "Who reads the answers and with what training; about whom they are; what those people are told and how they can object."),
  /// What it must not be used for.
  OUT_OF_SCOPE(
      Chapter.USE,
      "Out-of-scope use",
      true,
      "what the model must not be used for",
      "Uses that were considered and ruled out, populations it was not made for, inputs it does not handle, and foreseeable misuse."),
  /// What may make it behave differently.
  RELEVANT_FACTORS(
      Chapter.FACTORS,
      "Relevant factors",
      true,
      "which groups, instruments and circumstances may change how well it works",
      "Groups of people, instruments and circumstances that may change how well it works; which of them were evaluated above, which were not, and why."),
  /// Why these measures.
  CHOICE_OF_METRICS(
      Chapter.METRICS,
      "Choice of metrics",
      false,
      "why these measures, and why the threshold is where it is",
      "Which errors cost whom what, why the named measures show it, and how the threshold was chosen."),
  /// Numbers that others vouch for.
  SUPPLIED_NUMBERS(
      Chapter.QUANTITATIVE_ANALYSES,
      "Declared by the supplier",
      false,
      "numbers from the supplier's own card, which were not measured here",
      "Filled when a supplier's card is imported. The numbers are the supplier's; Assay did not measure them, and they stand apart from those that it did."),
  /// Why this data.
  CHOICE_OF_DATA(
      Chapter.EVALUATION_DATA,
      "Choice of data",
      true,
      "why the evaluation data stands for those the model is used on",
      "Where the data comes from, when and how it was collected and labelled, how it was prepared, and how it differs from those the model is used on."),
  /// What it learned from.
  TRAINING_DATA(
      Chapter.TRAINING_DATA,
      "Training data",
      true,
      "what the model learned from, and under what terms",
      "Sources, period, size, how it was labelled, which groups are few in it, under what terms and consent it may be used, and a link to its data sheet."),
  /// How it learned.
  TRAINING_PROCEDURE(
      Chapter.TRAINING_DATA,
      "Training procedure",
      false,
      "how it was trained",
      "Preparation, algorithm, settings, how settings were chosen, software and hardware, how to repeat it."),
  /// Cost to the environment.
  ENVIRONMENT(
      Chapter.TRAINING_DATA,
      "Environmental impact",
      false,
      "energy and emissions of training and use",
      "Hardware, hours, region of the data centre, and emissions with the way they were estimated."),
  /// Where it fails.
  LIMITATIONS(
      Chapter.LIMITATIONS,
      "Limitations",
      true,
      "where the model is known to fail or was not tried",
      "Where it is known to fail, what was not tried, what it cannot know, and how long the evidence stays good."),
  /// Who may be harmed.
  ETHICAL_CONSIDERATIONS(
      Chapter.ETHICS,
      "What was weighed and done",
      true,
      "who may be harmed, and what was done about it",
      "Sensitive data, possible harms to whom, what was done against them, what remains, and who decided that it is acceptable. Speak to each limit that the audit found broken."),
  /// What users should do.
  RECOMMENDATIONS(
      Chapter.CAVEATS,
      "Recommendations",
      true,
      "what whoever uses the model should know and do",
      "What users should check, watch and repeat; when a person must decide instead; when the model is to be evaluated again.");

  /// Chapters of a card, each with what the audit says and what people write.
  enum Chapter {
    DETAILS("Model details"),
    USE("Intended use"),
    FACTORS("Factors"),
    METRICS("Metrics"),
    EVALUATION_DATA("Evaluation data"),
    TRAINING_DATA("Training data"),
    QUANTITATIVE_ANALYSES("Quantitative analyses"),
    AUDIT("Audit"),
    LIMITATIONS("Limitations"),
    ETHICS("Ethical considerations"),
    CAVEATS("Caveats and recommendations");

    private final String heading;

    Chapter(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }
  }

  private final Chapter chapter;
  private final String heading;
  private final boolean expected;
  private final String brief;
  private final String hint;

  NarrativeSection(Chapter chapter, String heading, boolean expected, String brief, String hint) {
    this.chapter = chapter;
    this.heading = heading;
    this.expected = expected;
    this.brief = brief;
    this.hint = hint;
  }

  /// Stable id, also the key under which its text is stored: "training_data".
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Heading for people.
  public String heading() {
    return heading;
  }

  /// Heading of the chapter of the card that it stands in.
  public String chapterHeading() {
    return chapter.heading();
  }

  /// Whether a card without it is incomplete.
  public boolean isExpected() {
    return expected;
  }

  /// What it says, in a few words: "who answers for the model".
  public String brief() {
    return brief;
  }

  /// What belongs here, in sentences.
  public String hint() {
    return hint;
  }

  Chapter chapter() {
    return chapter;
  }

  /// The section of this id; empty when this version of Assay has none.
  public static Optional<NarrativeSection> find(String id) {
    return Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst();
  }

  /// The sections that a complete card has.
  public static List<NarrativeSection> expected() {
    return Arrays.stream(values()).filter(NarrativeSection::isExpected).toList();
  }
}
