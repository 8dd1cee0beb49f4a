package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.RunOptions;
import dev.assay.common.InputRejected;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.Warning;
import dev.assay.inference.ImageReport;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.image.ImageDecoder;
import dev.assay.inference.image.ImageFiles;
import dev.assay.model.ElementType;
import dev.assay.model.ImageReading;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelArtefact;
import dev.assay.model.OutputBinding;
import dev.assay.model.TransformerFolder;
import dev.assay.model.ValueInfo;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// One run of a model over a dataset.
///
/// @param request what to score
/// @param model what the model is
/// @param dataset its columns
/// @param devices where it runs
record ScoringRun(
    ScoreRequest request, ModelArtefact model, ColumnarFolder dataset, RunDevices devices) {

  private static final String STEP = "scoring rows";
  private static final long REPORT_NANOS = 50_000_000;

  ScoreReport run(Progress progress, Cancellation cancellation) throws OrtException {
    BatchPlan batch = BatchPlan.of(model, request.binding(), request.plan());
    Answers answers = new Answers(request.binding(), request.output());
    cancellation.check();
    long start = System.nanoTime();
    try (DeviceCalls calls =
        devices.open(request, model, TransformerFolder.graphOf(request.model()))) {
      long loaded = System.nanoTime();
      Loop loop = new Loop(calls, answers);
      Map<String, Long> overflowed;
      UnreadRows unread = new UnreadRows();
      boolean images = request.binding().inputs().stream().anyMatch(i -> i.image() != null);
      ImageLooks looks = new ImageLooks(images ? dataset.rows() : 0);
      IncompleteWindows incomplete = new IncompleteWindows(model);
      long unasked;
      try (Feeder feeder =
          new Feeder(
              () -> feeds(batch, unread, looks, incomplete),
              batch.rows(),
              images,
              request.plan().threads(),
              calls.most())) {
        loop.run(feeder, batch, dataset.rows(), progress, cancellation);
        overflowed = feeder.overflowed();
        unasked = IntStream.range(0, dataset.rows()).filter(r -> !feeder.answers(r)).count();
      }
      List<Warning> left = new ArrayList<>(calls.warnings());
      left.addAll(leftOut(unread, incomplete, unasked));
      if (images) {
        looks.write(answers.beside());
      }
      answers.finish();
      return new ScoreReport(
          dataset.rows(),
          answers.classes(),
          answers.hasScores(),
          answers.hasLabels(),
          answers.nonFinite(),
          warnings(batch, overflowed, answers, left),
          deviceWords(batch, calls),
          (loaded - start) / 1_000_000,
          calls.nanos() / 1_000_000,
          null,
          images ? read(unasked, System.nanoTime() - loaded) : null);
    }
  }

  private ImageReport read(long unasked, long nanos) {
    return new ImageReport(dataset.rows() - unasked, nanos / 1_000_000, false);
  }

  /// Rows that the model could not be asked about.
  private List<Warning> leftOut(UnreadRows unread, IncompleteWindows incomplete, long unasked) {
    Optional<Warning> images = unread.warning(dataset.rows());
    if (images.isPresent()) {
      return images.stream().toList();
    }
    long early = unasked - incomplete.size();
    List<Warning> left = new ArrayList<>();
    if (early > 0) {
      left.add(early(early));
    }
    incomplete.warning(dataset.rows() - early).ifPresent(left::add);
    return left;
  }

  /// @param rows that have no whole window
  private Warning early(long rows) {
    if (rows == dataset.rows()) {
      throw new InputRejected(
          "SERIES-SHORT",
          "No row has a whole window of rows up to it, so that nothing can be scored.",
          "Give longer series, or correct the window in the model's description.");
    }
    return new Warning(
        "SERIES-START",
        Rounded.count(rows)
            + " of "
            + Rounded.count(dataset.rows())
            + " rows have no whole window of rows up to them; they are left out.",
        "Give earlier rows of each series, where there are any.");
  }

  private List<Warning> warnings(
      BatchPlan batch, Map<String, Long> overflowed, Answers answers, List<Warning> left) {
    List<Warning> warnings = new ArrayList<>(left);
    batch.warning().ifPresent(warnings::add);
    for (InputBinding binding : request.binding().inputs()) {
      long values = overflowed.getOrDefault(binding.input(), 0L);
      if (values > 0) {
        warnings.add(
            new Warning(
                "MODEL-INPUT-RANGE",
                Rounded.count(values)
                    + " values are too large for the type of input "
                    + words(input(binding.input()))
                    + " and reached the model as infinite.",
                "Scale the columns as in training, or export the model with wider inputs."));
      }
    }
    warnings.addAll(ClassWords.in(model, request.binding()));
    warnings.addAll(UnseenCategories.in(model, request.binding().inputs(), dataset));
    warnings.addAll(answers.warnings());
    return List.copyOf(warnings);
  }

  private SortedMap<String, String> deviceWords(BatchPlan batch, DeviceCalls calls) {
    SortedMap<String, String> words = devices.words(calls, model);
    words.put("threads", String.valueOf(Math.max(1, request.plan().threads())));
    words.put("batch_rows", String.valueOf(batch.rows()));
    if (request.plan().tuning().measured()) {
      words.put("graph", request.plan().tuning().graph().name().toLowerCase(Locale.ROOT));
      words.put("tuned", "measured");
    }
    words.put("scored_model_sha256", model.digest().sha256());
    return words;
  }

  List<Feed> feeds(BatchPlan batch, UnreadRows unread, ImageLooks looks) {
    return feeds(batch, unread, looks, new IncompleteWindows(model));
  }

  private List<Feed> feeds(
      BatchPlan batch, UnreadRows unread, ImageLooks looks, IncompleteWindows incomplete) {
    OrtEnvironment environment = OnnxEngine.environment();
    List<Feed> feeds = new ArrayList<>();
    for (InputBinding binding : request.binding().inputs()) {
      ValueInfo input = input(binding.input());
      if (binding.window() != null) {
        feeds.add(
            new SeriesFeed(
                binding.input(),
                binding.window(),
                input.shape().size() == 2,
                incomplete,
                dataset,
                javaType(input.type()),
                environment,
                words(input),
                batch.rows()));
        continue;
      }
      if (binding.image() != null) {
        ImageSource source = source(binding, unread, looks);
        feeds.add(
            new ImageFeed(
                binding.input(), source, javaType(input.type()), environment, batch.rows()));
        continue;
      }
      List<Cells> cells = new ArrayList<>();
      for (String name : binding.columns()) {
        Column column = dataset.column(name);
        cells.add(new Cells(name, column, words(input)));
      }
      FeedShape shape = FeedShape.of(input, cells.size());
      feeds.add(
          input.type() == ElementType.STRING
              ? new TextFeed(binding.input(), shape, cells, environment)
              : new NumberFeed(
                  binding.input(),
                  shape,
                  javaType(input.type()),
                  cells,
                  environment,
                  batch.rows()));
    }
    return feeds;
  }

  private ImageSource source(InputBinding binding, UnreadRows unread, ImageLooks looks) {
    Path root = Objects.requireNonNull(request.files(), "a dataset of images has a folder");
    ImageReading reading = Objects.requireNonNull(binding.image());
    String changes = request.changes();
    return new ImageSource(
        dataset.column(binding.columns().getFirst()),
        changes == null ? null : dataset.column(changes),
        reading,
        new ImageDecoder(new ImageFiles(root), reading.convention()),
        unread,
        looks);
  }

  private ValueInfo input(String name) {
    return model.inputs().stream()
        .filter(i -> i.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no input of that name"));
  }

  private static String words(ValueInfo input) {
    return "'"
        + Visible.of(input.name(), 60)
        + "' ("
        + input.type().name().toLowerCase(Locale.ROOT)
        + ")";
  }

  private static OnnxJavaType javaType(ElementType type) {
    return switch (type) {
      case FLOAT -> OnnxJavaType.FLOAT;
      case DOUBLE -> OnnxJavaType.DOUBLE;
      case FLOAT16 -> OnnxJavaType.FLOAT16;
      case BFLOAT16 -> OnnxJavaType.BFLOAT16;
      case INT8 -> OnnxJavaType.INT8;
      case UINT8 -> OnnxJavaType.UINT8;
      case INT16 -> OnnxJavaType.INT16;
      case INT32 -> OnnxJavaType.INT32;
      case INT64 -> OnnxJavaType.INT64;
      case BOOL -> OnnxJavaType.BOOL;
      case STRING -> OnnxJavaType.STRING;
      case UINT16, UINT32, UINT64, COMPLEX64, COMPLEX128, OTHER ->
          throw new IllegalStateException("not bindable: " + type);
    };
  }

  /// Batch after batch.
  private static final class Loop {
    private final DeviceCalls calls;
    private final Map<String, String> requested;
    private final Answers answers;
    private final Deque<Feeder.Batch> underWay = new ArrayDeque<>();

    Loop(DeviceCalls calls, Answers answers) {
      this.calls = calls;
      this.requested = calls.requested();
      this.answers = answers;
    }

    void run(Feeder feeder, BatchPlan plan, int rows, Progress progress, Cancellation cancellation)
        throws OrtException {
      long reported = System.nanoTime();
      progress.report(STEP, 0, rows);
      try (RunOptions options = new RunOptions();
          CancelWatch _ = CancelWatch.over(options, cancellation);
          DeviceCalls.Flight flight = calls.begin(options, cancellation)) {
        Feeder.Batch next = plan.batch(0, rows);
        while (next != null || !underWay.isEmpty()) {
          cancellation.check();
          if (next != null && underWay.size() < calls.most()) {
            Feeder.Batch after = plan.batch(next.from() + next.count(), rows);
            flight.start(feeder.take(next, after));
            underWay.add(next);
            next = after;
            continue;
          }
          Feeder.Batch done = underWay.remove();
          take(flight, done, feeder::answers);
          long now = System.nanoTime();
          if (now - reported > REPORT_NANOS) {
            progress.report(STEP, done.from() + done.count(), rows);
            reported = now;
          }
        }
      } catch (OrtException e) {
        cancellation.check();
        throw e;
      }
      progress.report(STEP, rows, rows);
    }

    private void take(DeviceCalls.Flight flight, Feeder.Batch batch, IntPredicate asked)
        throws OrtException {
      try (OrtSession.Result result = flight.answer()) {
        answers.take(
            output -> value(result, output), batch.from(), batch.count(), batch.rows(), asked);
      }
    }

    private OnnxValue value(OrtSession.Result result, OutputBinding output) {
      String name = requested.getOrDefault(output.output(), output.output());
      return result
          .get(name)
          .orElseThrow(() -> new IllegalStateException("an output that was asked for is missing"));
    }
  }
}
