package dev.assay.inference.tokenize;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.dataset.tagged.Word;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A tokenizer as its `tokenizer.json` describes it: WordPiece, BPE, Unigram with their normalisers
/// and templates. One thread at a time; a text is cut on the right, a pair at its longer text
/// first, and the closing special token is kept.
public final class TextTokenizer implements AutoCloseable {

  private static final String LONGEST_FIRST = "LONGEST_FIRST";

  private static final Pattern NO_PREFIX =
      Pattern.compile(
          "(\"type\"\\s*:\\s*\"ByteLevel\"\\s*,\\s*\"add_prefix_space\"\\s*:\\s*)false");

  // decision: two million tokens of one text at 512 a window are enough; what is beyond is cut
  static final int MOST_WINDOWS = 4_096;

  private final TokenizersLibrary library = NativeTokenizers.library();
  private final long handle;
  private boolean closed;

  private TextTokenizer(long handle) {
    this.handle = handle;
  }

  /// Reads a tokenizer. Padding and cutting that the file asks for are replaced.
  ///
  /// @param maxLength most tokens of a text, special tokens included; 0 = never cut
  /// @throws InputRejected when the file is refused
  public static TextTokenizer open(Path tokenizerFile, int maxLength) {
    return open(tokenizerFile, maxLength, 0);
  }

  /// Reads a tokenizer for [#windows].
  ///
  /// @param maxLength most tokens of a window, special tokens included
  /// @param overlap tokens that a window shares with the one before, special tokens not counted
  /// @throws InputRejected when the file is refused, or windows would share more than half
  public static TextTokenizer windowed(Path tokenizerFile, int maxLength, int overlap) {
    int own = maxLength;
    try (TextTokenizer whole = open(tokenizerFile, 0)) {
      own -= whole.specialTokens();
    }
    if (overlap > own / 2) {
      throw new InputRejected(
          "TEXT-WINDOWS",
          "Windows of "
              + own
              + " tokens of their own cannot share "
              + overlap
              + ": at most half of a window may be read twice.",
          "Give --long-texts windows:" + own / 4 + ".");
    }
    return open(tokenizerFile, maxLength, overlap);
  }

  /// Reads a tokenizer for [#words(List, int)]. One that marks the blanks before words marks the
  /// beginning of each listed word, as models that read lists of words are trained.
  ///
  /// @param maxLength most tokens of a text or window, special tokens included; 0 = never cut
  /// @param overlap tokens that a window shares with the one before; negative = no windows
  /// @throws InputRejected when the file is refused, or windows would share more than half
  public static TextTokenizer ofWords(Path tokenizerFile, int maxLength, int overlap) {
    if (overlap >= 0) {
      windowed(tokenizerFile, maxLength, overlap).close();
    }
    return open(
        tokenizerFile,
        maxLength,
        Math.max(0, overlap),
        json -> NO_PREFIX.matcher(json).replaceAll("$1true"));
  }

  private static TextTokenizer open(Path tokenizerFile, int maxLength, int overlap) {
    return open(tokenizerFile, maxLength, overlap, json -> json);
  }

  private static TextTokenizer open(
      Path tokenizerFile, int maxLength, int overlap, UnaryOperator<String> changed) {
    try {
      String json = changed.apply(Files.readString(tokenizerFile, StandardCharsets.UTF_8));
      TokenizersLibrary library = NativeTokenizers.library();
      TextTokenizer opened = new TextTokenizer(library.createTokenizerFromString(json));
      library.disablePadding(opened.handle);
      if (maxLength > 0) {
        library.setTruncation(opened.handle, maxLength, LONGEST_FIRST, overlap);
      } else {
        library.disableTruncation(opened.handle);
      }
      return opened;
    } catch (IOException | RuntimeException e) {
      throw new InputRejected(
          "TOKENIZER-REFUSED",
          "Tokenizer "
              + Visible.of(String.valueOf(tokenizerFile.getFileName()), 60)
              + " cannot be used: "
              + Visible.of(String.valueOf(e.getMessage()), 200)
              + ".",
          "Save the tokenizer again with the library that made it (tokenizer.json).",
          e);
    }
  }

  /// Tokens of each text, in order.
  ///
  /// @throws InputRejected when the tokenizer meets something that it has no token for
  public List<Encoded> encode(List<String> texts) {
    return taken(() -> library.batchEncode(handle, texts.toArray(String[]::new), true));
  }

  /// Tokens of each text without special tokens around it, in order.
  ///
  /// @throws InputRejected when the tokenizer meets something that it has no token for
  public List<Encoded> encodePlain(List<String> texts) {
    return taken(() -> library.batchEncode(handle, texts.toArray(String[]::new), false));
  }

  /// The special tokens that the tokenizer puts before every text.
  public List<Long> leading() {
    long[] with = encode(List.of("a")).getFirst().ids();
    long[] plain = encodePlain(List.of("a")).getFirst().ids();
    int own = plain.length == 0 ? 0 : Math.max(0, indexOf(with, plain[0]));
    return Arrays.stream(with, 0, own).boxed().toList();
  }

  private static int indexOf(long[] ids, long id) {
    return (int) Arrays.stream(ids).takeWhile(i -> i != id).count();
  }

