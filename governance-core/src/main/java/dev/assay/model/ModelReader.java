package dev.assay.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import dev.assay.common.Digest;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/// Reads an ONNX model without running it, and looks at it statically before any native code does.
/// Runs in the worker.
public final class ModelReader {

  private static final int METADATA_CHARACTERS = 4_096;

  private ModelReader() {}

  /// Reads the model. Weights stay in the file, so memory grows with the graph only.
  ///
  /// @param model a `.onnx` file, external data lies beside it; or the folder of a model of texts
  ///   or images
  /// @throws InputRejected when it is no ONNX model at all; what is suspicious but readable is in
  ///   the pre-scan
  public static ModelArtefact read(Path model) {
    Optional<TransformerFolder> folder = TransformerFolder.at(model);
    if (folder.isEmpty()) {
      return ofImages(model);
    }
    ModelArtefact graph = graph(folder.get().graph());
    boolean named = !Files.isDirectory(model);
    if (named && graph.inputs().stream().noneMatch(TextBinder::isTokens)) {
      return graph;
    }
    Transformer beside = TransformerReader.read(folder.get(), graph);
    return graph.with(name(model), beside, null, digest(beside.files()));
  }

  private static ModelArtefact ofImages(Path model) {
    Optional<TransformerFolder> folder = TransformerFolder.ofImages(model);
    if (folder.isEmpty()) {
      return graph(model);
    }
    ModelArtefact graph = graph(folder.get().graph());
    ImageModel beside = ImageModelReader.read(folder.get(), graph);
    return graph.with(name(model), null, beside, digest(beside.files()));
  }

  private static String name(Path model) {
    return String.valueOf(model.toAbsolutePath().getFileName());
  }

  private static Digest digest(SortedMap<String, String> files) {
    StringBuilder list = new StringBuilder();
    files.forEach((name, sha) -> list.append(sha).append("  ").append(name).append('\n'));
    return Digest.of(list.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ModelArtefact graph(Path model) {
    ModelFile file = ModelFile.open(model);
    ModelProto proto = file.proto();
    GraphProto graph = proto.getGraph();
    Set<String> initialisers = Graphs.initialisers(graph);
    List<ValueInfo> inputs =
        graph.getInputList().stream()
            .filter(i -> !initialisers.contains(i.getName()))
            .map(ValueInfos::of)
            .toList();
    SortedMap<String, Integer> operators = operators(proto);
    SortedMap<String, Path> external = ExternalDataRule.files(file);
    try {
      return new ModelArtefact(
          String.valueOf(model.getFileName()),
          digest(file, external),
          bytes(file, external),
          proto.getIrVersion(),
          opsets(proto),
          (proto.getProducerName() + " " + proto.getProducerVersion()).strip(),
          metadata(proto),
          inputs,
          graph.getOutputList().stream().map(ValueInfos::of).toList(),
          operators,
          parameters(proto),
          Quantisation.of(proto, operators),
          List.copyOf(external.keySet()),
          operators.values().stream().mapToInt(Integer::intValue).sum(),
          PreScanner.scan(file),
          OutputOrigins.of(graph),
          categories(graph, inputs));
    } catch (IOException e) {
      throw new InputRejected(
          "MODEL-UNREADABLE",
          "Model "
              + Visible.of(String.valueOf(model.getFileName()), 120)
              + " or its data files cannot be read: "
              + Visible.of(String.valueOf(e.getMessage()), 200)
              + ".",
          "Check that the files are there and that you may read them.",
          e);
    }
  }

  private static Digest digest(ModelFile file, SortedMap<String, Path> external)
      throws IOException {
    Digest own = Digest.of(file.path());
    if (external.isEmpty()) {
      return own;
    }
    StringBuilder list = new StringBuilder(own.sha256()).append("  model\n");
    for (Map.Entry<String, Path> data : external.entrySet()) {
      list.append(Digest.of(data.getValue()).sha256())
          .append("  ")
          .append(data.getKey())
          .append('\n');
    }
    return Digest.of(list.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static long bytes(ModelFile file, SortedMap<String, Path> external) throws IOException {
    long bytes = file.bytes();
    for (Path data : Set.copyOf(external.values())) {
      bytes += Files.size(data);
    }
    return bytes;
  }

  private static SortedMap<String, Long> opsets(ModelProto proto) {
    SortedMap<String, Long> opsets = new TreeMap<>();
    proto
        .getOpsetImportList()
        .forEach(o -> opsets.put(Nodes.domain(o.getDomain()), o.getVersion()));
    return opsets;
  }

  private static SortedMap<String, String> metadata(ModelProto proto) {
    SortedMap<String, String> metadata = new TreeMap<>();
    for (StringStringEntryProto entry : proto.getMetadataPropsList()) {
      String value = entry.getValue();
      metadata.put(cut(entry.getKey()), cut(value));
    }
    return metadata;
  }

  private static String cut(String text) {
    if (text.length() <= METADATA_CHARACTERS) {
      return text;
    }
    boolean split = Character.isHighSurrogate(text.charAt(METADATA_CHARACTERS - 1));
    return text.substring(0, split ? METADATA_CHARACTERS - 1 : METADATA_CHARACTERS);
  }

  private static SortedMap<String, Integer> operators(ModelProto proto) {
    SortedMap<String, Integer> operators = new TreeMap<>();
    Graphs.forEachNode(proto, node -> operators.merge(Nodes.key(node), 1, Integer::sum));
    return operators;
  }

  private static long parameters(ModelProto proto) {
    AtomicLong sum = new AtomicLong();
    Graphs.forEachGraph(
        proto,
        graph ->
            graph
                .getInitializerList()
                .forEach(
                    t ->
                        sum.updateAndGet(
                            s -> Sizes.plus(s, Math.max(0, Sizes.elements(t.getDimsList()))))));
    return sum.get();
  }

  private static SortedMap<String, List<String>> categories(
      GraphProto graph, List<ValueInfo> inputs) {
    Map<String, List<String>> known = OutputOrigins.categories(graph);
    SortedMap<String, List<String>> categories = new TreeMap<>();
    for (ValueInfo input : inputs) {
      List<String> own = known.get(input.name());
      if (own != null && input.type() == ElementType.STRING) {
        categories.put(input.name(), own);
      }
    }
    return categories;
  }
}
