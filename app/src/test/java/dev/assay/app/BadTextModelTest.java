package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong with a text model or its texts is one sentence, a remedy and a code on the command
/// line.
class BadTextModelTest {

  private static final Path SAMPLE =
      Path.of(System.getProperty("assay.root", "..")).resolve("resources/samples/messages");
  private static final int LINES = 41;

  @TempDir Path folder;

  private Path model;
  private Path data;

  @BeforeEach
  void copy() throws IOException {
    model = Files.createDirectory(folder.resolve("m"));
    try (Stream<Path> files = Files.list(SAMPLE.resolve("messages_bert"))) {
      for (Path file : files.toList()) {
        Files.copy(file, model.resolve(file.getFileName()));
      }
    }
    data = folder.resolve("messages.csv");
    Files.write(data, Files.readAllLines(SAMPLE.resolve("messages.csv")).subList(0, LINES));
    Files.copy(SAMPLE.resolve("messages.dataset.json"), folder.resolve("messages.dataset.json"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "config.json|BertForSequenceClassification|BertForNothing|TRANSFORMER-",
        "config.json|\"1\" : \"urgent\"|\"1\" : \"urgent\", \"2\" : \"never\"|TRANSFORMER-LABELS",
        "config.json|\"1\" : \"urgent\"|\"7\" : \"urgent\"|TRANSFORMER-LABELS",
        "tokenizer.json|\"type\" : \"WordPiece\",|\"type\" : \"NoSuchKind\",|TOKENIZER-",
      })
  void aFileThatDoesNotFitIsOneSentenceWithACode(String file, String from, String to, String code)
      throws IOException {
    Path changed = model.resolve(file);
    String before = Files.readString(changed);
    assertThat(before).contains(from);
    Files.writeString(changed, before.replace(from, to));

    refused(code);
  }

  @Test
  void aTokenizerThatIsMissingIsOneSentenceWithACode() throws IOException {
    Files.delete(model.resolve("tokenizer.json"));

    refused("TRANSFORMER-INCOMPLETE");
  }

  @Test
  void aTokenizerThatKeepsMoreThanTheModelCanPlaceIsSaidAndTextsAreCut() throws IOException {
    Path config = model.resolve("tokenizer_config.json");
    Files.writeString(
        config, Files.readString(config).replace("max_length\" : 48", "max_length\" : 512"));

    Cli cli = evaluate();

    assertThat(cli.exitCode()).as(cli.err()).isZero();
    assertThat(cli.out() + cli.err()).contains("[TOKENIZER-TOO-LONG]", "48");
  }

  @Test
  void textsThatAreEmptyAreSaid() throws IOException {
    List<String> lines = Files.readAllLines(data);
    lines.set(1, "M1,\"\",standard,app,18 to 34,can wait");
    Files.write(data, lines);

    Cli cli = evaluate();

    assertThat(cli.out() + cli.err()).contains("[TEXT-EMPTY]");
  }

  private void refused(String code) {
    Cli cli = evaluate();

    assertThat(cli.exitCode()).as(cli.out() + cli.err()).isEqualTo(3);
    assertThat(cli.err()).contains("[" + code).doesNotContain("\tat ", "Exception");
  }

  private Cli evaluate() {
    return Cli.run(
        "evaluate", "--checks", "none", "--model", model.toString(), "--data", data.toString());
  }
}
