package dev.assay.inference.onnx;

import ai.onnxruntime.OrtSession;
import dev.assay.common.InputRejected;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.inference.TextAsk;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.CausalGraph;
import dev.assay.model.ModelArtefact;
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Prompts of chosen lengths for a model that goes on with texts, and the answers written behind
/// them; where no answers are asked for, texts whose likelihood is. Tokens are the dataset's, cut
/// or repeated to the length.
final class CausalCostInputs implements CostInputs {

  private static final int SAMPLE = 256;
  private static final int SHORTEST = 8;
  private static final int LONGER = 4;
  private static final int[] BATCHES = {4, 16};

  private final TextAsk ask;
  private final CausalGraph graph;
  private final TextTokenizer tokenizer;
  private final CausalTexts texts;
  private final List<long[]> sample;
  private final int[] lengths;
  private final int newTokens;
  private final int typical;
  private final List<Shape> shapes;

  CausalCostInputs(
      TextAsk ask,
      ModelArtefact model,
      Transformer beside,
      TransformerFolder folder,
      ColumnarFolder dataset) {
    this.ask = ask;
    this.graph = CausalGraph.of(model);
    this.newTokens = ask.kind() == TextAsk.Kind.GENERATE ? ask.decoding().maxNewTokens() : 0;
    this.tokenizer = TextTokenizer.open(folder.tokenizer(), 0);
    boolean whole = false;
    try {
      this.texts = new CausalTexts(dataset, ask, beside, tokenizer);
      this.sample = sample(dataset.rows());
      whole = true;
    } finally {
      if (!whole) {
        tokenizer.close();
      }
    }
    this.lengths = sample.stream().mapToInt(ids -> ids.length).sorted().toArray();
    List<Integer> timed = timed(beside.maxLength());
    int median = lengths[(lengths.length - 1) / 2];
    this.typical = timed.stream().filter(t -> t >= median).findFirst().orElse(timed.getLast());
    this.shapes = shapes(timed, CausalScoring.budget(beside.embeddings()));
  }

  private List<long[]> sample(int rows) {
    List<long[]> read = new ArrayList<>();
    for (int row = 0; row < Math.min(SAMPLE, rows); row++) {
      read.addAll(of(row));
    }
    if (read.isEmpty()) {
      throw new InputRejected(
          "COST-EMPTY",
          "Nothing can be timed: none of the first rows has a text.",
          "Give a dataset with texts that the model is asked about.");
    }
    return List.copyOf(read);
  }

  /// What the model reads for a row.
  private List<long[]> of(int row) {
    if (newTokens > 0) {
      return List.of(texts.asked(row));
    }
    List<long[]> read = new ArrayList<>();
    for (Continuation one : texts.scored(row, 1)) {
      if (one != null && one.length() > 0) {
        read.add(one.ids());
      }
    }
    return read;
  }

  /// Lengths that grow fourfold until the longest is reached.
  private List<Integer> timed(int maxLength) {
    List<Integer> timed = new ArrayList<>();
    int most = maxLength > 0 ? Math.max(1, maxLength - newTokens) : Integer.MAX_VALUE;
    int longest = Math.min(most, lengths[lengths.length - 1]);
    int length = Math.min(most, SHORTEST);
    timed.add(length);
    while (length < longest) {
      length = Math.min(most, LONGER * length);
      timed.add(length);
    }
    return List.copyOf(timed);
  }

  /// decision: batches are timed as runs make them, which hold no more logits than the budget
  private List<Shape> shapes(List<Integer> timed, int budget) {
    List<Shape> all = new ArrayList<>();
    timed.forEach(length -> all.add(new Shape(1, length)));
    int read = typical + (graph.past().isEmpty() ? newTokens : 0);
    for (int rows : BATCHES) {
      if ((long) rows * read <= budget) {
        all.add(new Shape(rows, typical));
      }
    }
    return List.copyOf(all);
  }

  /// Tokens of every answer, 0 when none are written.
  int newTokens() {
    return newTokens;
  }

  /// The tokens of a place in a call.
  long[] prompt(Shape shape, int call, int row) {
    long[] text = sample.get((int) (((long) call * shape.rows() + row) % sample.size()));
    long[] ids = new long[shape.tokens()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = text[i % text.length];
    }
    return ids;
  }

  @Override
  public TimedModel timed(OrtSession session, ModelArtefact model, Set<String> wanted) {
    return new TimedAnswers(new CausalSession(session, model, graph), graph, this);
  }

  @Override
  public int warmUps() {
    return 1;
  }

  @Override
  public String unit() {
    return ask.kind() == TextAsk.Kind.GENERATE ? "answer" : "text";
  }

  @Override
  public List<Shape> shapes() {
    return shapes;
  }

  @Override
  public int typicalTokens() {
    return typical;
  }

  @Override
  public int longestTokens() {
    return Math.min(
        lengths[Math.ceilDiv(95 * lengths.length, 100) - 1],
        shapes.stream().mapToInt(Shape::tokens).max().orElseThrow());
  }

  @Override
  public void prepare(int row) {
    of(row % sample.size());
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
