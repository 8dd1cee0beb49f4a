package dev.assay.model;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// There must be inputs and outputs, each once, of types and sizes that can exist.
final class SignatureRule implements ScanRule {

  /// No useful tensor has more dimensions.
  static final int MOST_DIMENSIONS = 64;

  private static final long MOST_ELEMENTS = 1L << 31;
  private static final int MANY_OUTPUTS = 64;

  @Override
  public void look(ModelFile file, Findings findings) {
    GraphProto graph = file.proto().getGraph();
    Set<String> initialisers = Graphs.initialisers(graph);
    List<ValueInfoProto> inputs =
        graph.getInputList().stream().filter(i -> !initialisers.contains(i.getName())).toList();
    if (inputs.isEmpty()) {
      findings.refuse(
          "MODEL-NO-INPUT",
          "The model has no input, so no column can be given to it.",
          "Export the model with the inputs it was trained on.");
    }
    if (graph.getOutputCount() == 0) {
      findings.refuse(
          "MODEL-NO-OUTPUT",
          "The model has no output, so it answers nothing.",
          "Export the model with its predictions as outputs.");
    }
    if (graph.getOutputCount() > MANY_OUTPUTS) {
      findings.warn(
          "MODEL-MANY-OUTPUTS",
          "The model has "
              + graph.getOutputCount()
              + " outputs; only those that are bound are read.",
          "Say in a model description which outputs matter.");
    }
    Set<String> seen = new HashSet<>();
    inputs.forEach(i -> look("input", i, seen, findings));
    seen.clear();
    graph.getOutputList().forEach(o -> look("output", o, seen, findings));
  }

  private static void look(String side, ValueInfoProto value, Set<String> seen, Findings findings) {
    String named = side + " " + Nodes.quoted(value.getName());
    if (value.getName().isEmpty()) {
      findings.refuse(
          "MODEL-SIGNATURE", "An " + side + " of the model has no name.", "Export it again.");
    }
    if (!seen.add(value.getName())) {
      findings.refuse("MODEL-SIGNATURE", "There are two of " + named + ".", "Export it again.");
    }
    if (!value.getNameBytes().isValidUtf8()) {
      findings.refuse(
          "MODEL-SIGNATURE", "The name of " + named + " is no valid UTF-8.", "Export it again.");
    }
    if (side.equals("input")
        && value.getType().getValueCase() == TypeProto.ValueCase.VALUE_NOT_SET) {
      findings.refuse(
          "MODEL-SIGNATURE", "The model says no type for " + named + ".", "Export it again.");
    }
    if (value.getType().getValueCase() == TypeProto.ValueCase.TENSOR_TYPE) {
      tensor(side, named, value, findings);
    }
  }

  private static void tensor(String side, String named, ValueInfoProto value, Findings findings) {
    ValueInfo info = ValueInfos.of(value);
    int type = value.getType().getTensorType().getElemType();
    switch (info.type()) {
      case COMPLEX64, COMPLEX128 ->
          findings.refuse(
              "MODEL-TYPE",
              "The " + named + " holds complex numbers, which no table column can feed or read.",
              "Export the model with real numbers.");
      case OTHER -> {
        if (ElementBytes.bits(type) == ElementBytes.UNKNOWN && side.equals("input")) {
          findings.refuse(
              "MODEL-TYPE",
              "The " + named + " has element type " + type + ", which ONNX does not define.",
              "Export it again.");
        }
      }
      case FLOAT,
          DOUBLE,
          FLOAT16,
          BFLOAT16,
          INT8,
          UINT8,
          INT16,
          UINT16,
          INT32,
          UINT32,
          INT64,
          UINT64,
          BOOL,
          STRING -> {}
    }
    sizes(side, named, info, findings);
  }

  private static void sizes(String side, String named, ValueInfo info, Findings findings) {
    if (info.shape().size() > MOST_DIMENSIONS) {
      findings.refuse(
          "MODEL-SHAPE",
          "The "
              + named
              + " has "
              + info.shape().size()
              + " dimensions; more than "
              + MOST_DIMENSIONS
              + " are no model's shape.",
          "Export it again.");
    }
    if (info.shape().stream().anyMatch(d -> d < -1)) {
      findings.refuse(
          "MODEL-SHAPE", "The " + named + " has a negative dimension.", "Export it again.");
    }
    if (side.equals("input") && info.shape().contains(0L)) {
      findings.refuse(
          "MODEL-SHAPE",
          "The " + named + " has shape " + info.shape() + ": with a width of 0 it reads nothing.",
          "Export the model with the inputs it was trained on.");
    }
    if (Sizes.elements(info.shape()) > MOST_ELEMENTS) {
      findings.refuse(
          "MODEL-SHAPE",
          "The " + named + " declares " + info.shape() + ", more elements than can be fed.",
          "Export it again.");
    }
  }
}
