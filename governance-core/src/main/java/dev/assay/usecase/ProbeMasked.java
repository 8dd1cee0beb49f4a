package dev.assay.usecase;

import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.explain.masked.Probe;
import dev.assay.explain.masked.ProbeNumber;
import dev.assay.explain.masked.ProbeNumbers;
import dev.assay.inference.MaskedAnswers;
import dev.assay.inference.MaskedAnswers.One;
import dev.assay.inference.MaskedAnswers.Status;
import dev.assay.inference.MaskedRequest;
import dev.assay.inference.MaskedText;
import dev.assay.inference.MaskedText.Kind;
import dev.assay.model.ModelArtefact;
import dev.assay.slice.Attribute;
import dev.assay.slice.Attributes;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Finds out what a masked language model thinks by hiding words from it.
public final class ProbeMasked {

  private static final int MOST_TEXTS = 10_000;
  private static final int MOST_CHARACTERS = 500_000;
  private static final int TOP = 5;

  private final WorkerFactory workers;

  /// @param workers make the worker that parses and runs the model
  public ProbeMasked(WorkerFactory workers) {
    this.workers = workers;
  }

  /// What to find out.
  ///
  /// @param model the folder or zip of a masked language model
  /// @param data dataset file
  /// @param datasetSpec description of the dataset; absent = the one beside it, else a guess
  /// @param kind what to ask
  /// @param texts columns that hold the texts; empty = those of the role text, else what is left
  /// @param label column of the answers under the mask; absent = the description's label
  /// @param groups columns whose groups are told apart; empty = the sensitive ones
  /// @param deadline when to stop
  public record Request(
      Path model,
      Path data,
      @Nullable Path datasetSpec,
      Kind kind,
      List<String> texts,
      @Nullable String label,
      List<String> groups,
      Duration deadline) {}

  /// Asks about every row of a dataset.
  ///
  /// @throws UsageError when a column that is named is not there
  /// @throws InputRejected when a file is refused, a row has no mask or several, or no row at all
  ///   can be asked
  public Probe run(Request request, Progress progress, Cancellation cancellation) {
    long bytes = FileSizes.of(request.model(), request.data());
    try (Scratch scratch = Scratch.create();
        Worker worker = workers.forFilesOf(bytes, request.deadline())) {
      Intake intake = new Intake(worker, progress, cancellation);
      Dataset dataset =
          intake.dataset(request.data(), request.datasetSpec(), scratch.folder("data"));
      Path model = intake.opened(request.model(), () -> scratch.folder("model"));
      ModelArtefact artefact = intake.model(model);
      List<MaskedText> texts = texts(dataset, request);
      MaskedAnswers answers = ask(intake, model, texts, TOP);
      requireUsable(texts, answers);
      return new Probe(
          request.kind(),
          artefact.digest().sha256(),
          dataset.digest().sha256(),
          answers.mask(),
          rows(texts, answers.answers()),
          numbers(request, dataset, answers.answers()));
    }
  }

  /// The likeliest words under the mask of one text.
  ///
  /// @param top how many
  /// @throws InputRejected when the model is refused, or the text has no mask or several
  public MaskedAnswers fill(
      Path model, String text, int top, Progress progress, Cancellation cancellation) {
    try (Scratch scratch = Scratch.create();
        Worker worker = workers.forFilesOf(FileSizes.of(model), Duration.ofMinutes(10))) {
      Intake intake = new Intake(worker, progress, cancellation);
      Path opened = intake.opened(model, () -> scratch.folder("model"));
      intake.model(opened);
      List<MaskedText> one = List.of(new MaskedText(Kind.FILL, text, null));
      MaskedAnswers answers = ask(intake, opened, one, top);
      Status status = answers.answers().getFirst().status();
      if (status != Status.NO_ANSWER) {
        throw unusable("The text", status, answers.mask());
      }
      return answers;
    }
  }

  static MaskedAnswers ask(Intake intake, Path model, List<MaskedText> texts, int top) {
    List<One> answers = new ArrayList<>();
    String mask = "";
    int from = 0;
    do {
      int to = from;
      int characters = 0;
      while (to < texts.size() && to - from < MOST_TEXTS && characters < MOST_CHARACTERS) {
        characters += texts.get(to++).text().length();
      }
      MaskedAnswers block =
          intake
              .worker()
              .masked(
                  new MaskedRequest(
                      model.toAbsolutePath(),
                      List.copyOf(texts.subList(from, to)),
                      top,
                      Runtime.getRuntime().availableProcessors()),
                  intake.progress(),
                  intake.cancellation());
      mask = block.mask();
      answers.addAll(block.answers());
      from = to;
    } while (from < texts.size());
    if (answers.size() != texts.size()) {
      throw new IllegalStateException("answers for other texts");
    }
    return new MaskedAnswers(mask, answers);
  }

  /// The column of the answers; absent where none are asked for.
  static @Nullable String answers(Dataset dataset, Request request) {
    boolean fill = request.kind().isLabelled();
    return fill ? label(dataset, request) : null;
  }

  /// The columns of texts.
  static List<String> columns(Dataset dataset, Request request) {
    return new ProbeColumns(dataset, answers(dataset, request), request.groups())
        .texts(request.kind().columns(), request.texts());
  }

