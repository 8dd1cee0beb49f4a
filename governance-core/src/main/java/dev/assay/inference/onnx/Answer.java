package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.inference.tokenize.Encoded;
import dev.assay.model.OutputBinding;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Values of one output for one batch, taken out of the runtime. Float16 and bfloat16 are widened.
final class Answer {

  private final OutputBinding binding;
  private final OnnxValue value;

  Answer(OutputBinding binding, OnnxValue value) {
    this.binding = binding;
    this.value = value;
  }

  /// Numbers, row after row.
  ///
  /// @param rows rows the model was given
  /// @param width columns expected
  /// @throws InputRejected when the model gave another number of rows or columns
  double[] numbers(int rows, int width) throws OrtException {
    return switch (value) {
      case OnnxTensor tensor -> {
        requireShape(tensor.getInfo().getShape(), rows, width);
        yield widened(tensor);
      }
      case OnnxSequence maps -> fromMaps(maps, rows, width);
      default -> throw rejected("is neither a tensor nor a sequence of maps");
    };
  }

  /// The sizes of the answer.
  ///
  /// @throws InputRejected when it is no tensor
  long[] shape() throws OrtException {
    return tensor().getInfo().getShape();
  }

  /// Every number of a tensor.
  double[] everything() throws OrtException {
    return widened(tensor());
  }

  private OnnxTensor tensor() {
    if (value instanceof OnnxTensor tensor) {
      return tensor;
    }
    throw rejected("is no tensor");
  }

  /// The vector of each text: as the graph gives it, else pooled over the vectors of its tokens.
  ///
  /// @param rows rows the model was given
  /// @param length tokens of every row
  /// @return [text][number]
  double[] vectors(Pooling pooling, List<Encoded> texts, int[] batch, int rows, int length)
      throws OrtException {
    OnnxTensor tensor = tensor();
    long[] shape = tensor.getInfo().getShape();
    boolean byToken = shape.length == 3 && shape[1] == length;
    if ((!byToken && shape.length != 2) || shape[0] != rows) {
      throw rejected(
          "has shape " + Arrays.toString(shape) + ", not one vector a text or one a token");
    }
    double[] numbers = widened(tensor);
    return byToken ? pooling.of(numbers, texts, batch, rows, length) : numbers;
  }

  /// The logits of each token.
  ///
  /// @param rows rows the model was given
  /// @param length tokens of every row
  /// @param width tags
  /// @return [row][token][tag]
  double[] ofTokens(int rows, int length, int width) throws OrtException {
    OnnxTensor tensor = tensor();
    long[] shape = tensor.getInfo().getShape();
    if (!Arrays.equals(shape, new long[] {rows, length, width})) {
      throw rejected(
          "has shape "
              + Arrays.toString(shape)
              + ", not one row of "
              + width
              + " logits for each of "
              + length
              + " tokens");
    }
    return widened(tensor);
  }

  private double[] widened(OnnxTensor tensor) throws OrtException {
    return switch (tensor.getInfo().type) {
      case FLOAT, FLOAT16, BFLOAT16 -> {
        FloatBuffer floats = tensor.getFloatBuffer();
        double[] wide = new double[floats.remaining()];
        for (int i = 0; i < wide.length; i++) {
          wide[i] = floats.get(i);
        }
        yield wide;
      }
      case DOUBLE -> {
        DoubleBuffer doubles = tensor.getDoubleBuffer();
        double[] wide = new double[doubles.remaining()];
        doubles.get(wide);
        yield wide;
      }
      case INT8, UINT8, BOOL, INT16, INT32, INT64 ->
          Arrays.stream(wholes(tensor)).asDoubleStream().toArray();
      case STRING, UNKNOWN -> throw rejected("holds no numbers");
    };
  }

