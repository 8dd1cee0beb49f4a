package dev.assay.model;

import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import dev.assay.common.Visible;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// IR version and operator sets must be ones that the runtime reads.
final class VersionRule implements ScanRule {

  private static final String REMEDY = "Export the model again for ";

  private final OperatorCatalogue catalogue;

  VersionRule(OperatorCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void look(ModelFile file, Findings findings) {
    long ir = file.proto().getIrVersion();
    if (ir < 1 || ir > OperatorCatalogue.NEWEST_IR) {
      findings.refuse(
          "MODEL-IR-VERSION",
          "The model has IR version "
              + ir
              + ", and "
              + OperatorCatalogue.RUNTIME
              + " reads 1 to "
              + OperatorCatalogue.NEWEST_IR
              + ".",
          REMEDY + "IR version " + OperatorCatalogue.NEWEST_IR + " or lower.");
    }
    if (file.proto().getOpsetImportCount() == 0) {
      findings.refuse(
          "MODEL-OPSET",
          "The model does not say which operator set it uses.",
          "Export it again with a current tool.");
    }
    Map<String, Long> seen = new HashMap<>();
    for (OperatorSetIdProto set : file.proto().getOpsetImportList()) {
      look(set, seen.put(Nodes.domain(set.getDomain()), set.getVersion()), findings);
    }
  }

  private void look(OperatorSetIdProto set, @Nullable Long earlier, Findings findings) {
    String domain = Nodes.domain(set.getDomain());
    String shown = Visible.of(domain, 60);
    Long newest = catalogue.newestOpset(domain);
    if (newest != null && (set.getVersion() < 1 || set.getVersion() > newest)) {
      findings.refuse(
          "MODEL-OPSET",
          "The model uses opset "
              + set.getVersion()
              + " of domain "
              + shown
              + ", and "
              + OperatorCatalogue.RUNTIME
              + " supports 1 to "
              + newest
              + ".",
          REMEDY + "opset " + newest + " or lower.");
    }
    if (earlier != null && earlier != set.getVersion()) {
      findings.refuse(
          "MODEL-OPSET",
          "The model names two opsets for domain "
              + shown
              + ": "
              + earlier
              + " and "
              + set.getVersion()
              + ".",
          "Export it again with a current tool.");
    }
  }
}
