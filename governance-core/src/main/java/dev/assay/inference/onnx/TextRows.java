package dev.assay.inference.onnx;

import dev.assay.common.InputRejected;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.TagSpec;
import dev.assay.dataset.Warning;
import dev.assay.dataset.tagged.Word;
import dev.assay.dataset.tagged.WordReader;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.InputBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The texts of a dataset, or its pairs of texts, on their way to tokens.
final class TextRows {

  // decision: few rows at first, so that the model need not wait for the tokens of many; then
  // twice as many, so that texts of like length are found
  private static final int FIRST_ROWS = 512;
  private static final int MOST_ROWS = 8_192;
  private static final int MOST_EMBEDDED = 1_024;
  private static final int MOST_CHARACTERS = 2 << 20;

  private final List<String> names;
  private final List<Column> columns;
  private final int rows;
  private final int embeddings;
  private final Way way;
  private final @Nullable WordReader words;
  private final int overlap;
  private long empty;
  private long firstEmpty;
  private long nanos;

  /// How the texts of a row are read.
  enum Way {
    /// As one text or one pair, cut where it is too long.
    WHOLE,
    /// In windows, where it is too long.
    WINDOWS,
    /// Each of two texts alone, cut where it is too long.
    EACH,
    /// Word by word.
    WORDS
  }

  /// How words are read.
  ///
  /// @param form how they are written
  /// @param overlap tokens that windows share; negative = no windows
  record Tagged(TagSpec.Form form, int overlap) {}

  /// @param names one column of texts, or two for pairs
  /// @param embeddings ids that the model knows, 0 when not said
  TextRows(ColumnarFolder dataset, List<String> names, int embeddings, Way way) {
    this(dataset, names, embeddings, way, null);
  }

  /// @param tagged how words are read, where their tags are wanted
  TextRows(ColumnarFolder dataset, List<String> names, int embeddings, Tagged tagged) {
    this(dataset, names, embeddings, Way.WORDS, tagged);
  }

  /// Texts as an input reads them, cut where they are too long.
  static TextRows cut(ColumnarFolder dataset, InputBinding input, int embeddings) {
    TagSpec.Form form = input.words();
    return form == null
        ? new TextRows(dataset, input.columns(), embeddings, Way.WHOLE)
        : new TextRows(dataset, input.columns(), embeddings, new Tagged(form, -1));
  }

  private TextRows(
      ColumnarFolder dataset,
      List<String> names,
      int embeddings,
      Way way,
      @Nullable Tagged tagged) {
    this.names = names;
    this.columns = names.stream().map(dataset::column).toList();
    this.rows = dataset.rows();
    this.embeddings = embeddings;
    this.way = way;
    this.words = tagged == null ? null : WordReader.of(columns.getFirst(), tagged.form());
    this.overlap = tagged == null ? -1 : tagged.overlap();
    if (way == Way.WINDOWS && names.size() > 1) {
      throw new InputRejected(
          "TEXT-WINDOWS-PAIR",
          "The model reads pairs of texts, which cannot be read in windows: it is not said which of"
              + " the two goes on.",
          "Give --long-texts truncate, which cuts the longer text of each pair.");
    }
  }

  /// How many rows are read together from this one on; 0 behind the last. Texts in windows keep all
  /// their tokens, so of these the characters count as well.
  int after(int first) {
    int most = Math.clamp(first, FIRST_ROWS, way == Way.EACH ? MOST_EMBEDDED : MOST_ROWS);
    int last = Math.min(first + most, rows);
    if (way != Way.WINDOWS && overlap < 0) {
      return last - first;
    }
    int row = first;
    for (long characters = 0; row < last && characters < MOST_CHARACTERS; row++) {
      String text = columns.getFirst().text(row);
      characters += text == null ? 0 : text.length();
    }
    return row - first;
  }

