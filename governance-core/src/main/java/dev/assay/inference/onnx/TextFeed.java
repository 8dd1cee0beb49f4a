package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fills an input of texts.
final class TextFeed implements Feed {

  private final String input;
  private final FeedShape shape;
  private final List<Cells> columns;
  private final OrtEnvironment environment;
  private String[] texts = new String[0];
  private @Nullable OnnxTensor tensor;

  TextFeed(String input, FeedShape shape, List<Cells> columns, OrtEnvironment environment) {
    this.input = input;
    this.shape = shape;
    this.columns = columns;
    this.environment = environment;
  }

  @Override
  public String input() {
    return input;
  }

  @Override
  public OnnxTensor fill(int from, int count, int rows) throws OrtException {
    close();
    int width = columns.size();
    if (texts.length != rows * width) {
      texts = new String[rows * width];
    }
    for (int c = 0; c < width; c++) {
      columns.get(c).texts(from, count, texts, c, width);
    }
    for (int i = count * width; i < texts.length; i++) {
      texts[i] = texts[i - width];
    }
    OnnxTensor current = OnnxTensor.createTensor(environment, texts, shape.of(rows));
    tensor = current;
    return current;
  }

  @Override
  public long overflowed() {
    return 0;
  }

  @Override
  public void close() {
    if (tensor != null) {
      tensor.close();
      tensor = null;
    }
  }
}
