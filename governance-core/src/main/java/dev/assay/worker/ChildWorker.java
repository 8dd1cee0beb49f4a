package dev.assay.worker;

import dev.assay.common.WorkFailed;
import dev.assay.dataset.ImportReport;
import dev.assay.dataset.ImportRequest;
import dev.assay.inference.Attention;
import dev.assay.inference.AttentionRequest;
import dev.assay.inference.ContinueRequest;
import dev.assay.inference.Continued;
import dev.assay.inference.DeviceChoice;
import dev.assay.inference.DeviceFindings;
import dev.assay.inference.MaskedAnswers;
import dev.assay.inference.MaskedRequest;
import dev.assay.inference.Pace;
import dev.assay.inference.PaceRequest;
import dev.assay.inference.PictureRequest;
import dev.assay.inference.Pictures;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.inference.TextTokens;
import dev.assay.inference.TokensRequest;
import dev.assay.inference.Tuned;
import dev.assay.inference.cost.CostRequest;
import dev.assay.inference.cost.Measurement;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelContents;
import dev.assay.model.ModelGraph;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A worker in a child process: keeps one child warm, and throws it away after any fault.
final class ChildWorker implements Worker {

  private static final long TURN_MILLIS = 10;
  private static final long END_SECONDS = 30;

  private final Class<?> mainClass;
  private final WorkerSettings settings;
  private final Function<Request, Preparation> preparation;
  private final Faults faults;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final SortedMap<String, String> engines = new TreeMap<>();
  private final OperatorHints hints = new OperatorHints();
  private volatile @Nullable Child child;
  private volatile Answer.@Nullable Hello hello;
  private volatile boolean closed;
  private volatile boolean plain;

  /// @param mainClass the child's main class
  /// @param preparation what makes a child's start faster, by its first request
  ChildWorker(
      Class<?> mainClass, WorkerSettings settings, Function<Request, Preparation> preparation) {
    this.mainClass = mainClass;
    this.settings = settings;
    this.preparation = preparation;
    this.faults = new Faults(settings);
  }

  @Override
  public ImportReport importDataset(
      ImportRequest request, Progress progress, Cancellation cancellation) {
    return into(
        request.output(),
        () -> call(new Request.Import(request), ImportReport.class, progress, cancellation));
  }

  @Override
  public ModelArtefact inspectModel(Path model, Cancellation cancellation) {
    ModelArtefact artefact =
        call(new Request.Inspect(model), ModelArtefact.class, Progress.NONE, cancellation);
    hints.remember(model, artefact);
    return artefact;
  }

  @Override
  public ModelGraph modelGraph(Path model, Cancellation cancellation) {
    return call(new Request.Graph(model), ModelGraph.class, Progress.NONE, cancellation);
  }

  @Override
  public ModelContents modelContents(Path model, Cancellation cancellation) {
    return call(new Request.Contents(model), ModelContents.class, Progress.NONE, cancellation);
  }

  @Override
  public Path unpack(Path archive, Path output, Cancellation cancellation) {
    Request request = new Request.Unpack(archive, output);
    String root = into(output, () -> call(request, String.class, Progress.NONE, cancellation));
    Path inside = output.resolve(root).normalize();
    if (!inside.startsWith(output)) {
      throw faults.garbled(Activity.of(request), "it names a folder elsewhere");
    }
    return output.relativize(inside);
  }

  @Override
  public ScoreReport score(ScoreRequest request, Progress progress, Cancellation cancellation) {
    return into(
        request.output(),
        () -> call(new Request.Score(request), ScoreReport.class, progress, cancellation));
  }

  @Override
  public Pace pace(PaceRequest request, Cancellation cancellation) {
    return call(new Request.Measure(request), Pace.class, Progress.NONE, cancellation);
  }

  @Override
  public Measurement cost(CostRequest request, Progress progress, Cancellation cancellation) {
    return call(new Request.Cost(request), Measurement.class, progress, cancellation);
  }

  @Override
  public Tuned tune(ScoreRequest request, Cancellation cancellation) {
    return call(new Request.Tune(request), Tuned.class, Progress.NONE, cancellation);
  }

  @Override
  public DeviceChoice choose(ScoreRequest request, Cancellation cancellation) {
    return call(new Request.Choose(request), DeviceChoice.class, Progress.NONE, cancellation);
  }

  @Override
  public Attention attention(AttentionRequest request, Cancellation cancellation) {
    return call(new Request.Attend(request), Attention.class, Progress.NONE, cancellation);
  }

