package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.common.Rounded;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.IntegerSink;
import dev.assay.dataset.NumberSink;
import dev.assay.dataset.TagSpec;
import dev.assay.dataset.Warning;
import dev.assay.inference.LongTexts;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.TextReport;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.inference.tokenize.TextTokenizer;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelArtefact;
import dev.assay.model.OutputMeaning;
import dev.assay.model.Transformer;
import dev.assay.model.TransformerFolder;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One run of a text model over a dataset: tokens are made ahead on a thread of their own, texts of
/// like length are scored together, and the answers are written in the order of the rows.
final class TextScoringRun {

  private static final String STEP = "scoring texts";
  private static final long REPORT_NANOS = 50_000_000;

  private final ScoreRequest request;
  private final ModelArtefact model;
  private final Transformer beside;
  private final TransformerFolder folder;
  private final RunDevices devices;
  private final TextRows rows;
  private final TokenBatches plan;
  private final boolean windows;
  private final int overlap;
  private final TagSpec.@Nullable Form form;
  private final Totals totals = new Totals();

  TextScoringRun(
      ScoreRequest request,
      ModelArtefact model,
      Transformer beside,
      TransformerFolder folder,
      ColumnarFolder dataset,
      RunDevices devices) {
    this.request = request;
    this.model = model;
    this.beside = beside;
    this.folder = folder;
    this.devices = devices;
    LongTexts longTexts = request.plan().longTexts();
    this.windows = longTexts.windows() && beside.maxLength() > 0;
    this.overlap = longTexts.overlap(beside.maxLength());
    boolean embeddings =
        request.binding().outputs().stream().anyMatch(o -> o.meaning() == OutputMeaning.EMBEDDINGS);
    TextRows.Way way =
        windows ? TextRows.Way.WINDOWS : embeddings ? TextRows.Way.EACH : TextRows.Way.WHOLE;
    InputBinding input = request.binding().inputs().getFirst();
    this.form = input.words();
    this.rows =
        form == null
            ? new TextRows(dataset, input.columns(), beside.embeddings(), way)
            : new TextRows(
                dataset,
                input.columns(),
                beside.embeddings(),
                new TextRows.Tagged(form, windows ? overlap : -1));
    List<Long> shape = model.inputs().getFirst().shape();
    this.plan = TokenBatches.of(shape.get(0), shape.get(1), request.plan().tuning().tokenBudget());
  }

  ScoreReport run(Progress progress, Cancellation cancellation) throws OrtException {
    Answers answers = new Answers(request.binding(), request.output());
    cancellation.check();
    long start = System.nanoTime();
    try (TokensAhead tokens = new TokensAhead(rows, this::tokenizer);
        DeviceCalls loadedModels = devices.open(request, model, folder.graph());
        Calls calls = new Calls(loadedModels, answers)) {
      long loaded = System.nanoTime();
      int repeated = windows ? overlap + tokens.specialTokens() : 0;
      windows(tokens, calls, new Columns(answers, repeated), progress, cancellation);
      List<Warning> warnings = new ArrayList<>(loadedModels.warnings());
      warnings.addAll(beside.warnings());
      rows.emptyTexts().ifPresent(warnings::add);
      cutTexts().ifPresent(warnings::add);
      windowedTexts().ifPresent(warnings::add);
      if (answers.areEmbeddings()) {
        warnings.add(
            new Warning(
                "TEXT-COSINE",
                "The answer for a pair is the cosine of its two embeddings, between -1 and 1.",
                "Read correlations; errors mean something only where labels have that scale."));
      }
      answers.finish();
      warnings.addAll(ClassWords.in(model, request.binding()));
      warnings.addAll(answers.warnings());
      return new ScoreReport(
          rows.rows(),
          answers.classes(),
          answers.hasScores(),
          answers.hasLabels(),
          answers.nonFinite(),
          List.copyOf(warnings),
          deviceWords(loadedModels),
          (loaded - start) / 1_000_000,
          loadedModels.nanos() / 1_000_000,
          text((System.nanoTime() - loaded) / 1_000_000),
          null);
    }
  }

