package dev.assay.model;

import dev.assay.common.InputRejected;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Which classes an output speaks of, and in which order.
final class OutputClasses {

  private static final Pattern UNNAMED = Pattern.compile("LABEL_\\d+");

  private final List<String> dataset;
  private final ClassNames names;

  /// @param dataset classes of the label in the order of the class index; may be empty
  OutputClasses(List<String> dataset) {
    this.dataset = dataset;
    this.names = new ClassNames(dataset);
  }

  /// Labels that only count ("LABEL_0") stand for the classes of the dataset in order.
  static List<String> counted(List<String> labels, int columns) {
    return labels.stream().allMatch(l -> UNNAMED.matcher(l).matches())
        ? IntStream.range(0, columns).mapToObj(String::valueOf).toList()
        : labels;
  }

  /// Number of classes of the dataset, 0 when unknown.
  int count() {
    return dataset.size();
  }

  /// An output of one decision a row.
  OutputBinding label(
      ValueInfo output, OutputOrigin origin, ModelSpec.Output said, MeaningGuess guess) {
    Map<String, String> values = new LinkedHashMap<>(said.classValues());
    List<String> raw = origin.classes();
    if (values.isEmpty() && raw.isEmpty() && output.type() != ElementType.STRING) {
      List<String> order = said.classes().isEmpty() ? dataset : said.classes();
      raw = IntStream.range(0, order.size()).mapToObj(String::valueOf).toList();
      boolean counts = new HashSet<>(order).equals(new HashSet<>(raw));
      for (int i = 0; i < order.size() && !counts; i++) {
        values.put(String.valueOf(i), order.get(i));
      }
    } else if (said.classValues().isEmpty() && isKnownToDataset(raw)) {
      List<String> named = names.of(raw, Map.of(), output.name());
      for (int i = 0; i < raw.size(); i++) {
        if (!raw.get(i).equals(named.get(i))) {
          values.put(raw.get(i), named.get(i));
        }
      }
    }
    return new OutputBinding(
        output.name(), OutputMeaning.LABEL, List.of(), Map.copyOf(values), guess.reason());
  }

  /// Labels that match nothing stay as they are: the rows are counted as outside the classes later,
  /// openly, instead of refusing a model whose scores may still be read.
  private boolean isKnownToDataset(List<String> raw) {
    if (raw.isEmpty()) {
      return false;
    }
    try {
      names.of(raw, Map.of(), "");
      return true;
    } catch (InputRejected unknown) {
      return false;
    }
  }

  /// An output with one number a class.
  OutputBinding columns(
      ValueInfo output, OutputOrigin origin, ModelSpec.Output said, MeaningGuess guess) {
    boolean maps = output.form() == ValueInfo.Form.SEQUENCE_OF_MAPS;
    List<String> own = origin.classes();
    List<String> order;
    String reason = guess.reason();
    if (said.classes().isEmpty()) {
      order = own.isEmpty() ? dataset : names.of(own, said.classValues(), output.name());
      reason +=
          own.isEmpty() ? "; classes in the dataset's order" : "; classes as the model names them";
    } else if (own.isEmpty()) {
      order = names.of(said.classes(), said.classValues(), output.name());
    } else {
      order = agreed(own, said, output, maps);
    }
    long width = SignatureWords.width(output);
    if (order.isEmpty() && width > 1) {
      order = IntStream.range(0, (int) width).mapToObj(String::valueOf).toList();
    }
    if (!maps && width > 0 && width != order.size()) {
      throw rejected(
          "Output "
              + SignatureWords.of(output)
              + " has "
              + width
              + " columns, and there are "
              + order.size()
              + " classes: "
              + SignatureWords.names(order)
              + ".");
    }
    if (order.size() < 2) {
      throw rejected(
          "Nothing says which classes the columns of output "
              + SignatureWords.of(output)
              + " stand for.");
    }
    return new OutputBinding(
        output.name(), guess.meaning(), List.copyOf(order), classValues(own, order), reason);
  }

  /// What the description and the model's own operator say must not contradict each other.
  private List<String> agreed(
      List<String> own, ModelSpec.Output said, ValueInfo output, boolean maps) {
    if (own.size() != said.classes().size()) {
      throw rejected(
          "The description gives output "
              + Nodes.quoted(output.name())
              + " "
              + said.classes().size()
              + " classes, and the model itself names "
              + own.size()
              + ": "
              + SignatureWords.names(own)
              + ".");
    }
    List<String> raw = own.stream().map(c -> said.classValues().getOrDefault(c, c)).toList();
    boolean sameOrder = raw.equals(said.classes());
    boolean sameNames = new HashSet<>(raw).equals(new HashSet<>(said.classes()));
    if (sameNames && !sameOrder && !maps) {
      throw rejected(
          "The description gives the columns of output "
              + Nodes.quoted(output.name())
              + " as "
              + SignatureWords.names(said.classes())
              + ", and the model itself as "
              + SignatureWords.names(own)
              + ".");
    }
    return names.of(sameNames ? raw : said.classes(), said.classValues(), output.name());
  }

  private static Map<String, String> classValues(List<String> own, List<String> order) {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < own.size() && own.size() == order.size(); i++) {
      values.put(own.get(i), order.get(i));
    }
    return Map.copyOf(values);
  }

  /// An output with one number a row, about the second class of the index.
  OutputBinding oneColumn(ValueInfo output, ModelSpec.Output said, MeaningGuess guess) {
    List<String> order =
        said.classes().isEmpty()
            ? dataset
            : names.of(said.classes(), said.classValues(), output.name());
    if (order.size() != 2) {
      throw rejected(
          "Output "
              + SignatureWords.of(output)
              + " speaks of one class against another, and there are "
              + order.size()
              + " classes"
              + (order.isEmpty() ? "" : ": " + SignatureWords.names(order))
              + ".");
    }
    // decision: the class index says which class a lone score belongs to; choosing another positive
    // class for the metrics does not turn the score around
    String reason =
        guess.reason() + "; it speaks of " + Nodes.quoted(order.get(1)) + ", class index 1";
    return new OutputBinding(output.name(), guess.meaning(), List.copyOf(order), Map.of(), reason);
  }

  private static InputRejected rejected(String sentence) {
    return new InputRejected(
        "MODEL-CLASSES", sentence, "Give the classes in column order in a model description.");
  }
}
