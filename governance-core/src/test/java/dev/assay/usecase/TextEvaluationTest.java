package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Corpus;
import dev.assay.TextModel;
import dev.assay.common.InputRejected;
import dev.assay.common.UsageError;
import dev.assay.evaluation.EvaluatedRun;
import dev.assay.inference.LongTexts;
import dev.assay.inference.TextReport;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.WorkerSettings;
import dev.assay.worker.Workers;
import dev.assay.worker.cache.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Text models from files to facts, through the confined worker.
class TextEvaluationTest {

  private static final int ROWS = 120;

  @TempDir Path folder;

  private Path data;
  private RunEvaluation evaluation;

  @BeforeEach
  void files() throws IOException {
    List<String> lines = Files.readAllLines(Corpus.path("datasets/sentiment_test.csv"));
    data = Files.write(folder.resolve("texts.csv"), lines.subList(0, ROWS + 1));
    Path kept = Files.createDirectory(folder.resolve("cache"));
    evaluation =
        new RunEvaluation(
            (bytes, deadline) -> Workers.of(new WorkerSettings(512L << 20, 2L << 30, deadline)),
            Clock.systemUTC(),
            new ScoreCache(Optional.of(new CacheFolder(kept))));
  }

  @Test
  void theSameRunAgainCostsNoScoringAndGivesTheSameFacts() {
    Path model = TextModel.copy("sentiment_roberta", folder.resolve("m"));

    EvaluatedRun first = run(model, 0.5);
    EvaluatedRun again = run(model, 0.5);
    EvaluatedRun stricter = run(model, 0.8, "source", "text.length");

    assertThat(text(first).kept()).isFalse();
    assertThat(text(again).kept()).isTrue();
    assertThat(again.evaluation().metrics()).isEqualTo(first.evaluation().metrics());
    assertThat(again.evaluation().provenance().engine())
        .isEqualTo(first.evaluation().provenance().engine())
        .containsKeys("onnxruntime", "tokenizers");
    assertThat(text(stricter).kept()).isTrue();
    assertThat(stricter.evaluation().metrics()).isNotEqualTo(first.evaluation().metrics());
  }

  @Test
  void anotherTokenizerOrOtherTextsAreScoredAgain() throws IOException {
    Path model = TextModel.copy("sentiment_roberta", folder.resolve("m"));
    run(model, 0.5);

    TextModel.change(model, "tokenizer_config.json", "64", "32");
    EvaluatedRun shorter = run(model, 0.5);
    Files.write(data, Files.readAllLines(data).subList(0, ROWS - 20));
    EvaluatedRun fewer = run(model, 0.5);

    assertThat(text(shorter).kept()).isFalse();
    assertThat(text(shorter).maxLength()).isEqualTo(32);
    assertThat(text(fewer).kept()).isFalse();
  }

  @Test
  void longTextsInWindowsAreScoredAgainAndComparedWithTheOthers() {
    Path model = TextModel.copy("sentiment_roberta", folder.resolve("m"));
    TextModel.change(model, "tokenizer_config.json", "64", "16");
    EvaluateRequest cut = request(model, data, 0.5, "text.cut");
    EvaluateRequest windows =
        cut.change().longTexts(LongTexts.of("windows:4").orElseThrow()).build();

    EvaluatedRun first = evaluation.run(cut, Progress.NONE, new Cancellation());
    EvaluatedRun second = evaluation.run(windows, Progress.NONE, new Cancellation());
    EvaluatedRun again = evaluation.run(windows, Progress.NONE, new Cancellation());

    assertThat(text(second).kept()).isFalse();
    assertThat(text(again).kept()).isTrue();
    assertThat(again.evaluation().metrics()).isEqualTo(second.evaluation().metrics());
    assertThat(text(second).windows().texts()).isEqualTo(text(first).cutTexts());
    assertThat(
            second.evaluation().metrics().stream().map(m -> String.valueOf(m.slice().conditions())))
        .contains("{text.cut=in windows}", "{text.cut=whole}")
        .doesNotContain("{text.cut=cut}");
  }

  @Test
  void keptScoresThatAreDamagedAreMadeAgain() throws IOException {
    Path model = TextModel.copy("sentiment_roberta", folder.resolve("m"));
    run(model, 0.5);
    try (Stream<Path> kept = Files.walk(folder.resolve("cache"))) {
      for (Path file : kept.filter(f -> f.endsWith("kept.json")).toList()) {
        Files.writeString(file, "{");
      }
    }

    assertThat(text(run(model, 0.5)).kept()).isFalse();
  }

