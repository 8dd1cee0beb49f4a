package dev.assay.app.cli;

import dev.assay.common.UsageError;
import dev.assay.inference.TextAsk.Decoding;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// How a model that goes on with texts writes.
final class DecodingOptions {

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

  /// What these options stand for.
  ///
  /// @param seed of the draws
  Decoding decoding(long seed) {
    requireUsable();
    return new Decoding(
        maxNewTokens,
        temperature,
        topK,
        topP,
        stops.stream().map(s -> s.replace("\\n", "\n")).toList(),
        seed);
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
