package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Corpus;
import dev.assay.TextModel;
import dev.assay.common.AssayException;
import dev.assay.dataset.Column;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.dataset.ColumnarWriter;
import dev.assay.dataset.Task;
import dev.assay.dataset.TextSink;
import dev.assay.inference.RunPlan;
import dev.assay.inference.ScoreColumns;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelBinding;
import dev.assay.model.OutputBinding;
import dev.assay.model.OutputMeaning;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text models in the confined child: the tokenizers' native code meets strangers' files there and
/// nowhere else.
class TextWorkerTest {

  private final Worker worker =
      Workers.of(new WorkerSettings(512L << 20, 2L << 30, Duration.ofSeconds(20)));

  @TempDir Path folder;

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void aZipIsUnpackedAndScoredLikeItsFolderInAFullyConfinedChild() throws IOException {
    Path model = Corpus.path("models/toxicity_bert");
    Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
    Path root = unpacked.resolve(worker.unpack(zip(model), unpacked, new Cancellation()));

    ScoreReport byFolder = score(model, "a");
    double[] expected = scores("a");
    ScoreReport byZip = score(root, "b");

    assertThat(root).isEqualTo(unpacked.resolve("bert"));
    assertThat(scores("b")).isEqualTo(expected);
    assertThat(byZip.device().get("scored_model_sha256"))
        .isEqualTo(byFolder.device().get("scored_model_sha256"));
    assertThat(worker.isolation()).isEqualTo("full");
  }

  @Test
  void aHostileZipIsASentenceAndLeavesNothingBehind() throws IOException {
    Path zip = folder.resolve("evil.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (String name : List.of("config.json", "model.onnx", "../../evil.json")) {
        out.putNextEntry(new ZipEntry(name));
        out.write(1);
        out.closeEntry();
      }
    }
    Path into = Files.createDirectory(folder.resolve("into"));

    assertThatThrownBy(() -> worker.unpack(zip, into, new Cancellation()))
        .hasMessageContaining("leads out of its folder");
    assertThat(into).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "crash/bpe_prefix",
        "crash/padding_2p40",
        "crash/precompiled",
        "crash/redos",
        "tokenizers/catastrophic_regex"
      })
  void aTokenizerThatKillsItsEngineIsASentenceAndTheNextRequestWorks(String file)
      throws IOException {
    Path model = TextModel.copy("toxicity_bert", folder.resolve("m"));
    Files.copy(
        Corpus.path("hostile/" + file + ".json"),
        model.resolve("tokenizer.json"),
        StandardCopyOption.REPLACE_EXISTING);
    String said;
    try {
      ScoreReport report = score(model, "a");
      said = "scored " + report.rows();
    } catch (AssayException e) {
      said = e.code() + ": " + e.sentence();
      assertThat(e.sentence()).endsWith(".");
    }
    System.out.println("hostile tokenizer: " + file + ", " + said);

    assertThat(score(Corpus.path("models/toxicity_bert"), "b").rows()).isEqualTo(3);
  }

  private ScoreReport score(Path model, String output) throws IOException {
    Path data = Files.createTempDirectory(folder, "data");
    ColumnarWriter writer = ColumnarWriter.into(data, 1);
    TextSink sink = writer.texts("text", ColumnType.STRING);
    Stream.of("you are great", "a".repeat(40) + "!", "hate").forEach(sink::add);
    writer.finish();
    List<InputBinding> inputs =
        Stream.of("input_ids", "attention_mask", "token_type_ids")
            .map(i -> new InputBinding(i, List.of("text"), "test"))
            .toList();
    OutputBinding logits =
        new OutputBinding("logits", OutputMeaning.LOGITS, List.of("a", "b"), Map.of(), "test");
    return worker.score(
        new ScoreRequest(
            model,
            data,
            new ModelBinding(Task.BINARY_CLASSIFICATION, inputs, List.of(logits), false),
            new RunPlan("cpu", 0, 1, 60),
            Files.createDirectory(folder.resolve(output))),
        Progress.NONE,
        new Cancellation());
  }

  private double[] scores(String output) {
    ColumnarFolder columns = ColumnarFolder.open(folder.resolve(output));
    return ((Column.Numbers) columns.column(ScoreColumns.score(1))).values();
  }

  private Path zip(Path model) throws IOException {
    Path zip = folder.resolve("bert.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file);
        Stream<Path> all = Files.list(model)) {
      for (Path each : all.toList()) {
        out.putNextEntry(new ZipEntry("bert/" + each.getFileName()));
        Files.copy(each, out);
        out.closeEntry();
      }
    }
    return zip;
  }
}