  /// What is asked about every row.
  static List<MaskedText> texts(Dataset dataset, Request request) {
    List<String> columns = columns(dataset, request);
    String label = answers(dataset, request);
    String other = label != null ? label : columns.size() > 1 ? columns.getLast() : null;
    List<MaskedText> texts = new ArrayList<>();
    for (int row = 0; row < dataset.rows(); row++) {
      String text = dataset.column(columns.getFirst()).text(row);
      texts.add(
          new MaskedText(
              request.kind(),
              Objects.requireNonNullElse(text, ""),
              other == null ? null : dataset.column(other).text(row),
              request.kind() == Kind.ASSOCIATION
                  ? dataset.column(columns.getLast()).text(row)
                  : null));
    }
    return texts;
  }

  private static String label(Dataset dataset, Request request) {
    var described = dataset.spec().label();
    String label =
        request.label() != null ? request.label() : described == null ? null : described.column();
    if (label == null) {
      throw new UsageError(
          "MASKED-LABEL",
          "Nothing says which column holds the words that belong under the masks.",
          "Name it with --label.");
    }
    return label;
  }

  /// @throws InputRejected when a row has no mask or several, or no row could be asked
  static void requireUsable(List<MaskedText> texts, MaskedAnswers answers) {
    TreeMap<String, Integer> reasons = new TreeMap<>();
    for (int row = 0; row < texts.size(); row++) {
      Status status = answers.answers().get(row).status();
      switch (status) {
        case NO_MASK, SEVERAL_MASKS, MASKED_ALREADY ->
            throw unusable("The text of row " + (row + 1), status, answers.mask());
        case NO_TEXT,
            NO_ANSWER,
            NOT_ONE_TOKEN,
            UNKNOWN_ANSWER,
            TOO_LONG,
            NO_PRIOR,
            NOTHING_TO_HIDE ->
            reasons.merge(status.words(), 1, Integer::sum);
        case ASKED -> {}
      }
    }
    if (reasons.values().stream().mapToInt(Integer::intValue).sum() == texts.size()) {
      throw new InputRejected(
          "MASKED-NOTHING",
          "None of the "
              + texts.size()
              + " rows can be asked: "
              + reasons.entrySet().stream()
                  .map(e -> e.getKey() + " (" + e.getValue() + ")")
                  .collect(Collectors.joining(", "))
              + ".",
          "Give texts that the model can read, and as answers single words of its vocabulary.");
    }
  }

  private static InputRejected unusable(String what, Status status, String mask) {
    String shown = Visible.of(mask, 40);
    return switch (status) {
      case NO_MASK ->
          new InputRejected(
              "MASKED-NO-MASK",
              what + " has no " + shown + ", the token that stands for the hidden word.",
              "Write " + shown + " where the word is to be guessed.");
      case SEVERAL_MASKS ->
          new InputRejected(
              "MASKED-SEVERAL",
              what + " has " + shown + " more than once.",
              "Hide one word in each text; the words under two masks depend on each other.");
      case MASKED_ALREADY ->
          new InputRejected(
              "MASKED-ALREADY",
              what + " holds " + shown + ", and each of its words is hidden in turn.",
              "Give whole texts, or ask for --probe fill-mask.");
      case TOO_LONG ->
          new InputRejected(
              "MASKED-TOO-LONG",
              what + " has more tokens than the model can place.",
              "Shorten it.");
      case ASKED, NO_TEXT, NO_ANSWER, NOT_ONE_TOKEN, UNKNOWN_ANSWER, NO_PRIOR, NOTHING_TO_HIDE ->
          new InputRejected(
              "MASKED-NO-TEXT", what + " is empty.", "Write a text that holds " + shown + ".");
    };
  }

  private static List<Probe.Row> rows(List<MaskedText> texts, List<One> answers) {
    return IntStream.range(0, texts.size())
        .mapToObj(
            i -> new Probe.Row(i + 1L, texts.get(i).text(), texts.get(i).other(), answers.get(i)))
        .toList();
  }

  private static List<ProbeNumber> numbers(Request request, Dataset dataset, List<One> answers) {
    List<ProbeNumber> numbers =
        new ArrayList<>(ProbeNumbers.of(request.kind(), new TreeMap<>(), answers));
    List<String> groups =
        request.groups().isEmpty()
            ? dataset.spec().withRole(ColumnRole.SENSITIVE).stream().map(ColumnSpec::name).toList()
            : request.groups();
    int[] all = IntStream.range(0, answers.size()).toArray();
    for (Attribute attribute : Attributes.of(dataset, all, groups)) {
      List<List<ProbeNumber>> found = new ArrayList<>();
      for (int g = 0; g < attribute.values().size(); g++) {
        int group = g;
        TreeMap<String, String> slice = new TreeMap<>();
        slice.put(
            attribute.name(), Objects.requireNonNullElse(attribute.values().get(g), "(missing)"));
        List<One> own =
            Arrays.stream(all)
                .filter(i -> attribute.codes()[i] == group)
                .mapToObj(answers::get)
                .toList();
        found.add(ProbeNumbers.of(request.kind(), slice, own));
      }
      if (request.kind() == Kind.ASSOCIATION) {
        found.sort(Comparator.comparingDouble(ProbeMasked::descending));
      }
      found.forEach(numbers::addAll);
    }
    return List.copyOf(numbers);
  }

  private static double descending(List<ProbeNumber> group) {
    Double value = group.getFirst().value();
    return value == null ? Double.POSITIVE_INFINITY : -value;
  }
}