  private TextTokenizer tokenizer() {
    if (form == TagSpec.Form.WORDS) {
      return TextTokenizer.ofWords(folder.tokenizer(), beside.maxLength(), windows ? overlap : -1);
    }
    return windows
        ? TextTokenizer.windowed(folder.tokenizer(), beside.maxLength(), overlap)
        : TextTokenizer.open(folder.tokenizer(), beside.maxLength());
  }

  private Optional<Warning> windowedTexts() {
    return totals.windowed == 0
        ? Optional.empty()
        : Optional.of(
            new Warning(
                "TEXT-WINDOWS",
                Rounded.count(totals.windowed)
                    + " of "
                    + Rounded.count(rows.rows())
                    + (totals.windowed == 1 ? " texts is" : " texts are")
                    + " longer than "
                    + Rounded.count(beside.maxLength())
                    + " tokens; the model read them in "
                    + Rounded.count(totals.windows)
                    + " windows that share "
                    + overlap
                    + (form == null
                        ? " tokens, and the answer for a text is the mean over its windows."
                        : " tokens, and a word has the tag of the window in which it stands"
                            + " farthest from the edges."),
                "Compare them with the others (--sensitive text.cut)."));
  }

  private Optional<Warning> cutTexts() {
    return totals.cut == 0
        ? Optional.empty()
        : Optional.of(
            new Warning(
                "TEXT-CUT",
                Rounded.count(totals.cut)
                    + " of "
                    + Rounded.count(rows.rows())
                    + (totals.cut == 1 ? " texts is" : " texts are")
                    + " longer than "
                    + Rounded.count(beside.maxLength())
                    + " tokens; the model read their beginning only.",
                "Compare them with the others (--sensitive text.cut), or shorten the texts."));
  }

  private TextReport text(long wallMillis) {
    return new TextReport(
        beside.tokenizer(),
        request.binding().inputs().getFirst().columns(),
        beside.maxLength(),
        totals.cut,
        rows.empty(),
        totals.tokens,
        totals.unknown,
        totals.places - totals.tokens,
        totals.longest,
        totals.batches,
        plan.budget(),
        rows.millis(),
        wallMillis,
        windows ? new TextReport.Windows(overlap, totals.windowed, totals.windows) : null,
        false);
  }

  private SortedMap<String, String> deviceWords(DeviceCalls calls) {
    SortedMap<String, String> words = devices.words(calls, model);
    words.put("threads", String.valueOf(Math.max(1, request.plan().threads())));
    words.put("batch_tokens", String.valueOf(plan.budget()));
    if (request.plan().tuning().measured()) {
      words.put("graph", request.plan().tuning().graph().name().toLowerCase(Locale.ROOT));
      words.put("tuned", "measured");
    }
    words.put("scored_model_sha256", model.digest().sha256());
    return words;
  }

  /// Window after window: while one is scored the tokens of the next are made.
  private void windows(
      TokensAhead tokens,
      Calls calls,
      Columns columns,
      Progress progress,
      Cancellation cancellation)
      throws OrtException {
    progress.report(STEP, 0, rows.rows());
    ClosingTokens closing = ClosingTokens.of(beside);
    try (RunOptions options = new RunOptions();
        CancelWatch _ = CancelWatch.over(options, cancellation);
        DeviceCalls.Flight flight = calls.models.begin(options, cancellation)) {
      int from = 0;
      for (TokenRows some = tokens.take(); some.rows() > 0; some = tokens.take()) {
        closing.requireAsMany(some, from);
        RowAnswers gathered = calls.gathered(some);
        List<Encoded> texts = some.texts();
        Deque<int[]> toAsk = new ArrayDeque<>(plan.of(texts));
        long done = 0;
        while (!toAsk.isEmpty() || calls.areUnderWay()) {
          cancellation.check();
          if (!toAsk.isEmpty() && calls.mayStart()) {
            calls.start(flight, texts, toAsk.remove());
          } else {
            done += calls.take(flight, gathered);
            progressed(progress, from + (int) (done * some.rows() / texts.size()));
          }
        }
        gathered.finish(from);
        for (int row = 0; row < some.rows(); row++) {
          columns.add(some.row(row));
        }
        from += some.rows();
      }
    } catch (OrtException e) {
      cancellation.check();
      throw e;
    }
    progress.report(STEP, rows.rows(), rows.rows());
  }

