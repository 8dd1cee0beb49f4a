package dev.assay.app.cli;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.inference.MaskedAnswers;
import dev.assay.inference.MaskedAnswers.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The likeliest words under a mask, for people and machines.
final class FillSummary {

  private FillSummary() {}

  static void print(Output output, String text, MaskedAnswers answers) {
    List<Word> top = answers.answers().getFirst().top();
    Map<String, Object> all = new TreeMap<>();
    all.put("text", text);
    all.put("mask", answers.mask());
    all.put("words", words(top));
    output.json(all);
    output.say(Visible.of(text, 400));
    output.say("");
    for (Word word : top) {
      output.say(line(word));
    }
  }

  private static String line(Word word) {
    return String.format(
        Locale.ROOT,
        "  %-24s %8s",
        Visible.of(word.word(), 24),
        Rounded.number(word.probability()));
  }

  static List<Map<String, Object>> words(List<Word> top) {
    List<Map<String, Object>> words = new ArrayList<>();
    for (Word word : top) {
      Map<String, Object> one = new TreeMap<>();
      one.put("word", word.word());
      one.put("probability", word.probability());
      one.put("logit", word.logit());
      words.add(one);
    }
    return words;
  }
}
