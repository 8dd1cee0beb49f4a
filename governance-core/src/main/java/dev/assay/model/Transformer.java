package dev.assay.model;

import dev.assay.dataset.Warning;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What the files beside a text model's graph say: configuration, labels and tokenizer of a Hugging
/// Face export.
///
/// @param folder name of the folder
/// @param variant the graph that is used, relative to the folder: "model.onnx",
///   "onnx/model_O2.onnx"
/// @param variants all graphs in the folder
/// @param architecture class that the weights were trained in, empty when not said:
///   "BertForSequenceClassification"
/// @param modelType family, empty when not said: "bert"
/// @param problem `problem_type` of the configuration, empty when not said
/// @param labels classes in column order (`id2label`); empty when not said
/// @param tokenizer its kind: "WordPiece", "BPE", "Unigram", "WordLevel"
/// @param vocabulary tokens that the tokenizer knows
/// @param embeddings tokens that the model knows (`vocab_size`), 0 when not said
/// @param positions most tokens that the model can place, 0 when not said
/// @param maxLength most tokens that a text keeps, special tokens included; 0 = no limit
/// @param padId id of the token that fills a batch up
/// @param unknownId id of the token for what the tokenizer does not know; absent when it knows all
/// @param pooling how embeddings of tokens become one of the text: [#MEAN], [#FIRST_TOKEN] or what
///   else is said
/// @param ends tokens that begin and end texts
/// @param files sha256 of the files that decide the scores, the graph among them, by name
/// @param warnings what does not fit quite
public record Transformer(
    String folder,
    String variant,
    List<Variant> variants,
    String architecture,
    String modelType,
    String problem,
    List<String> labels,
    String tokenizer,
    int vocabulary,
    int embeddings,
    int positions,
    int maxLength,
    long padId,
    @Nullable Long unknownId,
    String pooling,
    Ends ends,
    SortedMap<String, String> files,
    List<Warning> warnings) {

  /// `problem_type` of a head that answers with a number.
  public static final String REGRESSION = "regression";

  /// `problem_type` of a head that may give a text several labels.
  public static final String MULTI_LABEL = "multi_label_classification";

  private static final String TOKEN_HEAD = "ForTokenClassification";

  /// The mean over the tokens of a text.
  public static final String MEAN = "mean";

  /// What its first token has.
  public static final String FIRST_TOKEN = "cls";

  /// Whether the model gives each word of a text a tag.
  public boolean tagsWords() {
    return architecture.endsWith(TOKEN_HEAD);
  }

  /// Tokens that begin and end texts of a model that generates them.
  ///
  /// @param begin id of the token before a text's first, absent when not said
  /// @param end ids of the tokens that end a text; empty when not said
  public record Ends(@Nullable Long begin, List<Long> end) {

    /// Nothing is said.
    public static final Ends UNKNOWN = new Ends(null, List.of());
  }

  /// One graph of the same model.
  ///
  /// @param file relative to the folder
  /// @param kind in words, from the graph where it was read, else from the name: "fp32", "fp16",
  ///   "int8", "optimised O2"
  /// @param bytes size of the file
  public record Variant(String file, String kind, long bytes) {}
}
