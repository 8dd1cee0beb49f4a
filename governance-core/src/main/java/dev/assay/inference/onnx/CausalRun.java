package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.common.Rounded;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.IntegerSink;
import dev.assay.dataset.NumberSink;
import dev.assay.dataset.TextSink;
import dev.assay.dataset.Warning;
import dev.assay.inference.LongTexts;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.TextAsk;
import dev.assay.inference.TextReport;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.CausalGraph;
import dev.assay.model.ModelArtefact;
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One run of a model that goes on with texts over a dataset.
final class CausalRun {

  private static final String STEP = "scoring texts";
  private static final String WRITING = "writing answers";
  private static final int CHUNK = 256;
  private static final int COLUMNS = 3;

  private final ScoreRequest request;
  private final TextAsk ask;
  private final ModelArtefact model;
  private final Transformer beside;
  private final TransformerFolder folder;
  private final ColumnarFolder dataset;
  private final Device device;
  private final CausalGraph graph;
  private final Totals totals = new Totals();

  CausalRun(
      ScoreRequest request,
      TextAsk ask,
      ModelArtefact model,
      Transformer beside,
      TransformerFolder folder,
      ColumnarFolder dataset,
      Device device) {
    this.request = request;
    this.ask = ask;
    this.model = model;
    this.beside = beside;
    this.folder = folder;
    this.dataset = dataset;
    this.device = device;
    this.graph = CausalGraph.of(model);
  }

  /// Counts over all rows.
  private static final class Totals {
    private long tokens;
    private long unknown;
    private long cut;
    private long empty;
    private long windowed;
    private long windows;
    private long places;
    private int batches;
    private int longest;
  }

  ScoreReport run(Progress progress, Cancellation cancellation) throws OrtException {
    ColumnarWriter writer =
        ColumnarWriter.into(request.output(), COLUMNS + Math.max(COLUMNS, ask.choices().size()));
    cancellation.check();
    long start = System.nanoTime();
    try (TextTokenizer tokenizer = TextTokenizer.open(folder.tokenizer(), 0);
        CausalSession session = open();
        RunOptions options = new RunOptions();
        CancelWatch _ = CancelWatch.over(options, cancellation)) {
      long loaded = System.nanoTime();
      CausalTexts texts = new CausalTexts(dataset, ask, beside, tokenizer);
      Beside columns = new Beside(writer);
      if (ask.kind() == TextAsk.Kind.GENERATE) {
        CausalGeneration generation =
            new CausalGeneration(
                session, graph, beside, tokenizer, ask.decoding(), options, cancellation);
        generate(texts, generation, writer, columns, progress);
        totals.places = generation.places();
        totals.batches = generation.batches();
      } else {
        CausalScoring scoring =
            new CausalScoring(session, beside.padId(), beside.embeddings(), options);
        score(texts, scoring, writer, columns, progress, cancellation);
        totals.places = scoring.places();
        totals.batches = scoring.batches();
      }
      writer.finish();
      return report(session, (loaded - start) / 1_000_000, loaded);
    } catch (OrtException e) {
      cancellation.check();
      throw e;
    }
  }

  private CausalSession open() throws OrtException {
    Sessions opened =
        Sessions.open(
            folder.graph(),
            model,
            request.binding(),
            device,
            request.plan().threads(),
            request.plan().tuning().graph());
    return new CausalSession(opened.session(), model, graph);
  }

