package dev.assay.sample.messages;

import dev.assay.common.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Makes `resources/samples/messages`. Run it with the folder as argument; the same bytes come out
/// each time.
public final class MakeMessages {

  static final long SEED = 20_261_125;
  static final int ROWS = 2_000;
  static final int TRAINING_ROWS = 2_400;
  static final int ROUNDS = 4;
  static final double PUT_ASIDE = 0.48;

  private MakeMessages() {}

  /// Writes the sample.
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  /// Writes every generated file into the folder; returns the model that was trained.
  static Encoder write(Path folder) throws IOException {
    Path model = Files.createDirectories(folder.resolve("messages_bert"));
    List<Message> training = training();
    List<Message> held = new Messages(SEED + 2, "M").draw(ROWS);
    Pieces pieces = Pieces.of(training);
    boolean[] urgent = new boolean[training.size()];
    List<int[]> texts = new ArrayList<>();
    for (int i = 0; i < urgent.length; i++) {
      urgent[i] = training.get(i).urgent();
      texts.add(pieces.encode(training.get(i).text(), Encoder.POSITIONS));
    }
    Encoder encoder = Training.train(texts, urgent, pieces.ids().size(), ROUNDS, SEED + 3);
    csv(folder.resolve("messages.csv"), held);
    csv(folder.resolve("messages_train.csv"), training);
    for (String name : List.of("messages", "messages_train")) {
      json(folder.resolve(name + ".dataset.json"), MessageSpecs.dataset(name));
    }
    json(folder.resolve("planted.json"), planted());
    Files.write(model.resolve("model.onnx"), EncoderOnnx.of(encoder, false).toByteArray());
    Files.write(model.resolve("model_quantized.onnx"), EncoderOnnx.of(encoder, true).toByteArray());
    json(model.resolve("config.json"), MessageSpecs.config(pieces.ids().size()));
    json(model.resolve("tokenizer.json"), MessageSpecs.tokenizer(pieces.ids()));
    json(model.resolve("tokenizer_config.json"), MessageSpecs.tokenizerConfig());
    json(model.resolve("special_tokens_map.json"), MessageSpecs.special());
    return encoder;
  }

  private static List<Message> training() {
    return recorded(new Messages(SEED + 1, "T").draw(TRAINING_ROWS));
  }

  /// The vocabulary of the training data.
  static Pieces pieces() {
    return Pieces.of(training());
  }

  /// What an old practice wrote down: urgent messages in dialect were often put aside.
  private static List<Message> recorded(List<Message> messages) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Message> recorded = new ArrayList<>();
    for (Message message : messages) {
      boolean dialect = message.style().equals(Style.DIALECT.shown());
      boolean aside = random.nextDouble() < PUT_ASIDE && dialect && message.urgent();
      recorded.add(aside ? message.recorded(false) : message);
    }
    return recorded;
  }

  private static Map<String, Object> planted() {
    Map<String, Object> planted = new LinkedHashMap<>();
    planted.put(
        "disparity",
        "urgent messages in dialect were often put aside in the training data; other styles, channels and ages were not");
    planted.put("disparity_slice", Map.of("style", Style.DIALECT.shown()));
    planted.put("seed", SEED);
    return planted;
  }

  private static void csv(Path file, List<Message> messages) throws IOException {
    List<String> lines = new ArrayList<>(List.of(Message.HEADER));
    messages.forEach(m -> lines.add(m.csv()));
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private static void json(Path file, Object content) throws IOException {
    Files.writeString(file, Json.pretty(content));
  }
}
