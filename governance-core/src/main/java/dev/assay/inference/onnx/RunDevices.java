package dev.assay.inference.onnx;

import ai.onnxruntime.OrtException;
import dev.assay.common.AssayException;
import dev.assay.common.UsageError;
import dev.assay.inference.ScoreReport;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.ModelArtefact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The devices that a run is on, and how a model gets there.
///
/// @param devices one, or several of a kind that share the rows
record RunDevices(List<Device> devices, LoadedModel.Loader loader) {

  private static final String WHOLE = "none";

  /// One device, with ONNX Runtime.
  static RunDevices of(Device device) {
    return new RunDevices(List.of(device), LoadedModel::onRuntime);
  }

  /// Loads the model on all of them. Of several, those that cannot be used are left out.
  ///
  /// @throws AssayException when the only one cannot be used, or a device is not of this build
  /// @throws DevicesFailed when none of several can be used
  DeviceCalls open(ScoreRequest request, ModelArtefact model, Path graph) throws OrtException {
    List<DeviceCalls.Placed> loaded = new ArrayList<>();
    SortedMap<String, String> failed = new TreeMap<>();
    boolean done = false;
    try {
      for (Device device : devices) {
        try {
          loaded.add(new DeviceCalls.Placed(device, loader.load(request, model, graph, device)));
        } catch (UsageError notOfThisBuild) {
          throw notOfThisBuild;
        } catch (AssayException unusable) {
          if (devices.size() == 1) {
            throw unusable;
          }
          failed.put(device.name(), unusable.sentence());
        }
      }
      if (loaded.isEmpty()) {
        throw new DevicesFailed(failed);
      }
      done = true;
      return new DeviceCalls(loaded, failed);
    } finally {
      if (!done) {
        for (DeviceCalls.Placed placed : loaded) {
          placed.model().close();
        }
      }
    }
  }

  /// What is stored of them with a run: names, of those that failed the reason, and in what the
  /// model computes where that is not in whole floats.
  SortedMap<String, String> words(DeviceCalls calls, ModelArtefact model) {
    SortedMap<String, String> words = new TreeMap<>();
    words.put("provider", name());
    words.put("name", hardware());
    if (!model.quantisation().equals(WHOLE)) {
      words.put("precision", model.quantisation());
    }
    calls
        .failed()
        .forEach((device, reason) -> words.put(ScoreReport.FAILED_DEVICE + device, reason));
    return words;
  }

  private String name() {
    return devices.stream().map(Device::name).collect(Collectors.joining(","));
  }

  private String hardware() {
    return devices.stream().map(Device::hardware).collect(Collectors.joining(", "));
  }
}
