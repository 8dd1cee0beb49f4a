package dev.assay.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import dev.assay.common.AssayException;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import dev.assay.inference.Tuning.Graph;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelBinding;
import dev.assay.model.OutputBinding;
import dev.assay.model.ValueInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A session over a model.
///
/// @param session the runtime's session
/// @param tensors by name of a bound output, the name under which the session gives it
record Sessions(OrtSession session, Map<String, String> tensors) {

  private static final String HALVES = "float16";
  private static final String EXTERNAL_FOLDER =
      "session.model_external_initializers_file_folder_path";

  /// @throws InputRejected when the runtime refuses the model
  /// @throws WorkFailed when memory does not suffice
  static Sessions open(
      Path file, ModelArtefact model, ModelBinding binding, Device device, int threads)
      throws OrtException {
    return open(file, model, binding, device, threads, Graph.ALL);
  }

  /// The same with another rewriting of the graph.
  static Sessions open(
      Path file, ModelArtefact model, ModelBinding binding, Device device, int threads, Graph graph)
      throws OrtException {
    OrtEnvironment environment = OnnxEngine.environment();
    try (SessionOptions options = new SessionOptions()) {
      options.setIntraOpNumThreads(Math.max(1, threads));
      options.setInterOpNumThreads(1);
      options.setOptimizationLevel(
          switch (graph) {
            case ALL -> OptLevel.ALL_OPT;
            case EXTENDED -> OptLevel.EXTENDED_OPT;
          });
      device.addTo(options, model.quantisation().equals(HALVES));
      Set<String> maps = mapOutputs(model, binding);
      if (maps.isEmpty()) {
        return new Sessions(create(environment, file, options), Map.of());
      }
      ZipMapCut cut = ZipMapCut.of(Files.readAllBytes(file), maps);
      if (cut.tensors().isEmpty()) {
        return new Sessions(create(environment, file, options), Map.of());
      }
      if (!model.externalData().isEmpty()) {
        options.addConfigEntry(EXTERNAL_FOLDER, String.valueOf(file.toAbsolutePath().getParent()));
      }
      return new Sessions(environment.createSession(cut.model(), options), cut.tensors());
    } catch (OrtException e) {
      throw refused(file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OrtSession create(OrtEnvironment environment, Path file, SessionOptions options)
      throws OrtException {
    return environment.createSession(file.toAbsolutePath().toString(), options);
  }

  private static Set<String> mapOutputs(ModelArtefact model, ModelBinding binding) {
    Set<String> bound = new HashSet<>();
    binding.outputs().forEach(o -> bound.add(o.output()));
    Set<String> maps = new HashSet<>();
    model.outputs().stream()
        .filter(o -> o.form() == ValueInfo.Form.SEQUENCE_OF_MAPS && bound.contains(o.name()))
        .forEach(o -> maps.add(o.name()));
    return maps;
  }

  private static AssayException refused(Path file, OrtException e) {
    String reason = RuntimeMessages.of(e);
    String named = "Model " + Visible.of(String.valueOf(file.getFileName()), 120);
    if (reason.contains("bad_alloc") || reason.contains("allocate")) {
      return new WorkFailed(
          "MODEL-MEMORY",
          named + " needs more memory to load than it may use: " + reason + ".",
          "Raise the memory limit if you trust the model.",
          e);
    }
    return new InputRejected(
        "MODEL-LOAD",
        named + " is refused by ONNX Runtime: " + reason + ".",
        "Export the model again; the sentence says what is wrong with it.",
        e);
  }

  /// The names under which the session gives the outputs of the binding.
  Map<String, String> requested(ModelBinding binding) {
    Map<String, String> names = new HashMap<>();
    for (OutputBinding output : binding.outputs()) {
      names.put(output.output(), tensors.getOrDefault(output.output(), output.output()));
    }
    return names;
  }
}
