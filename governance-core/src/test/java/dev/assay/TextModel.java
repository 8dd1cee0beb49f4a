package dev.assay;

import static dev.assay.OnnxBuilder.FLOAT;
import static dev.assay.OnnxBuilder.INT64;
import static dev.assay.OnnxBuilder.floats;
import static dev.assay.OnnxBuilder.number;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Folders of text models for tests: copies of the corpus' with one thing changed, and tiny graphs
/// whose answers can be told by hand.
public final class TextModel {

  /// Places of a text in the tiny graph.
  public static final int PLACES = 8;

  private TextModel() {}

  /// A copy of a text model of the corpus without its description.
  public static Path copy(String name, Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(Corpus.path("models/" + name))) {
        for (Path file : files.toList()) {
          Path target = folder.resolve(file.getFileName().toString());
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
          target.toFile().setWritable(true);
        }
      }
      Files.delete(folder.resolve("model.json"));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Replaces a text in one of the files.
  public static Path change(Path folder, String file, String from, String to) {
    try {
      Path path = folder.resolve(file);
      String text = Files.readString(path);
      if (!text.contains(from)) {
        throw new IllegalArgumentException(file + " has no " + from);
      }
      Files.writeString(path, text.replace(from, to));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A copy of a text model whose graph gives the attention of each layer as well, as an export
  /// with `output_attentions` does.
  public static Path attending(String name, Path folder) {
    copy(name, folder);
    try {
      Path file = folder.resolve("model.onnx");
      ModelProto.Builder model = ModelProto.parseFrom(Files.readAllBytes(file)).toBuilder();
      GraphProto.Builder graph = model.getGraphBuilder();
      List<String> weights =
          graph.getNodeList().stream()
              .filter(node -> node.getOpType().equals("Softmax"))
              .map(node -> node.getOutput(0))
              .toList();
      for (int layer = 0; layer < weights.size(); layer++) {
        String output = "attentions." + layer;
        graph.addNode(
            NodeProto.newBuilder()
                .setOpType("Identity")
                .addInput(weights.get(layer))
                .addOutput(output));
        graph.addOutput(OnnxBuilder.value(output, FLOAT, -1, -1, -1, -1));
      }
      Files.write(file, model.build().toByteArray());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A folder whose graph takes exactly [#PLACES] tokens a text and answers with a thousandth of
  /// the sum of the ids in column 0 and their number in column 1, padding not counted.
  ///
  /// @param rows texts that every call takes, -1 = any number
  public static Path sums(Path folder, long rows) {
    copy("toxicity_bert", folder);
    double[] ones = new double[PLACES];
    double[] thousandths = new double[PLACES];
    Arrays.fill(ones, 1);
    Arrays.fill(thousandths, 0.001);
    OnnxBuilder.model()
        .input("input_ids", INT64, rows, PLACES)
        .input("attention_mask", INT64, rows, PLACES)
        .output("logits", FLOAT, rows, 2)
        .weights(floats("ones", List.of((long) PLACES, 1L), ones))
        .weights(floats("thousandths", List.of((long) PLACES, 1L), thousandths))
        .node("Cast", "input_ids", "ids", number("to", FLOAT))
        .node("Cast", "attention_mask", "mask", number("to", FLOAT))
        .node("MatMul", "ids,thousandths", "sum")
        .node("MatMul", "mask,ones", "count")
        .node("Concat", "sum,count", "logits", number("axis", 1))
        .write(folder.resolve("model.onnx"));
    return folder;
  }

  /// A folder whose graph answers with one number a text: a thousandth of the sum of its ids.
  public static Path oneNumber(Path folder) {
    copy("toxicity_bert", folder);
    change(folder, "config.json", "\"1\": \"toxic\"", "\"0\": \"score\"");
    change(folder, "config.json", "\"0\": \"nontoxic\",", "");
    double[] thousandths = new double[PLACES];
    Arrays.fill(thousandths, 0.001);
    OnnxBuilder.model()
        .input("input_ids", INT64, -1, PLACES)
        .output("logits", FLOAT, -1, 1)
        .weights(floats("thousandths", List.of((long) PLACES, 1L), thousandths))
        .node("Cast", "input_ids", "ids", number("to", FLOAT))
        .node("MatMul", "ids,thousandths", "logits")
        .write(folder.resolve("model.onnx"));
    return folder;
  }
}
