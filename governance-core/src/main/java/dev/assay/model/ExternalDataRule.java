package dev.assay.model;

import ai.onnx.proto.OnnxMl.TensorProto;
import dev.assay.common.Visible;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Weights outside the model's file must lie beside it.
final class ExternalDataRule implements ScanRule {

  private static final String CODE = "MODEL-EXTERNAL-DATA";

  @Override
  public void look(ModelFile file, Findings findings) {
    Path folder = folder(file);
    Graphs.forEachTensor(
        file.proto(),
        tensor -> {
          if (ExternalData.isExternal(tensor)) {
            look(tensor, folder, findings);
          }
        });
  }

  private static void look(TensorProto tensor, Path folder, Findings findings) {
    String named = "Tensor " + Nodes.quoted(tensor.getName());
    ExternalData data;
    try {
      data = ExternalData.of(tensor);
    } catch (IllegalArgumentException wrong) {
      refuse(findings, named + " lies outside the model's file and " + wrong.getMessage());
      return;
    }
    String where = Visible.of(data.location(), 120);
    Optional<String> fault = data.pathFault();
    if (fault.isPresent()) {
      refuse(findings, named + " " + fault.get() + ": '" + where + "'");
      return;
    }
    try {
      Optional<String> wrong = data.fileFault(folder);
      if (wrong.isPresent()) {
        refuse(findings, "File '" + where + "' for " + named + " " + wrong.get());
        return;
      }
    } catch (IOException e) {
      refuse(findings, "File '" + where + "' for " + named + " cannot be read");
      return;
    }
    long declared = ElementBytes.bytes(tensor.getDataType(), Sizes.elements(tensor.getDimsList()));
    if (declared >= 0 && data.length() >= 0 && declared != data.length()) {
      refuse(
          findings,
          named
              + " declares "
              + tensor.getDimsList()
              + ", "
              + declared
              + " bytes, and takes "
              + data.length()
              + " bytes from '"
              + where
              + "'");
    } else if (data.length() < 0 && declared > 0) {
      lengthFromShape(
          tensor, new ExternalData(data.location(), data.offset(), declared), folder, findings);
    }
  }

  private static void lengthFromShape(
      TensorProto tensor, ExternalData data, Path folder, Findings findings) {
    try {
      data.fileFault(folder)
          .ifPresent(
              wrong ->
                  refuse(
                      findings,
                      "File '"
                          + Visible.of(data.location(), 120)
                          + "' for Tensor "
                          + Nodes.quoted(tensor.getName())
                          + " "
                          + wrong));
    } catch (IOException e) {
      refuse(findings, "File '" + Visible.of(data.location(), 120) + "' cannot be read");
    }
  }

  private static void refuse(Findings findings, String sentence) {
    findings.refuse(
        CODE,
        sentence + ".",
        "Put the data file beside the model, as exported, and let the model name it by its bare"
            + " name.");
  }

  /// Files outside the model's own that hold weights, by the name the model uses; only those that
  /// may be read.
  static SortedMap<String, Path> files(ModelFile file) {
    SortedMap<String, Path> files = new TreeMap<>();
    Path folder = folder(file);
    Graphs.forEachTensor(
        file.proto(),
        tensor -> {
          if (ExternalData.isExternal(tensor)) {
            readable(tensor, folder)
                .ifPresent(d -> files.put(d.location(), folder.resolve(d.location()).normalize()));
          }
        });
    return files;
  }

  private static Optional<ExternalData> readable(TensorProto tensor, Path folder) {
    try {
      ExternalData data = ExternalData.of(tensor);
      boolean fine = data.pathFault().isEmpty() && data.fileFault(folder).isEmpty();
      return fine ? Optional.of(data) : Optional.empty();
    } catch (IllegalArgumentException | IOException e) {
      return Optional.empty();
    }
  }

  private static Path folder(ModelFile file) {
    return file.path().toAbsolutePath().normalize().getParent();
  }
}
