package dev.assay.usecase;

import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.dataset.Choices;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetSpec;
import dev.assay.dataset.LabelSpec;
import dev.assay.dataset.Task;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.TextAsk;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.inference.TextAsk.Kind;
import dev.assay.model.CausalGraph;
import dev.assay.model.ModelArtefact;
import dev.assay.predictions.GeneratedAssembly;
import dev.assay.predictions.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a model that goes on with texts is asked of a dataset: which columns hold prompts, choices
/// and expected texts, as said or by their names.
final class GenerationTask {

  private static final List<String> PROMPTS =
      List.of("prompt", "context", "question", "input", "query", "instruction");
  private static final List<String> ANSWERS =
      List.of(
          "answer",
          "reference",
          "target",
          "completion",
          "continuation",
          "output",
          "answers",
          "gold",
          "label");
  private static final List<String> TEXTS = List.of("text", "document", "content", "sentence");
  private static final Pattern CHOICE =
      Pattern.compile("(choice|option|ending)[ _]?[0-9A-Za-z]", Pattern.CASE_INSENSITIVE);
  private static final Pattern LISTED =
      Pattern.compile("choices|options|endings", Pattern.CASE_INSENSITIVE);

  private final Dataset dataset;
  private final GenerationAsked asked;
  private final @Nullable String label;

  private GenerationTask(Dataset dataset, EvaluateRequest request) {
    this.dataset = dataset;
    this.asked = request.generation();
    this.label = request.label();
  }

  /// The dataset as such a model reads it.
  static Dataset of(Dataset dataset, EvaluateRequest request) {
    TextAsk ask = new GenerationTask(dataset, request).ask(request.seed());
    DatasetSpec spec = dataset.spec();
    boolean texts = ask.kind() == Kind.LIKELIHOOD && ask.prompt() == null;
    List<ColumnSpec> columns = spec.columns().stream().map(c -> role(c, ask, texts)).toList();
    LabelSpec truth =
        ask.answer() == null || texts ? null : new LabelSpec(ask.answer(), null, List.of(), null);
    return new RespecifiedDataset(
        dataset,
        new DatasetSpec(
            spec.name(), spec.title(), Task.TEXT_GENERATION, truth, columns, spec.format()));
  }

  private static ColumnSpec role(ColumnSpec column, TextAsk ask, boolean texts) {
    boolean read =
        column.name().equals(ask.prompt())
            || ask.choices().contains(column.name())
            || (texts && column.name().equals(ask.answer()));
    if (read) {
      return column.withRole(ColumnRole.TEXT, "a text that the model goes on with");
    }
    if (column.name().equals(ask.answer())) {
      return column.withRole(ColumnRole.LABEL, "what the model is expected to say");
    }
    return switch (column.role()) {
      case LABEL, TEXT, SCORE, PREDICTION ->
          column.withRole(ColumnRole.UNUSED, "no column that was asked for");
      case FEATURE, SENSITIVE, WEIGHT, ID, TIMESTAMP, IMAGE, UNUSED -> column;
    };
  }

  /// What is asked; absent for models of another kind.
  static @Nullable TextAsk ask(Dataset dataset, EvaluateRequest request, ModelArtefact model) {
    return CausalGraph.is(model) ? new GenerationTask(dataset, request).ask(request.seed()) : null;
  }

  private TextAsk ask(long seed) {
    List<String> choices = choices();
    @Nullable String prompt = prompt();
    Kind kind =
        asked.kind() != null
            ? asked.kind()
            : !choices.isEmpty() ? Kind.CHOICES : prompt != null ? Kind.GENERATE : Kind.LIKELIHOOD;
    @Nullable String answer = answer(kind);
    if (kind == Kind.CHOICES && choices.isEmpty()) {
      throw missing("choices", "--choices choice_a,choice_b or one column of JSON arrays");
    }
    if (kind == Kind.GENERATE && prompt == null) {
      throw missing("prompts", "--prompt COL");
    }
    if (kind != Kind.GENERATE && answer == null) {
      throw missing(
          kind == Kind.CHOICES ? "right choices" : "texts whose likelihood is asked",
          "--answer COL");
    }
    Decoding d = asked.decoding();
    return new TextAsk(
        kind,
        prompt,
        kind == Kind.CHOICES ? choices : List.of(),
        answer,
        new Decoding(d.maxNewTokens(), d.temperature(), d.topK(), d.topP(), d.stops(), seed));
  }

