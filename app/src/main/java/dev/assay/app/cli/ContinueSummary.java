package dev.assay.app.cli;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.inference.Continued;
import dev.assay.inference.Continued.Piece;
import dev.assay.inference.Continued.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How a model went on with a text, for people and machines.
final class ContinueSummary {

  private static final int SHOWN = 3;

  private ContinueSummary() {}

  static void print(Output output, String prompt, Continued written) {
    Map<String, Object> all = new TreeMap<>();
    all.put("prompt", prompt);
    all.put("text", written.text());
    all.put("ended", written.ended());
    all.put("perplexity", written.perplexity());
    all.put("tokens", written.pieces().stream().map(ContinueSummary::token).toList());
    output.json(all);
    output.say(Visible.of(prompt + written.text(), 2_000));
    output.say("");
    written.pieces().forEach(piece -> output.say(line(piece)));
    output.say("");
    output.say(
        String.format(
            Locale.ROOT,
            "  %,d tokens, perplexity %s%s",
            written.pieces().size(),
            Rounded.number(written.perplexity()),
            written.ended() ? "; the model ended the text" : ""));
  }

  private static String line(Piece piece) {
    String others =
        piece.likeliest().stream()
            .limit(SHOWN)
            .map(w -> shown(w.text()) + " " + Rounded.number(w.probability()))
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "  %-20s %8s  place %,d  (%s)",
        shown(piece.text().isEmpty() ? "#" + piece.id() : piece.text()),
        Rounded.number(piece.probability()),
        piece.rank(),
        others);
  }

  private static String shown(String text) {
    return Visible.of(text.replace("\n", "\\n"), 20);
  }

  private static Map<String, Object> token(Piece piece) {
    Map<String, Object> one = new TreeMap<>();
    one.put("text", piece.text());
    one.put("id", piece.id());
    one.put("log_probability", piece.logProbability());
    one.put("rank", piece.rank());
    List<Map<String, Object>> likeliest = new ArrayList<>();
    for (Word word : piece.likeliest()) {
      likeliest.add(new TreeMap<>(Map.of("text", word.text(), "probability", word.probability())));
    }
    one.put("likeliest", likeliest);
    return one;
  }
}
