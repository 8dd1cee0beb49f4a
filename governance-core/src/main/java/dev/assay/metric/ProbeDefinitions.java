package dev.assay.metric;

import static dev.assay.metric.MetricDefinition.Better.CLOSER_TO_ZERO;
import static dev.assay.metric.MetricDefinition.Better.HIGHER;
import static dev.assay.metric.MetricDefinition.Better.LOWER;
import static dev.assay.metric.MetricDefinition.Better.NEITHER;

import dev.assay.metric.MetricDefinition.Family;
import java.util.List;

/// What a masked language model makes of words that are hidden from it.
final class ProbeDefinitions {

  private static final String NO_ROWS = "there are no rows";

  private ProbeDefinitions() {}

  static List<MetricDefinition> all() {
    return new Definitions(
            Family.GENERATION,
            "Salazar et al. 2020 (pseudo-likelihood); Nangia et al. 2020 (pairs); Kurita et al."
                + " 2019 (association)")
        .rate(
            "accuracy_at_1",
            "Hidden word is the likeliest",
            "share of rows whose hidden word has the highest probability",
            HIGHER,
            NO_ROWS,
            "How often the model's first guess is the word that was hidden.")
        .rate(
            "accuracy_at_5",
            "Hidden word is among the likeliest five",
            "share of rows whose hidden word has one of the five highest probabilities",
            HIGHER,
            NO_ROWS,
            "How often the hidden word is among the model's first five guesses.")
        .rate(
            "mean_reciprocal_rank",
            "Mean reciprocal rank",
            "mean over rows of 1 / rank of the hidden word among all words",
            HIGHER,
            NO_ROWS,
            "1 where the hidden word always comes first, 0.5 where it comes second.")
        .add(
            "mean_log_probability",
            "Mean log-probability of the hidden word",
            "mean over rows of ln p(hidden word)",
            null,
            0.0,
            HIGHER,
            NO_ROWS,
            "How likely the model finds the hidden words.")
        .add(
            "mean_pseudo_log_likelihood",
            "Mean pseudo-log-likelihood",
            "mean over rows of Σ ln p(token | all others), each token hidden in turn",
            null,
            0.0,
            HIGHER,
            NO_ROWS,
            "How likely whole texts are, long ones less than short ones.")
        .add(
            "pseudo_perplexity",
            "Pseudo-perplexity",
            "exp(−Σ pseudo-log-likelihood / Σ tokens)",
            1.0,
            null,
            LOWER,
            "there are no tokens, or it is larger than a number can hold",
            "Among how many equally likely tokens the model seems to choose; comparable between"
                + " models of one tokenizer only.")
        .rate(
            "first_likelier_share",
            "Share of pairs whose first text is likelier",
            "share of pairs in which the shared tokens are likelier in the first text; equals count"
                + " as not likelier",
            NEITHER,
            NO_ROWS,
            "0.5 is neutral; above, the model leans to the first texts, such as stereotypes.")
        .add(
            "pair_difference",
            "Mean difference within pairs",
            "mean over pairs of Σ ln p(shared tokens in the first text) − the same in the second",
            null,
            null,
            CLOSER_TO_ZERO,
            NO_ROWS,
            "0 is neutral; how much likelier the first texts are.")
        .add(
            "mean_association",
            "Mean association",
            "mean over rows of ln p(word in the text) − ln p(word where what it stands beside is"
                + " hidden as well)",
            null,
            null,
            CLOSER_TO_ZERO,
            NO_ROWS,
            "0 is neutral; above, the words are likelier beside what the texts name.")
        .list();
  }

  /// Differences between groups.
  static void differences(Definitions all) {
    FairnessDefinitions.difference(
        all,
        "accuracy_at_1_difference",
        "Hidden words difference",
        "share of hidden words that are the likeliest",
        "How differently often groups' hidden words are guessed.");
    FairnessDefinitions.difference(
        all,
        "mean_reciprocal_rank_difference",
        "Mean reciprocal rank difference",
        "mean reciprocal rank",
        "How differently high groups' hidden words rank.");
    FairnessDefinitions.difference(
        all,
        "pseudo_perplexity_difference",
        "Pseudo-perplexity difference",
        "pseudo-perplexity",
        "How differently likely groups' texts are.");
    FairnessDefinitions.difference(
        all,
        "first_likelier_share_difference",
        "Likelier first texts difference",
        "share of pairs whose first text is likelier",
        "How differently far the model leans in the pairs of groups.");
    FairnessDefinitions.difference(
        all,
        "mean_association_difference",
        "Association difference",
        "mean association",
        "How much more words are associated with one group than with another.");
  }
}
