package dev.assay.metric;

import static dev.assay.metric.MetricDefinition.Better.HIGHER;
import static dev.assay.metric.MetricDefinition.Better.LOWER;
import static dev.assay.metric.MetricDefinition.Better.NEITHER;

import dev.assay.metric.MetricDefinition.Family;
import java.util.ArrayList;
import java.util.List;

/// Metrics of models that give each word of a text a tag.
final class TaggingDefinitions {

  private static final String SOURCE = "seqeval 1.2.2, metrics (Nakayama 2018)";
  private static final String TRUE = "there is no true entity";
  private static final String NONE = "there is no true entity and none was given";
  private static final String SAME =
      "an entity is found when its type, its first and its last word are right";

  private TaggingDefinitions() {}

  static List<MetricDefinition> all() {
    List<MetricDefinition> all = new ArrayList<>();
    all.addAll(counts());
    all.addAll(words());
    all.addAll(
        entities(
            "",
            "",
            "Tags are read as conlleval does: a mistake within the tags of an entity may still"
                + " leave the entity."));
    all.addAll(
        entities(
            "_strict",
            ", strict",
            "Only what the tag scheme allows counts as an entity: one that the model begins with I-"
                + " is none."));
    return List.copyOf(all);
  }

  private static List<MetricDefinition> counts() {
    return new Definitions(Family.COUNT, SOURCE)
        .add(
            "words",
            "Words",
            "number of words, each of its text's weight",
            0.0,
            null,
            NEITHER,
            "never",
            "How many words there are.")
        .add(
            "entities",
            "True entities",
            "number of true entities among the words that the model read",
            0.0,
            null,
            NEITHER,
            "never",
            "How many entities there are to find.")
        .list();
  }

  private static List<MetricDefinition> words() {
    return new Definitions(Family.CLASSIFICATION, SOURCE)
        .rate(
            "token_accuracy",
            "Token accuracy",
            "words with the right tag / words that the model read",
            HIGHER,
            "the model read no word",
            "How often the tag of a word is right; most words are outside of entities, so it is"
                + " high even where no entity is found.")
        .rate(
            "unread_words",
            "Words not read",
            "words behind the cut, or without a token / words",
            LOWER,
            "there are no words",
            "How much of the texts the model never saw; other metrics say nothing of these words.")
        .list();
  }

  private static List<MetricDefinition> entities(String end, String name, String mode) {
    Definitions all = new Definitions(Family.CLASSIFICATION, SOURCE);
    for (Part part : Part.values()) {
      all.rate(
              "entity_" + part.id + end,
              part.name + " of entities" + name,
              part.formula + "; " + SAME,
              HIGHER,
              part.undefined,
              part.explanation + " " + mode)
          .rate(
              "entity_" + part.id + "_macro" + end,
              part.name + " of entities, mean over types" + name,
              "mean of the "
                  + part.word
                  + " of each type that is true or given; undefined counts as 0",
              HIGHER,
              NONE,
              "Each type of entity counts the same, so that a rare one is not hidden. " + mode)
          .rate(
              "entity_" + part.id + "_weighted" + end,
              part.name + " of entities, weighted" + name,
              "mean of the " + part.word + " of each type, weighted by its true entities",
              HIGHER,
              TRUE,
              "Each type of entity counts as often as it occurs. " + mode);
    }
    return all.list();
  }

  /// How entities are judged.
  private enum Part {
    PRECISION(
        "precision",
        "Precision",
        "precision",
        "entities found / entities given",
        "no entity was given",
        "How many of the entities that the model gives are right."),
    RECALL(
        "recall",
        "Recall",
        "recall",
        "entities found / true entities",
        TRUE,
        "How many of the true entities the model finds."),
    F1(
        "f1",
        "F1",
        "F1",
        "2·entities found / (entities given + true entities)",
        NONE,
        "Precision and recall of entities in one number.");

    private final String id;
    private final String name;
    private final String word;
    private final String formula;
    private final String undefined;
    private final String explanation;

    Part(
        String id, String name, String word, String formula, String undefined, String explanation) {
      this.id = id;
      this.name = name;
      this.word = word;
      this.formula = formula;
      this.undefined = undefined;
      this.explanation = explanation;
    }
  }
}