  private long[] wholes(OnnxTensor tensor) throws OrtException {
    return switch (tensor.getInfo().type) {
      case INT8, UINT8, BOOL -> {
        ByteBuffer bytes = tensor.getByteBuffer();
        boolean unsigned = tensor.getInfo().type == ai.onnxruntime.OnnxJavaType.UINT8;
        long[] wide = new long[bytes.remaining()];
        for (int i = 0; i < wide.length; i++) {
          wide[i] = unsigned ? bytes.get(i) & 0xFF : bytes.get(i);
        }
        yield wide;
      }
      case INT16 -> {
        ShortBuffer shorts = tensor.getShortBuffer();
        long[] wide = new long[shorts.remaining()];
        for (int i = 0; i < wide.length; i++) {
          wide[i] = shorts.get(i);
        }
        yield wide;
      }
      case INT32 -> {
        IntBuffer ints = tensor.getIntBuffer();
        long[] wide = new long[ints.remaining()];
        for (int i = 0; i < wide.length; i++) {
          wide[i] = ints.get(i);
        }
        yield wide;
      }
      case INT64 -> {
        LongBuffer longs = tensor.getLongBuffer();
        long[] wide = new long[longs.remaining()];
        longs.get(wide);
        yield wide;
      }
      case FLOAT, DOUBLE, FLOAT16, BFLOAT16, STRING, UNKNOWN ->
          throw rejected("holds no whole numbers");
    };
  }

  private double[] fromMaps(OnnxSequence sequence, int rows, int width) throws OrtException {
    List<? extends OnnxValue> maps = sequence.getValue();
    if (maps.size() != rows) {
      throw rows(rows, maps.size());
    }
    double[] numbers = new double[rows * width];
    Arrays.fill(numbers, Double.NaN);
    for (int r = 0; r < rows; r++) {
      if (!(maps.get(r) instanceof OnnxMap map)) {
        throw rejected("is a sequence of something else than maps");
      }
      for (Map.Entry<?, ?> entry : map.getValue().entrySet()) {
        String key = String.valueOf(entry.getKey());
        int column = binding.classes().indexOf(binding.classValues().getOrDefault(key, key));
        if (column < 0 || !(entry.getValue() instanceof Number number)) {
          throw rejected("has the key '" + Visible.of(key, 40) + "', which is no class");
        }
        numbers[r * width + column] = number.doubleValue();
      }
      map.close();
    }
    return numbers;
  }

  /// One text a row, as the model says it: whole numbers without a fraction.
  String[] labels(int rows) throws OrtException {
    OnnxTensor tensor = tensor();
    requireShape(tensor.getInfo().getShape(), rows, 1);
    return switch (tensor.getInfo().type) {
      case STRING -> texts(tensor.getValue(), rows);
      case FLOAT, DOUBLE, FLOAT16, BFLOAT16 ->
          Arrays.stream(widened(tensor)).mapToObj(Answer::text).toArray(String[]::new);
      case INT8, UINT8, BOOL, INT16, INT32, INT64 ->
          Arrays.stream(wholes(tensor)).mapToObj(String::valueOf).toArray(String[]::new);
      case UNKNOWN -> throw rejected("has a type that cannot be read");
    };
  }

  private static String text(double number) {
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? String.valueOf((long) number) : String.valueOf(number);
  }

  private static String[] texts(Object array, int rows) {
    return switch (array) {
      case String[] flat -> flat;
      case String[][] nested ->
          Arrays.stream(nested).map(row -> row[0]).limit(rows).toArray(String[]::new);
      default -> throw new IllegalStateException("not texts: " + array.getClass());
    };
  }

  private void requireShape(long[] shape, int rows, int width) {
    boolean flat = shape.length == 1 || shape.length == 2;
    if (!flat) {
      throw rejected("has shape " + Arrays.toString(shape) + ", not one answer a row");
    }
    requireRows(shape[0], rows);
    long columns = shape.length == 2 ? shape[1] : 1;
    if (columns != width) {
      throw rejected("has " + columns + " columns where " + width + " are expected");
    }
  }

  /// @param got rows of the answer
  /// @param given rows the model was given
  /// @throws InputRejected when they are not as many
  void requireRows(long got, int given) {
    if (got != given) {
      throw rows(given, got);
    }
  }

  private InputRejected rows(int given, long got) {
    return new InputRejected(
        "MODEL-ROWS",
        "Given "
            + given
            + " rows, the model answered with "
            + got
            + " in output '"
            + Visible.of(binding.output(), 60)
            + "'; rows and answers cannot be matched.",
        "Export the model so that it gives one answer a row.");
  }

  /// A sentence about this output.
  ///
  /// @param what goes on after the output's name
  InputRejected rejected(String what) {
    return new InputRejected(
        "MODEL-OUTPUT",
        "Output '" + Visible.of(binding.output(), 60) + "' of the model " + what + ".",
        "Describe another output in a model description, or export the model again.");
  }
}
