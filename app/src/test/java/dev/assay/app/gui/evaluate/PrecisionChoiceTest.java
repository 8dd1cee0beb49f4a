package dev.assay.app.gui.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.WordModel;
import dev.assay.app.gui.session.OpenModel;
import dev.assay.model.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrecisionChoiceTest {

  @TempDir Path folder;

  private final PrecisionChoice choice = new PrecisionChoice();
  private Path root;
  private OpenModel model;

  @BeforeEach
  void open() {
    root = WordModel.in(folder.resolve("m"), 2).labels("no", "yes").sums();
    model = new OpenModel(root, ModelReader.read(root));
  }

  @Test
  void whereOneGraphIsThereIsNothingToChoose() {
    choice.fit(model);

    assertThat(choice.offered()).isEmpty();
    assertThat(choice.file(model)).isEqualTo(root);
    assertThat(choice.words()).isEmpty();
  }

  @Test
  void theGraphThatIsChosenRunsWithTheDescriptionOfTheFolder() throws IOException {
    Path half = half();
    Path described = Files.writeString(root.resolve("model.json"), "{}");
    choice.fit(model);
    assertThat(choice.offered()).containsExactly("fp32", "fp16");
    assertThat(choice.described(model)).as("the one beside it").isNull();

    choice.wanted().set("fp16");

    assertThat(choice.file(model)).isEqualTo(half);
    assertThat(choice.described(model)).isEqualTo(described);
    assertThat(choice.words()).containsExactly("--precision", "fp16");
    choice.fit(null);
    assertThat(choice.words()).as("of another model").isEmpty();
  }

  @Test
  void aRunOfAGraphIsRepeatedWithItsFolder() throws IOException {
    Path half = half();

    assertThat(choice.repeat(half, List.of(model))).contains(model);
    assertThat(choice.wanted().get()).isEqualTo("fp16");
    assertThat(new PrecisionChoice().repeat(folder.resolve("other.onnx"), List.of(model)))
        .isEmpty();
  }

  private Path half() throws IOException {
    Path inside = Files.createDirectory(root.resolve("onnx"));
    return Files.copy(root.resolve("model.onnx"), inside.resolve("model_fp16.onnx"));
  }
}
