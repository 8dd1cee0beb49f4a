package dev.assay.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every malformed and hostile file of the corpus gets what its EXPECTED.json says: one sentence
/// and a remedy, an exit code that scripts can rely on, nothing half-written, no stack trace, and
/// the application goes on.
class HostileFilesTest {

  private static final List<String> SEEN = new ArrayList<>();

  /// As many rows of Adult as a model needs to show what it does.
  private static Path rows;

  @TempDir Path folder;

  @BeforeAll
  static void someRows(@TempDir Path shared) throws IOException {
    try (Stream<String> lines = Files.lines(Corpus.path("datasets/adult_test.csv"))) {
      rows = Files.write(shared.resolve("adult_test.csv"), lines.limit(2001).toList());
    }
    Files.copy(
        Corpus.path("datasets/adult_test.dataset.json"), shared.resolve("adult_test.dataset.json"));
  }

  static Stream<Entry> entries() {
    return Corpus.json("hostile/EXPECTED.json").get("entries").values().stream()
        .map(Entry::of)
        .filter(
            e ->
                !e.file().contains("(made at test time)")
                    && !e.file().equals("external/symlink.onnx"));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void everyFileGetsASentenceAndTheApplicationGoesOn(Entry entry) throws IOException {
    Cli cli = treat(entry, Corpus.path("hostile/" + entry.file()));

    SEEN.add(entry.file());
    assertThat(cli.exitCode()).as(entry + "\n" + cli.err()).isIn(allowed(entry));
    assertThat(cli.err()).as("no stack trace").doesNotContain("\tat ");
    if (cli.exitCode() != 0) {
      assertThat(cli.err())
          .as("one sentence, one remedy, a code")
          .matches("(?s).*assay: .+\n       .+ \\[[A-Z0-9-]+]\n");
    } else if (entry.expected().equals("loads with warning")
        && !entry.file().startsWith("tokenizers")) {
      assertThat(cli.out() + cli.err()).as("a warning is shown").contains("!");
    }
    assertThat(folder.resolve("out"))
        .as("nothing half-written")
        .satisfiesAnyOf(
            f -> assertThat(f).doesNotExist(), f -> assertThat(cli.exitCode()).isZero());
  }

  private Cli treat(Entry entry, Path file) throws IOException {
    Cli inspected = Cli.run("inspect", file.toString());
    // five numbers a row are an answer to nothing, so very_deep is only read
    boolean onlyRead = entry.file().endsWith("very_deep.onnx");
    if (onlyRead || inspected.exitCode() != 0 || !file.toString().endsWith(".onnx")) {
      return evaluatedTable(entry, file, inspected);
    }
    Path spec =
        Files.writeString(
            folder.resolve("m.model.json"), ModelSpecs.fiveNumbersOfAdult(file.toString()));
    List<String> command =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--timeout",
                "8",
                "--checks",
                "none",
                "--model",
                file.toString(),
                "--data",
                rows.toString(),
                "--out",
                folder.resolve("out").toString()));
    if (!file.toString().contains("wrong_input_names")) {
      command.addAll(List.of("--model-spec", spec.toString()));
    }
    return Cli.run(command);
  }

  private static Cli evaluatedTable(Entry entry, Path file, Cli inspected) {
    if (entry.model().isEmpty() || inspected.exitCode() != 0) {
      return inspected;
    }
    return Cli.run(
        "evaluate",
        "--checks",
        "none",
        "--model",
        Corpus.path("models/" + entry.model() + ".onnx").toString(),
        "--data",
        file.toString(),
        "--dataset-spec",
        Corpus.path("datasets/adult_test.dataset.json").toString());
  }

  private static List<Integer> allowed(Entry entry) {
    List<Integer> codes = new ArrayList<>();
    for (String outcome : List.of(entry.expected(), entry.alternative())) {
      if (outcome.startsWith("clear error")) {
        codes.addAll(List.of(3, 4));
      } else if (outcome.startsWith("loads with warning")) {
        // A question the user has to answer (which column, which class) is asked as a refusal:
        // never a guess.
        codes.addAll(List.of(0, 2, 3));
      } else if (outcome.startsWith("loads")) {
        codes.add(0);
      } else if (outcome.startsWith("times out cleanly")) {
        codes.addAll(List.of(3, 4));
      }
    }
    if (entry.file().startsWith("tokenizers/")
        || entry.file().startsWith("crash/") && entry.file().endsWith(".json")) {
      codes.add(3);
    }
    return codes;
  }

  @Test
  void aSymbolicLinkOutOfTheFolderIsRefused() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("external"));
    Path model =
        Files.copy(Corpus.path("hostile/external/symlink.onnx"), copy.resolve("symlink.onnx"));
    Path elsewhere = Files.write(folder.resolve("secret.bin"), new byte[256]);
    Files.createSymbolicLink(copy.resolve("link.bin"), elsewhere);

    Cli cli = Cli.run("inspect", model.toString());

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(cli.err()).contains("link.bin");
  }

  @Test
  void aModelBeyondTwoGigabytesIsRefusedWithoutReadingIt() throws IOException {
    Path model = folder.resolve("over_2gb.onnx");
    try (RandomAccessFile file = new RandomAccessFile(model.toFile(), "rw")) {
      file.setLength(3L << 30);
    }

    long start = System.nanoTime();
    Cli cli = Cli.run("inspect", model.toString());

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
  }

  @Test
  void aFolderNamedLikeAModelIsRefused() throws IOException {
    Cli cli = Cli.run("inspect", Files.createDirectory(folder.resolve("folder.onnx")).toString());

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(cli.err()).contains("folder");
  }

  @Test
  void aNamedPipeIsRefusedAtOnce() throws Exception {
    Path pipe = folder.resolve("fifo.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    Cli cli = Cli.run("inspect", pipe.toString());

    assertThat(cli.exitCode()).isEqualTo(3);
  }

  @Test
  void anEnormousTokenizerIsRefusedBySize() throws IOException {
    Path file = folder.resolve("tokenizer.json");
    try (RandomAccessFile json = new RandomAccessFile(file.toFile(), "rw")) {
      json.writeBytes("{\"version\":\"1.0\",\"x\":\"");
      json.setLength(500L << 20);
    }

    long start = System.nanoTime();
    Cli cli = Cli.run("inspect", file.toString());

    assertThat(cli.exitCode()).isEqualTo(3);
    assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
  }

  @AfterAll
  static void count() {
    System.out.println("hostile files: " + SEEN.size() + " treated on the command line");
  }

  /// One entry of EXPECTED.json.
  record Entry(String file, String expected, String alternative, String model) {
    static Entry of(JsonNode node) {
      return new Entry(
          node.get("file").asString(),
          node.get("expected").asString(),
          node.path("alternative").asString(""),
          node.path("model").asString(""));
    }
  }
}
