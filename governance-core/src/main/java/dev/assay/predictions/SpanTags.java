package dev.assay.predictions;

import dev.assay.common.InputRejected;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.TagScheme;
import dev.assay.dataset.TagSpec;
import dev.assay.dataset.tagged.ListColumn;
import dev.assay.dataset.tagged.Span;
import dev.assay.dataset.tagged.Word;
import dev.assay.dataset.tagged.WordReader;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The tags of the words of a text whose entities are marked as spans. A span that begins or ends
/// inside a word is widened to it.
final class SpanTags implements TrueTags {

  private final WordReader words;
  private final ListColumn spans;
  private final List<String> tags;
  private final TagScheme scheme;
  private final int outside;
  private long widened;

  /// @throws InputRejected when the model's tags are none of entities
  SpanTags(Dataset dataset, TagSpec spec, List<String> tags) {
    this.words = WordReader.of(dataset.column(spec.text()), TagSpec.Form.SPANS);
    this.spans = ListColumn.of(dataset.column(spec.tags()));
    this.tags = tags;
    TagScheme said = spec.scheme();
    this.scheme = said == null ? TagNames.scheme(tags, List.of()) : said;
    this.outside = tags.indexOf("O");
    if (outside < 0 || TagNames.of(tags).types().isEmpty()) {
      throw new InputRejected(
          "PREDICTIONS-TAGS",
          "The dataset marks entities as spans, and the model's tags are none of entities: "
              + Classes.shown(tags)
              + ".",
          "Name the model's tags in its config.json (id2label) as B-, I- and the type, O outside.");
    }
  }

  @Override
  public Row row(int row, Set<String> strange) {
    List<Span> marked = spans.spans(row);
    if (marked == null) {
      return Row.objection("there is no list of spans with start, end and label");
    }
    String text = words.text(row);
    List<Word> own = words.words(row);
    if (own.isEmpty()) {
      return Row.objection("there is no text");
    }
    int[] read = new int[own.size()];
    Arrays.fill(read, outside);
    int characters = text.codePointCount(0, text.length());
    int free = 0;
    for (Span span : marked.stream().sorted(Comparator.comparingInt(Span::from)).toList()) {
      if (span.from() < 0 || span.to() <= span.from() || span.to() > characters) {
        return Row.objection("a span lies outside its text or is empty");
      }
      int from = text.offsetByCodePoints(0, span.from());
      int to = text.offsetByCodePoints(from, span.to() - span.from());
      int first = 0;
      while (first < own.size() && own.get(first).to() <= from) {
        first++;
      }
      int behind = first;
      while (behind < own.size() && own.get(behind).from() < to) {
        behind++;
      }
      if (first == behind) {
        return Row.objection("a span holds no word");
      }
      if (first < free) {
        return Row.objection("spans share a word");
      }
      free = behind;
      widened += own.get(first).from() < from || own.get(behind - 1).to() > to ? 1 : 0;
      mark(read, first, behind, span.label(), strange);
    }
    return new Row(read, null);
  }

  private void mark(int[] read, int first, int behind, String label, Set<String> strange) {
    for (int w = first; w < behind; w++) {
      String tag = prefix(w == first, w == behind - 1, before(read, first, label)) + "-" + label;
      int place = tags.indexOf(tag);
      if (place < 0) {
        strange.add(tag);
      } else {
        read[w] = place;
      }
    }
  }

  /// Whether an entity of the same type ends right before.
  private boolean before(int[] read, int first, String label) {
    return first > 0 && tags.get(read[first - 1]).endsWith("-" + label);
  }

  private String prefix(boolean first, boolean last, boolean before) {
    return switch (scheme) {
      case BIOES -> first ? (last ? "S" : "B") : last ? "E" : "I";
      case IOB1 -> first && before ? "B" : "I";
      case BIO, PLAIN -> first ? "B" : "I";
    };
  }

  @Override
  public TagScheme scheme(List<int[]> truth) {
    return scheme;
  }

  @Override
  public long widened() {
    return widened;
  }
}
