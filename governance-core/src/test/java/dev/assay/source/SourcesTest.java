package dev.assay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Corpus;
import dev.assay.common.InputRejected;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

  @TempDir Path folder;

  @Test
  void recogniseKnowsEveryFileOfTheCorpus() throws IOException {
    Map<SourceKind, Integer> counts = new EnumMap<>(SourceKind.class);
    try (Stream<Path> files =
        Stream.concat(Files.list(Corpus.path("datasets")), Files.list(Corpus.path("models")))) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".npz")).toList()) {
        if (file.toString().endsWith(".onnx.data")) {
          continue;
        }
        SourceKind kind = Sources.recognise(file);
        counts.merge(kind, 1, Integer::sum);
        assertThat(kind).as(file.toString()).isEqualTo(expected(file));
      }
    }
    System.out.println("recognised: " + counts);
    assertThat(counts).hasSizeGreaterThanOrEqualTo(7);
  }

  private static SourceKind expected(Path file) {
    String name = file.getFileName().toString();
    if (Files.isDirectory(file)) {
      return name.startsWith("digits") ? SourceKind.IMAGE_FOLDER : SourceKind.TRANSFORMER_FOLDER;
    }
    if (name.endsWith(".dataset.json")) {
      return SourceKind.DATASET_DESCRIPTOR;
    }
    if (name.endsWith(".model.json")) {
      return SourceKind.MODEL_DESCRIPTOR;
    }
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".csv" -> SourceKind.CSV;
      case ".parquet" -> SourceKind.PARQUET;
      default -> SourceKind.ONNX;
    };
  }

  @ParameterizedTest
  @CsvSource({
    "empty.onnx,SOURCE-EMPTY,empty",
    "git_lfs_pointer.onnx,SOURCE-KIND,Git LFS",
    "html_error_page.onnx,SOURCE-KIND,web page",
    "pickle_named.onnx,SOURCE-KIND,pickle",
    "zip_named.onnx,SOURCE-KIND,ZIP",
    "text.onnx,SOURCE-KIND,text"
  })
  void recogniseSaysWhatAFalseModelIs(String file, String code, String word) {
    refused(Corpus.path("hostile/models/" + file), code, word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv_named.parquet", "zero_byte.parquet", "empty.csv"})
  void recogniseRefusesTablesThatAreNotWhatTheyAreNamed(String file) {
    assertThatThrownBy(() -> Sources.recognise(Corpus.path("hostile/tables/" + file)))
        .isInstanceOf(InputRejected.class);
  }

  @Test
  void recogniseRefusesWhatIsNotThere() throws IOException {
    refused(folder.resolve("no.csv"), "SOURCE-MISSING", "no.csv");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("gone.csv"));
    refused(link, "SOURCE-BROKEN-LINK", "leads nowhere");
    Path loop = folder.resolve("loop.csv");
    Files.createSymbolicLink(loop, loop);
    refused(loop, "SOURCE-BROKEN-LINK", "leads nowhere");
  }

  @Test
  @Timeout(5)
  void recogniseNeverWaitsForAPipe() throws Exception {
    Path pipe = folder.resolve("fifo.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    refused(pipe, "SOURCE-NOT-A-FILE", "pipe");
    refused(Path.of("/dev/zero"), "SOURCE-NOT-A-FILE", "device");
  }

  @Test
  void recogniseRefusesFoldersThatHoldNothingKnown() throws IOException {
    Path model = Files.createDirectory(folder.resolve("folder.onnx"));
    refused(model, "SOURCE-FOLDER", "named like a model");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    refused(empty, "SOURCE-FOLDER", "empty");
    Files.writeString(empty.resolve("notes.md"), "x");
    refused(empty, "SOURCE-FOLDER", "neither");
  }

  @Test
  void recogniseRefusesAModelBeyondTwoGigabytesWithoutReadingIt() throws IOException {
    Path model = folder.resolve("large.onnx");
    try (RandomAccessFile file = new RandomAccessFile(model.toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    long start = System.nanoTime();
    refused(model, "SOURCE-TOO-LARGE", "2 GiB");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void recogniseTellsTablesByTheirContentWhenTheNameIsSilent() throws IOException {
    assertThat(kind("table", "a;b\n1;2\n")).isEqualTo(SourceKind.CSV);
    assertThat(kind("rows.json", "{\"a\":1}\n{\"a\":2}\n")).isEqualTo(SourceKind.JSON_LINES);
    assertThat(kind("rows.ndjson", "{\"a\":1}\n")).isEqualTo(SourceKind.JSON_LINES);
    assertThat(kind("letters.csv", "PK,MZ\nORC,BZh\n")).isEqualTo(SourceKind.CSV);
    Path wide = Files.write(folder.resolve("w"), "a,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
    assertThat(Sources.recognise(wide)).isEqualTo(SourceKind.CSV);
    for (String json :
        List.of("[1,2]", "{\"version\":\"1.0\",", "{\n\"a\": 1\n}", "{\"model\": {}}")) {
      Path file = Files.writeString(folder.resolve("tokenizer.json"), json);
      refused(file, "SOURCE-KIND", "JSON");
    }
  }

  private SourceKind kind(String name, String text) throws IOException {
    return Sources.recognise(Files.writeString(folder.resolve(name), text));
  }

  private static void refused(Path path, String code, String word) {
    assertThatThrownBy(() -> Sources.recognise(path))
        .isInstanceOfSatisfying(
            InputRejected.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.sentence()).contains(word);
              assertThat(e.remedy()).isNotBlank();
            });
  }
}
