package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.common.InputRejected;
import dev.assay.dataset.Task;
import dev.assay.inference.ContinueRequest;
import dev.assay.inference.Continued;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.CausalGraph;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.ModelReader;
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/// Has a model go on with one text, or weighs one, and tells every token with its probability. What
/// is written is read once more as a whole, so that both are told by the same code. Runs in the
/// worker, on the processor.
public final class CausalReader {

  private static final String WRITING = "writing";
  private static final String WEIGHING = "weighing tokens";

  // decision: a page of text; every further token costs a whole vocabulary of logits
  private static final int MOST_TOKENS = 1_000;

  private final ContinueRequest request;
  private final ModelArtefact model;
  private final Transformer beside;
  private final TransformerFolder folder;
  private final CausalGraph graph;

  private CausalReader(
      ContinueRequest request,
      ModelArtefact model,
      Transformer beside,
      TransformerFolder folder,
      CausalGraph graph) {
    this.request = request;
    this.model = model;
    this.beside = beside;
    this.folder = folder;
    this.graph = graph;
  }

  /// Writes or weighs.
  ///
  /// @throws InputRejected when the model is refused or goes on with no texts, or the text is too
  ///   long for it or empty
  public static Continued read(
      ContinueRequest request, Progress progress, Cancellation cancellation) {
    ModelArtefact model = ModelReader.read(request.model());
    OnnxScorer.refuse(model.preScan());
    Transformer beside = model.transformer();
    TransformerFolder folder = TransformerFolder.at(request.model()).orElse(null);
    if (beside == null || folder == null || !CausalGraph.is(model)) {
      throw new InputRejected(
          "CAUSAL-HEAD",
          "The model does not go on with texts; only models of the kinds …ForCausalLM and"
              + " …LMHeadModel do.",
          "Give a text generation model, exported for the task text-generation.");
    }
    CausalReader reader = new CausalReader(request, model, beside, folder, CausalGraph.of(model));
    return OnnxEngine.onDeepStack(() -> reader.all(progress, cancellation));
  }

  private Continued all(Progress progress, Cancellation cancellation) throws OrtException {
    cancellation.check();
    try (TextTokenizer tokenizer = TextTokenizer.open(folder.tokenizer(), 0);
        CausalSession session = open();
        RunOptions options = new RunOptions();
        CancelWatch _ = CancelWatch.over(options, cancellation)) {
      CausalTokens tokens = CausalTokens.of(beside, tokenizer);
      CausalPieces pieces = new CausalPieces(session, tokenizer, request.top(), MOST_TOKENS);
      if (request.text() != null) {
        progress.report(WEIGHING, 0, -1);
        for (Continuation window : windows(tokens, request.text())) {
          cancellation.check();
          pieces.add(window, options);
        }
        return pieces.told(false);
      }
      progress.report(WRITING, 0, -1);
      long[] prompt =
          tokens.asked(
              Objects.requireNonNullElse(request.prompt(), ""),
              request.decoding().maxNewTokens(),
              "");
      CausalGeneration.Written written =
          new CausalGeneration(
                  session, graph, beside, tokenizer, request.decoding(), options, cancellation)
              .of(List.of(prompt), 0)
              .getFirst();
      long[] ids = LongStream.concat(LongStream.of(prompt), LongStream.of(written.ids())).toArray();
      pieces.add(new Continuation(ids, written.ids().length, false), options);
      return pieces.told(beside.ends().end().contains(ids[ids.length - 1]));
    } catch (OrtException e) {
      cancellation.check();
      throw e;
    }
  }

  private List<Continuation> windows(CausalTokens tokens, String text) {
    String prompt = request.prompt();
    if (text.isBlank()) {
      throw new InputRejected(
          "CAUSAL-NO-TEXT",
          "There is no text to weigh.",
          "Write one, or choose a row that has one.");
    }
    if (prompt == null) {
      return tokens.whole(text, 1, "");
    }
    Continuation behind = tokens.behind(prompt, text, "");
    return behind == null ? List.of() : List.of(behind);
  }

  private CausalSession open() throws OrtException {
    ModelBinding unbound = new ModelBinding(Task.REGRESSION, List.of(), List.of(), false);
    Sessions opened =
        Sessions.open(folder.graph(), model, unbound, Device.of("cpu"), request.threads());
    return new CausalSession(opened.session(), model, graph);
  }
}
