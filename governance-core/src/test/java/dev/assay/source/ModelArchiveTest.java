package dev.assay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelArchiveTest {

  private static final byte[] SMALL = "{}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void recogniseCallsAZipATransformerWhenItNamesTokenizerAndGraph() throws IOException {
    Path model = zip("m.zip", "bert/config.json", "bert/tokenizer.json", "bert/model.onnx");
    Path tables = zip("t.zip", "a.csv", "b.csv");

    assertThat(Sources.recognise(model)).isEqualTo(SourceKind.TRANSFORMER_ARCHIVE);
    assertThatThrownBy(() -> Sources.recognise(tables)).hasMessageContaining("ZIP archive");
  }

  @Test
  void unpackGivesTheFolderOfTheConfigurationAndLeavesOutWhatNoModelNeeds() throws IOException {
    Path model =
        zip("m.zip", "bert/config.json", "bert/tokenizer.json", "bert/onnx/model.onnx", "run.py");

    Path root = ModelArchive.unpack(model, into());

    assertThat(root).isEqualTo(into().resolve("bert"));
    assertThat(root.resolve("onnx/model.onnx")).isRegularFile();
    assertThat(into().resolve("run.py")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.json",
        "a/../../evil.json",
        "/evil.json",
        "C:evil.json",
        "a\\..\\evil.json"
      })
  void unpackRefusesNamesThatLeadOutOfTheFolder(String name) throws IOException {
    Path archive = zip("m.zip", "config.json", "model.onnx", name);

    assertThatThrownBy(() -> ModelArchive.unpack(archive, into()))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("leads out of its folder");

    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(f -> f.getFileName().toString().contains("evil"))).isEmpty();
    }
  }

  @Test
  void unpackRefusesABombBeforeItFillsTheDisk() throws IOException {
    Path archive = folder.resolve("bomb.zip");
    try (OutputStream out = Files.newOutputStream(archive);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("model.onnx"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 200; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }

    assertThatThrownBy(() -> ModelArchive.unpack(archive, into()))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("times its size");

    assertThat(Files.size(into().resolve("model.onnx"))).isLessThan(110L << 20);
  }

  @Test
  void recogniseDoesNotReadAListOfNamesThatIsTooLong() throws IOException {
    String[] names = new String[20_000];
    for (int i = 0; i < names.length; i++) {
      names[i] = "a-name-of-some-length/" + i + "/config.json";
    }
    names[0] = "model.onnx";
    Path archive = zip("long.zip", names);

    assertThatThrownBy(() -> Sources.recognise(archive))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("ZIP archive");
  }

  @Test
  void unpackRefusesTooManyFiles() throws IOException {
    String[] names = new String[2_001];
    for (int i = 0; i < names.length; i++) {
      names[i] = "f" + i + ".json";
    }
    Path archive = zip("many.zip", names);

    assertThatThrownBy(() -> ModelArchive.unpack(archive, into()))
        .hasMessageContaining("more than 2000 files");
  }

  @Test
  void unpackRefusesADamagedArchive() throws IOException {
    Path archive = Files.write(folder.resolve("cut.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});

    assertThatThrownBy(() -> ModelArchive.unpack(archive, into()))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("damaged");
  }

  private Path into() throws IOException {
    return Files.createDirectories(folder.resolve("into"));
  }

  private Path zip(String name, String... entries) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write(SMALL);
        zip.closeEntry();
      }
    }
    return file;
  }
}
