package dev.assay.app.cli;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.inference.TextAsk.Kind;
import dev.assay.usecase.GenerationAsked;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
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

  @Mixin DecodingOptions decoding = new DecodingOptions();

  GenerationAsked asked() {
    return new GenerationAsked(kind(), prompt, List.copyOf(choices), answer, decoding.decoding(0));
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
}
