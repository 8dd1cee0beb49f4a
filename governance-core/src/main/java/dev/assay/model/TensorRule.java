package dev.assay.model;

import ai.onnx.proto.OnnxMl.TensorProto;

/// What a tensor declares must be what it holds.
final class TensorRule implements ScanRule {

  private static final long MOST_ELEMENTS = 1L << 40;

  @Override
  public void look(ModelFile file, Findings findings) {
    Graphs.forEachTensor(file.proto(), tensor -> look(tensor, findings));
  }

  private static void look(TensorProto tensor, Findings findings) {
    String named = "Tensor " + Nodes.quoted(tensor.getName());
    int type = tensor.getDataType();
    if (ElementBytes.bits(type) == ElementBytes.UNKNOWN) {
      refuse(findings, named + " has element type " + type + ", which ONNX does not define");
      return;
    }
    boolean negative = tensor.getDimsList().stream().anyMatch(d -> d < 0);
    if (negative || tensor.getDimsCount() > SignatureRule.MOST_DIMENSIONS) {
      refuse(
          findings,
          named
              + " has "
              + (negative ? "a negative dimension" : tensor.getDimsCount() + " dimensions"));
      return;
    }
    long elements = Sizes.elements(tensor.getDimsList());
    if (elements > MOST_ELEMENTS) {
      refuse(findings, named + " declares " + tensor.getDimsList() + ", more elements than can be");
      return;
    }
    if (!ExternalData.isExternal(tensor)) {
      held(tensor, named, elements, findings);
    }
  }

  private static void held(TensorProto tensor, String named, long elements, Findings findings) {
    long raw = tensor.getRawData().size() + ModelSkim.skippedBytes(tensor);
    int type = tensor.getDataType();
    if (raw > 0 || tensor.hasRawData()) {
      long wanted = ElementBytes.bytes(type, elements);
      if (wanted != raw) {
        refuse(
            findings,
            named
                + " declares "
                + tensor.getDimsList()
                + ", "
                + wanted
                + " bytes, and holds "
                + raw);
      }
      return;
    }
    long entries =
        tensor.getFloatDataCount()
            + tensor.getInt32DataCount()
            + (long) tensor.getInt64DataCount()
            + tensor.getStringDataCount()
            + tensor.getDoubleDataCount()
            + tensor.getUint64DataCount()
            + ModelSkim.skippedEntries(tensor);
    long wanted = entries(type, elements);
    if (entries != wanted) {
      refuse(
          findings,
          named
              + " declares "
              + tensor.getDimsList()
              + ", "
              + wanted
              + " values, and holds "
              + entries);
    }
  }

  /// Values in the typed lists: complex numbers take two, narrow integers are packed.
  private static long entries(int type, long elements) {
    return switch (type) {
      case 14, 15 -> Sizes.times(elements, 2);
      case 21, 22, 23 -> Math.ceilDiv(elements, 2L);
      case 25, 26 -> Math.ceilDiv(elements, 4L);
      default -> elements;
    };
  }

  private static void refuse(Findings findings, String sentence) {
    findings.refuse("MODEL-TENSOR", sentence + ".", "Export the model again, or fetch it again.");
  }
}
