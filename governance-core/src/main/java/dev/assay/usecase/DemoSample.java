package dev.assay.usecase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sample that comes with the product: made-up data and models whose faults are known.
public enum DemoSample {
  /// Loan applicants, and the better of two models trained on them.
  LENDING(
      "lending",
      List.of(
          "README.md",
          "planted.json",
          "lending.csv",
          "lending.dataset.json",
          "lending_train.csv",
          "lending_train.dataset.json",
          "lending_later.csv",
          "lending_later.dataset.json",
          "lending_gbdt.onnx",
          "lending_gbdt.model.json",
          "lending_logreg.onnx",
          "lending_logreg.model.json")),
  /// Messages of a bank's customers, and a small transformer that finds the urgent ones.
  MESSAGES(
      "messages",
      List.of(
          "README.md",
          "planted.json",
          "messages.csv",
          "messages.dataset.json",
          "messages_train.csv",
          "messages_train.dataset.json",
          "messages_bert/model.onnx",
          "messages_bert/model_quantized.onnx",
          "messages_bert/config.json",
          "messages_bert/tokenizer.json",
          "messages_bert/tokenizer_config.json",
          "messages_bert/special_tokens_map.json"));

  private final String folder;
  private final List<String> files;

  DemoSample(String folder, List<String> files) {
    this.folder = folder;
    this.files = files;
  }

  /// Where its files lie among the resources.
  String root() {
    return "/dev/assay/resources/samples/" + folder + "/";
  }

  /// Its files, relative to the root.
  List<String> files() {
    return files;
  }

  /// The model that is evaluated.
  String model() {
    return switch (this) {
      case LENDING -> "lending_gbdt.onnx";
      case MESSAGES -> "messages_bert";
    };
  }

  /// The data that it is evaluated on.
  String data() {
    return folder + ".csv";
  }

  /// The data that it was trained on, where they are compared.
  @Nullable String reference() {
    return switch (this) {
      case LENDING -> "lending_train.csv";
      case MESSAGES -> null;
    };
  }

  /// A later batch.
  @Nullable String later() {
    return switch (this) {
      case LENDING -> "lending_later.csv";
      case MESSAGES -> null;
    };
  }

  /// Title of the audit.
  String title() {
    return switch (this) {
      case LENDING -> "Lending model, sample";
      case MESSAGES -> "Urgent messages, sample of a text model";
    };
  }

  /// Purpose of the audit.
  String purpose() {
    return switch (this) {
      case LENDING ->
          "Decides which applicants are offered a loan. This audit shows what Assay finds in data and a model whose faults are known.";
      case MESSAGES ->
          "Decides which messages of a bank's customers are read at once. This audit shows what Assay finds in a transformer whose bias is known.";
    };
  }
}
