package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.inference.tokenize.TextTokenizer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Makes the tokens of the next rows on a thread of its own, while the model is loaded and while it
/// runs.
final class TokensAhead implements AutoCloseable {

  private static final int WINDOW = 8_192;

  private final TextRows rows;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("tokens").factory());
  private final Future<TextTokenizer> tokenizer;
  private int from;
  private @Nullable Future<List<Encoded>> next;

  /// Starts with the first rows.
  ///
  /// @param maxLength most tokens of a text, 0 = never cut
  TokensAhead(TextRows rows, Path tokenizerFile, int maxLength) {
    this.rows = rows;
    this.tokenizer = thread.submit(() -> TextTokenizer.open(tokenizerFile, maxLength));
    this.next = started();
  }

  private @Nullable Future<List<Encoded>> started() {
    int first = from;
    int count = Math.min(WINDOW, rows.rows() - first);
    from += Math.max(0, count);
    return count <= 0
        ? null
        : thread.submit(() -> rows.encode(Waiting.on(tokenizer), first, count));
  }

  /// Tokens of the rows that follow, in their order; empty after the last.
  List<Encoded> take() throws OrtException {
    Future<List<Encoded>> waited = next;
    if (waited == null) {
      return List.of();
    }
    List<Encoded> taken = Waiting.on(waited);
    next = started();
    return taken;
  }

  @Override
  public void close() {
    thread.close();
    if (tokenizer.state() == Future.State.SUCCESS) {
      tokenizer.resultNow().close();
    }
  }
}
