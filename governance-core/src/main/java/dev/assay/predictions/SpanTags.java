package dev.assay.predictions;

import dev.assay.common.InputRejected;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.TagScheme;
import dev.assay.dataset.TagSpec;
import dev.assay.dataset.tagged.ListColumn;
import dev.assay.dataset.tagged.Span;
import dev.assay.dataset.tagged.Word;
import dev.assay.dataset.tagged.WordReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The tags of the words of a text whose entities are marked as spans. A span that begins or ends
/// inside a word is widened to it. Where spans share words, the outermost are shown by tags; those
/// within are too where the model's tags say several things at once, else they are hidden.
final class SpanTags implements TrueTags {

  private static final String OUTSIDE = "O";
  private static final Comparator<HiddenEntity> OUTER_FIRST =
      Comparator.comparingInt(HiddenEntity::from).thenComparingInt(e -> -e.to());

  private final WordReader words;
  private final ListColumn spans;
  private final List<String> tags;
  private final TagScheme scheme;
  private final List<TagNames> names;
  private long widened;

  /// @throws InputRejected when the model's tags are none of entities
  SpanTags(Dataset dataset, TagSpec spec, List<String> tags) {
    this.words = WordReader.of(dataset.column(spec.text()), TagSpec.Form.SPANS);
    this.spans = ListColumn.of(dataset.column(spec.tags()));
    this.tags = tags;
    TagScheme said = spec.scheme();
    this.scheme = said == null ? TagNames.scheme(tags, List.of()) : said;
    this.names = TagNames.layers(tags);
    if (!tags.contains(OUTSIDE) || names.getFirst().types().isEmpty()) {
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
    int characters = text.codePointCount(0, text.length());
    Set<HiddenEntity> entities = new LinkedHashSet<>();
    for (Span span : marked) {
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
      widened += own.get(first).from() < from || own.get(behind - 1).to() > to ? 1 : 0;
      entities.add(new HiddenEntity(span.label(), first, behind));
    }
    return tagged(own.size(), entities, strange);
  }

  /// Tags of the entities, outer ones before those within them; each has the first layer in which
  /// its words are free, and is hidden where the model's tags have no such layer.
  private Row tagged(int length, Set<HiddenEntity> entities, Set<String> strange) {
    String[][] layers = new String[names.size()][length];
    for (String[] layer : layers) {
      Arrays.fill(layer, OUTSIDE);
    }
    List<HiddenEntity> hidden = new ArrayList<>();
    for (HiddenEntity entity : entities.stream().sorted(OUTER_FIRST).toList()) {
      Optional<String[]> free =
          Arrays.stream(layers)
              .filter(
                  layer ->
                      Arrays.stream(layer, entity.from(), entity.to()).allMatch(OUTSIDE::equals))
              .findFirst();
      if (free.isPresent()) {
        mark(free.get(), entity);
      } else {
        hidden.add(entity);
        if (!names.getFirst().types().contains(entity.type())) {
          strange.add("B-" + entity.type());
        }
      }
    }
    int[] read = new int[length];
    for (int w = 0; w < length; w++) {
      String tag = joined(layers, w);
      read[w] = tags.indexOf(tag);
      if (read[w] < 0) {
        strange.add(tag);
      }
    }
    return new Row(read, List.copyOf(hidden), null);
  }

  private void mark(String[] layer, HiddenEntity entity) {
    boolean before = entity.from() > 0 && layer[entity.from() - 1].endsWith("-" + entity.type());
    for (int w = entity.from(); w < entity.to(); w++) {
      layer[w] = prefix(w == entity.from(), w == entity.to() - 1, before) + "-" + entity.type();
    }
  }

  /// What all layers say of a word: "I-ORG|B-PER"; layers that say nothing are left away behind.
  private static String joined(String[][] layers, int word) {
    int last = layers.length - 1;
    while (last > 0 && layers[last][word].equals(OUTSIDE)) {
      last--;
    }
    return Arrays.stream(layers, 0, last + 1)
        .map(layer -> layer[word])
        .collect(Collectors.joining("|"));
  }

  private String prefix(boolean first, boolean last, boolean before) {
    return switch (scheme) {
      case BIOES -> first ? (last ? "S" : "B") : last ? "E" : "I";
      case BILOU -> first ? (last ? "U" : "B") : last ? "L" : "I";
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
