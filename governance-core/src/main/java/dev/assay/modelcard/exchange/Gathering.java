package dev.assay.modelcard.exchange;

import dev.assay.common.Digest;
import dev.assay.common.Visible;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.modelcard.Passage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What is found while a supplier's card is read.
final class Gathering {

  static final int MOST_NUMBERS = 10_000;

  /// Room for the line that says where a text was taken from.
  private static final int LONGEST = Passage.LONGEST - 500;

  private static final int LONGEST_NAME = 120;
  private static final int MOST_LEFT_OUT = 50;
  private static final String UNWRITTEN = "Not written.";
  private static final String TEMPLATE = "[More Information Needed]";

  private final Map<NarrativeSection, String> texts = new EnumMap<>(NarrativeSection.class);
  private final List<DeclaredNumber> numbers = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private String name = "";

  void name(String words) {
    name = Visible.of(words, LONGEST_NAME);
  }

  boolean has(NarrativeSection section) {
    return texts.containsKey(section);
  }

  /// Adds a text to a section; what templates say where nobody wrote is nothing.
  void text(NarrativeSection section, String words) {
    String text = words.strip();
    if (text.isEmpty() || text.equals(UNWRITTEN) || text.equalsIgnoreCase(TEMPLATE)) {
      return;
    }
    String before = texts.getOrDefault(section, "");
    if (before.length() >= LONGEST - 1) {
      return;
    }
    String all = texts.containsKey(section) ? texts.get(section) + "\n\n" + text : text;
    if (all.length() > LONGEST) {
      leftOut("the end of '" + section.heading() + "', which is longer than a section may be");
      all =
          all.substring(
              0, Character.isHighSurrogate(all.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
    texts.put(section, all);
  }

  /// Adds a text that may say itself which section it belongs to.
  void shared(NarrativeSection otherwise, String words) {
    text(Fields.marked(words).orElse(otherwise), Fields.unmarked(words));
  }

  /// Adds the texts of a list, or one.
  void texts(NarrativeSection section, JsonNode node) {
    if (node.isString()) {
      text(section, node.asString());
    }
    node.values().stream().filter(JsonNode::isString).forEach(n -> shared(section, n.asString()));
  }

  void number(DeclaredNumber number) {
    if (numbers.size() < MOST_NUMBERS) {
      numbers.add(number);
    } else if (numbers.size() == MOST_NUMBERS) {
      leftOut("numbers after the first " + MOST_NUMBERS);
    }
  }

  void leftOut(String what) {
    if (leftOut.size() < MOST_LEFT_OUT && !leftOut.contains(what)) {
      leftOut.add(what);
    }
  }

  SuppliedCard card(ModelCardFormat format, String fileName, byte[] bytes) {
    return new SuppliedCard(format, fileName, Digest.of(bytes), name, texts, numbers, leftOut);
  }

  /// The text of a scalar, "" where there is none.
  static String scalar(JsonNode node) {
    return node.isString() || node.isNumber() || node.isBoolean() ? node.asString() : "";
  }
}
