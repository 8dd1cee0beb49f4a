package dev.assay.app.cli;

import dev.assay.common.Rounded;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.explain.TextExplanation;
import dev.assay.explain.TextExplanation.Word;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.inference.TextTokens;
import dev.assay.usecase.ExplainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Says which words of a row's text the model's answer rests on.
@Command(
    name = "explain",
    description =
        "Which words of a text the answer rests on: each is taken out and the model asked again.",
    sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

  private static final int SHOWN = 20;
  private static final int BAR = 20;
  private static final int MOST_WORDS = 1_000;

  @Mixin GlobalOptions global = new GlobalOptions();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "The folder or zip of a text model.")
  Path model = Path.of("");

  @Option(
      names = "--data",
      paramLabel = "DATA",
      description = "A dataset: CSV, Parquet or JSON Lines.")
  @Nullable Path data;

  @Option(names = "--row", paramLabel = "N", description = "The data row, counted from 1.")
  @Nullable Long row;

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      defaultValue = "",
      description = "The class to explain (default: the one with the largest score).")
  String wanted = "";

  @Option(
      names = "--tokens",
      description = "Show the tokens that the model reads instead of weighing words.")
  boolean tokens;

  @Option(
      names = "--dataset-spec",
      paramLabel = "FILE",
      description =
          "Description of the dataset (default: DATA's own *.dataset.json, else a guess).")
  @Nullable Path datasetSpec;

  @Option(
      names = "--model-spec",
      paramLabel = "FILE",
      description = "Description of the model (default: MODEL's own *.model.json, else a guess).")
  @Nullable Path modelSpec;

  @Option(
      names = "--fill",
      paramLabel = "TEXT",
      description =
          "Instead: the likeliest words for the mask ([MASK]) in this text, of a masked language"
              + " model.")
  @Nullable String fill;

  @Option(
      names = "--top",
      paramLabel = "K",
      defaultValue = "5",
      description = "How many words --fill shows, at most 1000 (default: ${DEFAULT-VALUE}).")
  int top = 5;

  @Option(
      names = "--continue",
      paramLabel = "TEXT",
      description =
          "Instead: how a text generation model goes on with this text, token by token with"
              + " probabilities.")
  @Nullable String prompt;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "7",
      description = "Seed of tokens that --continue draws (default: ${DEFAULT-VALUE}).")
  long seed = 7;

  @Mixin DecodingOptions decoding = new DecodingOptions();

  private final CommandContext context;

  ExplainCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Output output = context.output(global);
    if (fill != null) {
      return fill(fill, output);
    }
    if (prompt != null) {
      return goOn(prompt, output);
    }
    ExplainText explain = context.wiring().explainText();
    ExplainText.Request request = request();
    try (Running running = new Running(context, output)) {
      if (tokens) {
        TextTokens read = explain.tokens(request, running.progress(), running.cancellation());
        output.json(read);
        new TokenSummary(output).print(read);
      } else {
        TextExplanation explanation =
            explain.explain(request, running.progress(), running.cancellation());
        output.json(json(explanation));
        print(explanation, output);
      }
    }
    return ExitCode.DONE.number();
  }

  private ExplainText.Request request() {
    Path rows = data;
    Long chosen = row;
    if (rows == null || chosen == null) {
      throw new UsageError(
          "USAGE-EXPLAIN",
          "Nothing says which text is to be explained.",
          "Give --data and --row, or a text with --fill or --continue.");
    }
    return new ExplainText.Request(model, rows, datasetSpec, modelSpec, chosen, wanted);
  }

  private int fill(String text, Output output) {
    if (top < 1 || top > MOST_WORDS) {
      throw new UsageError(
          "USAGE-TOP",
          "--top " + top + " is not between 1 and " + MOST_WORDS + ".",
          "Give a number such as --top 5.");
    }
    try (Running running = new Running(context, output)) {
      FillSummary.print(
          output,
          text,
          context
              .wiring()
              .probeMasked()
              .fill(model, text, top, running.progress(), running.cancellation()));
    }
    return ExitCode.DONE.number();
  }

  private int goOn(String text, Output output) {
    Decoding how = decoding.decoding(seed);
    try (Running running = new Running(context, output)) {
      ContinueSummary.print(
          output,
          text,
          context
              .wiring()
              .continueText()
              .write(model, text, how, running.progress(), running.cancellation()));
    }
    return ExitCode.DONE.number();
  }

  private void print(TextExplanation explanation, Output output) {
    output.say("Row " + row + ": " + Visible.of(explanation.text(), 400));
    output.say("");
    output.say(
        "  "
            + Visible.of(explanation.explainedClass(), 60)
            + " "
            + Rounded.number(explanation.score())
            + "; what it loses without each word:");
    output.say("");
    for (Word word : explanation.most(SHOWN)) {
      output.say(
          String.format(
              Locale.ROOT,
              "  %-24s %8s  %s%s",
              Visible.of(explanation.word(word), 24),
              Rounded.signed(word.contribution()),
              attention(explanation, word),
              bar(word.contribution(), explanation.largest())));
    }
    if (!explanation.attention().isEmpty()) {
      output.say("");
      output.say("  In percent: the model's own attention (last layer, mean over heads).");
    }
    if (explanation.restsOnNoSingleWord()) {
      output.say("");
      output.say("  No single word matters: the score stays whichever of them is taken out.");
    }
    int more = explanation.words().size() - SHOWN;
    if (more > 0) {
      output.say("  and " + more + " that matter less");
    }
    if (explanation.left() > 0) {
      output.say("  ! " + explanation.left() + " words at the end were not looked at.");
    }
  }

  /// The word's share of the model's attention; nothing where the graph gives none.
  private static String attention(TextExplanation explanation, Word word) {
    return explanation.attention().isEmpty()
        ? ""
        : String.format(
            Locale.ROOT,
            "%5.1f %%  ",
            100 * explanation.attention().get(explanation.words().indexOf(word)));
  }

  private static String bar(double contribution, double largest) {
    int length = largest == 0 ? 0 : (int) Math.round(BAR * Math.abs(contribution) / largest);
    return (contribution < 0 ? "-" : "+").repeat(length);
  }

  private Map<String, Object> json(TextExplanation explanation) {
    Map<String, Object> scores = new TreeMap<>();
    for (int c = 0; c < explanation.classes().size(); c++) {
      scores.put(explanation.classes().get(c), explanation.scores().get(c));
    }
    List<Map<String, Object>> words = new ArrayList<>();
    for (int w = 0; w < explanation.words().size(); w++) {
      Word word = explanation.words().get(w);
      Map<String, Object> one = new TreeMap<>();
      if (!explanation.attention().isEmpty()) {
        one.put("attention", explanation.attention().get(w));
      }
      one.put("word", explanation.word(word));
      one.put("from", word.from());
      one.put("to", word.to());
      one.put("contribution", word.contribution());
      words.add(one);
    }
    Map<String, Object> all = new TreeMap<>();
    all.put("method", "occlusion");
    all.put("row", row);
    all.put("text", explanation.text());
    all.put("class", explanation.explainedClass());
    all.put("scores", scores);
    all.put("words", words);
    all.put("words_left_out", explanation.left());
    return all;
  }
}
