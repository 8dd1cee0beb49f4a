package dev.assay.inference.onnx;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Takes a trailing ZipMap off a model, so that probabilities come back as one tensor instead of a
/// map a row. The model's bytes are copied field by field; weights are never decoded.
///
/// @param model the model's bytes, rewired where that was possible
/// @param tensors by name of a cut output, the tensor that takes its place
record ZipMapCut(byte[] model, Map<String, String> tensors) {

  private static final int GRAPH = 7;
  private static final int NODE = 1;
  private static final int INPUT = 11;
  private static final int OUTPUT = 12;

  /// @param outputs outputs that are wanted
  static ZipMapCut of(byte[] model, Set<String> outputs) throws IOException {
    List<Span> top = spans(model, 0, model.length);
    List<Span> graphs = top.stream().filter(s -> s.field() == GRAPH).toList();
    if (graphs.size() != 1) {
      return new ZipMapCut(model, Map.of());
    }
    Span graph = graphs.getFirst();
    List<Span> parts = spans(model, graph.content(), graph.end());
    Cutting cutting = new Cutting(outputs);
    for (Span part : parts) {
      cutting.read(model, part);
    }
    Map<String, String> tensors = cutting.tensors();
    if (tensors.isEmpty()) {
      return new ZipMapCut(model, Map.of());
    }
    byte[] rewired = rewired(model, parts, cutting, tensors);
    ByteString.Output bytes = ByteString.newOutput(model.length + 256);
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    for (Span span : top) {
      if (span.equals(graph)) {
        out.writeByteArray(GRAPH, rewired);
      } else {
        out.writeRawBytes(model, span.start(), span.end() - span.start());
      }
    }
    out.flush();
    return new ZipMapCut(bytes.toByteString().toByteArray(), tensors);
  }

  private static byte[] rewired(
      byte[] model, List<Span> parts, Cutting cutting, Map<String, String> tensors)
      throws IOException {
    ByteString.Output bytes = ByteString.newOutput();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    for (Span part : parts) {
      if (!cutting.drops(part)) {
        out.writeRawBytes(model, part.start(), part.end() - part.start());
      }
    }
    for (String tensor : cutting.newOutputs(tensors)) {
      ByteString.Output value = ByteString.newOutput();
      CodedOutputStream info = CodedOutputStream.newInstance(value);
      info.writeString(1, tensor);
      info.flush();
      out.writeBytes(OUTPUT, value.toByteString());
    }
    out.flush();
    return bytes.toByteString().toByteArray();
  }

  /// The fields of a message.
  private static List<Span> spans(byte[] bytes, int from, int to) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes, from, to - from);
    List<Span> spans = new ArrayList<>();
    int start = from;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int content = from + in.getTotalBytesRead();
      if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
        int length = in.readRawVarint32();
        content = from + in.getTotalBytesRead();
        in.skipRawBytes(length);
      } else {
        in.skipField(tag);
      }
      int end = from + in.getTotalBytesRead();
      spans.add(new Span(WireFormat.getTagFieldNumber(tag), start, content, end));
      start = end;
    }
    return spans;
  }

  /// A field as it lies in the bytes.
  ///
  /// @param start where its tag begins
  /// @param content where its content begins
  private record Span(int field, int start, int content, int end) {
    String text(byte[] bytes) {
      return ByteString.copyFrom(bytes, content, end - content).toStringUtf8();
    }
  }

  /// Which nodes and outputs of a graph go.
  private static final class Cutting {

    private final Set<String> wanted;
    private final Map<String, Candidate> candidates = new HashMap<>();
    private final Map<String, Span> outputs = new HashMap<>();
    private final Set<String> inputs = new HashSet<>();
    private final Set<String> read = new HashSet<>();
    private final Set<Span> dropped = new HashSet<>();

    Cutting(Set<String> wanted) {
      this.wanted = wanted;
    }

    void read(byte[] bytes, Span part) throws IOException {
      switch (part.field()) {
        case NODE -> node(bytes, part);
        case INPUT -> inputs.add(name(bytes, part));
        case OUTPUT -> outputs.put(name(bytes, part), part);
        default -> {}
      }
    }

    private void node(byte[] bytes, Span part) throws IOException {
      List<String> from = new ArrayList<>();
      List<String> to = new ArrayList<>();
      String operator = "";
      String domain = "";
      for (Span field : spans(bytes, part.content(), part.end())) {
        switch (field.field()) {
          case 1 -> from.add(field.text(bytes));
          case 2 -> to.add(field.text(bytes));
          case 4 -> operator = field.text(bytes);
          case 7 -> domain = field.text(bytes);
          default -> {}
        }
      }
      read.addAll(from);
      boolean zipMap = operator.equals("ZipMap") && domain.equals("ai.onnx.ml");
      if (zipMap && from.size() == 1 && to.size() == 1 && wanted.contains(to.getFirst())) {
        candidates.put(to.getFirst(), new Candidate(part, from.getFirst()));
      }
    }

    private static String name(byte[] bytes, Span part) throws IOException {
      return spans(bytes, part.content(), part.end()).stream()
          .filter(f -> f.field() == 1)
          .findFirst()
          .map(f -> f.text(bytes))
          .orElse("");
    }

    private boolean isCut(String output, Candidate candidate) {
      return !read.contains(output) && !inputs.contains(candidate.tensor());
    }

    /// Decides; every field has been read before.
    Map<String, String> tensors() {
      Map<String, String> tensors = new HashMap<>();
      candidates.forEach(
          (output, candidate) -> {
            Span value = outputs.get(output);
            if (value != null && isCut(output, candidate)) {
              tensors.put(output, candidate.tensor());
              dropped.add(candidate.node());
              dropped.add(value);
            }
          });
      return tensors;
    }

    Set<String> newOutputs(Map<String, String> tensors) {
      Set<String> names = new TreeSet<>(tensors.values());
      names.removeAll(outputs.keySet());
      return names;
    }

    boolean drops(Span part) {
      return dropped.contains(part);
    }

    /// A ZipMap node.
    private record Candidate(Span node, String tensor) {}
  }
}
