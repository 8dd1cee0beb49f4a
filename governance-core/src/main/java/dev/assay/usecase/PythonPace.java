package dev.assay.usecase;

import java.util.List;
import java.util.SortedMap;

/// How fast the Python stack reads the same texts with the same model: `onnxruntime` and
/// `tokenizers`, file order, 32 texts a batch, each batch filled up to its longest.
///
/// @param versions of Python and the packages
/// @param tokens that the model read, without filling up
/// @param places places in all batches, filled ones included
/// @param loadSeconds loading the model and the tokenizer, each repeat
/// @param runSeconds making tokens and calling the model, each repeat
/// @param processorSeconds processor time of both together, each repeat
public record PythonPace(
    SortedMap<String, String> versions,
    long tokens,
    long places,
    List<Double> loadSeconds,
    List<Double> runSeconds,
    List<Double> processorSeconds) {

  /// Seconds from nothing loaded to the last answer of one repeat.
  public double wholeSeconds(int repeat) {
    return loadSeconds.get(repeat) + runSeconds.get(repeat);
  }
}
