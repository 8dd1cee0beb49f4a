package dev.assay.worker;

import static dev.assay.OnnxBuilder.BOOL;
import static dev.assay.OnnxBuilder.FLOAT;
import static dev.assay.OnnxBuilder.INT64;
import static dev.assay.OnnxBuilder.floats;
import static dev.assay.OnnxBuilder.graph;
import static dev.assay.OnnxBuilder.longs;
import static dev.assay.OnnxBuilder.number;

import ai.onnx.proto.OnnxMl.GraphProto;
import dev.assay.OnnxBuilder;
import java.nio.file.Path;
import java.util.List;

/// Models of five numbers that no look at the file can see through: how much they take depends on
/// the data.
enum Bombs {
  /// Asks for twelve gigabytes at least.
  MEMORY {
    @Override
    OnnxBuilder build() {
      return largest(3e7)
          .weights(longs("one", List.of(1L), 1))
          .node("Reshape", "count,one", "shape")
          .node("ConstantOfShape", "shape", "zeros")
          .node("ReduceSum", "zeros", "extra", number("keepdims", 0));
    }
  },
  /// Repeats for some thousand years.
  TIME {
    @Override
    OnnxBuilder build() {
      GraphProto body =
          body()
              .node("Identity", "running", "goes_on")
              .node("Mul", "sum,step", "next")
              .output("goes_on", BOOL)
              .output("next", FLOAT)
              .graph();
      return largest(1e12)
          .weights(floats("start", List.of(), 1))
          .weights(floats("step", List.of(), 1.0000001))
          .node("Loop", "count,,start", "extra", graph("body", body));
    }
  },
  /// Keeps 64 copies of its input at each of countless repeats.
  GROWTH {
    @Override
    OnnxBuilder build() {
      GraphProto body =
          body()
              .node("Identity", "running", "goes_on")
              .node("Mul", "sum,step", "next")
              .node("Concat", "x" + ",x".repeat(63), "copy", number("axis", 1))
              .output("goes_on", BOOL)
              .output("next", FLOAT)
              .output("copy", FLOAT)
              .graph();
      return largest(1e12)
          .weights(floats("start", List.of(), 1))
          .weights(floats("step", List.of(), 1.0000001))
          .node("Loop", "count,,start", "last,copies", graph("body", body))
          .node("ReduceSum", "copies", "extra", number("keepdims", 0));
    }
  };

  abstract OnnxBuilder build();

  /// Writes the model.
  Path write(Path folder) {
    return build()
        .weights(longs("first", List.of(), 0))
        .node("Gather", "x,first", "column", number("axis", 1))
        .node("Add", "column,extra", "y")
        .output("y", FLOAT, -1)
        .write(folder.resolve(name() + ".onnx"));
  }

  private static OnnxBuilder largest(double times) {
    return OnnxBuilder.model()
        .input("x", FLOAT, -1, 5)
        .weights(floats("times", List.of(), times))
        .node("ReduceMax", "x", "largest", number("keepdims", 0))
        .node("Mul", "largest,times", "much")
        .node("Cast", "much", "count", number("to", INT64));
  }

  private static OnnxBuilder body() {
    return OnnxBuilder.model().input("repeat", INT64).input("running", BOOL).input("sum", FLOAT);
  }
}
