package dev.assay.modelcard.exchange;

import dev.assay.common.Digest;
import dev.assay.common.Visible;
import dev.assay.modelcard.MarkdownText;
import dev.assay.modelcard.NarrativeSection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The card that came with somebody else's model.
///
/// @param format what it was written in
/// @param fileName name of the file
/// @param digest of the file
/// @param name what the supplier calls the model, may be empty
/// @param texts what the supplier wrote, by our sections
/// @param numbers what the supplier declares, none of it measured here
/// @param leftOut parts of the card for which we have no place
public record SuppliedCard(
    ModelCardFormat format,
    String fileName,
    Digest digest,
    String name,
    Map<NarrativeSection, String> texts,
    List<DeclaredNumber> numbers,
    List<String> leftOut) {

  private static final int LONGEST_CELL = 120;
  private static final int MOST_SHOWN = 60;

  /// Copies.
  public SuppliedCard {
    EnumMap<NarrativeSection, String> copy = new EnumMap<>(NarrativeSection.class);
    copy.putAll(texts);
    texts = Collections.unmodifiableMap(copy);
    numbers = List.copyOf(numbers);
    leftOut = List.copyOf(leftOut);
  }

  /// What goes into each section of a card: the supplier's words, each with where it was taken
  /// from, and the declared numbers in a section of their own.
  public Map<NarrativeSection, String> passages() {
    Map<NarrativeSection, String> passages = new EnumMap<>(NarrativeSection.class);
    String origin = "Taken over from the supplier's card " + MarkdownText.of(shortName()) + ".";
    texts.forEach(
        (section, text) ->
            passages.put(
                section,
                section == NarrativeSection.SUPPLIED_NUMBERS || section == NarrativeSection.LICENCE
                    ? text
                    : text + "\n\n" + origin));
    if (!numbers.isEmpty()) {
      passages.put(NarrativeSection.SUPPLIED_NUMBERS, numberTable());
    }
    return passages;
  }

  private String numberTable() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Declared by the supplier, not measured here: "
            + MarkdownText.of(shortName())
            + ", SHA-256 "
            + digest.sha256()
            + ".\n");
    lines.add("| Metric | Slice | Data | Value | Interval |\n| --- | --- | --- | ---: | ---: |");
    numbers.stream().limit(MOST_SHOWN).forEach(n -> lines.add(row(n)));
    if (numbers.size() > MOST_SHOWN) {
      lines.add("\n" + (numbers.size() - MOST_SHOWN) + " more stand in that file.");
    }
    return String.join("\n", lines);
  }

  private static String row(DeclaredNumber number) {
    String interval =
        number.lower().isEmpty() || number.upper().isEmpty()
            ? "–"
            : cell(number.lower()) + " – " + cell(number.upper());
    return "| "
        + String.join(
            " | ",
            cell(number.metric()),
            cell(number.slice()),
            number.dataset().isEmpty() ? "–" : cell(number.dataset()),
            cell(number.value()),
            interval)
        + " |";
  }

  private static String cell(String text) {
    return MarkdownText.of(Visible.of(text, LONGEST_CELL));
  }

  private String shortName() {
    return Visible.of(fileName, LONGEST_CELL);
  }
}
