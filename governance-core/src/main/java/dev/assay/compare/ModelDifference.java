package dev.assay.compare;

import dev.assay.common.Json;
import dev.assay.compare.ModelChange.Part;
import dev.assay.model.ModelArtefact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// In what two models differ, as far as their files say; what they answer is another matter.
///
/// @param first one model
/// @param second the other
/// @param changes part by part, by name; empty = nothing that Assay reads differs
public record ModelDifference(
    ModelArtefact first, ModelArtefact second, List<ModelChange> changes) {

  /// Keeps its own list.
  public ModelDifference {
    changes = List.copyOf(changes);
  }

  /// Whether both are the same, byte for byte.
  public boolean identical() {
    return first.digest().equals(second.digest());
  }

  /// Changes of one part.
  public List<ModelChange> of(Part part) {
    return changes.stream().filter(change -> change.part() == part).toList();
  }

  /// In a sentence.
  public String headline() {
    if (identical()) {
      return "Both are the same model, byte for byte.";
    }
    if (changes.stream().allMatch(c -> c.part() == Part.FILE || c.part() == Part.SIZE)) {
      return "The files differ, but their graphs, weights and settings are the same.";
    }
    boolean graph =
        changes.stream().anyMatch(c -> c.part() == Part.NODE || c.part() == Part.OPERATOR);
    if (!graph && !of(Part.WEIGHT).isEmpty()) {
      return "The graphs are the same; weights differ.";
    }
    return graph
        ? "The graphs differ."
        : "The graphs and weights are the same; what is around them differs.";
  }

  /// As JSON, schema `assay.diff/1`: every change, null where a model has no such thing.
  public String json() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("schema", "assay.diff/1");
    all.put("first", model(first));
    all.put("second", model(second));
    all.put("identical", identical());
    all.put("headline", headline());
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Part part : Part.values()) {
      counts.put(part.word(), of(part).size());
    }
    all.put("counts", counts);
    all.put("changes", changes.stream().map(ModelDifference::change).toList());
    return Json.pretty(all);
  }

  private static Map<String, Object> model(ModelArtefact model) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("name", model.fileName());
    words.put("sha256", model.digest().sha256());
    words.put("bytes", model.bytes());
    words.put("parameters", model.parameters());
    words.put("nodes", model.nodes());
    words.put("precision", model.quantisation());
    return words;
  }

  private static Map<String, @Nullable Object> change(ModelChange change) {
    Map<String, @Nullable Object> words = new LinkedHashMap<>();
    words.put("part", change.part().word());
    words.put("what", change.what());
    words.put("kind", change.kind());
    words.put("first", change.first());
    words.put("second", change.second());
    return words;
  }
}
