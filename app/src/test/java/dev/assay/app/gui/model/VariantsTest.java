package dev.assay.app.gui.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.Transformer;
import dev.assay.model.Transformer.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantsTest {

  private static final Variant FULL = new Variant("model.onnx", "fp32", 2);
  private static final Variant EIGHT = new Variant("onnx/model_int8.onnx", "int8", 1);

  @TempDir Path folder;

  @Test
  void otherFindsTheFileFromTheFolderAndFromAnotherGraph() throws IOException {
    Path eight =
        Files.createFile(Files.createDirectory(folder.resolve("onnx")).resolve("model_int8.onnx"));
    Path full = Files.createFile(folder.resolve("model.onnx"));

    assertThat(Variants.other(folder, using(FULL).variant(), EIGHT)).contains(eight);
    assertThat(Variants.other(full, using(FULL).variant(), EIGHT)).contains(eight);
    assertThat(Variants.other(eight, using(EIGHT).variant(), FULL)).contains(full);
    assertThat(Variants.other(folder, using(FULL).variant(), FULL)).isEmpty();
  }

  @Test
  void otherFindsNothingInsideAZip() throws IOException {
    Path zip = Files.createFile(folder.resolve("model.zip"));

    assertThat(Variants.other(zip, using(FULL).variant(), EIGHT)).isEmpty();
  }

  private static Transformer using(Variant used) {
    return new Transformer(
        "m",
        used.file(),
        List.of(FULL, EIGHT),
        "",
        "",
        "",
        List.of(),
        "WordPiece",
        9,
        9,
        0,
        0,
        0,
        null,
        Transformer.MEAN,
        Transformer.Ends.UNKNOWN,
        new TreeMap<>(),
        List.of());
  }
}
