package dev.assay.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import dev.assay.Corpus;
import dev.assay.OnnxBuilder;
import dev.assay.common.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ModelReaderTest {

  @TempDir Path folder;

  static Stream<String> models() throws IOException {
    try (Stream<Path> files = Files.walk(Corpus.path("models"))) {
      return files
          .map(f -> Corpus.path("models").relativize(f).toString())
          .filter(f -> f.endsWith(".onnx"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void readGivesWhatTheDescriptionsSay(String file) throws IOException {
    Path path = Corpus.path("models/" + file);
    Path description = ModelSpecs.beside(path).orElseThrow();
    JsonNode described = Corpus.json(Corpus.path("").relativize(description).toString());

    ModelArtefact model = ModelReader.read(path);

    assertThat(model.preScan().verdict()).isEqualTo(PreScan.Verdict.CLEAN);
    assertThat(model.irVersion()).isEqualTo(described.get("ir_version").asLong());
    described
        .get("opset")
        .properties()
        .forEach(e -> assertThat(model.opsets()).containsEntry(e.getKey(), e.getValue().asLong()));
    if (model.externalData().isEmpty()) {
      Transformer beside = model.transformer();
      assertThat(beside == null ? model.digest().sha256() : beside.files().get("model.onnx"))
          .isEqualTo(described.get("sha256").asString());
      assertThat(model.bytes()).isEqualTo(described.get("bytes").asLong());
    }
    signature(model.inputs(), described.get("inputs"));
    signature(model.outputs(), described.get("outputs"));
    described
        .path("metadata_props")
        .properties()
        .forEach(
            e -> assertThat(model.metadata()).containsEntry(e.getKey(), e.getValue().asString()));
    assertThat(Json.mapper().readValue(Json.write(model), ModelArtefact.class))
        .as("travels as JSON")
        .isEqualTo(model);
  }

  private static void signature(List<ValueInfo> values, JsonNode described) {
    assertThat(values).hasSize(described.size());
    for (int i = 0; i < values.size(); i++) {
      JsonNode words = described.get(i);
      ValueInfo value = values.get(i);
      assertThat(value.name()).isEqualTo(words.get("name").asString());
      if (words.get("type").asString().equals("sequence(map)")) {
        assertThat(value.form()).isEqualTo(ValueInfo.Form.SEQUENCE_OF_MAPS);
        continue;
      }
      assertThat("tensor(" + value.type().name().toLowerCase(java.util.Locale.ROOT) + ")")
          .isEqualTo(words.get("type").asString());
      assertThat(value.shape())
          .isEqualTo(
              words.get("shape").values().stream()
                  .map(d -> d.isNumber() ? d.asLong() : -1L)
                  .toList());
    }
  }

  @Test
  void readTellsQuantisationParametersAndOperators() {
    assertThat(read("adult_mlp_int8_dynamic").quantisation()).isEqualTo("int8 dynamic");
    assertThat(read("adult_mlp_int8_static").quantisation()).isEqualTo("int8 static (QDQ)");
    assertThat(read("adult_mlp_fp16").quantisation()).isEqualTo("float16");
    ModelArtefact mlp = read("adult_mlp");
    assertThat(mlp.quantisation()).isEqualTo("none");
    assertThat(mlp.parameters()).isEqualTo(260);
    assertThat(mlp.nodes()).isEqualTo(11);
    assertThat(mlp.operators()).containsEntry("ai.onnx:MatMul", 3);
    assertThat(mlp.producer()).isNotEmpty();
  }

  private static ModelArtefact read(String name) {
    return ModelReader.read(Corpus.path("models/" + name + ".onnx"));
  }

  @Test
  void digestChangesWhenExternalDataDoes() throws IOException {
    Path model = folder.resolve("m.onnx");
    Path data = folder.resolve("w.bin");
    Files.write(data, new byte[8]);
    OnnxBuilder.model()
        .input("x", OnnxBuilder.FLOAT, -1)
        .output("y")
        .weights(OnnxBuilder.external("w", List.of(2L), "location", "w.bin"))
        .node("Identity", "x", "y")
        .write(model);
    ModelArtefact before = ModelReader.read(model);

    Files.write(data, new byte[] {1, 0, 0, 0, 0, 0, 0, 0});
    ModelArtefact after = ModelReader.read(model);

    assertThat(before.externalData()).containsExactly("w.bin");
    assertThat(before.bytes()).isEqualTo(Files.size(model) + 8);
    assertThat(after.digest()).isNotEqualTo(before.digest());
  }

  @Test
  void originsTellWhereAnOutputComesFrom() {
    ModelArtefact model = read("compas_logreg");

    assertThat(model.origins())
        .containsExactly(
            new OutputOrigin(
                "output_label", "ai.onnx.ml:LinearClassifier", 0, "LOGISTIC", List.of("0", "1")),
            new OutputOrigin("output_probability", "ai.onnx.ml:ZipMap", 0, "", List.of("0", "1")));
    assertThat(model.categories()).containsOnlyKeys("sex", "c_charge_degree");
    assertThat(model.categories().get("sex")).containsExactly("Female", "Male");
  }

  @Test
  void metadataIsCutAt4096Characters() {
    Path file = Corpus.path("hostile/models/hostile_metadata.onnx");

    assertThat(ModelReader.read(file).metadata().get("long")).hasSize(4096);
  }

  @Test
  void weightsStayInTheFile() throws IOException {
    Path file = folder.resolve("large.onnx");
    long megabytes = 512;
    byte[] shell =
        OnnxBuilder.model()
            .input("x", OnnxBuilder.FLOAT, -1)
            .output("y")
            .node("Identity", "x", "y")
            .build()
            .toByteArray();
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(shell);
      out.write(graphWithWeights((int) (megabytes << 18)));
    }
    try (java.io.RandomAccessFile sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(Files.size(file) + (megabytes << 20));
    }
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    long before = runtime.totalMemory() - runtime.freeMemory();

    ModelFile model = ModelFile.open(file);

    System.gc();
    long kept = runtime.totalMemory() - runtime.freeMemory() - before;
    assertThat(ModelSkim.skippedBytes(model.proto().getGraph().getInitializer(0)))
        .isEqualTo(megabytes << 20);
    assertThat(PreScanner.scan(model).findings()).isEmpty();
    assertThat(kept).isLessThan(64L << 20);
  }

  /// The beginning of a further graph field with one raw tensor of zeros, whose content is left to
  /// the file system.
  private static byte[] graphWithWeights(int elements) throws IOException {
    int bytes = elements * Float.BYTES;
    java.io.ByteArrayOutputStream tensor = new java.io.ByteArrayOutputStream();
    CodedOutputStream fields = CodedOutputStream.newInstance(tensor);
    fields.writeInt64(1, elements);
    fields.writeInt32(2, OnnxBuilder.FLOAT);
    fields.writeString(8, "w");
    fields.writeTag(9, 2);
    fields.writeUInt32NoTag(bytes);
    fields.flush();
    java.io.ByteArrayOutputStream graph = new java.io.ByteArrayOutputStream();
    CodedOutputStream outer = CodedOutputStream.newInstance(graph);
    int tensorBytes = tensor.size() + bytes;
    int initialiser = 1 + CodedOutputStream.computeUInt32SizeNoTag(tensorBytes) + tensorBytes;
    outer.writeTag(7, 2);
    outer.writeUInt32NoTag(initialiser);
    outer.writeTag(5, 2);
    outer.writeUInt32NoTag(tensorBytes);
    outer.writeRawBytes(tensor.toByteArray());
    outer.flush();
    return graph.toByteArray();
  }
}