  /// Tokenizers of BART and RoBERTa close texts alike; the graph is RoBERTa's.
  @Test
  void aClosingTokenInATextIsRefusedForModelsThatReadTheirAnswerOffIt() throws IOException {
    Path model = TextModel.copy("sentiment_roberta", folder.resolve("m"));
    TextModel.change(model, "config.json", "\"roberta\"", "\"bart\"");
    TextModel.change(model, "config.json", "RobertaFor", "BartFor");
    assertThat(run(model, 0.5).evaluation().metrics()).isNotEmpty();

    List<String> lines = new ArrayList<>(Files.readAllLines(data));
    lines.set(7, "2,Good </s> case,amazon,positive");
    Files.write(data, lines);

    assertThatThrownBy(() -> run(model, 0.5))
        .isInstanceOfSatisfying(
            InputRejected.class,
            refused -> {
              assertThat(refused.sentence())
                  .startsWith("The text in row 7 has the model's closing token (such as '</s>')");
              assertThat(refused.code()).isEqualTo("TEXT-CLOSING-TOKEN");
            });
    TextModel.change(model, "config.json", "\"bart\"", "\"roberta\"");
    TextModel.change(model, "config.json", "BartFor", "RobertaFor");
    assertThat(run(model, 0.5).evaluation().metrics()).isNotEmpty();
  }

  @Test
  void rowsAreComparedByHowTheirTextsWereRead() {
    Path model = TextModel.copy("sentiment_roberta", folder.resolve("m"));
    TextModel.change(model, "tokenizer_config.json", "64", "16");

    EvaluatedRun run = run(model, 0.5, "text.length", "text.cut");

    assertThat(run.evaluation().attributes())
        .extracting(a -> a.name())
        .containsExactly("text.length", "text.cut");
    assertThat(run.evaluation().metrics().stream().map(m -> String.valueOf(m.slice().conditions())))
        .contains("{text.cut=cut}", "{text.cut=whole}", "{text.length=9 to 16 tokens}");
    assertThat(text(run).cutTexts()).isPositive();
  }

  @Test
  void rowsAreComparedByWhatTheirTextsAreLike() {
    Path model = TextModel.copy("sentiment_roberta", folder.resolve("m"));

    EvaluatedRun run = run(model, 0.5, "text.language", "text.casing", "text.identity");

    assertThat(run.evaluation().attributes())
        .extracting(a -> a.name())
        .containsExactly("text.language", "text.casing", "text.identity");
    assertThat(run.evaluation().metrics().stream().map(m -> String.valueOf(m.slice().conditions())))
        .contains("{text.language=English}", "{text.casing=mixed}", "{text.identity=none named}");
  }

  @Test
  void propertiesOfTextsAreRefusedWhereThereAreNoTexts() {
    EvaluateRequest request =
        request(
            Corpus.path("models/adult_logreg.onnx"),
            Corpus.path("datasets/adult_test.csv"),
            0.5,
            "text.language");

    assertThatThrownBy(() -> evaluation.run(request, Progress.NONE, new Cancellation()))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("no column of texts");
  }

  @Test
  void slicesOfTextsAreRefusedForModelsThatReadColumns() {
    EvaluateRequest request =
        request(
            Corpus.path("models/adult_logreg.onnx"),
            Corpus.path("datasets/adult_test.csv"),
            0.5,
            "text.cut");

    assertThatThrownBy(() -> evaluation.run(request, Progress.NONE, new Cancellation()))
        .isInstanceOf(UsageError.class)
        .hasMessageContaining("the model reads no texts");
  }

  @Test
  void nothingIsKeptWhenTheUserTurnedItOff() {
    assertThat(ScoreCache.ofUser(Map.of(ScoreCache.VARIABLE, "off")).folder()).isEmpty();
  }

  private static TextReport text(EvaluatedRun run) {
    return run.scores().text();
  }

  private EvaluatedRun run(Path model, double threshold, String... sensitive) {
    return evaluation.run(
        request(model, data, threshold, sensitive), Progress.NONE, new Cancellation());
  }

  private static EvaluateRequest request(
      Path model, Path data, double threshold, String... sensitive) {
    boolean texts = data.endsWith("texts.csv");
    return EvaluateRequest.of(data)
        .model(model)
        .device("cpu")
        .threshold(threshold)
        .sensitive(List.of(sensitive))
        .label(texts ? "label" : null)
        .positive(texts ? "positive" : null)
        .checks(List.of("none"))
        .depth(1)
        .timeoutSeconds(60)
        .build();
  }
}
