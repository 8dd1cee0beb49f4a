package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills an input of numbers or truth values. The tensor lies over a buffer that is reused.
final class NumberFeed implements Feed {

  private final String input;
  private final FeedShape shape;
  private final OnnxJavaType type;
  private final List<Cells> columns;
  private final OrtEnvironment environment;
  private final ByteBuffer buffer;
  private final double[] numbers;
  private final long[] wholes;
  private @Nullable OnnxTensor tensor;
  private int tensorRows;
  private long overflowed;

  /// @param batch most rows a call
  NumberFeed(
      String input,
      FeedShape shape,
      OnnxJavaType type,
      List<Cells> columns,
      OrtEnvironment environment,
      int batch) {
    this.input = input;
    this.shape = shape;
    this.type = type;
    this.columns = columns;
    this.environment = environment;
    this.buffer =
        ByteBuffer.allocateDirect(Math.multiplyExact(batch * columns.size(), type.size))
            .order(ByteOrder.nativeOrder());
    boolean whole = isWhole(type);
    this.numbers = new double[whole ? 0 : batch];
    this.wholes = new long[whole ? batch : 0];
  }

  private static boolean isWhole(OnnxJavaType type) {
    return switch (type) {
      case INT8, UINT8, INT16, INT32, INT64, BOOL -> true;
      case FLOAT, DOUBLE, FLOAT16, BFLOAT16, STRING, UNKNOWN -> false;
    };
  }

  @Override
  public String input() {
    return input;
  }

  @Override
  public OnnxTensor fill(int from, int count, int rows) throws OrtException {
    for (int c = 0; c < columns.size(); c++) {
      switch (type) {
        case INT8 -> bytes(c, from, count, rows, Byte.MIN_VALUE, Byte.MAX_VALUE);
        case UINT8 -> bytes(c, from, count, rows, 0, 255);
        case BOOL -> bytes(c, from, count, rows, 0, 1);
        case INT16 -> shorts(c, from, count, rows);
        case INT32 -> ints(c, from, count, rows);
        case INT64 -> longs(c, from, count, rows);
        case FLOAT -> floats(c, from, count, rows);
        case DOUBLE -> doubles(c, from, count, rows);
        case FLOAT16, BFLOAT16 -> halves(c, from, count, rows);
        case STRING, UNKNOWN -> throw new IllegalStateException("not a number: " + type);
      }
    }
    OnnxTensor current = tensor;
    if (current == null || tensorRows != rows) {
      close();
      buffer.position(0).limit(rows * columns.size() * type.size);
      current = OnnxTensor.createTensor(environment, buffer, shape.of(rows), type);
      buffer.clear();
      tensor = current;
      tensorRows = rows;
    }
    return current;
  }

  private int place(int row, int column) {
    return (row * columns.size() + column) * type.size;
  }

  private double[] readNumbers(int column, int from, int count, int rows) {
    columns.get(column).numbers(from, count, numbers);
    Arrays.fill(numbers, count, rows, numbers[count - 1]);
    return numbers;
  }

  private long[] readWholes(int column, int from, int count, int rows, long least, long most) {
    columns.get(column).wholes(from, count, wholes, least, most);
    Arrays.fill(wholes, count, rows, wholes[count - 1]);
    return wholes;
  }

  private void floats(int column, int from, int count, int rows) {
    double[] values = readNumbers(column, from, count, rows);
    for (int r = 0; r < rows; r++) {
      float value = (float) values[r];
      if (Float.isInfinite(value) && Double.isFinite(values[r]) && r < count) {
        overflowed++;
      }
      buffer.putFloat(place(r, column), value);
    }
  }

  private void doubles(int column, int from, int count, int rows) {
    double[] values = readNumbers(column, from, count, rows);
    for (int r = 0; r < rows; r++) {
      buffer.putDouble(place(r, column), values[r]);
    }
  }

  private void halves(int column, int from, int count, int rows) {
    double[] values = readNumbers(column, from, count, rows);
    boolean brain = type == OnnxJavaType.BFLOAT16;
    for (int r = 0; r < rows; r++) {
      float value = (float) values[r];
      short half = brain ? brainFloat(value) : Float.floatToFloat16(value);
      boolean infinite = (half & 0x7FFF) == (brain ? 0x7F80 : 0x7C00);
      if (infinite && Double.isFinite(values[r]) && r < count) {
        overflowed++;
      }
      buffer.putShort(place(r, column), half);
    }
  }

  /// The upper half of a float, rounded to nearest, ties to even.
  static short brainFloat(float value) {
    int bits = Float.floatToIntBits(value);
    if (Float.isNaN(value)) {
      return 0x7FC0;
    }
    return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
  }

  private void bytes(int column, int from, int count, int rows, long least, long most) {
    long[] values = readWholes(column, from, count, rows, least, most);
    for (int r = 0; r < rows; r++) {
      buffer.put(place(r, column), (byte) values[r]);
    }
  }

  private void shorts(int column, int from, int count, int rows) {
    long[] values = readWholes(column, from, count, rows, Short.MIN_VALUE, Short.MAX_VALUE);
    for (int r = 0; r < rows; r++) {
      buffer.putShort(place(r, column), (short) values[r]);
    }
  }

  private void ints(int column, int from, int count, int rows) {
    long[] values = readWholes(column, from, count, rows, Integer.MIN_VALUE, Integer.MAX_VALUE);
    for (int r = 0; r < rows; r++) {
      buffer.putInt(place(r, column), (int) values[r]);
    }
  }

  private void longs(int column, int from, int count, int rows) {
    long[] values = readWholes(column, from, count, rows, Long.MIN_VALUE, Long.MAX_VALUE);
    for (int r = 0; r < rows; r++) {
      buffer.putLong(place(r, column), values[r]);
    }
  }

  @Override
  public long overflowed() {
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
