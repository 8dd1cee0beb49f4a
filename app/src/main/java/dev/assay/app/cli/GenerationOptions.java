package dev.assay.app.cli;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.inference.TextAsk.Kind;
import dev.assay.usecase.GenerationAsked;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a model that goes on with texts (GPT-2, Llama …) is asked.
final class GenerationOptions {

  @Option(
      names = "--ask",
      paramLabel = "WHAT",
      description =
          "What a text generation model is asked: likelihood (of the expected text), choices (which"
              + " is the most likely) or generate (default: choices where there are columns of"
              + " them, else generate where there is a prompt, else likelihood).")
  @Nullable String ask;

  @Option(
      names = "--prompt",
      paramLabel = "COL",
      description =
          "The column of prompts, or none: texts are read from their beginning (default: prompt,"
              + " context, question, input …).")
  @Nullable String prompt;

  @Option(
      names = "--choices",
      paramLabel = "COL",
      split = ",",
      description =
          "The columns of choices, or one column of JSON arrays (default: choices, or choice_a,"
              + " choice_b …).")
  List<String> choices = new ArrayList<>();

  @Option(
      names = "--answer",
      paramLabel = "COL",
      description =
          "The column of the expected text; with choices of the right one, by its text, its number"
              + " from 0 or a letter (default: --label, else answer, reference, target …, text).")
  @Nullable String answer;

  @Option(
      names = "--max-new-tokens",
      paramLabel = "N",
      defaultValue = "64",
      description = "Most tokens of a generated answer (default: ${DEFAULT-VALUE}).")
  int maxNewTokens = 64;

  @Option(
      names = "--temperature",
      paramLabel = "T",
      defaultValue = "0",
      description =
          "0: the most likely token is taken; above: tokens are drawn with --seed, logits divided"
              + " by T (default: ${DEFAULT-VALUE}).")
  double temperature;

  @Option(
      names = "--top-k",
      paramLabel = "K",
      defaultValue = "0",
      description = "Draw from the K most likely tokens only; 0: all (default: ${DEFAULT-VALUE}).")
  int topK;

  @Option(
      names = "--top-p",
      paramLabel = "P",
      defaultValue = "1",
      description =
          "Draw from the most likely tokens that together have the probability P only (default:"
              + " ${DEFAULT-VALUE}).")
  double topP = 1;

  @Option(
      names = "--stop",
      paramLabel = "TEXT",
      description =
          "An answer ends before this text (\\n"
              + " stands for a new line); may be given several times.")
  List<String> stops = new ArrayList<>();

  GenerationAsked asked() {
    requireUsable();
    return new GenerationAsked(
        kind(),
        prompt,
        List.copyOf(choices),
        answer,
        new Decoding(
            maxNewTokens,
            temperature,
            topK,
            topP,
            stops.stream().map(s -> s.replace("\\n", "\n")).toList(),
            0));
  }

  private @Nullable Kind kind() {
    return switch (ask) {
      case null -> null;
      case "likelihood" -> Kind.LIKELIHOOD;
      case "choices" -> Kind.CHOICES;
      case "generate" -> Kind.GENERATE;
      default ->
          throw new UsageError(
              "USAGE-ASK",
              "'" + Visible.of(ask, 40) + "' is nothing that a model can be asked.",
              "Give --ask likelihood, --ask choices or --ask generate.");
    };
  }

  private void requireUsable() {
    if (maxNewTokens < 1) {
      throw decoding("--max-new-tokens " + maxNewTokens + " is below 1", "--max-new-tokens 64");
    }
    if (!(temperature >= 0) || Double.isInfinite(temperature)) {
      throw decoding("--temperature " + temperature + " is below 0", "--temperature 0.7");
    }
    if (topK < 0) {
      throw decoding("--top-k " + topK + " is below 0", "--top-k 50");
    }
    if (!(topP > 0 && topP <= 1)) {
      throw decoding("--top-p " + topP + " is not above 0 and at most 1", "--top-p 0.9");
    }
    if (temperature == 0 && (topK > 0 || topP < 1)) {
      throw decoding(
          "--top-k and --top-p say what is drawn from, and nothing is drawn at temperature 0",
          "--temperature 0.7 with them");
    }
    if (stops.stream().anyMatch(String::isEmpty)) {
      throw decoding("--stop is empty, so that every answer would be", "--stop '\\n'");
    }
  }

  private static UsageError decoding(String what, String example) {
    return new UsageError(
        "USAGE-DECODING",
        "Answers cannot be generated like this: " + what + ".",
        "Give for instance " + example + ".");
  }
}
