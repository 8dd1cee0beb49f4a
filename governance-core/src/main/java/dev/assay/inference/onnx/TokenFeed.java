package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.model.ElementType;
import dev.assay.model.ValueInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fills the inputs of a text model with the tokens of a batch.
final class TokenFeed implements AutoCloseable {

  private final List<ValueInfo> inputs;
  private final long padId;
  private final OrtEnvironment environment;
  private final Map<String, ByteBuffer> buffers = new HashMap<>();
  private final Map<String, OnnxTensor> tensors = new HashMap<>();

  /// @param inputs inputs of the graph: ids, mask, types, positions
  /// @param padId id of the token that fills a text up
  TokenFeed(List<ValueInfo> inputs, long padId, OrtEnvironment environment) {
    this.inputs = inputs;
    this.padId = padId;
    this.environment = environment;
  }

  /// @param batch places of the texts
  /// @param rows rows of the call; rows beyond the batch repeat its last text
  /// @param length tokens of every row
  Map<String, OnnxTensor> fill(List<Encoded> texts, int[] batch, int rows, int length)
      throws OrtException {
    close();
    for (ValueInfo input : inputs) {
      boolean wide = input.type() == ElementType.INT64;
      ByteBuffer buffer = buffer(input.name(), rows * length * (wide ? Long.BYTES : Integer.BYTES));
      for (int r = 0; r < rows; r++) {
        row(input.name(), texts.get(batch[Math.min(r, batch.length - 1)]), length, buffer, wide);
      }
      buffer.flip();
      long[] shape = {rows, length};
      tensors.put(
          input.name(),
          wide
              ? OnnxTensor.createTensor(environment, buffer.asLongBuffer(), shape)
              : OnnxTensor.createTensor(environment, buffer.asIntBuffer(), shape));
    }
    return tensors;
  }

  private void row(String input, Encoded text, int length, ByteBuffer into, boolean wide) {
    int own = text.length();
    for (int i = 0; i < length; i++) {
      long value =
          switch (input) {
            case "input_ids" -> i < own ? text.ids()[i] : padId;
            case "attention_mask" -> i < own ? 1 : 0;
            case "token_type_ids" -> i < own ? text.typeIds()[i] : 0;
            case "position_ids" -> i;
            default -> throw new IllegalStateException("no input for tokens");
          };
      if (wide) {
        into.putLong(value);
      } else {
        into.putInt((int) value);
      }
    }
  }

  private ByteBuffer buffer(String input, int bytes) {
    ByteBuffer known = buffers.get(input);
    if (known == null || known.capacity() < bytes) {
      known = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
      buffers.put(input, known);
    }
    return known.clear();
  }

  @Override
  public void close() {
    tensors.values().forEach(OnnxTensor::close);
    tensors.clear();
  }
}
