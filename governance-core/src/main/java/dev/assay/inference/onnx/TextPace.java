package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.inference.Pace;
import dev.assay.inference.PaceRequest;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelReader;
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// Measures how fast a text model reads texts: as Assay does, what the runtime alone takes for the
/// same batches, and as is commonly done, in file order with 32 texts a batch. All ways take turns
/// in one process, so that whatever else the machine does falls on all of them.
public final class TextPace {

  private static final int COMMON_BATCH = 32;
  private static final int COMMON_LENGTH = 128;
  private static final double NANOS = 1e9;

  private final PaceRequest request;
  private final ModelArtefact model;
  private final Transformer beside;
  private final TransformerFolder folder;
  private final ColumnarFolder dataset;
  private final Device device;
  private final Cancellation cancellation;

  private TextPace(PaceRequest request, Cancellation cancellation) {
    ScoreRequest score = request.score();
    this.request = request;
    this.model = ModelReader.read(score.model());
    this.beside = Objects.requireNonNull(model.transformer(), "a text model");
    this.folder = TransformerFolder.at(score.model()).orElseThrow();
    this.dataset = ColumnarFolder.open(score.datasetFolder());
    this.device = Device.of(score.plan().provider());
    this.cancellation = cancellation;
  }

  /// Measures.
  ///
  /// @throws dev.assay.common.Cancelled when it was stopped
  public static Pace measure(PaceRequest request, Cancellation cancellation) {
    TextPace pace = new TextPace(request, cancellation);
    return OnnxEngine.onDeepStack(pace::run);
  }

  private Pace run() throws OrtException {
    List<Double> load = new ArrayList<>();
    List<Double> tokenize = new ArrayList<>();
    List<Double> whole = new ArrayList<>();
    List<List<Double>> alone = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Encoded> texts = tokens();
    List<Batches> ways = List.of(own(texts), inOrder(texts, false), inOrder(texts, true));
    for (int pass = request.first(); pass <= request.last(); pass++) { // pass 0 warms up
      boolean counts = pass > 0;
      long start = System.nanoTime();
      try (OrtSession session = open()) {
        keep(load, counts, start);
        for (int w = 0; w < ways.size(); w++) {
          cancellation.check();
          keepNanos(alone.get(w), counts, calls(session, ways.get(w)));
        }
      }
      long tokenizing = System.nanoTime();
      tokens();
      keep(tokenize, counts, tokenizing);
      cancellation.check();
      long all = System.nanoTime();
      wholeRun(pass);
      keep(whole, counts, all);
    }
    return pace(texts, load, tokenize, whole, alone, ways);
  }

  private Pace pace(
      List<Encoded> texts,
      List<Double> load,
      List<Double> tokenize,
      List<Double> whole,
      List<List<Double>> alone,
      List<Batches> ways) {
    TreeMap<String, String> words = new TreeMap<>();
    words.put("provider", device.name());
    words.put("threads", String.valueOf(request.score().plan().threads()));
    List<Pace.Way> all = new ArrayList<>();
    all.add(
        new Pace.Way(
            "assay",
            "the whole run: model loaded, texts tokenised while it loads and runs, like lengths"
                + " together, scores written",
            ways.getFirst().places(),
            List.copyOf(whole)));
    for (int w = 0; w < ways.size(); w++) {
      all.add(
          new Pace.Way(
              ways.get(w).id, ways.get(w).words, ways.get(w).places(), List.copyOf(alone.get(w))));
    }
    return new Pace(
        texts.size(),
        texts.stream().mapToLong(Encoded::length).sum(),
        List.copyOf(load),
        List.copyOf(tokenize),
        List.copyOf(all),
        words);
  }

  private static void keep(List<Double> kept, boolean counts, long start) {
    keepNanos(kept, counts, System.nanoTime() - start);
  }

  private static void keepNanos(List<Double> kept, boolean counts, long nanos) {
    if (counts) {
      kept.add(nanos / NANOS);
    }
  }

  private List<Encoded> tokens() {
    try (TextTokenizer tokenizer = TextTokenizer.open(folder.tokenizer(), beside.maxLength())) {
      return rows().read(tokenizer, 0, dataset.rows()).texts();
    }
  }

