package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.ModelArtefact;
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Texts of chosen lengths: tokens of the dataset's texts, cut or repeated to the length. A
/// transformer takes as long whatever its tokens say.
final class TextCostInputs implements FilledInputs {

  private static final int SAMPLE = 512;
  private static final int SHORTEST = 8;
  private static final int[] BATCHES = {8, 32};

  private final TextTokenizer tokenizer;
  private final TextRows rows;
  private final List<Encoded> sample;
  private final int[] lengths;
  private final int typical;
  private final List<Shape> shapes;
  private final ModelArtefact model;
  private final long padId;
  private final Map<Shape, TokenFeed> feeds = new HashMap<>();

  TextCostInputs(
      ScoreRequest request,
      ModelArtefact model,
      Transformer beside,
      TransformerFolder folder,
      ColumnarFolder dataset) {
    this.model = model;
    this.padId = beside.padId();
    this.tokenizer = TextTokenizer.open(folder.tokenizer(), beside.maxLength());
    boolean whole = false;
    try {
      this.rows = TextRows.cut(dataset, request.binding().inputs().getFirst(), beside.embeddings());
      this.sample = rows.read(tokenizer, 0, Math.min(SAMPLE, dataset.rows())).texts();
      whole = true;
    } finally {
      if (!whole) {
        tokenizer.close();
      }
    }
    this.lengths = sample.stream().mapToInt(Encoded::length).sorted().toArray();
    List<Long> shape = model.inputs().getFirst().shape();
    TokenBatches plan = TokenBatches.of(shape.get(0), shape.get(1));
    List<Integer> timed = lengths(plan, beside.maxLength());
    int median = lengths[(lengths.length - 1) / 2];
    this.typical = timed.stream().filter(t -> t >= median).findFirst().orElse(timed.getLast());
    this.shapes = shapes(plan, timed);
  }

  /// Lengths that double from text to text, until the longest is reached.
  private List<Integer> lengths(TokenBatches plan, int maxLength) {
    List<Integer> tokens = new ArrayList<>();
    if (plan.length() > 0) {
      tokens.add(plan.length());
    } else {
      int most = maxLength > 0 ? maxLength : Integer.MAX_VALUE;
      int longest = Math.min(most, lengths[lengths.length - 1]);
      for (int length = Math.min(most, SHORTEST); ; length = Math.min(most, 2 * length)) {
        tokens.add(length);
        if (length >= longest) {
          break;
        }
      }
    }
    return List.copyOf(tokens);
  }

  private List<Shape> shapes(TokenBatches plan, List<Integer> tokens) {
    List<Shape> all = new ArrayList<>();
    tokens.forEach(length -> all.add(new Shape(plan.rowsFor(1), length)));
    if (plan.rows() == 0) {
      for (int batch : BATCHES) {
        all.add(new Shape(batch, typical));
      }
    }
    return List.copyOf(all);
  }

  @Override
  public String unit() {
    return "text";
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
    return lengths[Math.ceilDiv(95 * lengths.length, 100) - 1];
  }

  @Override
  public Map<String, OnnxTensor> fill(Shape shape, int call) throws OrtException {
    List<Encoded> texts = new ArrayList<>();
    int[] batch = new int[shape.rows()];
    for (int r = 0; r < shape.rows(); r++) {
      int which = (int) (((long) call * shape.rows() + r) % sample.size());
      texts.add(ofLength(sample.get(which), shape.tokens()));
      batch[r] = r;
    }
    return feeds
        .computeIfAbsent(shape, s -> new TokenFeed(model.inputs(), padId, OnnxEngine.environment()))
        .fill(texts, batch, shape.rows(), shape.tokens());
  }

  private static Encoded ofLength(Encoded text, int length) {
    long[] ids = new long[length];
    long[] types = new long[length];
    for (int i = 0; i < length; i++) {
      ids[i] = text.ids()[i % text.length()];
      types[i] = text.typeIds()[i % text.length()];
    }
    return new Encoded(ids, types, false);
  }

  @Override
  public void prepare(int row) {
    rows.read(tokenizer, row % sample.size(), 1);
  }

  @Override
  public void close() {
    feeds.values().forEach(TokenFeed::close);
    tokenizer.close();
  }
}