  private void score(
      CausalTexts texts,
      CausalScoring scoring,
      ColumnarWriter writer,
      Beside columns,
      Progress progress,
      Cancellation cancellation)
      throws OrtException {
    boolean several = ask.kind() == TextAsk.Kind.CHOICES;
    LongTexts longTexts = request.plan().longTexts();
    int context = Math.max(1, longTexts.windows() ? longTexts.overlap(beside.maxLength()) : 1);
    List<List<@Nullable Continuation>> all = new ArrayList<>();
    List<double[]> sums = new ArrayList<>();
    for (int from = 0; from < dataset.rows(); from += CHUNK) {
      cancellation.check();
      progress.report(STEP, from, dataset.rows());
      List<List<@Nullable Continuation>> some = new ArrayList<>();
      List<Continuation> flat = new ArrayList<>();
      for (int row = from; row < Math.min(from + CHUNK, dataset.rows()); row++) {
        List<@Nullable Continuation> own = texts.scored(row, context);
        some.add(own);
        own.stream().filter(c -> c != null).forEach(flat::add);
      }
      double[] scored = scoring.of(flat);
      int next = 0;
      for (List<@Nullable Continuation> own : some) {
        double[] sum = new double[own.size()];
        for (int i = 0; i < sum.length; i++) {
          sum[i] = own.get(i) == null ? Double.NaN : scored[next++];
        }
        sums.add(sum);
        columns.add(own, several);
        all.add(several ? List.of() : own);
      }
    }
    progress.report(STEP, dataset.rows(), dataset.rows());
    if (several) {
      choices(writer, sums);
    } else {
      likelihoods(writer, all, sums);
    }
  }

  private static void likelihoods(
      ColumnarWriter writer, List<List<@Nullable Continuation>> all, List<double[]> sums) {
    NumberSink likelihood = writer.numbers(ScoreColumns.LOG_LIKELIHOOD);
    IntegerSink tokens = writer.integers(ScoreColumns.SCORED_TOKENS, ColumnType.INTEGER);
    for (int row = 0; row < sums.size(); row++) {
      double sum = sums.get(row).length == 0 ? Double.NaN : 0;
      long scored = 0;
      for (int i = 0; i < sums.get(row).length; i++) {
        Continuation own = all.get(row).get(i);
        sum += sums.get(row)[i];
        scored += own == null ? 0 : own.scored();
      }
      likelihood.add(sum);
      tokens.add(scored);
    }
  }

  private static void choices(ColumnarWriter writer, List<double[]> sums) {
    int most = sums.stream().mapToInt(s -> s.length).max().orElse(0);
    for (int c = 0; c < most; c++) {
      NumberSink sink = writer.numbers(ScoreColumns.choice(c));
      for (double[] own : sums) {
        sink.add(c < own.length ? own[c] : Double.NaN);
      }
    }
  }

  private void generate(
      CausalTexts texts,
      CausalGeneration generation,
      ColumnarWriter writer,
      Beside columns,
      Progress progress)
      throws OrtException {
    TextSink answers = writer.texts(ScoreColumns.ANSWER, ColumnType.STRING);
    IntegerSink tokens = writer.integers(ScoreColumns.NEW_TOKENS, ColumnType.INTEGER);
    IntegerSink finish = writer.integers(ScoreColumns.FINISH, ColumnType.INTEGER);
    for (int from = 0; from < dataset.rows(); from += CHUNK) {
      progress.report(WRITING, from, dataset.rows());
      List<long[]> prompts = new ArrayList<>();
      for (int row = from; row < Math.min(from + CHUNK, dataset.rows()); row++) {
        long[] prompt = texts.asked(row);
        totals.empty += texts.prompt(row).isBlank() ? 1 : 0;
        prompts.add(prompt);
        columns.add(prompt, false);
      }
      for (CausalGeneration.Written written : generation.of(prompts, from)) {
        answers.add(written.text());
        tokens.add(written.ids().length);
        finish.add(written.finish());
      }
    }
    progress.report(WRITING, dataset.rows(), dataset.rows());
  }

  /// What is said of each row's text beside its scores.
  private final class Beside {
    private final IntegerSink tokens;
    private final IntegerSink cut;
    private final NumberSink unknown;

    Beside(ColumnarWriter writer) {
      tokens = writer.integers(ScoreColumns.TOKENS, ColumnType.INTEGER);
      cut = writer.integers(ScoreColumns.CUT, ColumnType.INTEGER);
      unknown = writer.numbers(ScoreColumns.UNKNOWN_SHARE);
    }