  private TextRows rows() {
    return TextRows.cut(
        dataset, request.score().binding().inputs().getFirst(), beside.embeddings());
  }

  private OrtSession open() throws OrtException {
    return Sessions.open(
            folder.graph(),
            model,
            request.score().binding(),
            device,
            request.score().plan().threads())
        .session();
  }

  private void wholeRun(int pass) throws OrtException {
    Path output = request.scratch(pass);
    try {
      Files.createDirectory(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ScoreRequest asked = request.score();
    new TextScoringRun(
            new ScoreRequest(
                asked.model(), asked.datasetFolder(), asked.binding(), asked.plan(), output),
            model,
            beside,
            folder,
            dataset,
            RunDevices.of(device))
        .run(Progress.NONE, cancellation);
  }

  /// Nanoseconds that calls of the runtime take; filling the inputs is not counted.
  private long calls(OrtSession session, Batches way) throws OrtException {
    long nanos = 0;
    try (TokenFeed feed = new TokenFeed(model.inputs(), beside.padId(), OnnxEngine.environment())) {
      for (int b = 0; b < way.batches.size(); b++) {
        cancellation.check();
        int[] batch = way.batches.get(b);
        Map<String, OnnxTensor> inputs =
            feed.fill(way.texts, batch, batch.length, way.lengths.get(b));
        long start = System.nanoTime();
        session.run(inputs, Set.copyOf(session.getOutputNames())).close();
        nanos += System.nanoTime() - start;
      }
      return nanos;
    }
  }

  /// Batches of texts.
  ///
  /// @param lengths tokens that each text of a batch has
  private record Batches(
      String id, String words, List<Encoded> texts, List<int[]> batches, List<Integer> lengths) {

    long places() {
      long places = 0;
      for (int b = 0; b < batches.size(); b++) {
        places += (long) batches.get(b).length * lengths.get(b);
      }
      return places;
    }
  }

  private Batches own(List<Encoded> texts) {
    List<Long> shape = model.inputs().getFirst().shape();
    TokenBatches plan = TokenBatches.of(shape.get(0), shape.get(1));
    List<int[]> batches = new ArrayList<>();
    TextRows rows = rows();
    for (int from = 0, count; (count = rows.after(from)) > 0; from += count) {
      int first = from;
      plan.of(texts.subList(from, from + count)).stream()
          .map(batch -> Arrays.stream(batch).map(i -> first + i).toArray())
          .forEach(batches::add);
    }
    return new Batches(
        "ceiling",
        "calls of the runtime alone, in the same batches, tokens made before",
        texts,
        batches,
        batches.stream().map(b -> plan.lengthFor(texts.get(b[b.length - 1]).length())).toList());
  }

  /// Texts in the order of the file.
  private static Batches inOrder(List<Encoded> texts, boolean padded) {
    List<Encoded> cut = padded ? texts.stream().map(TextPace::cut).toList() : texts;
    List<int[]> batches = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    for (int from = 0; from < texts.size(); from += COMMON_BATCH) {
      int first = from;
      int[] batch = new int[Math.min(COMMON_BATCH, texts.size() - from)];
      Arrays.setAll(batch, i -> first + i);
      batches.add(batch);
      lengths.add(
          padded
              ? COMMON_LENGTH
              : Arrays.stream(batch).map(i -> cut.get(i).length()).max().orElseThrow());
    }
    return padded
        ? new Batches(
            "padded_128_32",
            "calls of the runtime alone, file order, 32 texts a batch, each filled up to 128"
                + " tokens",
            cut,
            batches,
            lengths)
        : new Batches(
            "file_order_32",
            "calls of the runtime alone, file order, 32 texts a batch, filled up to the longest",
            cut,
            batches,
            lengths);
  }

  private static Encoded cut(Encoded text) {
    return text.length() <= COMMON_LENGTH
        ? text
        : new Encoded(
            Arrays.copyOf(text.ids(), COMMON_LENGTH),
            Arrays.copyOf(text.typeIds(), COMMON_LENGTH),
            true);
  }
}
