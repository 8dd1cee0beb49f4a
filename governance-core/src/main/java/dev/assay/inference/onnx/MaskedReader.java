package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.assay.common.InputRejected;
import dev.assay.dataset.Task;
import dev.assay.inference.MaskedAnswers;
import dev.assay.inference.MaskedAnswers.One;
import dev.assay.inference.MaskedAnswers.Status;
import dev.assay.inference.MaskedRequest;
import dev.assay.inference.Tuning;
import dev.assay.inference.onnx.MaskedPlan.Hidden;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.MaskedHead;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.ModelReader;
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Asks a masked language model. Texts of like length are asked together, in batches that bound
/// what the model answers: a whole vocabulary for each token. Runs in the worker.
public final class MaskedReader {

  private static final String STEP = "hiding words";

  // decision: 32 MB of logits a call; a larger batch is hardly faster on a processor
  private static final int MOST_LOGITS = 8 << 20;

  // decision: texts are asked in blocks of so many tokens, so that memory does not grow with them
  private static final long BLOCK_TOKENS = 1L << 17;

  private final MaskedRequest request;
  private final MaskedHead head;
  private final OrtSession session;
  private final TokenFeed feed;
  private final TokenBatches batches;
  private final Cancellation cancellation;

  private MaskedReader(
      MaskedRequest request,
      MaskedHead head,
      OrtSession session,
      TokenFeed feed,
      TokenBatches batches,
      Cancellation cancellation) {
    this.request = request;
    this.head = head;
    this.session = session;
    this.feed = feed;
    this.batches = batches;
    this.cancellation = cancellation;
  }

  /// Asks.
  ///
  /// @throws InputRejected when the model is refused or predicts no masked words
  public static MaskedAnswers read(
      MaskedRequest request, Progress progress, Cancellation cancellation) {
    ModelArtefact model = ModelReader.read(request.model());
    OnnxScorer.refuse(model.preScan());
    Transformer beside = model.transformer();
    TransformerFolder folder = TransformerFolder.at(request.model()).orElse(null);
    if (beside == null || folder == null) {
      throw new InputRejected(
          "MASKED-NO-TEXT",
          "The model reads no texts, so it fills no masks.",
          "Give the folder or zip of a masked language model.");
    }
    MaskedHead head = MaskedHead.of(model, folder);
    return OnnxEngine.onDeepStack(
        () -> read(request, model, beside, folder, head, progress, cancellation));
  }

  private static MaskedAnswers read(
      MaskedRequest request,
      ModelArtefact model,
      Transformer beside,
      TransformerFolder folder,
      MaskedHead head,
      Progress progress,
      Cancellation cancellation)
      throws OrtException {
    ModelBinding unbound = new ModelBinding(Task.REGRESSION, List.of(), List.of(), false);
    List<Long> shape = model.inputs().getFirst().shape();
    int budget =
        Math.min(Tuning.USUAL.tokenBudget(), MOST_LOGITS / Math.max(1, head.words().size()));
    Sessions opened =
        Sessions.open(folder.graph(), model, unbound, Device.of("cpu"), request.threads());
    try (TextTokenizer tokenizer = TextTokenizer.open(folder.tokenizer(), 0);
        OrtSession session = opened.session();
        TokenFeed feed = new TokenFeed(model.inputs(), beside.padId(), OnnxEngine.environment())) {
      MaskedPlanner planner = new MaskedPlanner(tokenizer, head, beside);
      TokenBatches batches = TokenBatches.of(shape.get(0), shape.get(1), budget);
      return new MaskedReader(request, head, session, feed, batches, cancellation)
          .all(planner, progress);
    }
  }