  @Override
  public TextTokens tokens(TokensRequest request, Cancellation cancellation) {
    return call(new Request.Tokens(request), TextTokens.class, Progress.NONE, cancellation);
  }

  @Override
  public MaskedAnswers masked(MaskedRequest request, Progress progress, Cancellation cancellation) {
    return call(new Request.Masked(request), MaskedAnswers.class, progress, cancellation);
  }

  @Override
  public Continued goOn(ContinueRequest request, Progress progress, Cancellation cancellation) {
    return call(new Request.Continue(request), Continued.class, progress, cancellation);
  }

  @Override
  public Pictures pictures(PictureRequest request, Cancellation cancellation) {
    return call(new Request.Look(request), Pictures.class, Progress.NONE, cancellation);
  }

  @Override
  public String isolation() {
    return greeting().isolation();
  }

  @Override
  public SortedMap<String, String> engines() {
    synchronized (engines) {
      return new TreeMap<>(engines);
    }
  }

  /// What the child said of its confinement; starts one when none was started yet.
  Answer.Hello greeting() {
    Answer.Hello known = hello;
    if (known == null) {
      ping();
      known = hello;
    }
    if (known == null) {
      throw new IllegalStateException("a child answered without a greeting");
    }
    return known;
  }

  /// Has the child answer, starting one when there is none.
  void ping() {
    call(new Request.Ping(), Map.class, Progress.NONE, new Cancellation());
  }

  /// Has the child load its engines.
  SortedMap<String, String> loadEngines() {
    call(new Request.Engines(), Map.class, Progress.NONE, new Cancellation());
    return engines();
  }

  /// Has the child try the devices that the runtime offers.
  DeviceFindings tryDevices() {
    return call(new Request.Devices(), DeviceFindings.class, Progress.NONE, new Cancellation());
  }

  /// Id of the child's process, -1 when there is none.
  long pid() {
    Child running = child;
    return running == null ? -1 : running.pid();
  }

  private <T> T call(Request request, Class<T> type, Progress progress, Cancellation cancellation) {
    takeTurn(cancellation);
    try {
      cancellation.check();
      Child first = ready(request);
      try {
        return exchange(first, request, type, progress, cancellation);
      } catch (WorkFailed failed) {
        if (plain || !first.isFresh() || !failed.code().equals(Faults.CRASHED)) {
          throw failed;
        }
        plain = true; // decision: what was prepared may be at fault when a child cannot even begin
        return exchange(ready(request), request, type, progress, cancellation);
      }
    } finally {
      turn.unlock();
    }
  }

  private <T> T exchange(
      Child ready, Request request, Class<T> type, Progress progress, Cancellation cancellation) {
    Exchange<T> exchange = new Exchange<>(ready, request, type, faults);
    try {
      return exchange.await(progress, cancellation, hints.of(request));
    } catch (WorkFailed failed) {
      throw closed ? Exchange.cancelled() : failed;
    } finally {
      Answer.Hello said = exchange.hello();
      hello = said == null ? hello : said;
      synchronized (engines) {
        engines.putAll(exchange.engines());
      }
      if (!exchange.isChildSound()) {
        discard();
      }
    }
  }

  private void takeTurn(Cancellation cancellation) {
    try {
      while (!turn.tryLock(TURN_MILLIS, TimeUnit.MILLISECONDS)) {
        cancellation.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Exchange.cancelled();
    }
  }

  private Child ready(Request request) {
    Child warm = child;
    if (warm != null && warm.isAlive() && !closed) {
      return warm;
    }
    discard();
    try {
      Child fresh =
          Child.start(
              new ChildCommand(
                  mainClass, settings, plain ? Preparation.none() : preparation.apply(request)));
      child = fresh;
      if (closed) {
        discard();
        throw Exchange.cancelled();
      }
      return fresh;
    } catch (IOException e) {
      throw faults.notStarted(e);
    }
  }

  private void discard() {
    Child gone = child;
    child = null;
    if (gone != null) {
      gone.kill();
    }
  }

  /// Runs work that fills a folder; when it fails, the folder is empty again.
  private static <T> T into(Path output, Supplier<T> work) {
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      if (!done) {
        PrivateFolder.empty(output);
      }
    }
  }

  /// Ends the child as if it had nothing more to do, so that it can write down what it recorded.
  void endInOrder() {
    closed = true;
    Child last = child;
    child = null;
    if (last != null) {
      last.end(END_SECONDS);
    }
  }

  @Override
  public void close() {
    closed = true;
    discard();
  }
}
