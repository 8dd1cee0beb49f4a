package dev.assay.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.Corpus;
import dev.assay.TextModel;
import dev.assay.common.InputRejected;
import dev.assay.explain.TextExplanation;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import dev.assay.worker.WorkerSettings;
import dev.assay.worker.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Words of rows weighed through the confined worker.
class ExplainTextTest {

  @TempDir Path folder;

  private final ExplainText explain =
      new ExplainText(
          (bytes, deadline) -> Workers.of(new WorkerSettings(512L << 20, 2L << 30, deadline)),
          ScoreCache.none());

  private Path texts(String rows) throws IOException {
    Files.writeString(
        folder.resolve("texts.dataset.json"),
        """
        {"file": "texts.csv", "task": "binary_classification",
         "label": {"column": "label", "positive": "toxic", "classes": ["nontoxic", "toxic"]},
         "columns": [{"name": "text", "role": "text", "type": "string"},
                     {"name": "label", "role": "label", "type": "category"}]}
        """);
    return Files.writeString(folder.resolve("texts.csv"), "text,label\n" + rows);
  }

  private TextExplanation explained(Path model, Path data, long row) {
    return explain.explain(
        new ExplainText.Request(model, data, null, null, row, ""),
        Progress.NONE,
        new Cancellation());
  }

  @Test
  void attentionStandsBesideTheWordsWhereTheGraphGivesIt() throws IOException {
    Path data = texts("\uD83D\uDE00 You are a disgusting person,toxic\nI like you,nontoxic\n");

    TextExplanation without = explained(Corpus.path("models/toxicity_bert"), data, 1);
    TextExplanation with =
        explained(TextModel.attending("toxicity_bert", folder.resolve("m")), data, 1);

    assertThat(without.attention()).isEmpty();
    assertThat(with.words()).isEqualTo(without.words());
    assertThat(with.words().stream().map(with::word))
        .containsExactly("\uD83D\uDE00", "You", "are", "a", "disgusting", "person");
    List<Double> attention = with.attention();
    assertThat(attention).hasSize(6);
    assertThat(attention.stream().mapToDouble(a -> a).sum()).isCloseTo(1, within(1e-9));
    assertThat(IntStream.range(0, 6).boxed().filter(w -> attention.get(w) <= 0)).isEmpty();
  }

  @Test
  void rowsWithoutATextAndModelsWithoutTextsAreRefused() throws IOException {
    Path data = texts("\"\",toxic\nwell,nontoxic\n");

    assertThatThrownBy(() -> explained(Corpus.path("models/toxicity_bert"), data, 1))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("Row 1 has no text");
    assertThatThrownBy(
            () ->
                explained(
                    Corpus.path("models/adult_logreg.onnx"),
                    Corpus.path("datasets/adult_test.csv"),
                    1))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("a model that reads one text a row");
  }
}
