package dev.assay.compare;

import dev.assay.common.Rounded;
import dev.assay.compare.ModelChange.Part;
import dev.assay.model.ModelArtefact;
import dev.assay.model.ModelContents;
import dev.assay.model.ValueInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Tells two models apart.
public final class ModelComparer {

  private final List<ModelChange> changes = new ArrayList<>();

  private ModelComparer() {}

  /// Compares everything that was read of them.
  public static ModelDifference compare(ModelContents first, ModelContents second) {
    ModelComparer comparer = new ModelComparer();
    comparer.put(Part.SIZE, sizes(first.artefact()), sizes(second.artefact()));
    comparer.put(Part.FILE, files(first), files(second));
    comparer.put(Part.FORMAT, format(first.artefact()), format(second.artefact()));
    comparer.put(Part.INPUT, values(first.artefact().inputs()), values(second.artefact().inputs()));
    comparer.put(
        Part.OUTPUT, values(first.artefact().outputs()), values(second.artefact().outputs()));
    comparer.put(Part.OPERATOR, operators(first.artefact()), operators(second.artefact()));
    comparer.changes.addAll(NodeMatching.of(first.operations(), second.operations()).changes());
    comparer.put(Part.WEIGHT, weights(first), weights(second));
    comparer.put(Part.SETTING, first.settings(), second.settings());
    return new ModelDifference(first.artefact(), second.artefact(), comparer.changes);
  }

  private void put(Part part, SortedMap<String, String> first, SortedMap<String, String> second) {
    TreeSet<String> names = new TreeSet<>(first.keySet());
    names.addAll(second.keySet());
    for (String name : names) {
      if (!Objects.equals(first.get(name), second.get(name))) {
        changes.add(new ModelChange(part, name, first.get(name), second.get(name)));
      }
    }
  }

  private static SortedMap<String, String> sizes(ModelArtefact model) {
    return new TreeMap<>(
        Map.of(
            "bytes",
            Rounded.count(model.bytes()),
            "parameters",
            Rounded.count(model.parameters()),
            "nodes",
            Rounded.count(model.nodes())));
  }

  private static SortedMap<String, String> files(ModelContents model) {
    SortedMap<String, String> files = new TreeMap<>();
    for (ModelContents.Content file : model.files()) {
      files.put(file.name(), Rounded.count(file.bytes()) + " bytes, SHA-256 " + file.sha256());
    }
    return files;
  }

  private static SortedMap<String, String> format(ModelArtefact model) {
    SortedMap<String, String> format = new TreeMap<>();
    format.put("IR version", String.valueOf(model.irVersion()));
    format.put("producer", model.producer().isEmpty() ? "not said" : model.producer());
    format.put("precision", model.quantisation());
    model.opsets().forEach((domain, version) -> format.put("opset " + domain, "" + version));
    model.metadata().forEach((key, value) -> format.put("metadata " + key, value));
    return format;
  }

  private static SortedMap<String, String> values(List<ValueInfo> values) {
    SortedMap<String, String> words = new TreeMap<>();
    for (int i = 0; i < values.size(); i++) {
      ValueInfo value = values.get(i);
      words.put(value.name(), words(value) + ", place " + (i + 1));
    }
    return words;
  }

  private static String words(ValueInfo value) {
    String form = value.form().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String shape =
        value.shape().stream()
            .map(size -> size < 0 ? "?" : String.valueOf(size))
            .collect(Collectors.joining(", ", "[", "]"));
    return form + " of " + value.type().name().toLowerCase(Locale.ROOT) + " " + shape;
  }

  private static SortedMap<String, String> operators(ModelArtefact model) {
    SortedMap<String, String> operators = new TreeMap<>();
    model.operators().forEach((operator, count) -> operators.put(operator, Rounded.count(count)));
    return operators;
  }

  private static SortedMap<String, String> weights(ModelContents model) {
    SortedMap<String, String> weights = new TreeMap<>();
    for (ModelContents.Weight weight : model.weights()) {
      String name =
          weight.graph().isEmpty() ? weight.name() : weight.graph() + ": " + weight.name();
      weights.put(
          name,
          weight.type()
              + (weight.sha256().isEmpty()
                  ? ", content cannot be read"
                  : ", SHA-256 " + weight.sha256()));
    }
    return weights;
  }
}
