package dev.assay;

import static dev.assay.OnnxBuilder.FLOAT;
import static dev.assay.OnnxBuilder.INT64;
import static dev.assay.OnnxBuilder.floats;
import static dev.assay.OnnxBuilder.longs;
import static dev.assay.OnnxBuilder.number;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Folders of text models whose words weigh what a test says, over the corpus' WordPiece tokenizer:
/// what the model answers is a sum that can be done by hand. Special tokens and all other words
/// weigh nothing.
public final class WordModel {

  private static final int VOCABULARY = 4_000;

  /// Words of one token in the corpus' vocabulary.
  private static final Map<String, Integer> IDS =
      Map.ofEntries(
          Map.entry("good", 414),
          Map.entry("bad", 1047),
          Map.entry("great", 330),
          Map.entry("happy", 392),
          Map.entry("sad", 3160),
          Map.entry("dog", 3566),
          Map.entry("cat", 1921),
          Map.entry("movie", 959),
          Map.entry("film", 903),
          Map.entry("the", 224),
          Map.entry("john", 1340),
          Map.entry("smith", 3093));

  private final Path folder;
  private final int width;
  private final double[] first;
  private final double[] second;
  private boolean pairs;
  private String architecture = "BertForSequenceClassification";
  private String problem = "";
  private List<String> labels = List.of();
  private double bias;
  private int places = 128;

  private WordModel(Path folder, int width) {
    this.folder = TextModel.copy("toxicity_bert", folder);
    this.width = width;
    this.first = new double[VOCABULARY * width];
    this.second = new double[VOCABULARY * width];
  }

  /// @param width numbers that the model gives a text or a token
  public static WordModel in(Path folder, int width) {
    return new WordModel(folder, width);
  }

  public WordModel architecture(String name) {
    architecture = name;
    return this;
  }

  public WordModel problem(String type) {
    problem = type;
    return this;
  }

  public WordModel labels(String... names) {
    labels = List.of(names);
    return this;
  }

  /// Most tokens of a text, special tokens included.
  public WordModel places(int most) {
    places = most;
    return this;
  }

  /// What every answer for a text begins with.
  public WordModel bias(double number) {
    bias = number;
    return this;
  }

  /// What a word of the (first) text adds to each number.
  public WordModel word(String word, double... weights) {
    return set(first, word, weights);
  }

  /// What a word of the second text of a pair adds to each number.
  public WordModel secondWord(String word, double... weights) {
    pairs = true;
    return set(second, word, weights);
  }

  private WordModel set(double[] table, String word, double... weights) {
    System.arraycopy(weights, 0, table, IDS.get(word) * width, width);
    return this;
  }

  /// A model that answers a text with the sum of the weights of its words.
  public Path sums() {
    OnnxBuilder graph = tokens();
    graph
        .output("logits", FLOAT, -1, width)
        .weights(longs("places", List.of(1L), 1))
        .weights(floats("bias", List.of(1L), bias))
        .node("ReduceSum", "weights,places", "sum", number("keepdims", 0))
        .node("Add", "sum,bias", "logits");
    return write(graph);
  }

  /// A model that answers each token with its weights.
  public Path each(String output) {
    OnnxBuilder graph = tokens();
    graph.output(output, FLOAT, -1, -1, width).node("Identity", "weights", output);
    return write(graph);
  }

  private OnnxBuilder tokens() {
    OnnxBuilder graph =
        OnnxBuilder.model()
            .input("input_ids", INT64, -1, -1)
            .input("attention_mask", INT64, -1, -1)
            .weights(floats("first", List.of((long) VOCABULARY, (long) width), first))
            .weights(longs("last", List.of(1L), 2))
            .node("Cast", "attention_mask", "mask", number("to", FLOAT))
            .node("Unsqueeze", "mask,last", "wideMask")
            .node("Gather", "first,input_ids", "ofFirst");
    if (!pairs) {
      return graph.node("Mul", "ofFirst,wideMask", "weights");
    }
    return graph
        .input("token_type_ids", INT64, -1, -1)
        .weights(floats("second", List.of((long) VOCABULARY, (long) width), second))
        .node("Gather", "second,input_ids", "ofSecond")
        .node("Cast", "token_type_ids", "types", number("to", FLOAT))
        .node("Unsqueeze", "types,last", "wideTypes")
        .node("Sub", "ofSecond,ofFirst", "more")
        .node("Mul", "more,wideTypes", "added")
        .node("Add", "ofFirst,added", "either")
        .node("Mul", "either,wideMask", "weights");
  }

  private Path write(OnnxBuilder graph) {
    graph.write(folder.resolve("model.onnx"));
    List<String> fields = new ArrayList<>();
    fields.add("\"architectures\": [\"" + architecture + "\"]");
    fields.add("\"model_type\": \"bert\"");
    fields.add("\"vocab_size\": " + VOCABULARY);
    fields.add("\"pad_token_id\": 0");
    fields.add("\"max_position_embeddings\": " + places);
    if (!problem.isEmpty()) {
      fields.add("\"problem_type\": \"" + problem + "\"");
    }
    if (!labels.isEmpty()) {
      fields.add(
          IntStream.range(0, labels.size())
              .mapToObj(i -> "\"" + i + "\": \"" + labels.get(i) + "\"")
              .collect(Collectors.joining(", ", "\"id2label\": {", "}")));
    }
    try {
      Files.writeString(folder.resolve("config.json"), "{" + String.join(", ", fields) + "}");
      TextModel.change(
          folder,
          "tokenizer_config.json",
          "\"model_max_length\": 128",
          "\"model_max_length\": " + places);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