  private MaskedAnswers all(MaskedPlanner planner, Progress progress) throws OrtException {
    List<One> answers = new ArrayList<>();
    List<MaskedPlan> block = new ArrayList<>();
    long tokens = 0;
    for (int i = 0; i < request.texts().size(); i++) {
      cancellation.check();
      MaskedPlan plan = planner.plan(request.texts().get(i).masked(head.mask()));
      block.add(plan);
      tokens += plan.hidden().stream().mapToLong(h -> h.tokens().length()).sum();
      if (tokens > BLOCK_TOKENS || i == request.texts().size() - 1) {
        answers.addAll(answers(block));
        block.clear();
        tokens = 0;
        progress.report(STEP, i + 1, request.texts().size());
      }
    }
    return new MaskedAnswers(head.mask(), List.copyOf(answers));
  }

  private List<One> answers(List<MaskedPlan> block) throws OrtException {
    List<Hidden> hidden = block.stream().flatMap(p -> p.hidden().stream()).toList();
    List<Integer> most =
        block.stream()
            .flatMap(p -> p.hidden().stream().map(_ -> p.words() ? request.top() : 0))
            .toList();
    MaskedWord[] words = ask(hidden, most);
    List<One> answers = new ArrayList<>();
    int at = 0;
    for (MaskedPlan plan : block) {
      int end = at + plan.hidden().size();
      answers.add(answer(plan, List.of(words).subList(at, end)));
      at = end;
    }
    return answers;
  }

  private static One answer(MaskedPlan plan, List<MaskedWord> words) {
    if (!plan.words()) {
      List<Double> logs = words.stream().map(MaskedWord::log).toList();
      int own = logs.size() - plan.others();
      return new One(
          plan.status(),
          List.copyOf(logs.subList(0, own)),
          List.copyOf(logs.subList(own, logs.size())),
          0,
          List.of());
    }
    MaskedWord word = words.getFirst();
    List<Double> logs = plan.status() == Status.ASKED ? List.of(word.log()) : List.of();
    return new One(plan.status(), logs, List.of(), word.rank(), word.top());
  }

  private MaskedWord[] ask(List<Hidden> hidden, List<Integer> most) throws OrtException {
    List<Encoded> texts = hidden.stream().map(Hidden::tokens).toList();
    MaskedWord[] words = new MaskedWord[hidden.size()];
    for (int[] batch : batches.of(texts)) {
      cancellation.check();
      int longest = IntStream.of(batch).map(i -> texts.get(i).length()).max().orElse(0);
      int length = batches.lengthFor(longest);
      Map<String, OnnxTensor> inputs =
          feed.fill(texts, batch, batches.rowsFor(batch.length), length);
      try (OrtSession.Result result = session.run(inputs, Set.of(head.output()))) {
        if (!(result.get(head.output()).orElse(null) instanceof OnnxTensor tensor)) {
          throw noLogits("they are no tensor of numbers");
        }
        read(tensor, length, hidden, batch, most, words);
      }
    }
    return words;
  }

  private void read(
      OnnxTensor tensor,
      int length,
      List<Hidden> hidden,
      int[] batch,
      List<Integer> most,
      MaskedWord[] words) {
    long[] shape = tensor.getInfo().getShape();
    FloatBuffer logits = tensor.getFloatBuffer();
    if (logits == null || shape.length != 3 || shape[0] < batch.length || shape[1] != length) {
      throw noLogits("their shape is not [text, token, word]");
    }
    int width = (int) shape[2];
    for (int row = 0; row < batch.length; row++) {
      Hidden asked = hidden.get(batch[row]);
      if (asked.token() >= width) {
        throw noLogits("there are " + width + " a token, and the tokenizer has more words");
      }
      int at = (row * length + asked.place()) * width;
      words[batch[row]] =
          MaskedWord.of(logits, at, width, asked.token(), most.get(batch[row]), head);
    }
  }

  private static InputRejected noLogits(String why) {
    return new InputRejected(
        "MASKED-HEAD",
        "The graph's logits do not predict hidden words: " + why + ".",
        "Give a masked language model, exported for the task fill-mask.");
  }
}
