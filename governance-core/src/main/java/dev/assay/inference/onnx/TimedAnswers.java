package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.inference.cost.GenerationTimes;
import dev.assay.inference.cost.Latency;
import dev.assay.inference.cost.Timing;
import dev.assay.inference.onnx.CostInputs.Shape;
import dev.assay.model.CausalGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A loaded model that goes on with texts, timed token by token: prompts are read together, the
/// most likely token is taken, and every answer gets all of its tokens, whatever they are. Making
/// tensors and finding the likeliest token are in the times.
final class TimedAnswers implements TimedModel {

  private static final double MILLI = 1e6;

  private final CausalSession session;
  private final CausalGraph graph;
  private final CausalCostInputs inputs;
  private final Map<Shape, Times> times = new LinkedHashMap<>();

  TimedAnswers(CausalSession session, CausalGraph graph, CausalCostInputs inputs) {
    this.session = session;
    this.graph = graph;
    this.inputs = inputs;
  }

  /// Times of one shape; those of its first answers, which warm up, are not kept apart from the
  /// very first.
  private static final class Times {
    private final List<Long> first = new ArrayList<>();
    private final List<Long> next = new ArrayList<>();
    private long coldFirst;
    private long coldNext;
    private int answers;
  }

  @Override
  public long first(Shape shape, int call, RunOptions options) throws OrtException {
    return written(shape, call, Math.min(1, inputs.newTokens()), options)[0];
  }

  @Override
  public long nanos(Shape shape, int call, RunOptions options) throws OrtException {
    long[] steps = written(shape, call, inputs.newTokens(), options);
    Times own = times.computeIfAbsent(shape, _ -> new Times());
    if (own.answers == 0) {
      own.coldFirst = steps[0];
      own.coldNext = steps.length > 1 ? steps[1] : 0;
    }
    if (own.answers++ >= inputs.warmUps()) {
      own.first.add(steps[0]);
      Arrays.stream(steps).skip(1).forEach(own.next::add);
    }
    return Arrays.stream(steps).sum();
  }

  /// Nanoseconds of each new token; of a text that is only read, of reading it.
  private long[] written(Shape shape, int call, int most, RunOptions options) throws OrtException {
    long[][] rows = new long[shape.rows()][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = Arrays.copyOf(inputs.prompt(shape, call, r), shape.tokens() + most);
    }
    boolean keeps = !graph.past().isEmpty() && most > 0;
    long[] nanos = new long[Math.max(1, most)];
    CausalSession.@Nullable Step before = null;
    try {
      for (int n = 0; n < nanos.length; n++) {
        long start = System.nanoTime();
        CausalSession.Step step =
            session.run(tokens(rows, shape.tokens() + n, keeps && n > 0), before, keeps, options);
        if (before != null) {
          before.close();
        }
        before = step;
        if (most > 0) {
          for (int r = 0; r < rows.length; r++) {
            rows[r][shape.tokens() + n] = likeliest(step.logits().last(r));
          }
        }
        nanos[n] = System.nanoTime() - start;
      }
    } finally {
      if (before != null) {
        before.close();
      }
    }
    return nanos;
  }

  private static CausalSession.Tokens tokens(long[][] rows, int length, boolean last) {
    int read = last ? 1 : length;
    long[] ids = new long[rows.length * read];
    long[] positions = new long[ids.length];
    long[] mask = new long[rows.length * length];
    Arrays.fill(mask, 1);
    for (int i = 0; i < ids.length; i++) {
      int at = length - read + i % read;
      ids[i] = rows[i / read][at];
      positions[i] = at;
    }
    return new CausalSession.Tokens(rows.length, read, ids, positions, mask);
  }

  private static int likeliest(double[] logits) {
    int best = 0;
    for (int v = 1; v < logits.length; v++) {
      best = logits[v] > logits[best] ? v : best;
    }
    return best;
  }

  @Override
  public @Nullable GenerationTimes generation() {
    if (inputs.newTokens() == 0) {
      return null;
    }
    List<Latency> first = new ArrayList<>();
    List<Latency> next = new ArrayList<>();
    times.forEach(
        (shape, own) -> {
          first.add(latency(shape, own.coldFirst, own.first));
          if (!own.next.isEmpty() && !graph.past().isEmpty()) {
            next.add(latency(shape, own.coldNext, own.next));
          }
        });
    return new GenerationTimes(inputs.newTokens(), first, next, undefined(next));
  }

  private String undefined(List<Latency> next) {
    if (!next.isEmpty()) {
      return "";
    }
    return graph.past().isEmpty()
        ? "the graph keeps no keys and values, so every new token reads all tokens before it again"
        : "every answer has one token";
  }

  private static Latency latency(Shape shape, long cold, List<Long> nanos) {
    return new Latency(
        shape.rows(),
        shape.tokens(),
        cold / MILLI,
        Timing.of(nanos.stream().mapToDouble(n -> n / MILLI).toArray()));
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
