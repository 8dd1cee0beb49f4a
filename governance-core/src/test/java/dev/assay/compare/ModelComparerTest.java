package dev.assay.compare;

import static dev.assay.OnnxBuilder.FLOAT;
import static dev.assay.OnnxBuilder.floats;
import static dev.assay.OnnxBuilder.number;
import static dev.assay.OnnxBuilder.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.Corpus;
import dev.assay.OnnxBuilder;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.compare.ModelChange.Part;
import dev.assay.model.ContentsReader;
import dev.assay.model.ModelContents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelComparerTest {

  @TempDir Path folder;

  private static OnnxBuilder dense(double weight, String hidden, String last) {
    return OnnxBuilder.model()
        .input("x", FLOAT, -1, 2)
        .output("y", FLOAT, -1, 1)
        .weights(floats("w", List.of(2L, 1L), weight, 2))
        .node("MatMul", "x,w", hidden)
        .node(last, hidden, "y");
  }

  private ModelDifference between(OnnxBuilder first, OnnxBuilder second) {
    return ModelComparer.compare(
        ContentsReader.read(first.write(folder.resolve("a.onnx"))),
        ContentsReader.read(second.write(folder.resolve("b.onnx"))));
  }

  private static ModelDifference ofCorpus(String first, String second) {
    return ModelComparer.compare(
        ContentsReader.read(Corpus.path("models/" + first)),
        ContentsReader.read(Corpus.path("models/" + second)));
  }

  @Test
  void aModelIsTheSameAsItselfWhateverItsFileIsCalled() {
    ModelDifference none = between(dense(1, "h", "Relu"), dense(1, "h", "Relu"));

    assertThat(none.changes()).isEmpty();
    assertThat(none.identical()).isTrue();
    assertThat(none.headline()).isEqualTo("Both are the same model, byte for byte.");
  }

  @Test
  void oneWeightIsNamedAndNothingElse() {
    ModelDifference one = between(dense(1, "h", "Relu"), dense(1.0001, "h", "Relu"));

    assertThat(one.changes())
        .extracting(ModelChange::part, ModelChange::what, ModelChange::kind)
        .containsExactly(
            tuple(Part.FILE, ModelContents.GRAPH, "changed"), tuple(Part.WEIGHT, "w", "changed"));
    assertThat(one.of(Part.WEIGHT).getFirst().first()).startsWith("float [2, 1], SHA-256 ");
    assertThat(one.headline()).isEqualTo("The graphs are the same; weights differ.");
  }

  @Test
  void anotherOperatorAnAttributeAndAnOperatorSetAreNamed() {
    ModelDifference other = between(dense(1, "h", "Relu"), dense(1, "h", "Sigmoid").opset(15));

    assertThat(other.of(Part.OPERATOR))
        .extracting(ModelChange::what, ModelChange::first, ModelChange::second)
        .containsExactly(tuple("ai.onnx:Relu", "1", null), tuple("ai.onnx:Sigmoid", null, "1"));
    assertThat(other.of(Part.NODE))
        .singleElement()
        .extracting(ModelChange::second)
        .asString()
        .startsWith("ai.onnx:Sigmoid(h) → y");
    assertThat(other.of(Part.FORMAT)).extracting(ModelChange::what).contains("opset ai.onnx");

    long[] many = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    long[] last = {1, 2, 3, 4, 5, 6, 7, 8, 9, 11};
    OnnxBuilder first = OnnxBuilder.model().input("x", FLOAT, 1).output("y", FLOAT, 1);
    OnnxBuilder second = OnnxBuilder.model().input("x", FLOAT, 1).output("y", FLOAT, 1);
    ModelDifference attribute =
        between(
            first.node("Softmax", "x", "y", number("axis", 0), numbers("many", many)),
            second.node("Softmax", "x", "y", number("axis", 0), numbers("many", last)));
    assertThat(attribute.of(Part.NODE)).hasSize(1);
    assertThat(attribute.headline()).isEqualTo("The graphs differ.");
  }

  @Test
  void nodesUnderOtherNamesAreTheSameNodes() {
    ModelDifference renamed =
        between(dense(1, "h", "Relu"), dense(1, "/layer/MatMul_output_0", "Relu"));

    assertThat(renamed.of(Part.OPERATOR)).isEmpty();
    assertThat(renamed.of(Part.NODE))
        .extracting(ModelChange::what, ModelChange::kind)
        .containsExactly(
            tuple("the ai.onnx:Relu that makes y", "changed"),
            tuple("1 node under another name", "changed"));
  }

  @Test
  void weightsInTheFileAndBesideItAreTheSameWeights() {
    ModelDifference moved = ofCorpus("adult_mlp.onnx", "adult_mlp_external.onnx");

    assertThat(moved.of(Part.WEIGHT)).isEmpty();
    assertThat(moved.of(Part.NODE)).isEmpty();
    assertThat(moved.of(Part.FILE))
        .extracting(ModelChange::what, ModelChange::kind)
        .contains(tuple("adult_mlp_external.onnx.data", "added"));
    assertThat(moved.identical()).isFalse();
  }

  /// Counted with onnx 1.23.1 in Python: two Casts more, six of eight initialisers of another type.
  @Test
  void halfPrecisionShowsInWeightsAndOperators() {
    ModelDifference half = ofCorpus("adult_mlp.onnx", "adult_mlp_fp16.onnx");

    assertThat(half.of(Part.OPERATOR))
        .extracting(ModelChange::what, ModelChange::first, ModelChange::second)
        .containsExactly(tuple("ai.onnx:Cast", null, "2"));
    assertThat(half.of(Part.SIZE)).extracting(ModelChange::what).contains("bytes", "nodes");
    assertThat(half.of(Part.FORMAT))
        .extracting(ModelChange::what, ModelChange::first, ModelChange::second)
        .contains(tuple("precision", "none", "float16"));
    assertThat(half.of(Part.WEIGHT))
        .hasSize(6)
        .allSatisfy(c -> assertThat(c.second()).startsWith("float16"));
  }

  @Test
  void settingsOfATextModelAreComparedValueByValue() throws Exception {
    Path changed = Files.createDirectory(folder.resolve("toxicity_bert"));
    try (Stream<Path> files = Files.list(Corpus.path("models/toxicity_bert"))) {
      for (Path file : files.toList()) {
        Files.copy(file, changed.resolve(file.getFileName()));
      }
    }
    Path config = changed.resolve("tokenizer_config.json");
    String text = Files.readString(config);
    String other = text.replace("\"model_max_length\": 128", "\"model_max_length\": 64");
    Files.write(config, other.getBytes(StandardCharsets.UTF_8));
    assertThat(other).isNotEqualTo(text);

    ModelDifference one =
        ModelComparer.compare(
            ContentsReader.read(Corpus.path("models/toxicity_bert")), ContentsReader.read(changed));

    assertThat(one.changes())
        .extracting(ModelChange::part, ModelChange::what)
        .containsExactly(
            tuple(Part.FILE, "tokenizer_config.json"),
            tuple(Part.SETTING, "tokenizer_config.json: model_max_length"));
    assertThat(one.of(Part.SETTING).getFirst())
        .extracting(ModelChange::first, ModelChange::second)
        .containsExactly("128", "64");
  }

  @Test
  void jsonListsEveryChangeAndSaysNullForWhatIsAbsent() throws Exception {
    var json = Json.mapper().readTree(between(dense(1, "h", "Relu"), dense(1, "h", "Tanh")).json());

    assertThat(json.path("schema").asString()).isEqualTo("assay.diff/1");
    assertThat(json.path("identical").asBoolean()).isFalse();
    assertThat(json.path("counts").path("operator").asInt()).isEqualTo(2);
    assertThat(json.path("changes"))
        .anySatisfy(
            c -> {
              assertThat(c.path("what").asString()).isEqualTo("ai.onnx:Tanh");
              assertThat(c.path("first").isNull()).isTrue();
              assertThat(c.path("kind").asString()).isEqualTo("added");
            });
  }

  @Test
  void whatIsNoModelIsRefusedInASentence() throws Exception {
    Path text = Files.writeString(folder.resolve("a.onnx"), "hello");

    assertThatThrownBy(() -> ContentsReader.read(text))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("is a text file, not an ONNX model");
  }
}
