package dev.assay.usecase;

import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.TagSpec;
import dev.assay.dataset.Task;
import dev.assay.dataset.tagged.ListColumn;
import dev.assay.dataset.tagged.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the words and their tags in a dataset that nobody described: a column that lists words and
/// one that lists as many tags, or a column of texts and one of spans.
///
/// @param dataset as it was chosen for this run
/// @param label the column that was named as the label, absent where none was
record TagColumns(Dataset dataset, @Nullable String label) {

  private static final List<String> TAGS =
      List.of(
          "ner_tags",
          "tags",
          "labels",
          "label",
          "ner",
          "entities",
          "spans",
          "pos_tags",
          "bio_tags");
  private static final List<String> WORDS = List.of("tokens", "words", "token", "sentence", "text");
  private static final int LOOKED_AT = 200;

  /// The dataset with its words and tags; the dataset itself where it has none, or where they are
  /// described.
  Dataset found() {
    TagSpec described = dataset.spec().tags();
    if (described != null && (label == null || described.tags().equals(label))) {
      return dataset;
    }
    return tagColumns()
        .flatMap(tags -> textColumns(tags).flatMap(text -> pair(text, tags).stream()))
        .findFirst()
        .map(this::with)
        .orElse(dataset);
  }

  /// Columns that may hold the tags, the likeliest first.
  private Stream<String> tagColumns() {
    if (label != null) {
      return Stream.of(label);
    }
    LabelSpec guessed = dataset.spec().label();
    return Stream.concat(
            named(TAGS), guessed == null ? Stream.empty() : Stream.of(guessed.column()))
        .distinct();
  }

  private Stream<String> textColumns(String tags) {
    return Stream.concat(
            named(WORDS),
            dataset.spec().columns().stream()
                .filter(c -> c.role() == ColumnRole.TEXT || c.type() == ColumnType.STRING)
                .map(ColumnSpec::name))
        .filter(name -> !name.equals(tags))
        .distinct();
  }

  private Stream<String> named(List<String> names) {
    return names.stream()
        .flatMap(
            name ->
                dataset.spec().columns().stream()
                    .map(ColumnSpec::name)
                    .filter(c -> c.toLowerCase(Locale.ROOT).equals(name)));
  }

  private Optional<TagSpec> pair(String text, String tags) {
    ListColumn listed = ListColumn.of(dataset.column(tags));
    if (listed.isJson() && isSpans(listed)) {
      boolean plain = !ListColumn.of(dataset.column(text)).isJson();
      return plain
          ? Optional.of(new TagSpec(text, tags, TagSpec.Form.SPANS, null))
          : Optional.empty();
    }
    ListColumn words = ListColumn.of(dataset.column(text));
    int same = 0;
    int others = 0;
    for (int row = 0; row < Math.min(LOOKED_AT, dataset.rows()); row++) {
      List<String> own = words.texts(row);
      List<String> names = listed.texts(row);
      if (own != null && names != null) {
        same += own.size() == names.size() ? 1 : 0;
        others += own.size() == names.size() ? 0 : 1;
      }
    }
    // decision: a few rows may be damaged, which is said of each of them later
    return same > others
        ? Optional.of(new TagSpec(text, tags, TagSpec.Form.WORDS, null))
        : Optional.empty();
  }

  private boolean isSpans(ListColumn listed) {
    for (int row = 0; row < Math.min(LOOKED_AT, dataset.rows()); row++) {
      List<Span> spans = listed.spans(row);
      if (spans != null && !spans.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private Dataset with(TagSpec tags) {
    DatasetSpec spec = dataset.spec();
    return new RespecifiedDataset(
        dataset,
        new DatasetSpec(
            spec.name(),
            spec.title(),
            Task.TOKEN_CLASSIFICATION,
            null,
            spec.columns().stream().map(c -> role(c, tags)).toList(),
            spec.format(),
            null,
            tags));
  }

  private static ColumnSpec role(ColumnSpec column, TagSpec tags) {
    if (column.name().equals(tags.text())) {
      return column.withRole(ColumnRole.TEXT, "the words that the model gives tags");
    }
    if (column.name().equals(tags.tags())) {
      return column.withRole(ColumnRole.LABEL, "the tags of the words");
    }
    return column.role() == ColumnRole.LABEL || column.role() == ColumnRole.TEXT
        ? column.withRole(ColumnRole.UNUSED, "neither the words nor their tags")
        : column;
  }
}
