package dev.assay.metric;

import static dev.assay.metric.MetricDefinition.Better.HIGHER;
import static dev.assay.metric.MetricDefinition.Better.LOWER;
import static dev.assay.metric.MetricDefinition.Better.NEITHER;

import dev.assay.metric.MetricDefinition.Family;
import java.util.List;

/// How well a model goes on with texts.
final class GenerationDefinitions {

  private static final String NO_ROWS = "there are no rows";
  private static final String NO_TOKENS =
      "there are no tokens, or it is larger than a number can hold";

  private GenerationDefinitions() {}

  static List<MetricDefinition> all() {
    return new Definitions(
            Family.GENERATION,
            "lm-evaluation-harness; SQuAD (Rajpurkar et al. 2016); ROUGE (Lin 2004); chrF (Popović"
                + " 2015)")
        .rate(
            "choice_accuracy",
            "Multiple-choice accuracy",
            "share of rows whose right choice has the largest log-likelihood",
            HIGHER,
            NO_ROWS,
            "How often the right continuation is the most likely one; long choices are less"
                + " likely.")
        .rate(
            "choice_accuracy_norm",
            "Multiple-choice accuracy, normalised",
            "share of rows whose right choice has the largest log-likelihood / bytes in UTF-8",
            HIGHER,
            NO_ROWS,
            "The same with the log-likelihood of each choice divided by its length.")
        .add(
            "token_perplexity",
            "Perplexity per token",
            "exp(−Σ log-likelihood / Σ tokens)",
            1.0,
            null,
            LOWER,
            NO_TOKENS,
            "Among how many equally likely tokens the model seems to choose; comparable between"
                + " models of one tokenizer only.")
        .add(
            "word_perplexity",
            "Perplexity per word",
            "exp(−Σ log-likelihood / Σ words between blanks)",
            1.0,
            null,
            LOWER,
            NO_TOKENS,
            "The same for whole words, whatever the tokenizer.")
        .add(
            "bits_per_byte",
            "Bits per byte",
            "−Σ log-likelihood / (ln 2 · Σ bytes in UTF-8)",
            0.0,
            null,
            LOWER,
            NO_ROWS,
            "How many bits the model needs for a byte of text; comparable between all models.")
        .add(
            "log_likelihood",
            "Mean log-likelihood",
            "mean over rows of the sum of ln p(token | tokens before)",
            null,
            0.0,
            HIGHER,
            NO_ROWS,
            "How likely the expected texts are, long ones less than short ones.")
        .rate(
            "exact_match",
            "Exact match",
            "share of answers that equal the reference in small letters, without punctuation and"
                + " articles",
            HIGHER,
            NO_ROWS,
            "How often the answer is the reference, word for word.")
        .add(
            "answer_f1",
            "F1 of words",
            "mean over rows of 2·shared words / (words of answer + words of reference), normalised"
                + " as for exact match",
            0.0,
            1.0,
            HIGHER,
            NO_ROWS,
            "How much of the words of answer and reference is common.")
        .add(
            "rouge_l",
            "ROUGE-L",
            "mean over rows of 2·LCS / (words of answer + words of reference), without stemming",
            0.0,
            1.0,
            HIGHER,
            NO_ROWS,
            "How long the common sequence of words is.")
        .add(
            "chrf",
            "chrF",
            "mean over rows of the F2 of runs of 1 to 6 characters, blanks left out",
            0.0,
            1.0,
            HIGHER,
            NO_ROWS,
            "How alike answer and reference are, letter by letter.")
        .add(
            "answer_tokens",
            "Mean tokens of an answer",
            "mean over rows of the tokens written",
            0.0,
            null,
            NEITHER,
            NO_ROWS,
            "How long answers are.")
        .rate(
            "finished_rate",
            "Answers that ended by themselves",
            "share of answers that ended at an end token or a text to stop at",
            NEITHER,
            NO_ROWS,
            "The others were cut at the most tokens allowed.")
        .list();
  }
}