  /// Tokens of some rows, in order, each as one text or in windows. A row without a text is an
  /// empty text.
  ///
  /// @throws InputRejected when a token has an id that the model does not know
  TokenRows read(TextTokenizer tokenizer, int from, int count) {
    long start = System.nanoTime();
    WordReader reader = words;
    List<List<String>> texts = reader == null ? texts(from, count) : texts(reader, from, count);
    countEmpty(texts, from);
    TokenRows read =
        switch (way) {
          case WINDOWS -> TokenRows.windows(tokenizer.windows(texts.getFirst()));
          case EACH ->
              TokenRows.each(tokenizer.encode(texts.getFirst()), tokenizer.encode(texts.getLast()));
          case WHOLE ->
              TokenRows.whole(
                  texts.size() == 1
                      ? tokenizer.encode(texts.getFirst())
                      : tokenizer.encode(texts.getFirst(), texts.getLast()));
          case WORDS -> tagged(tokenizer, Objects.requireNonNull(reader), from, count);
        };
    for (int i = 0; i < count; i++) {
      for (Encoded text : read.row(i)) {
        requireKnown(text, from + i);
      }
    }
    nanos += System.nanoTime() - start;
    return read;
  }

  private TokenRows tagged(TextTokenizer tokenizer, WordReader reader, int from, int count) {
    List<List<Encoded>> read = new ArrayList<>();
    for (int row = from; row < from + count; row++) {
      List<Word> own = reader.words(row);
      read.add(
          reader.areListed()
              ? tokenizer.words(own.stream().map(Word::text).toList(), overlap)
              : tokenizer.words(reader.text(row), own, overlap));
    }
    return TokenRows.windows(read);
  }

  private static List<List<String>> texts(WordReader reader, int from, int count) {
    return List.of(IntStream.range(from, from + count).mapToObj(reader::text).toList());
  }

  private List<List<String>> texts(int from, int count) {
    List<List<String>> texts = new ArrayList<>();
    for (Column column : columns) {
      List<String> some = new ArrayList<>(count);
      for (int row = from; row < from + count; row++) {
        String text = column.text(row);
        some.add(text == null ? "" : text);
      }
      texts.add(some);
    }
    return texts;
  }

  private void countEmpty(List<List<String>> texts, int from) {
    for (int i = 0; i < texts.getFirst().size(); i++) {
      int row = i;
      if (texts.stream().allMatch(some -> some.get(row).isBlank())) {
        firstEmpty = empty++ == 0 ? from + i + 1L : firstEmpty;
      }
    }
  }

  private void requireKnown(Encoded encoded, int row) {
    if (encoded.length() == 0) {
      throw new InputRejected(
          "TOKENIZER-NO-TOKENS",
          "The tokenizer makes no token at all of the text in row " + (row + 1) + ".",
          "Leave rows without text out, or use the tokenizer that the model was trained with.");
    }
    if (embeddings > 0) {
      for (long id : encoded.ids()) {
        if (id < 0 || id >= embeddings) {
          throw new InputRejected(
              "TOKENIZER-VOCABULARY",
              "The text in row "
                  + (row + 1)
                  + " gets the token id "
                  + id
                  + ", and the model knows "
                  + embeddings
                  + " tokens (vocab_size).",
              "Put the tokenizer that the model was trained with beside it.");
        }
      }
    }
  }

  int rows() {
    return rows;
  }

  long empty() {
    return empty;
  }

  long millis() {
    return nanos / 1_000_000;
  }

  /// @throws InputRejected when no row has a text
  Optional<Warning> emptyTexts() {
    if (empty == 0) {
      return Optional.empty();
    }
    String where = "column '" + Visible.of(String.join("', '", names), 80) + "'";
    if (empty == rows) {
      throw new InputRejected(
          "TEXT-EMPTY",
          "None of the " + Rounded.count(rows) + " rows has a text in " + where + ".",
          "Give the role 'text' to the column that holds the texts.");
    }
    return Optional.of(
        new Warning(
            "TEXT-EMPTY",
            Rounded.count(empty)
                + (empty == 1 ? " row has" : " rows have")
                + " no text in "
                + where
                + ", the first in row "
                + Rounded.count(firstEmpty)
                + "; the model answered for an empty text.",
            "Leave such rows out when the model is never asked about them."));
  }
}
