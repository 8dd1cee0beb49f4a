package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// A tensor of floating-point numbers over a buffer that is reused.
final class Floats implements AutoCloseable {

  private final OrtEnvironment environment;
  private final OnnxJavaType type;
  private final long[] rowShape;
  private final int rowValues;
  private final ByteBuffer buffer;
  private @Nullable OnnxTensor tensor;
  private int tensorRows;
  private long overflowed;

  /// @param type float, double or float16
  /// @param rowShape shape of a row
  /// @param batch most rows a call
  Floats(OrtEnvironment environment, OnnxJavaType type, long[] rowShape, int batch) {
    this.environment = environment;
    this.type = type;
    this.rowShape = rowShape;
    long values = 1;
    for (long size : rowShape) {
      values = Math.multiplyExact(values, size);
    }
    this.rowValues = Math.toIntExact(values);
    this.buffer =
        ByteBuffer.allocateDirect(
                Math.multiplyExact(Math.multiplyExact(batch, rowValues), type.size))
            .order(ByteOrder.nativeOrder());
  }

  void put(int row, int place, double value) {
    int at = (row * rowValues + place) * type.size;
    switch (type) {
      case FLOAT -> {
        float narrow = (float) value;
        count(value, Float.isInfinite(narrow));
        buffer.putFloat(at, narrow);
      }
      case DOUBLE -> buffer.putDouble(at, value);
      case FLOAT16 -> {
        short half = Float.floatToFloat16((float) value);
        count(value, (half & 0x7FFF) == 0x7C00);
        buffer.putShort(at, half);
      }
      case BFLOAT16, INT8, UINT8, INT16, INT32, INT64, BOOL, STRING, UNKNOWN ->
          throw new IllegalStateException("no floating-point input: " + type);
    }
  }

  private void count(double value, boolean infinite) {
    if (infinite && Double.isFinite(value)) {
      overflowed++;
    }
  }

  /// Repeats the last row up to `rows`.
  void repeat(int count, int rows) {
    int bytes = rowValues * type.size;
    for (int r = count; r < rows; r++) {
      buffer.put(r * bytes, buffer, (count - 1) * bytes, bytes);
    }
  }

  /// The tensor of the first rows; valid until the next call.
  OnnxTensor tensor(int rows) throws OrtException {
    OnnxTensor current = tensor;
    if (current == null || tensorRows != rows) {
      close();
      long[] shape = new long[rowShape.length + 1];
      shape[0] = rows;
      System.arraycopy(rowShape, 0, shape, 1, rowShape.length);
      buffer.position(0).limit(rows * rowValues * type.size);
      current = OnnxTensor.createTensor(environment, buffer, shape, type);
      buffer.clear();
      tensor = current;
      tensorRows = rows;
    }
    return current;
  }

  /// Finite numbers that the type could not hold.
  long overflowed() {
    return overflowed;
  }

  @Override
  public void close() {
    if (tensor != null) {
      tensor.close();
      tensor = null;
    }
  }
}
