package dev.assay.sample.messages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Descriptions of the sample's files.
final class MessageSpecs {

  private MessageSpecs() {}

  static Map<String, Object> dataset(String name) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("name", name);
    spec.put(
        "title",
        name.equals("messages")
            ? "Messages of a bank's customers, held out"
            : "Messages of a bank's customers, training data");
    spec.put("file", name + ".csv");
    spec.put("task", "text_binary_classification");
    spec.put(
        "label",
        Map.of(
            "column",
            "urgency",
            "positive",
            Message.URGENT,
            "classes",
            List.of(Message.OTHER, Message.URGENT),
            "favourable",
            Message.URGENT));
    List<Object> columns = new ArrayList<>();
    for (String column : Message.HEADER.split(",")) {
      columns.add(column(column));
    }
    spec.put("columns", columns);
    return spec;
  }

  private static Map<String, Object> column(String name) {
    Map<String, Object> column = new LinkedHashMap<>();
    column.put("name", name);
    column.put(
        "role",
        switch (name) {
          case "message_id" -> "id";
          case "message" -> "text";
          case "urgency" -> "label";
          default -> "sensitive";
        });
    boolean words = name.equals("message_id") || name.equals("message");
    column.put("type", words ? "string" : "category");
    if (name.equals("style")) {
      column.put("reference_group", Style.STANDARD.shown());
    }
    if (name.equals("age_group")) {
      column.put("reference_group", "35 to 54");
    }
    return column;
  }

  static Map<String, Object> config(int vocabulary) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("architectures", List.of("BertForSequenceClassification"));
    config.put("model_type", "bert");
    config.put("hidden_act", "relu");
    config.put("hidden_size", Encoder.HIDDEN);
    config.put("intermediate_size", Encoder.INNER);
    config.put("num_attention_heads", Encoder.HEADS);
    config.put("num_hidden_layers", Encoder.LAYERS);
    config.put("max_position_embeddings", Encoder.POSITIONS);
    config.put("type_vocab_size", 2);
    config.put("vocab_size", vocabulary);
    config.put("layer_norm_eps", Tape.EPSILON);
    config.put("pad_token_id", 0);
    config.put("id2label", ordered("0", Message.OTHER, "1", Message.URGENT));
    config.put("label2id", ordered(Message.OTHER, 0, Message.URGENT, 1));
    return config;
  }

  static Map<String, Object> special() {
    return ordered(
        "cls_token",
        "[CLS]",
        "mask_token",
        "[MASK]",
        "pad_token",
        "[PAD]",
        "sep_token",
        "[SEP]",
        "unk_token",
        "[UNK]");
  }

  static Map<String, Object> tokenizerConfig() {
    Map<String, Object> config = new LinkedHashMap<>(special());
    config.put("model_max_length", Encoder.POSITIONS);
    config.put("tokenizer_class", "BertTokenizerFast");
    return config;
  }

  static Map<String, Object> tokenizer(Map<String, Integer> ids) {
    Map<String, Object> tokenizer = new LinkedHashMap<>();
    tokenizer.put("version", "1.0");
    List<Object> added = new ArrayList<>();
    for (String piece : Pieces.SPECIAL) {
      added.add(
          ordered(
              "id",
              Pieces.SPECIAL.indexOf(piece),
              "content",
              piece,
              "single_word",
              false,
              "lstrip",
              false,
              "rstrip",
              false,
              "normalized",
              false,
              "special",
              true));
    }
    tokenizer.put("added_tokens", added);
    tokenizer.put(
        "normalizer",
        ordered(
            "type",
            "BertNormalizer",
            "clean_text",
            true,
            "handle_chinese_chars",
            true,
            "lowercase",
            true));
    tokenizer.put("pre_tokenizer", ordered("type", "BertPreTokenizer"));
    tokenizer.put("post_processor", frame());
    tokenizer.put("decoder", ordered("type", "WordPiece", "prefix", "##", "cleanup", true));
    tokenizer.put(
        "model",
        ordered(
            "type",
            "WordPiece",
            "unk_token",
            "[UNK]",
            "continuing_subword_prefix",
            "##",
            "max_input_chars_per_word",
            100,
            "vocab",
            ids));
    return tokenizer;
  }

  private static Map<String, Object> frame() {
    Map<String, Object> begin = mark("[CLS]", 0);
    Map<String, Object> end = mark("[SEP]", 0);
    Map<String, Object> text = ordered("Sequence", ordered("id", "A", "type_id", 0));
    Map<String, Object> second = ordered("Sequence", ordered("id", "B", "type_id", 1));
    return ordered(
        "type",
        "TemplateProcessing",
        "single",
        List.of(begin, text, end),
        "pair",
        List.of(begin, text, end, second, mark("[SEP]", 1)),
        "special_tokens",
        ordered("[CLS]", token("[CLS]"), "[SEP]", token("[SEP]")));
  }

  private static Map<String, Object> mark(String piece, int type) {
    return ordered("SpecialToken", ordered("id", piece, "type_id", type));
  }

  private static Map<String, Object> token(String piece) {
    return ordered(
        "id", piece, "ids", List.of(Pieces.SPECIAL.indexOf(piece)), "tokens", List.of(piece));
  }

  private static Map<String, Object> ordered(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(String.valueOf(entries[i]), entries[i + 1]);
    }
    return map;
  }
}
