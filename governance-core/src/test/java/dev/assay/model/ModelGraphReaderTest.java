package dev.assay.model;

import static dev.assay.OnnxBuilder.BOOL;
import static dev.assay.OnnxBuilder.FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.Corpus;
import dev.assay.OnnxBuilder;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.model.GraphNode.Kind;
import dev.assay.model.GraphValue.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelGraphReaderTest {

  @TempDir Path folder;

  static Stream<Path> models() throws IOException {
    try (Stream<Path> files = Files.walk(Corpus.path("models"))) {
      return files.filter(f -> f.toString().endsWith(".onnx")).sorted().toList().stream();
    }
  }

  static Stream<Path> hostileModels() throws IOException {
    try (Stream<Path> files = Files.walk(Corpus.path("hostile"))) {
      return files.filter(f -> f.toString().endsWith(".onnx")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyNodeOfACorpusModelIsABoxOrANote(Path file) {
    ModelArtefact artefact = ModelReader.read(file);

    ModelGraph graph = ModelGraphReader.read(file);

    long constants = artefact.operators().getOrDefault("ai.onnx:Constant", 0);
    assertThat(graph.operators()).isEqualTo(artefact.nodes() - (int) constants);
    assertThat(of(graph, Kind.INPUT))
        .extracting(GraphNode::name)
        .containsExactlyElementsOf(artefact.inputs().stream().map(ValueInfo::name).toList());
    assertThat(of(graph, Kind.OUTPUT)).hasSameSizeAs(artefact.outputs());
    assertThat(graph.bodies().getFirst().edges()).isNotEmpty();
    assertThat(Json.mapper().readValue(Json.mapper().writeValueAsBytes(graph), ModelGraph.class))
        .isEqualTo(graph);
  }

  @ParameterizedTest
  @MethodSource("hostileModels")
  void aHostileModelGivesAGraphOrASentence(Path file) {
    try {
      ModelGraph graph = ModelGraphReader.read(file);
      assertThat(graph.operators()).isLessThanOrEqualTo(ModelGraph.MOST_NODES);
      assertThat(Json.mapper().writeValueAsBytes(graph)).hasSizeLessThan(16 << 20);
    } catch (InputRejected refused) {
      assertThat(refused.sentence()).contains(String.valueOf(file.getFileName()));
      assertThat(refused.remedy()).isNotBlank();
    }
  }

  @Test
  void theGraphOfATransformersFolderIsThatOfTheModelInside() {
    Path inside = Corpus.path("models/toxicity_bert");

    assertThat(ModelGraphReader.read(inside))
        .isEqualTo(ModelGraphReader.read(inside.resolve("model.onnx")));
  }

  @Test
  void weightsAndConstantsAreNotesOfTheNodeThatUsesThem() {
    Path file =
        OnnxBuilder.model()
            .input("x", FLOAT, -1, 2)
            .output("y", FLOAT, -1, 3)
            .weights(OnnxBuilder.floats("w", List.of(2L, 3L), 1, 2, 3, 4, 5, 6))
            .node("MatMul", "x,w", "y")
            .write(folder.resolve("m.onnx"));

    GraphBody main = ModelGraphReader.read(file).bodies().getFirst();

    assertThat(main.nodes())
        .extracting(GraphNode::kind)
        .containsExactly(Kind.INPUT, Kind.OPERATOR, Kind.OUTPUT);
    assertThat(main.constants()).isEqualTo(1);
    GraphNode product = main.nodes().get(1);
    assertThat(product.domain()).isEqualTo("ai.onnx");
    assertThat(product.inputs().get(0))
        .isEqualTo(new GraphValue("x", "float [N, 2]", Source.COMPUTED, ""));
    assertThat(product.inputs().get(1))
        .isEqualTo(
            new GraphValue("w", "float [2, 3]", Source.CONSTANT, "[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]"));
    assertThat(main.edges())
        .containsExactly(
            new GraphEdge(0, 1, "x", "float [N, 2]"), new GraphEdge(1, 2, "y", "float [N, 3]"));
  }

  @Test
  void branchesOfAnIfAreBodiesThatNameTheirNode() {
    Path file =
        OnnxBuilder.model()
            .input("c", BOOL, 1)
            .input("x", FLOAT, 1)
            .output("y", FLOAT, 1)
            .node(
                "If",
                "c",
                "y",
                OnnxBuilder.graph("then_branch", negated("a")),
                OnnxBuilder.graph("else_branch", negated("b")))
            .write(folder.resolve("if.onnx"));

    ModelGraph graph = ModelGraphReader.read(file);

    assertThat(graph.bodies())
        .extracting(GraphBody::title)
        .containsExactly("main graph", "then_branch of If", "else_branch of If");
    GraphBody main = graph.bodies().getFirst();
    int choice = 2;
    assertThat(main.nodes().get(choice).bodies()).containsExactly(1, 2);
    assertThat(main.edges())
        .as("what a branch takes from outside leads to its node")
        .contains(new GraphEdge(1, choice, "x", "float [1]"));
    GraphBody branch = graph.bodies().get(1);
    assertThat(branch.parentBody()).isZero();
    assertThat(branch.parentNode()).isEqualTo(choice);
    assertThat(branch.nodes().getFirst().inputs().getFirst())
        .isEqualTo(new GraphValue("x", "float [1]", Source.OUTSIDE, ""));
  }

  private static ai.onnx.proto.OnnxMl.GraphProto negated(String output) {
    return OnnxBuilder.model().output(output, FLOAT, 1).node("Neg", "x", output).graph();
  }

  @Test
  void aGraphOfTooManyNodesIsASentenceThatSaysHowMany() {
    OnnxBuilder model = OnnxBuilder.model().input("v0", FLOAT, 1);
    for (int i = 0; i <= ModelGraph.MOST_NODES; i++) {
      model.node("Relu", "v" + i, "v" + (i + 1));
    }
    Path file = model.output("v1", FLOAT, 1).write(folder.resolve("long.onnx"));

    assertThatThrownBy(() -> ModelGraphReader.read(file))
        .isInstanceOfSatisfying(
            InputRejected.class, e -> assertThat(e.code()).isEqualTo("MODEL-GRAPH-SIZE"))
        .hasMessageContaining("5,001 nodes")
        .hasMessageContaining("up to 5,000");
  }

  @Test
  void aGraphOfTooManyConnectionsIsASentence() {
    OnnxBuilder model = OnnxBuilder.model().input("x", FLOAT, 1).output("s0", FLOAT, 1);
    List<String> made = new java.util.ArrayList<>(List.of("x"));
    for (int i = 0; i < 400; i++) {
      model.node("Sum", String.join(",", made), "s" + i);
      made.add("s" + i);
    }
    Path file = model.write(folder.resolve("dense.onnx"));

    assertThatThrownBy(() -> ModelGraphReader.read(file))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("connections");
  }

  @Test
  void aGraphThatDoesNotFitTogetherIsNotBelieved() {
    GraphBody broken =
        new GraphBody("main graph", GraphBody.NONE, GraphBody.NONE, List.of(), List.of(), 0);
    assertThatThrownBy(
            () ->
                new ModelGraph(List.of(broken, new GraphBody("b", 1, 0, List.of(), List.of(), 0))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new GraphBody(
                    "main graph", -1, -1, List.of(), List.of(new GraphEdge(0, 1, "x", "")), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<GraphNode> of(ModelGraph graph, Kind kind) {
    return graph.bodies().getFirst().nodes().stream().filter(n -> n.kind() == kind).toList();
  }
}
