package dev.assay.sample.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How a message is written. The words differ, the meaning does not.
enum Style {
  STANDARD("standard", Map.of()),
  DIALECT(
      "dialect",
      Map.ofEntries(
          Map.entry("my", "ma"),
          Map.entry("was", "wis"),
          Map.entry("not", "nae"),
          Map.entry("know", "ken"),
          Map.entry("from", "frae"),
          Map.entry("to", "tae"),
          Map.entry("out", "oot"),
          Map.entry("about", "aboot"),
          Map.entry("now", "noo"),
          Map.entry("do", "dae"),
          Map.entry("have", "hae"),
          Map.entry("you", "ye"),
          Map.entry("your", "yer"),
          Map.entry("of", "o"),
          Map.entry("card", "caird"),
          Map.entry("hello", "aye"),
          Map.entry("old", "auld"))),
  SECOND_LANGUAGE(
      "second language",
      Map.ofEntries(
          Map.entry("the", ""),
          Map.entry("a", ""),
          Map.entry("an", ""),
          Map.entry("did", "do"),
          Map.entry("was", "is"),
          Map.entry("does", "do"),
          Map.entry("would", "am"),
          Map.entry("like", "wanting"),
          Map.entry("are", "is"),
          Map.entry("for", "since")));

  private final String shown;
  private final Map<String, String> words;

  Style(String shown, Map<String, String> words) {
    this.shown = shown;
    this.words = words;
  }

  String shown() {
    return shown;
  }

  /// The message in this style.
  String write(String plain) {
    List<String> written = new ArrayList<>();
    for (String word : plain.split(" ")) {
      int end = word.length();
      while (end > 0 && !Character.isLetterOrDigit(word.charAt(end - 1))) {
        end--;
      }
      String core = word.substring(0, end);
      String said = words.getOrDefault(core, core) + word.substring(end);
      if (!said.isEmpty()) {
        written.add(said);
      }
    }
    return String.join(" ", written);
  }
}
