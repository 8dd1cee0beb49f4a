package dev.assay.model;

import dev.assay.common.InputRejected;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.ColumnType;
import dev.assay.dataset.DatasetSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the columns that feed each input.
final class InputBinder {

  private static final String CODE = "MODEL-BINDING";
  private static final Set<String> TEXT_MODEL_INPUTS =
      Set.of("input_ids", "attention_mask", "token_type_ids");

  private final ModelArtefact model;
  private final DatasetSpec dataset;
  private final ColumnNames names;

  InputBinder(ModelArtefact model, DatasetSpec dataset) {
    this.model = model;
    this.dataset = dataset;
    this.names = new ColumnNames(dataset);
  }

  List<InputBinding> bind(@Nullable ModelSpec described) {
    Map<String, ModelSpec.Input> said = said(described);
    Map<String, InputBinding> bound = new LinkedHashMap<>();
    List<ValueInfo> open = new ArrayList<>();
    for (ValueInfo input : model.inputs()) {
      ModelSpec.Input words = said.get(input.name());
      Optional<InputBinding> reading = new ReadingBinder(dataset).bind(input, words);
      if (reading.isPresent()) {
        bound.put(input.name(), reading.get());
        continue;
      }
      requireTabular(input, words);
      Optional<InputBinding> binding =
          words != null && !words.columns().isEmpty()
              ? Optional.of(described(input, words))
              : byName(input);
      binding.ifPresentOrElse(b -> bound.put(input.name(), b), () -> open.add(input));
    }
    if (!open.isEmpty()) {
      byShape(open, bound);
    }
    return model.inputs().stream()
        .map(
            input -> {
              InputBinding binding = bound.get(input.name());
              if (binding == null) {
                throw unbound(input);
              }
              return binding;
            })
        .toList();
  }

  private Map<String, ModelSpec.Input> said(@Nullable ModelSpec described) {
    Map<String, ModelSpec.Input> said = new LinkedHashMap<>();
    if (described == null) {
      return said;
    }
    Set<String> known = new HashSet<>();
    model.inputs().forEach(i -> known.add(i.name()));
    for (ModelSpec.Input input : described.inputs()) {
      if (!known.contains(input.name())) {
        throw new InputRejected(
            CODE,
            "The description speaks of input "
                + Nodes.quoted(input.name())
                + ", which the model does not have.",
            "Inputs of the model are: "
                + SignatureWords.names(model.inputs().stream().map(ValueInfo::name).toList())
                + ".");
      }
      said.put(input.name(), input);
    }
    return said;
  }

  private static void requireTabular(ValueInfo input, ModelSpec.@Nullable Input words) {
    String other = words == null ? null : words.other();
    boolean text = TEXT_MODEL_INPUTS.contains(input.name()) && words == null;
    if (other != null || text || input.shape().size() > 2) {
      throw new InputRejected(
          "MODEL-NOT-TABULAR",
          "Input "
              + SignatureWords.of(input)
              + " is not fed by cells, and nothing says what feeds it.",
          "For a text model give the folder that holds model.onnx, config.json and tokenizer.json;"
              + " for images or series write a description with \"image_column\" or \"window\".");
    }
    boolean feedable =
        switch (input.type()) {
          case FLOAT, DOUBLE, FLOAT16, BFLOAT16, INT8, UINT8, INT16, INT32, INT64, BOOL, STRING ->
              input.form() == ValueInfo.Form.TENSOR;
          case UINT16, UINT32, UINT64, COMPLEX64, COMPLEX128, OTHER -> false;
        };
    if (!feedable) {
      throw new InputRejected(
          "MODEL-TYPE",
          "Input " + SignatureWords.of(input) + " is of a kind that columns cannot feed.",
          "Export the model with inputs of float, double, whole numbers, truth values or text.");
    }
  }

  private InputBinding described(ValueInfo input, ModelSpec.Input words) {
    for (String name : words.columns()) {
      Optional<ColumnSpec> column = dataset.column(name);
      if (column.isEmpty()) {
        throw new InputRejected(
            CODE,
            "Input "
                + SignatureWords.of(input)
                + " is bound to column "
                + Nodes.quoted(name)
                + ", which the dataset does not have.",
            columns());
      }
      requireNoDate(input, column.get());
    }
    long width = SignatureWords.width(input);
    if (width > 0 && width != words.columns().size()) {
      throw new InputRejected(
          CODE,
          "Input "
              + SignatureWords.of(input)
              + " takes "
              + width
              + " columns, and the description names "
              + words.columns().size()
              + ".",
          "Name exactly " + width + " columns, in the model's order.");
    }
    return new InputBinding(input.name(), words.columns(), "descriptor");
  }

