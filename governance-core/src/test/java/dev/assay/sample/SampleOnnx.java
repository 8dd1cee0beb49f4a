package dev.assay.sample;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import dev.assay.OnnxBuilder;
import java.util.ArrayList;
import java.util.List;

/// Writes the trained models as ONNX: one input a column, one tensor of two probabilities.
final class SampleOnnx {

  private SampleOnnx() {}

  static ModelProto logistic(LogisticRegression.Model model) {
    OnnxBuilder onnx = front("Assay sample: logistic regression");
    int features = model.weights().length;
    onnx.weights(OnnxBuilder.floats("weights", List.of((long) features, 1L), model.weights()));
    onnx.weights(OnnxBuilder.floats("bias", List.of(1L), model.bias()));
    onnx.node("MatMul", "features,weights", "product");
    onnx.node("Add", "product,bias", "log_odds");
    return back(onnx);
  }

  static ModelProto boosted(Boosting.Model model) {
    OnnxBuilder onnx = front("Assay sample: gradient boosted trees");
    Trees trees = new Trees();
    for (int t = 0; t < model.trees().size(); t++) {
      trees.add(t, model.trees().get(t));
    }
    onnx.node(
        "ai.onnx.ml:TreeEnsembleRegressor", "features", "log_odds", trees.attributes(model.base()));
    return back(onnx);
  }

  private static OnnxBuilder front(String description) {
    OnnxBuilder onnx = OnnxBuilder.model().mlOpset(3).metadata("description", description);
    for (String name : Features.NUMBERS) {
      onnx.input(name, OnnxBuilder.FLOAT, -1, 1);
    }
    onnx.input("credit_history", OnnxBuilder.STRING, -1, 1);
    onnx.input("loan_purpose", OnnxBuilder.STRING, -1, 1);
    encoded(onnx, "credit_history", Features.HISTORIES);
    encoded(onnx, "loan_purpose", Features.PURPOSES);
    String parts =
        String.join(",", Features.NUMBERS) + ",credit_history_columns,loan_purpose_columns";
    return onnx.node("Concat", parts, "features", OnnxBuilder.number("axis", 1));
  }

  private static void encoded(OnnxBuilder onnx, String input, List<String> categories) {
    onnx.node(
        "ai.onnx.ml:OneHotEncoder",
        input,
        input + "_one_hot",
        OnnxBuilder.texts("cats_strings", categories.toArray(String[]::new)),
        OnnxBuilder.number("zeros", 1));
    onnx.weights(OnnxBuilder.longs(input + "_shape", List.of(2L), -1, categories.size()));
    onnx.node("Reshape", input + "_one_hot," + input + "_shape", input + "_columns");
  }

  private static ModelProto back(OnnxBuilder onnx) {
    onnx.weights(OnnxBuilder.floats("one", List.of(1L), 1));
    onnx.node("Sigmoid", "log_odds", "repays");
    onnx.node("Sub", "one,repays", "defaults");
    onnx.node("Concat", "defaults,repays", "probabilities", OnnxBuilder.number("axis", 1));
    return onnx.output("probabilities", OnnxBuilder.FLOAT, -1, 2).build();
  }

  /// The arrays that the operator wants: one element a node.
  private static final class Trees {
    private final List<Long> tree = new ArrayList<>();
    private final List<Long> node = new ArrayList<>();
    private final List<Long> feature = new ArrayList<>();
    private final List<Long> left = new ArrayList<>();
    private final List<Long> right = new ArrayList<>();
    private final List<String> mode = new ArrayList<>();
    private final List<Float> threshold = new ArrayList<>();
    private final List<Long> leafTree = new ArrayList<>();
    private final List<Long> leafNode = new ArrayList<>();
    private final List<Float> leafValue = new ArrayList<>();

    void add(int number, List<Boosting.Node> nodes) {
      for (int n = 0; n < nodes.size(); n++) {
        Boosting.Node at = nodes.get(n);
        boolean leaf = at.feature() < 0;
        tree.add((long) number);
        node.add((long) n);
        feature.add(leaf ? 0L : at.feature());
        left.add((long) at.left());
        right.add((long) at.right());
        mode.add(leaf ? "LEAF" : "BRANCH_LEQ");
        threshold.add(leaf ? 0f : at.threshold());
        if (leaf) {
          leafTree.add((long) number);
          leafNode.add((long) n);
          leafValue.add((float) at.value());
        }
      }
    }

    AttributeProto[] attributes(double base) {
      long[] zeros = new long[leafNode.size()];
      return new AttributeProto[] {
        OnnxBuilder.number("n_targets", 1),
        floats("base_values", List.of((float) base)),
        OnnxBuilder.numbers("nodes_treeids", longs(tree)),
        OnnxBuilder.numbers("nodes_nodeids", longs(node)),
        OnnxBuilder.numbers("nodes_featureids", longs(feature)),
        OnnxBuilder.numbers("nodes_truenodeids", longs(left)),
        OnnxBuilder.numbers("nodes_falsenodeids", longs(right)),
        OnnxBuilder.texts("nodes_modes", mode.toArray(String[]::new)),
        floats("nodes_values", threshold),
        OnnxBuilder.numbers("target_treeids", longs(leafTree)),
        OnnxBuilder.numbers("target_nodeids", longs(leafNode)),
        OnnxBuilder.numbers("target_ids", zeros),
        floats("target_weights", leafValue)
      };
    }

    private static long[] longs(List<Long> values) {
      return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static AttributeProto floats(String name, List<Float> values) {
      return AttributeProto.newBuilder()
          .setName(name)
          .setType(AttributeProto.AttributeType.FLOATS)
          .addAllFloats(values)
          .build();
    }
  }
}
