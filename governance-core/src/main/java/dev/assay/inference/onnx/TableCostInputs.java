package dev.assay.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import dev.assay.dataset.ColumnarFolder;
import dev.assay.inference.ScoreRequest;
import dev.assay.model.InputBinding;
import dev.assay.model.ModelArtefact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Rows of a table, windows of rows, or images.
final class TableCostInputs implements FilledInputs {

  private static final int[] ROWS = {1, 16, 256, 4_096};
  private static final int[] IMAGES = {1, 4, 16, 64};

  private final List<InputBinding> bindings;
  private final ScoringRun run;
  private final int datasetRows;
  private final boolean images;
  private final List<Shape> shapes;
  private final Map<Shape, List<Feed>> feeds = new HashMap<>();
  private final Map<Shape, Map<String, OnnxTensor>> filled = new HashMap<>();
  private final List<Feed> single;

  TableCostInputs(
      ScoreRequest request, ModelArtefact model, ColumnarFolder dataset, Device device) {
    this.bindings = request.binding().inputs();
    this.run = new ScoringRun(request, model, dataset, RunDevices.of(device));
    this.datasetRows = dataset.rows();
    this.images = bindings.stream().anyMatch(b -> b.image() != null);
    this.shapes = shapes(BatchPlan.of(model, request.binding(), request.plan()));
    this.single = feeds(shapes.getFirst());
  }

  private List<Shape> shapes(BatchPlan plan) {
    return plan.fixed()
        ? List.of(new Shape(plan.rows(), 0))
        : IntStream.of(images ? IMAGES : ROWS)
            .filter(rows -> rows == 1 || rows <= Math.min(datasetRows, plan.rows()))
            .mapToObj(rows -> new Shape(rows, 0))
            .toList();
  }

  private List<Feed> feeds(Shape shape) {
    return run.feeds(
        new BatchPlan(shape.rows(), true), new UnreadRows(), new ImageLooks(run.dataset().rows()));
  }

  @Override
  public String unit() {
    if (images) {
      return "image";
    }
    return bindings.stream().anyMatch(b -> b.window() != null) ? "window" : "row";
  }

  @Override
  public List<Shape> shapes() {
    return shapes;
  }

  @Override
  public int typicalTokens() {
    return 0;
  }

  @Override
  public int longestTokens() {
    return 0;
  }

  @Override
  public Map<String, OnnxTensor> fill(Shape shape, int call) throws OrtException {
    Map<String, OnnxTensor> before = filled.get(shape);
    // decision: images are decoded once a shape; a call takes as long whatever they show
    if (before != null && images) {
      return before;
    }
    int count = Math.min(shape.rows(), datasetRows);
    int from = (int) ((long) call * count % Math.max(1, datasetRows - count + 1));
    Map<String, OnnxTensor> inputs =
        fill(feeds.computeIfAbsent(shape, this::feeds), from, count, shape.rows());
    filled.put(shape, inputs);
    return inputs;
  }

  @Override
  public void prepare(int row) throws OrtException {
    fill(single, row % datasetRows, 1, shapes.getFirst().rows());
  }

  private static Map<String, OnnxTensor> fill(List<Feed> feeds, int from, int count, int rows)
      throws OrtException {
    Map<String, OnnxTensor> inputs = new HashMap<>();
    for (Feed feed : feeds) {
      inputs.put(feed.input(), feed.fill(from, count, rows));
    }
    return inputs;
  }

  @Override
  public void close() {
    single.forEach(Feed::close);
    feeds.values().forEach(set -> set.forEach(Feed::close));
  }
}
