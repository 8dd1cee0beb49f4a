package dev.assay.model;

import java.util.List;
import java.util.SortedMap;

/// Everything that two models are told apart by, read without running them. Texts come from the
/// file; show them through `Visible`.
///
/// @param artefact what is known of each model
/// @param files the files that decide the scores, by name; the graph is [#GRAPH], whatever it is
///   called
/// @param operations nodes of the graph, of graphs within nodes and of the model's own functions
/// @param weights initialisers of all these graphs
/// @param settings configuration and tokenizer beside the graph: "config.json: id2label.0" to its
///   value; long lists by count and digest
public record ModelContents(
    ModelArtefact artefact,
    List<Content> files,
    List<Operation> operations,
    List<Weight> weights,
    SortedMap<String, String> settings) {

  /// The name of the graph among the files.
  public static final String GRAPH = "the graph";

  /// Keeps its own lists.
  public ModelContents {
    files = List.copyOf(files);
    operations = List.copyOf(operations);
    weights = List.copyOf(weights);
  }

  /// A file.
  ///
  /// @param bytes its size
  /// @param sha256 its digest
  public record Content(String name, long bytes, String sha256) {}

  /// A node.
  ///
  /// @param graph which graph it belongs to, "" for the main one
  /// @param name as the file says, may be empty
  /// @param operator "ai.onnx:MatMul"
  /// @param inputs names of the values that it uses, left out ones empty
  /// @param outputs names of the values that it makes
  /// @param attributes in short words, with a digest where the words leave something out
  public record Operation(
      String graph,
      String name,
      String operator,
      List<String> inputs,
      List<String> outputs,
      SortedMap<String, String> attributes) {}

  /// An initialiser.
  ///
  /// @param graph which graph it belongs to, "" for the main one
  /// @param name as in the graph
  /// @param type "float [768, 768]"
  /// @param sha256 of its content as it is stored, "" where the content cannot be read
  public record Weight(String graph, String name, String type, String sha256) {}
}