  private static void requireNoDate(ValueInfo input, ColumnSpec column) {
    boolean date = column.type() == ColumnType.DATE || column.type() == ColumnType.DATETIME;
    if (date && input.type() != ElementType.STRING) {
      throw new InputRejected(
          CODE,
          "Input "
              + SignatureWords.of(input)
              + " wants numbers, and column "
              + Nodes.quoted(column.name())
              + " holds dates.",
          "Add a column of numbers made from the dates as in training.");
    }
  }

  private Optional<InputBinding> byName(ValueInfo input) {
    long width = SignatureWords.width(input);
    Optional<InputBinding> same =
        names
            .find(input.name())
            .filter(m -> width == 1 || width == -1)
            .map(m -> new InputBinding(input.name(), List.of(m.column().name()), m.reason()));
    return same.isPresent() ? same : byMetadata(input, width);
  }

  private Optional<InputBinding> byMetadata(ValueInfo input, long width) {
    return FeatureNames.in(model.metadata())
        .filter(f -> model.inputs().size() == 1)
        .filter(f -> width == -1 || width == f.names().size())
        .flatMap(
            f ->
                names
                    .findAll(f.names())
                    .map(c -> new InputBinding(input.name(), c, "metadata " + f.key())));
  }

  /// One open input of numbers and one of texts at most, whose places are exactly the features that
  /// nothing else reads; anything else would be a guess among several. A sensitive column of texts
  /// need not be read: it may have become sensitive only because its groups are to be compared.
  private void byShape(List<ValueInfo> open, Map<String, InputBinding> bound) {
    Set<String> used = new HashSet<>();
    bound.values().forEach(b -> used.addAll(b.columns()));
    List<ColumnSpec> left =
        dataset.columns().stream()
            .filter(c -> c.role() == ColumnRole.FEATURE || c.alsoFeature())
            .filter(c -> !used.contains(c.name()))
            .toList();
    List<String> numbers =
        left.stream().filter(InputBinder::isNumber).map(ColumnSpec::name).toList();
    List<ValueInfo> textInputs = open.stream().filter(i -> i.type() == ElementType.STRING).toList();
    List<String> texts =
        left.stream()
            .filter(c -> !isNumber(c))
            .filter(c -> !textInputs.isEmpty() || c.role() == ColumnRole.FEATURE)
            .map(ColumnSpec::name)
            .toList();
    List<ValueInfo> numberInputs =
        open.stream().filter(i -> i.type() != ElementType.STRING).toList();
    if (fits(numberInputs, numbers) && fits(textInputs, texts)) {
      numberInputs.forEach(i -> bound.put(i.name(), shaped(i, numbers, "numeric")));
      textInputs.forEach(i -> bound.put(i.name(), shaped(i, texts, "textual")));
    }
  }

  private static boolean isNumber(ColumnSpec column) {
    return column.type() == ColumnType.INTEGER || column.type() == ColumnType.NUMBER;
  }

  private static boolean fits(List<ValueInfo> inputs, List<String> columns) {
    return inputs.isEmpty()
        ? columns.isEmpty()
        : inputs.size() == 1 && SignatureWords.width(inputs.getFirst()) == columns.size();
  }

  private static InputBinding shaped(ValueInfo input, List<String> columns, String kind) {
    return new InputBinding(
        input.name(),
        columns,
        "shape: its places are the dataset's "
            + columns.size()
            + " "
            + kind
            + " features, in file order");
  }

  private InputRejected unbound(ValueInfo input) {
    long width = SignatureWords.width(input);
    String hints =
        FeatureNames.in(model.metadata())
            .map(f -> ", and the names in its metadata do not fit the dataset")
            .orElse("");
    String sentence =
        width > 1
            ? "Input "
                + SignatureWords.of(input)
                + " takes "
                + width
                + " columns, and nothing says which of the dataset's"
                + hints
                + "."
            : "Input "
                + SignatureWords.of(input)
                + " has no column of that name in the dataset"
                + hints
                + ".";
    return new InputRejected(
        CODE,
        sentence,
        "Bind it in a model description (\"binding\": {\"columns\": [...]}); " + columns());
  }

  private String columns() {
    return "Columns are: "
        + SignatureWords.names(dataset.columns().stream().map(ColumnSpec::name).toList())
        + ".";
  }
}