    /// @param several whether each is a text of its own, not a window of one
    void add(List<@Nullable Continuation> own, boolean several) {
      long[] longest = new long[0];
      boolean lost = false;
      for (Continuation one : own) {
        if (one != null) {
          longest = one.ids().length > longest.length ? one.ids() : longest;
          lost |= one.cut();
        }
      }
      boolean windows = !several && own.size() > 1;
      totals.windowed += windows ? 1 : 0;
      totals.windows += windows ? own.size() : 0;
      totals.empty += longest.length == 0 ? 1 : 0;
      add(longest, lost);
    }

    void add(long[] ids, boolean lost) {
      Long id = beside.unknownId();
      long unknowns = 0;
      for (long own : ids) {
        unknowns += id != null && own == id ? 1 : 0;
      }
      totals.tokens += ids.length;
      totals.unknown += unknowns;
      totals.cut += lost ? 1 : 0;
      totals.longest = Math.max(totals.longest, ids.length);
      tokens.add(ids.length);
      cut.add(lost ? 1 : 0);
      unknown.add(ids.length == 0 ? 0 : (double) unknowns / ids.length);
    }
  }

  private ScoreReport report(CausalSession session, long loadMillis, long loaded) {
    return new ScoreReport(
        dataset.rows(),
        List.of(),
        false,
        false,
        0,
        warnings(),
        deviceWords(),
        loadMillis,
        session.millis(),
        new TextReport(
            beside.tokenizer(),
            request.binding().inputs().getFirst().columns(),
            beside.maxLength(),
            totals.cut,
            totals.empty,
            totals.tokens,
            totals.unknown,
            Math.max(0, totals.places - totals.tokens),
            totals.longest,
            totals.batches,
            CausalScoring.budget(beside.embeddings()),
            0,
            (System.nanoTime() - loaded) / 1_000_000,
            null,
            false),
        null);
  }

  private List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>(beside.warnings());
    if (totals.cut > 0) {
      warnings.add(
          new Warning(
              "TEXT-CUT",
              Rounded.count(totals.cut)
                  + " of "
                  + Rounded.count(dataset.rows())
                  + " prompts are too long for the "
                  + Rounded.count(beside.maxLength())
                  + " tokens that the model can place; it read their end only.",
              "Compare them with the others (--sensitive text.cut), or shorten the prompts."));
    }
    if (totals.windowed > 0) {
      warnings.add(
          new Warning(
              "TEXT-WINDOWS",
              Rounded.count(totals.windowed)
                  + " of "
                  + Rounded.count(dataset.rows())
                  + " texts are longer than "
                  + Rounded.count(beside.maxLength())
                  + " tokens; they were read in "
                  + Rounded.count(totals.windows)
                  + " windows, and every token was scored once.",
              "Tokens at the beginning of a window have little before them; give --long-texts"
                  + " windows:N for more."));
    }
    if (ask.kind() == TextAsk.Kind.GENERATE && graph.past().isEmpty()) {
      warnings.add(
          new Warning(
              "CAUSAL-NO-CACHE",
              "The graph takes no keys and values of earlier tokens (past_key_values), so that for"
                  + " each new token all were read again.",
              "Export the model with them (text-generation-with-past) to make it faster."));
    }
    return List.copyOf(warnings);
  }

  private SortedMap<String, String> deviceWords() {
    SortedMap<String, String> words = new TreeMap<>();
    words.put("provider", device.name());
    words.put("name", device.hardware());
    words.put("threads", String.valueOf(Math.max(1, request.plan().threads())));
    if (ask.kind() == TextAsk.Kind.GENERATE) {
      words.put("decoding", ask.decoding().words());
    }
    words.put("scored_model_sha256", model.digest().sha256());
    return words;
  }
}