  private @Nullable String prompt() {
    String said = asked.prompt();
    if (said != null) {
      return said.equals(GenerationAsked.NONE) && dataset.spec().column(said).isEmpty()
          ? null
          : required(said, "--prompt");
    }
    return named(PROMPTS).orElse(null);
  }

  private List<String> choices() {
    if (!asked.choices().isEmpty()) {
      asked.choices().forEach(c -> required(c, "--choices"));
      return asked.choices();
    }
    List<String> names = dataset.spec().columns().stream().map(ColumnSpec::name).toList();
    List<String> listed = names.stream().filter(n -> LISTED.matcher(n).matches()).toList();
    List<String> each = names.stream().filter(n -> CHOICE.matcher(n).matches()).toList();
    return listed.size() == 1 ? listed : each.size() > 1 ? each : List.of();
  }

  private @Nullable String answer(Kind kind) {
    String said = asked.answer() == null ? label : asked.answer();
    if (said != null) {
      return required(said, asked.answer() == null ? "--label" : "--answer");
    }
    return named(ANSWERS)
        .or(() -> kind == Kind.LIKELIHOOD ? named(TEXTS).or(this::onlyText) : Optional.empty())
        .orElse(null);
  }

  private Optional<String> onlyText() {
    List<ColumnSpec> texts = dataset.spec().withRole(ColumnRole.TEXT);
    return texts.size() == 1 ? Optional.of(texts.getFirst().name()) : Optional.empty();
  }

  private Optional<String> named(List<String> names) {
    return names.stream()
        .flatMap(
            name ->
                dataset.spec().columns().stream()
                    .map(ColumnSpec::name)
                    .filter(c -> c.toLowerCase(Locale.ROOT).equals(name)))
        .findFirst();
  }

  private String required(String column, String option) {
    if (dataset.spec().column(column).isEmpty()) {
      throw new UsageError(
          "USAGE-COLUMN",
          "The dataset has no column '" + Visible.of(column) + "' that " + option + " names.",
          "Give one of: " + names() + ".");
    }
    return column;
  }

  private String names() {
    List<String> names = new ArrayList<>();
    dataset.spec().columns().forEach(c -> names.add(c.name()));
    return Visible.of(String.join(", ", names), 300);
  }

  private InputRejected missing(String what, String remedy) {
    return new InputRejected(
        "CAUSAL-COLUMNS",
        "The model goes on with texts, and it is not clear which column of the dataset holds the "
            + what
            + "; its columns are "
            + names()
            + ".",
        "Say it with " + remedy + ".");
  }

  /// Expected texts beside what the model said or wrote.
  static Predictions predictions(Dataset dataset, TextAsk ask, ColumnarFolder folder) {
    return switch (ask.kind()) {
      case LIKELIHOOD ->
          GeneratedAssembly.likelihood(
              dataset,
              String.valueOf(ask.answer()),
              (Column.Numbers) folder.column(ScoreColumns.LOG_LIKELIHOOD),
              (Column.Integers) folder.column(ScoreColumns.SCORED_TOKENS));
      case CHOICES -> {
        List<Column.Numbers> sums = new ArrayList<>();
        for (int c = 0; folder.names().contains(ScoreColumns.choice(c)); c++) {
          sums.add((Column.Numbers) folder.column(ScoreColumns.choice(c)));
        }
        Choices choices =
            new Choices(ask.choices(), ask.choices().stream().map(dataset::column).toList());
        yield GeneratedAssembly.choices(dataset, choices, String.valueOf(ask.answer()), sums);
      }
      case GENERATE ->
          GeneratedAssembly.written(
              dataset,
              ask.answer(),
              folder.column(ScoreColumns.ANSWER),
              (Column.Integers) folder.column(ScoreColumns.NEW_TOKENS),
              (Column.Integers) folder.column(ScoreColumns.FINISH));
    };
  }
}
