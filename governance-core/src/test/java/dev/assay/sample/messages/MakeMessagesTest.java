package dev.assay.sample.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.inference.tokenize.TextTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The committed sample of messages is what the committed program makes, and its graph answers what
/// the program's own encoder answers.
class MakeMessagesTest {

  private static final Path COMMITTED =
      Path.of(System.getProperty("assay.root", "..")).resolve("resources/samples/messages");
  private static final int MOST_BYTES = 5 << 20;

  @TempDir Path folder;

  @Test
  void theProgramMakesTheCommittedMessagesByteForByteAndTheirGraphAgreesWithIt() throws Exception {
    Encoder encoder = MakeMessages.write(folder);

    List<Path> made;
    try (Stream<Path> files = Files.walk(folder)) {
      made = files.filter(Files::isRegularFile).sorted().toList();
    }
    assertThat(made).hasSize(11);
    long bytes = 0;
    for (Path file : made) {
      assertThat(file).hasSameBinaryContentAs(COMMITTED.resolve(folder.relativize(file)));
      bytes += Files.size(file);
    }
    assertThat(bytes).isLessThan(MOST_BYTES);
    agree(encoder);
  }

  /// The runtime needs a deeper stack than a test's thread has.
  private void agree(Encoder encoder) throws Exception {
    FutureTask<Boolean> task = new FutureTask<>(() -> compare(encoder));
    new Thread(null, task, "onnxruntime", 64L << 20).start();
    assertThat(task.get()).isTrue();
  }

  private boolean compare(Encoder encoder) throws IOException, OrtException {
    List<Message> messages = new Messages(MakeMessages.SEED + 2, "M").draw(200);
    Pieces pieces = MakeMessages.pieces();
    Path model = folder.resolve("messages_bert");
    List<Encoded> tokens;
    try (TextTokenizer tokenizer =
        TextTokenizer.open(model.resolve("tokenizer.json"), Encoder.POSITIONS)) {
      tokens = tokenizer.encode(messages.stream().map(Message::text).toList());
    }
    try (OrtSession session =
        OrtEnvironment.getEnvironment().createSession(model.resolve("model.onnx").toString())) {
      for (int i = 0; i < messages.size(); i++) {
        int[] own = pieces.encode(messages.get(i).text(), Encoder.POSITIONS);
        assertThat(tokens.get(i).ids()).isEqualTo(longs(own));
        double[] expected = encoder.answers(new Tape(), own).value;
        float[] got = logits(session, longs(own));
        assertThat((double) got[0]).isCloseTo(expected[0], within(1e-5));
        assertThat((double) got[1]).isCloseTo(expected[1], within(1e-5));
      }
    }
    return true;
  }

  /// Padded by three places, which must change nothing.
  private static float[] logits(OrtSession session, long[] ids) throws OrtException {
    long[][] padded = {java.util.Arrays.copyOf(ids, Math.min(Encoder.POSITIONS, ids.length + 3))};
    long[][] mask = new long[1][padded[0].length];
    java.util.Arrays.fill(mask[0], 0, ids.length, 1);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor input = OnnxTensor.createTensor(environment, padded);
        OnnxTensor shown = OnnxTensor.createTensor(environment, mask);
        OnnxTensor types = OnnxTensor.createTensor(environment, new long[1][padded[0].length]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", input, "attention_mask", shown, "token_type_ids", types))) {
      return ((float[][]) result.get(0).getValue())[0];
    }
  }

  private static long[] longs(int[] ids) {
    return java.util.Arrays.stream(ids).asLongStream().toArray();
  }
}