  private void progressed(Progress progress, int done) {
    long now = System.nanoTime();
    if (now - totals.reported > REPORT_NANOS) {
      progress.report(STEP, done, rows.rows());
      totals.reported = now;
    }
  }

  /// Counts over all texts.
  private static final class Totals {
    private long tokens;
    private long places;
    private long unknown;
    private long cut;
    private long windowed;
    private long windows;
    private int longest;
    private int batches;
    private long reported = System.nanoTime();
  }

  /// What is said of each text beside its scores.
  private final class Columns {
    private final int repeated;
    private final IntegerSink tokens;
    private final IntegerSink cut;
    private final NumberSink unknown;

    /// @param repeated tokens of a window that stand in the one before as well
    Columns(Answers answers, int repeated) {
      this.repeated = repeated;
      tokens = answers.beside().integers(ScoreColumns.TOKENS, ColumnType.INTEGER);
      cut = answers.beside().integers(ScoreColumns.CUT, ColumnType.INTEGER);
      unknown = answers.beside().numbers(ScoreColumns.UNKNOWN_SHARE);
    }

    /// @param texts the text of a row, or its windows
    void add(List<Encoded> texts) {
      Long id = beside.unknownId();
      int unknowns = 0;
      int length = 0;
      for (Encoded text : texts) {
        unknowns += id == null ? 0 : text.count(id);
        length += text.length();
        totals.longest = Math.max(totals.longest, text.length());
      }
      boolean lost = texts.stream().anyMatch(Encoded::cut);
      boolean several = windows && texts.size() > 1;
      totals.tokens += length;
      totals.unknown += unknowns;
      totals.cut += lost ? 1 : 0;
      totals.windowed += several ? 1 : 0;
      totals.windows += several ? texts.size() : 0;
      tokens.add(length - (texts.size() - 1) * repeated);
      cut.add(lost ? 1 : several ? 2 : 0);
      unknown.add((double) unknowns / length);
    }
  }

  /// Calls of the model.
  private final class Calls implements AutoCloseable {
    private final Pooling pooling = new Pooling(beside.pooling().equals(Transformer.FIRST_TOKEN));
    private final DeviceCalls models;
    private final List<TokenFeed> feeds;
    private final Answers answers;
    private final Deque<Asked> underWay = new ArrayDeque<>();

    Calls(DeviceCalls models, Answers answers) {
      this.models = models;
      this.answers = answers;
      this.feeds =
          Stream.generate(
                  () -> new TokenFeed(model.inputs(), beside.padId(), OnnxEngine.environment()))
              .limit(models.most())
              .toList();
    }

    /// One call.
    ///
    /// @param batch places of its texts
    private record Asked(int[] batch, int rows, int length) {}

    /// What some rows are answered.
    RowAnswers gathered(TokenRows some) {
      return RowAnswers.of(some, answers, pooling);
    }

    boolean areUnderWay() {
      return !underWay.isEmpty();
    }

    boolean mayStart() {
      return underWay.size() < models.most();
    }

    void start(DeviceCalls.Flight flight, List<Encoded> texts, int[] batch) throws OrtException {
      Asked asked =
          new Asked(
              batch,
              plan.rowsFor(batch.length),
              plan.lengthFor(texts.get(batch[batch.length - 1]).length()));
      TokenFeed free = feeds.get(totals.batches % feeds.size());
      totals.places += (long) batch.length * asked.length();
      totals.batches++;
      flight.start(free.fill(texts, batch, asked.rows(), asked.length()));
      underWay.add(asked);
    }

    /// Takes the answer to the earliest call.
    ///
    /// @return its texts
    int take(DeviceCalls.Flight flight, RowAnswers gathered) throws OrtException {
      Asked asked = underWay.remove();
      try (OrtSession.Result result = flight.answer()) {
        gathered.take(
            output ->
                result
                    .get(models.requested().getOrDefault(output.output(), output.output()))
                    .orElseThrow(() -> new IllegalStateException("an output is missing")),
            asked.batch(),
            asked.rows(),
            asked.length());
      }
      return asked.batch().length;
    }

    @Override
    public void close() {
      feeds.forEach(TokenFeed::close);
    }
  }
}
