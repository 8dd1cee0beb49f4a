package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import dev.assay.inference.tokenize.TextTokenizer;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes the tokens of the next rows on a thread of its own, while the model is loaded and while it
/// runs.
final class TokensAhead implements AutoCloseable {

  private final TextRows rows;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("tokens").factory());
  private final Future<TextTokenizer> tokenizer;
  private int from;
  private @Nullable Future<TokenRows> next;

  /// Starts with the first rows.
  ///
  /// @param opened opens the tokenizer
  TokensAhead(TextRows rows, Supplier<TextTokenizer> opened) {
    this.rows = rows;
    this.tokenizer = thread.submit(opened::get);
    this.next = started();
  }

  private @Nullable Future<TokenRows> started() {
    int first = from;
    int count = rows.after(first);
    from += count;
    return count == 0 ? null : thread.submit(() -> rows.read(Waiting.on(tokenizer), first, count));
  }

  /// Special tokens around every text.
  int specialTokens() throws OrtException {
    return Waiting.on(thread.submit(() -> Waiting.on(tokenizer).specialTokens()));
  }

  /// Tokens of the rows that follow, in their order; empty after the last.
  TokenRows take() throws OrtException {
    Future<TokenRows> waited = next;
    if (waited == null) {
      return TokenRows.NONE;
    }
    TokenRows taken = Waiting.on(waited);
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
