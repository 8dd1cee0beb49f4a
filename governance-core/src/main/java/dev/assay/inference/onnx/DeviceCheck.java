package dev.assay.inference.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.assay.common.AssayException;
import dev.assay.inference.Accelerator;
import dev.assay.inference.DeviceFindings;
import dev.assay.inference.DeviceFindings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Tries every kind of device that the runtime offers with a graph of one node, so that it can be
/// said why one is not used.
public final class DeviceCheck {

  private static final long FORMAT = 8;
  private static final long OPERATORS = 13;

  private DeviceCheck() {}

  /// Loads a small model on a device.
  @FunctionalInterface
  interface Trial {
    /// @throws AssayException when the device cannot be used
    void on(Device device) throws OrtException;
  }

  /// Tries them; nothing is thrown for what is found.
  public static DeviceFindings look() {
    return OnnxEngine.onDeepStack(
        () ->
            look(
                OrtEnvironment.getAvailableProviders().stream()
                    .map(OrtProvider::getName)
                    .collect(Collectors.toSet()),
                DeviceCheck::load));
  }

  /// @param offered execution providers of the runtime
  static DeviceFindings look(Set<String> offered, Trial trial) {
    List<Finding> findings = new ArrayList<>();
    for (Accelerator kind : Accelerator.values()) {
      if (kind != Accelerator.CPU && offered.contains(kind.provider())) {
        findings.add(new Finding(kind.option(), hindrance(kind, trial)));
      }
    }
    return new DeviceFindings(List.copyOf(findings));
  }

  private static String hindrance(Accelerator kind, Trial trial) {
    Device device = Device.of(kind.option());
    try {
      trial.on(device);
      return "";
    } catch (AssayException unusable) {
      String sentence = unusable.sentence();
      String reason = sentence.substring(0, sentence.length() - (sentence.endsWith(".") ? 1 : 0));
      String known = device.unusable();
      return reason.startsWith(known) ? reason.substring(known.length()) : reason;
    } catch (OrtException failed) {
      return RuntimeMessages.of(failed);
    }
  }

  /// decision: TensorRT would build an engine for the graph, which takes seconds; that its
  /// libraries load is all that is asked
  private static void load(Device device) throws OrtException {
    OrtEnvironment environment = OnnxEngine.environment();
    try (SessionOptions options = new SessionOptions()) {
      device.addTo(options, false);
      if (device.kind() != Accelerator.TENSORRT) {
        environment.createSession(oneNode().toByteArray(), options).close();
      }
    }
  }

  private static ModelProto oneNode() {
    return ModelProto.newBuilder()
        .setIrVersion(FORMAT)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
        .setGraph(
            GraphProto.newBuilder()
                .setName("one")
                .addInput(number("x"))
                .addOutput(number("y"))
                .addNode(NodeProto.newBuilder().setOpType("Neg").addInput("x").addOutput("y")))
        .build();
  }

  private static ValueInfoProto number(String name) {
    TensorShapeProto one =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(1))
            .build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT.getNumber())
                        .setShape(one)))
        .build();
  }
}
