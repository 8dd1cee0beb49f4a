package dev.assay.usecase;

import dev.assay.dataset.Choices;
import dev.assay.inference.ContinueRequest;
import dev.assay.inference.Continued;
import dev.assay.inference.TextAsk;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.model.CausalGraph;
import dev.assay.predictions.Predictions.Generated;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Has a model go on with a text, and says of every token how likely the model finds it.
public final class ContinueText {

  private static final Duration DEADLINE = Duration.ofMinutes(10);
  private static final int TOP = 5;

  private final WorkerFactory workers;

  /// @param workers make the worker that parses and runs the model
  public ContinueText(WorkerFactory workers) {
    this.workers = workers;
  }

  /// A text of a row, weighed.
  ///
  /// @param expected whether it is what was expected, else what the model chose or wrote
  /// @param tokens its tokens
  public record Weighed(boolean expected, Continued tokens) {}

  /// What the model writes behind a prompt.
  ///
  /// @param model the folder or zip of a model that goes on with texts
  /// @throws dev.assay.common.InputRejected when the model is refused or goes on with no texts, or
  ///   the prompt leaves no room
  public Continued write(
      Path model, String prompt, Decoding decoding, Progress progress, Cancellation cancellation) {
    return opened(model, progress, cancellation, List.of(new Asked(false, prompt, null, decoding)))
        .getFirst()
        .tokens();
  }

  /// Whether the texts of a run's rows can be weighed.
  public static boolean fits(OpenRun open) {
    return open.request().model() != null
        && open.run().model() != null
        && CausalGraph.is(open.run().model())
        && open.predictions() instanceof Generated;
  }

  /// Weighs the texts of a row: of a likelihood the text itself, else what the model chose or wrote
  /// and, where it is another text, what was expected.
  ///
  /// @param element element of the predictions
  public List<Weighed> weigh(
      OpenRun open, int element, Progress progress, Cancellation cancellation) {
    TextAsk ask =
        Objects.requireNonNull(
            GenerationTask.ask(
                open.dataset(), open.request(), Objects.requireNonNull(open.run().model())));
    int row = open.predictions().rowIndex()[element];
    String prompt = ask.prompt() == null ? null : text(open, ask.prompt(), row);
    Generated generated = (Generated) open.predictions();
    List<Asked> asked = new ArrayList<>();
    String answer = generated.answer().get(element);
    String expected = expected(open, ask, element);
    if (ask.kind() != TextAsk.Kind.LIKELIHOOD && !answer.isBlank()) {
      asked.add(new Asked(false, prompt, answer, Decoding.GREEDY));
    }
    if (!expected.isBlank() && (asked.isEmpty() || !expected.strip().equals(answer.strip()))) {
      asked.add(new Asked(true, prompt, expected, Decoding.GREEDY));
    }
    return opened(Objects.requireNonNull(open.request().model()), progress, cancellation, asked);
  }

  /// Of several references the first.
  private static String expected(OpenRun open, TextAsk ask, int element) {
    if (ask.answer() == null) {
      return "";
    }
    if (ask.kind() == TextAsk.Kind.CHOICES) {
      return ((Generated) open.predictions()).truth().get(element);
    }
    String cell = text(open, ask.answer(), open.predictions().rowIndex()[element]);
    return ask.kind() == TextAsk.Kind.GENERATE
        ? Choices.texts(cell).filter(t -> !t.isEmpty()).map(List::getFirst).orElse(cell)
        : cell;
  }

  private static String text(OpenRun open, String column, int row) {
    return Objects.requireNonNullElse(open.dataset().column(column).text(row), "");
  }

  private record Asked(
      boolean expected, @Nullable String prompt, @Nullable String text, Decoding decoding) {}

  private List<Weighed> opened(
      Path file, Progress progress, Cancellation cancellation, List<Asked> all) {
    try (Scratch scratch = Scratch.create();
        Worker worker = workers.forFilesOf(FileSizes.of(file), DEADLINE)) {
      Intake intake = new Intake(worker, progress, cancellation);
      Path model = intake.opened(file, () -> scratch.folder("model")).toAbsolutePath();
      intake.model(model);
      return all.stream()
          .map(
              one ->
                  new Weighed(
                      one.expected(),
                      worker.goOn(
                          new ContinueRequest(
                              model,
                              one.prompt(),
                              one.text(),
                              one.decoding(),
                              TOP,
                              Runtime.getRuntime().availableProcessors()),
                          progress,
                          cancellation)))
          .toList();
    }
  }
}
