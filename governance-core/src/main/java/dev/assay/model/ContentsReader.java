package dev.assay.model;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads what two models are told apart by. Weights are read once, for their digests, and not kept.
/// Runs in the worker.
public final class ContentsReader {

  /// Most characters of all names and values together.
  private static final long MOST_CHARACTERS = 6_000_000;

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path graph;
  private final SortedMap<String, Path> external;
  private final List<ModelContents.Operation> operations = new ArrayList<>();
  private final List<ModelContents.Weight> weights = new ArrayList<>();
  private long characters;

  private ContentsReader(Path graph, SortedMap<String, Path> external) {
    this.graph = graph;
    this.external = external;
  }

  /// Reads it.
  ///
  /// @param model a `.onnx` file or the folder of a model of texts or images
  /// @throws InputRejected when it is no ONNX model, or too large to be told whole
  public static ModelContents read(Path model) {
    ModelArtefact artefact = ModelReader.read(model);
    Optional<TransformerFolder> folder =
        artefact.transformer() == null && artefact.images() == null
            ? Optional.empty()
            : TransformerFolder.at(model).or(() -> TransformerFolder.ofImages(model));
    Path graph = folder.map(TransformerFolder::graph).orElse(model);
    ModelFile file = ModelFile.openWithDigests(graph);
    ContentsReader reader = new ContentsReader(graph, ExternalDataRule.files(file));
    try {
      reader.body("", file.proto().getGraph());
      for (FunctionProto function : file.proto().getFunctionsList()) {
        String name = Nodes.domain(function.getDomain()) + ":" + function.getName();
        reader.nodes("function " + reader.text(name), function.getNodeList());
      }
      SortedMap<String, String> settings =
          folder.map(f -> ModelSettings.of(f.root())).orElseGet(TreeMap::new);
      settings.forEach((name, value) -> reader.count(name.length() + value.length()));
      return new ModelContents(
          artefact, reader.files(folder), reader.operations, reader.weights, settings);
    } catch (IOException e) {
      throw new InputRejected(
          "MODEL-UNREADABLE",
          reader.named()
              + " or a file beside it cannot be read: "
              + Visible.of(String.valueOf(e.getMessage()), 200)
              + ".",
          "Check that the files are there and that you may read them.",
          e);
    }
  }

  private List<ModelContents.Content> files(Optional<TransformerFolder> folder) throws IOException {
    SortedMap<String, Path> named = new TreeMap<>(external);
    if (folder.isPresent()) {
      named.putAll(ModelSettings.files(folder.get().root()));
    }
    List<ModelContents.Content> files = new ArrayList<>();
    files.add(content(ModelContents.GRAPH, graph));
    for (Map.Entry<String, Path> file : named.entrySet()) {
      files.add(content(text(file.getKey()), file.getValue()));
    }
    return files;
  }

  private static ModelContents.Content content(String name, Path file) throws IOException {
    return new ModelContents.Content(name, Files.size(file), Digest.of(file).sha256());
  }

  private void body(String place, GraphProto body) throws IOException {
    for (TensorProto tensor : body.getInitializerList()) {
      weight(place, tensor.getName(), tensor);
    }
    for (var sparse : body.getSparseInitializerList()) {
      weight(place, sparse.getValues().getName(), sparse.getValues());
      weight(place, sparse.getValues().getName() + " (places)", sparse.getIndices());
    }
    nodes(place, body.getNodeList());
  }

  private void nodes(String place, List<NodeProto> nodes) throws IOException {
    for (int i = 0; i < nodes.size(); i++) {
      NodeProto node = nodes.get(i);
      SortedMap<String, String> attributes = new TreeMap<>();
      for (AttributeProto attribute : node.getAttributeList()) {
        attributes.put(text(attribute.getName()), text(words(attribute)));
      }
      operations.add(
          new ModelContents.Operation(
              place,
              text(node.getName()),
              text(Nodes.key(node)),
              node.getInputList().stream().map(this::text).toList(),
              node.getOutputList().stream().map(this::text).toList(),
              attributes));
      String inside = place.isEmpty() ? "" : place + ", ";
      String called = node.getOutputCount() > 0 ? node.getOutput(0) : "node " + i;
      for (AttributeProto attribute : node.getAttributeList()) {
        String at = inside + attribute.getName() + " of " + GraphWords.cut(called);
        if (attribute.hasG()) {
          body(text(at), attribute.getG());
        }
        for (int k = 0; k < attribute.getGraphsCount(); k++) {
          body(text(at + " " + k), attribute.getGraphs(k));
        }
      }
    }
  }

  /// Words leave out what is long; a digest tells that apart too. Graphs are listed on their own.
  private static String words(AttributeProto attribute) {
    String words = GraphWords.value(attribute);
    return switch (attribute.getType()) {
      case FLOAT, INT, GRAPH, GRAPHS, TYPE_PROTO, UNDEFINED -> words;
      case STRING, FLOATS, INTS, STRINGS -> words.contains("…") ? words + digest(attribute) : words;
      case TENSOR, TENSORS, SPARSE_TENSOR, SPARSE_TENSORS, TYPE_PROTOS -> words + digest(attribute);
    };
  }

  private static String digest(AttributeProto attribute) {
    return ", SHA-256 " + Digest.of(attribute.toByteArray()).brief() + "…";
  }

  private void weight(String place, String name, TensorProto tensor) throws IOException {
    weights.add(
        new ModelContents.Weight(
            place, text(name), text(GraphWords.type(tensor)), text(digest(tensor))));
  }

  private String digest(TensorProto tensor) throws IOException {
    if (!ExternalData.isExternal(tensor)) {
      return ModelSkim.contentDigest(tensor).map(Digest::sha256).orElse("");
    }
    ExternalData data;
    try {
      data = ExternalData.of(tensor);
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
    Path file = external.get(data.location());
    if (file == null) {
      return "";
    }
    long length = data.length() < 0 ? Files.size(file) - data.offset() : data.length();
    MessageDigest digest = Digest.algorithm();
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(data.offset());
      while (length > 0) {
        byte[] read = in.readNBytes((int) Math.min(length, BUFFER_BYTES));
        if (read.length == 0) {
          return "";
        }
        digest.update(read);
        length -= read.length;
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// A text of the file; all of them together have to fit into one answer.
  private String text(String text) {
    count(text.length());
    return text;
  }

  private void count(long more) {
    characters += more;
    if (characters > MOST_CHARACTERS) {
      throw new InputRejected(
          "MODEL-CONTENTS-SIZE",
          String.format(
              Locale.ROOT,
              "%s has more than %,d characters of names and values; models are told apart up to"
                  + " that.",
              named(),
              MOST_CHARACTERS),
          "Compare what they answer instead: 'assay compare'.");
    }
  }

  private String named() {
    return "Model " + Visible.of(String.valueOf(graph.getFileName()), 120);
  }
}
