package dev.assay.model;

import dev.assay.common.Digest;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// An ONNX model, read without running it.
///
/// @param fileName name of the file
/// @param digest digest of the file; with external data, of the list of digests of all its files
/// @param bytes size of the file with its external data
/// @param irVersion ONNX IR version
/// @param opsets operator set versions by domain ("ai.onnx" for the default domain)
/// @param producer producer name and version, may be empty
/// @param metadata metadata properties, values cut at 4,096 characters
/// @param inputs graph inputs that are not initialisers
/// @param outputs graph outputs
/// @param operators how often each operator occurs, subgraphs included, key "domain:Op"
/// @param parameters number of initialiser elements
/// @param quantisation "none", "float16", "int8 dynamic", "int8 static (QDQ)" …
/// @param externalData names of external data files
/// @param nodes nodes in all
/// @param preScan result of the static look
/// @param origins which operator each output comes from, in the order of the outputs
/// @param categories by input, the categories the model knows, where its encoder states them
/// @param transformer what lies beside the graph of a text model, absent for other models
/// @param images what lies beside the graph of a model of images, absent for other models
public record ModelArtefact(
    String fileName,
    Digest digest,
    long bytes,
    long irVersion,
    SortedMap<String, Long> opsets,
    String producer,
    SortedMap<String, String> metadata,
    List<ValueInfo> inputs,
    List<ValueInfo> outputs,
    SortedMap<String, Integer> operators,
    long parameters,
    String quantisation,
    List<String> externalData,
    int nodes,
    PreScan preScan,
    List<OutputOrigin> origins,
    SortedMap<String, List<String>> categories,
    @Nullable Transformer transformer,
    @Nullable ImageModel images) {

  /// A model with nothing beside it.
  public ModelArtefact(
      String fileName,
      Digest digest,
      long bytes,
      long irVersion,
      SortedMap<String, Long> opsets,
      String producer,
      SortedMap<String, String> metadata,
      List<ValueInfo> inputs,
      List<ValueInfo> outputs,
      SortedMap<String, Integer> operators,
      long parameters,
      String quantisation,
      List<String> externalData,
      int nodes,
      PreScan preScan,
      List<OutputOrigin> origins,
      SortedMap<String, List<String>> categories) {
    this(
        fileName,
        digest,
        bytes,
        irVersion,
        opsets,
        producer,
        metadata,
        inputs,
        outputs,
        operators,
        parameters,
        quantisation,
        externalData,
        nodes,
        preScan,
        origins,
        categories,
        null,
        null);
  }

  /// The same graph with the files beside it.
  ///
  /// @param name what the user calls the model
  /// @param all digest of the graph and of those files
  ModelArtefact with(
      String name, @Nullable Transformer texts, @Nullable ImageModel pictures, Digest all) {
    return new ModelArtefact(
        name,
        all,
        bytes,
        irVersion,
        opsets,
        producer,
        metadata,
        inputs,
        outputs,
        operators,
        parameters,
        quantisation,
        externalData,
        nodes,
        preScan,
        origins,
        categories,
        texts,
        pictures);
  }
}
