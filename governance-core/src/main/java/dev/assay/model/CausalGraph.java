package dev.assay.model;

import dev.assay.common.InputRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The graph of a text model that goes on with a text: from the tokens so far, the logits of the
/// next one. Keys and values of tokens that were read before may be given back to it.
///
/// @param logits output [text][token][next token]
/// @param past what was kept of tokens read before, in graph order; empty when the graph keeps
///   nothing
/// @param branch input that says whether the graph is given what was kept, absent when it is not
///   asked
/// @param positions whether the graph is told the position of each token
/// @param mask whether the graph is told which tokens only fill a text up
public record CausalGraph(
    ValueInfo logits, List<Past> past, @Nullable String branch, boolean positions, boolean mask) {

  /// The input that says whether what was kept is given back.
  public static final String USE_CACHE = "use_cache_branch";

  private static final List<String> HEADS = List.of("ForCausalLM", "LMHeadModel");
  private static final Set<String> TOKENS = Set.of("input_ids", "attention_mask", "position_ids");
  private static final String PAST = "past_key_values.";
  private static final String PRESENT = "present.";
  private static final int DIMENSIONS = 4;

  /// Keys or values of one layer, [text][head][token][number].
  ///
  /// @param input where they are given
  /// @param output where they come from
  /// @param heads number of heads
  /// @param width numbers a head
  /// @param type float or float16
  public record Past(String input, String output, long heads, long width, ElementType type) {}

  /// Whether the model goes on with texts.
  public static boolean is(ModelArtefact model) {
    Transformer beside = model.transformer();
    return beside != null && is(beside);
  }

  static boolean is(Transformer beside) {
    return HEADS.stream().anyMatch(beside.architecture()::endsWith);
  }

  /// Reads the signature of a graph.
  ///
  /// @throws InputRejected when an input is one that Assay cannot feed, or an output is missing
  public static CausalGraph of(ModelArtefact model) {
    List<Past> past = new ArrayList<>();
    String branch = null;
    for (ValueInfo input : model.inputs()) {
      if (input.name().startsWith(PAST)) {
        past.add(past(model, input));
      } else if (input.name().equals(USE_CACHE)) {
        branch = USE_CACHE;
      } else {
        requireTokens(input);
      }
    }
    if (!has(model, "input_ids")) {
      throw new InputRejected(
          "CAUSAL-INPUT",
          "The graph has no input 'input_ids', so it cannot be given tokens.",
          "Export the model again as a text generation model.");
    }
    return new CausalGraph(
        logits(model), List.copyOf(past), branch, has(model, "position_ids"), mask(model));
  }

  private static boolean mask(ModelArtefact model) {
    return has(model, "attention_mask");
  }

  private static boolean has(ModelArtefact model, String input) {
    return model.inputs().stream().anyMatch(i -> i.name().equals(input));
  }

  private static void requireTokens(ValueInfo input) {
    boolean whole = input.type() == ElementType.INT64 || input.type() == ElementType.INT32;
    if (!TOKENS.contains(input.name()) || !whole || input.shape().size() != 2) {
      throw new InputRejected(
          "CAUSAL-INPUT",
          "Input "
              + SignatureWords.of(input)
              + " is none that Assay gives a text generation model.",
          "Export the model with input_ids, attention_mask, position_ids and past_key_values.N.key"
              + " and .value only.");
    }
  }

  private static Past past(ModelArtefact model, ValueInfo input) {
    String name = PRESENT + input.name().substring(PAST.length());
    boolean number = input.type() == ElementType.FLOAT || input.type() == ElementType.FLOAT16;
    if (find(model.outputs(), name).isEmpty()) {
      throw new InputRejected(
          "CAUSAL-PAST",
          "The graph wants "
              + SignatureWords.of(input)
              + " and has no output '"
              + name
              + "' that would give it.",
          "Export the model again with both, as Optimum does (text-generation-with-past).");
    }
    boolean known =
        input.shape().size() == DIMENSIONS && input.shape().get(1) > 0 && input.shape().get(3) > 0;
    if (!known || !number) {
      throw new InputRejected(
          "CAUSAL-PAST",
          "Input "
              + SignatureWords.of(input)
              + " does not say its heads and their width: [N, heads, N, width] of float or"
              + " float16.",
          "Export the model again with these two dimensions fixed.");
    }
    return new Past(input.name(), name, input.shape().get(1), input.shape().get(3), input.type());
  }

  private static ValueInfo logits(ModelArtefact model) {
    return find(model.outputs(), "logits")
        .filter(o -> o.form() == ValueInfo.Form.TENSOR && o.shape().size() == 3)
        .filter(o -> o.type() == ElementType.FLOAT || o.type() == ElementType.FLOAT16)
        .orElseThrow(
            () ->
                new InputRejected(
                    "CAUSAL-LOGITS",
                    "The graph has no output 'logits' of shape [N, N, vocabulary].",
                    "Export the model again as a text generation model."));
  }

  private static Optional<ValueInfo> find(List<ValueInfo> values, String name) {
    return values.stream().filter(v -> v.name().equals(name)).findFirst();
  }
}
