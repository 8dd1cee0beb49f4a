package dev.assay.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The committed sample is what the committed program makes.
class MakeSampleTest {

  @TempDir Path folder;

  @Test
  void theProgramMakesTheCommittedSampleByteForByte() throws IOException {
    MakeSample.write(folder);
    Path committed =
        Path.of(System.getProperty("assay.root", "..")).resolve("resources/samples/lending");
    List<Path> made;
    try (Stream<Path> files = Files.list(folder)) {
      made = files.sorted().toList();
    }
    assertThat(made).hasSize(11);
    for (Path file : made) {
      assertThat(file).hasSameBinaryContentAs(committed.resolve(file.getFileName()));
    }
  }
}
