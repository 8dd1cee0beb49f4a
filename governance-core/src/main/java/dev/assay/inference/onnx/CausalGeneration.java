package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.CausalGraph;
import dev.assay.model.Transformer;
import dev.assay.work.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Writes answers: several prompts together, filled up on the left, token by token; keys and values
/// of earlier tokens are given back where the graph takes them, else all tokens are read again.
final class CausalGeneration {

  private static final int MOST_ROWS = 16;

  private final CausalSession session;
  private final CausalGraph graph;
  private final Transformer beside;
  private final TextTokenizer tokenizer;
  private final Decoding decoding;
  private final RunOptions options;
  private final Cancellation cancellation;
  private final int budget;
  private long places;
  private int batches;

  CausalGeneration(
      CausalSession session,
      CausalGraph graph,
      Transformer beside,
      TextTokenizer tokenizer,
      Decoding decoding,
      RunOptions options,
      Cancellation cancellation) {
    this.session = session;
    this.graph = graph;
    this.beside = beside;
    this.tokenizer = tokenizer;
    this.decoding = decoding;
    this.options = options;
    this.cancellation = cancellation;
    this.budget = CausalScoring.budget(beside.embeddings());
  }

  /// What was written behind a prompt.
  ///
  /// @param ids tokens, the one that ended the text included
  /// @param finish see [dev.assay.inference.ScoreColumns#FINISH]
  record Written(long[] ids, String text, int finish) {}

  /// Places of all calls, those that only fill prompts up included.
  long places() {
    return places;
  }

  int batches() {
    return batches;
  }

  /// What follows each prompt, in order.
  ///
  /// @param first dataset row of the first prompt
  List<Written> of(List<long[]> prompts, int first) throws OrtException {
    int[] order =
        IntStream.range(0, prompts.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> prompts.get(i).length))
            .mapToInt(Integer::intValue)
            .toArray();
    Written[] written = new Written[prompts.size()];
    int from = 0;
    while (from < order.length) {
      int to = from + 1;
      while (to < order.length && fits(prompts, order, from, to)) {
        to++;
      }
      List<Row> rows = new ArrayList<>();
      for (int i = from; i < to; i++) {
        rows.add(new Row(prompts.get(order[i]), new TokenSampler(decoding, first + order[i])));
      }
      write(rows);
      for (int i = from; i < to; i++) {
        written[order[i]] = rows.get(i - from).written();
      }
      from = to;
    }
    return List.of(written);
  }

  /// decision: a graph that is told neither positions nor which tokens fill up would misread a
  /// prompt that is filled up on the left, so that prompts of one length only are read together
  private boolean fits(List<long[]> prompts, int[] order, int from, int to) {
    int length = prompts.get(order[to]).length;
    boolean same = length == prompts.get(order[from]).length;
    boolean padded = graph.positions() && graph.mask();
    int all = graph.past().isEmpty() ? length + decoding.maxNewTokens() : length;
    return (same || padded) && to - from < MOST_ROWS && (to - from + 1) * all <= budget;
  }

  private void write(List<Row> rows) throws OrtException {
    int width = rows.getLast().prompt.length;
    boolean keeps = !graph.past().isEmpty();
    CausalSession.@Nullable Step before = null;
    batches++;
    try {
      for (int n = 0; rows.stream().anyMatch(r -> r.finish < 0); n++) {
        cancellation.check();
        CausalSession.Tokens tokens = tokens(rows, width + n, keeps && n > 0);
        places += tokens.ids().length;
        CausalSession.Step step = session.run(tokens, before, keeps, options);
        close(before);
        before = step;
        for (int r = 0; r < rows.size(); r++) {
          rows.get(r).add(step.logits(), r);
        }
      }
    } finally {
      close(before);
    }
  }

  private static void close(CausalSession.@Nullable Step step) {
    if (step != null) {
      step.close();
    }
  }

  /// @param length tokens of the longest row so far
  /// @param last whether only the last token of each row is read
  private CausalSession.Tokens tokens(List<Row> rows, int length, boolean last) {
    int read = last ? 1 : length;
    long[] ids = new long[rows.size() * read];
    long[] positions = new long[ids.length];
    long[] mask = new long[rows.size() * length];
    for (int r = 0; r < rows.size(); r++) {
      Row row = rows.get(r);
      int before = length - row.length(length);
      for (int t = 0; t < length; t++) {
        mask[r * length + t] = t < before ? 0 : 1;
        int at = t - (length - read);
        if (at >= 0) {
          ids[r * read + at] = t < before ? beside.padId() : row.token(t - before, beside.padId());
          positions[r * read + at] = Math.max(0, t - before);
        }
      }
    }
    return new CausalSession.Tokens(rows.size(), read, ids, positions, mask);
  }

  /// A prompt and what is written behind it.
  private final class Row {
    private final long[] prompt;
    private final TokenSampler sampler;
    private final long[] ids = new long[decoding.maxNewTokens()];
    private int size;
    private int finish = -1;
    private String text = "";
    private int steps;

    Row(long[] prompt, TokenSampler sampler) {
      this.prompt = prompt;
      this.sampler = sampler;
    }

    /// Tokens of the row when the longest of its batch has so many; one that is finished is filled
    /// up on the right.
    int length(int ofLongest) {
      return Math.min(ofLongest, prompt.length + steps);
    }

    long token(int place, long padId) {
      int own = place - prompt.length;
      return own < 0 ? prompt[place] : own < size ? ids[own] : padId;
    }

    void add(CausalSession.Logits logits, int row) {
      steps++;
      if (finish >= 0) {
        return;
      }
      long next = sampler.next(logits.last(row));
      ids[size++] = next;
      boolean end = beside.ends().end().contains(next);
      int stop = end || decoding.stops().isEmpty() ? -1 : stop();
      if (end || stop >= 0 || size == ids.length) {
        finish = end ? 1 : stop >= 0 ? 2 : 0;
        text = stop >= 0 ? decoded(size).substring(0, stop) : decoded(end ? size - 1 : size);
      }
    }

    private int stop() {
      String decoded = decoded(size);
      return decoding.stops().stream()
          .mapToInt(decoded::indexOf)
          .filter(at -> at >= 0)
          .min()
          .orElse(-1);
    }

    private String decoded(int first) {
      return tokenizer.decode(Arrays.copyOf(ids, first));
    }

    Written written() {
      return new Written(Arrays.copyOf(ids, size), text, finish);
    }
  }
}