  /// The text that tokens stand for, special tokens left out.
  public String decode(long[] ids) {
    return ids.length == 0 ? "" : library.decode(handle, ids, true);
  }

  /// Tokens of each pair of texts, in order.
  ///
  /// @param seconds the second text of each pair
  public List<Encoded> encode(List<String> texts, List<String> seconds) {
    return taken(
        () ->
            library.batchEncodePair(
                handle, texts.toArray(String[]::new), seconds.toArray(String[]::new), true));
  }

  /// Tokens of the windows of each text, in order; a text that is short enough is one window.
  ///
  /// @throws InputRejected when the tokenizer meets something that it has no token for
  public List<List<Encoded>> windows(List<String> texts) {
    List<List<Encoded>> windows = new ArrayList<>();
    for (long encoding :
        encoded(() -> library.batchEncode(handle, texts.toArray(String[]::new), true))) {
      long[] further = library.getOverflowing(encoding);
      List<Encoded> own = new ArrayList<>();
      own.add(taken(encoding, false));
      for (int i = 0; i < further.length; i++) {
        boolean last = own.size() == MOST_WINDOWS - 1;
        if (own.size() < MOST_WINDOWS) {
          own.add(taken(further[i], last && i < further.length - 1));
        } else {
          library.deleteEncoding(further[i]);
        }
      }
      windows.add(own);
    }
    return windows;
  }

  /// Tokens of a list of words, each of which is made tokens of for itself, in windows where they
  /// are too many.
  ///
  /// @param overlap tokens that a window shares with the one before; negative = what is too much is
  ///   cut
  public List<Encoded> words(List<String> words, int overlap) {
    long[] encoding =
        encoded(() -> new long[] {library.encodeList(handle, words.toArray(String[]::new), true)});
    return new WordPlaces(library, overlap, new WordPlaces.Listed(words.size())).of(encoding[0]);
  }

  /// Tokens of a text and the words in it, in windows where they are too many. A word begins at the
  /// first token that has a part of it.
  ///
  /// @param overlap tokens that a window shares with the one before; negative = what is too much is
  ///   cut
  public List<Encoded> words(String text, List<Word> words, int overlap) {
    long[] encoding = encoded(() -> library.batchEncode(handle, new String[] {text}, true));
    return new WordPlaces(library, overlap, new WordPlaces.Within(text, words)).of(encoding[0]);
  }

  /// Special tokens that are put around every text.
  public int specialTokens() {
    long encoding = encoded(() -> library.batchEncode(handle, new String[] {"a"}, true))[0];
    long special = Arrays.stream(library.getSpecialTokenMask(encoding)).sum();
    library.deleteEncoding(encoding);
    return (int) special;
  }

  /// Tokens of a text and where they stand in it.
  ///
  /// @throws InputRejected when the tokenizer meets something that it has no token for
  public Located locate(String text) {
    Encoded tokens = encode(List.of(text)).getFirst();
    long encoding = library.batchEncode(handle, new String[] {text}, true)[0];
    CharSpan[] spans = library.getTokenCharSpans(encoding);
    library.deleteEncoding(encoding);
    int[] from = new int[tokens.length()];
    int[] to = new int[tokens.length()];
    for (int i = 0; i < from.length; i++) {
      CharSpan span = i < spans.length ? spans[i] : null;
      boolean special = span == null || span.getEnd() <= span.getStart();
      from[i] = special ? -1 : place(text, span.getStart());
      to[i] = special ? -1 : place(text, span.getEnd());
    }
    return new Located(tokens, from, to);
  }

  /// The tokens of a text as the vocabulary writes them, special tokens included.
  ///
  /// @throws InputRejected when the tokenizer meets something that it has no token for
  public List<String> names(String text) {
    long encoding = encoded(() -> library.batchEncode(handle, new String[] {text}, true))[0];
    List<String> names = List.of(library.getTokens(encoding));
    library.deleteEncoding(encoding);
    return names;
  }

  /// The library counts characters of Unicode, Java halves of the rare ones.
  private static int place(String text, int codePoints) {
    int all = text.codePointCount(0, text.length());
    return text.offsetByCodePoints(0, Math.min(all, codePoints));
  }

  private List<Encoded> taken(Supplier<long[]> work) {
    long[] encodings = encoded(work);
    Encoded[] taken = new Encoded[encodings.length];
    for (int i = 0; i < encodings.length; i++) {
      taken[i] = taken(encodings[i], library.getOverflowCount(encodings[i]) > 0);
    }
    return List.of(taken);
  }

  /// Takes the tokens out of the library, which forgets them.
  private Encoded taken(long encoding, boolean cut) {
    Encoded taken = new Encoded(library.getTokenIds(encoding), library.getTypeIds(encoding), cut);
    library.deleteEncoding(encoding);
    return taken;
  }

  private static long[] encoded(Supplier<long[]> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw new InputRejected(
          "TOKENIZER-FAILED",
          "The tokenizer cannot make tokens of these texts: "
              + Visible.of(String.valueOf(e.getMessage()), 200)
              + ".",
          "Use the tokenizer that the model was trained with; this one lacks something.",
          e);
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      library.deleteTokenizer(handle);
    }
  }
}
