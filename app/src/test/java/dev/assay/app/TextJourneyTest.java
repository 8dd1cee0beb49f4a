package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import dev.assay.TextModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A text model on the command line: looked at, evaluated as folder and as zip, audited.
class TextJourneyTest {

  @TempDir Path folder;

  @Test
  void inspectSaysWhatATextModelIs() {
    Path model = Corpus.path("models/sentiment_roberta");

    Cli words = Cli.run("inspect", model.toString());
    JsonNode json = Cli.run("inspect", "--json", model.toString()).json();

    assertThat(words.exitCode()).isZero();
    assertThat(words.out())
        .contains("RobertaForSequenceClassification")
        .contains("labels: negative, positive")
        .contains("tokenizer: BPE, 3,000 tokens")
        .contains("positions: 66; texts are cut at 64 tokens");
    assertThat(json.at("/transformer/tokenizer").asString()).isEqualTo("BPE");
    assertThat(json.at("/transformer/labels/1").asString()).isEqualTo("positive");
    assertThat(json.at("/transformer/files/tokenizer.json").asString()).hasSize(64);
  }

  @Test
  void aZippedModelIsAuditedWithoutAnyDescription() throws IOException {
    Path out = folder.resolve("out");

    Cli cli =
        Cli.run(
            "audit",
            "--workspace",
            folder.resolve("w.assay").toString(),
            "--checks",
            "none",
            "--model",
            zip().toString(),
            "--data",
            texts().toString(),
            "--label",
            "label",
            "--positive",
            "positive",
            "--sensitive",
            "source,text.cut",
            "--out",
            out.toString());

    assertThat(cli.err()).doesNotContain("\tat ");
    assertThat(cli.exitCode()).as(cli.err()).isIn(0, 1, 5);
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("RobertaForSequenceClassification")
        .contains("Texts cut")
        .contains("BPE, 3,000 tokens");
    assertThat(Files.readString(out.resolve("model-card.md"))).contains("text-classification");
    assertThat(Files.readString(out.resolve("evaluation.json"))).contains("\"text.cut\"");
  }

  @Test
  void aFolderWithoutATokenizerIsASentence() throws IOException {
    Path model = TextModel.copy("sentiment_roberta", folder.resolve("m"));
    Files.delete(model.resolve("tokenizer.json"));

    Cli cli = Cli.run("evaluate", "--model", model.toString(), "--data", texts().toString());

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(cli.err())
        .contains("Folder 'm' has no tokenizer.json, which turns texts into tokens.")
        .contains("[TRANSFORMER-INCOMPLETE]");
  }

  private Path texts() throws IOException {
    List<String> lines = Files.readAllLines(Corpus.path("datasets/sentiment_test.csv"));
    return Files.write(folder.resolve("texts.csv"), lines.subList(0, 301));
  }

  private Path zip() throws IOException {
    Path model = TextModel.copy("sentiment_roberta", folder.resolve("m"));
    Path zip = folder.resolve("sentiment.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file);
        Stream<Path> all = Files.list(model)) {
      for (Path each : all.toList()) {
        out.putNextEntry(new ZipEntry(each.getFileName().toString()));
        Files.copy(each, out);
        out.closeEntry();
      }
    }
    return zip;
  }
}
