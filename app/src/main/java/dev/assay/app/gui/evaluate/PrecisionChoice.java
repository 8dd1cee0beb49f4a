package dev.assay.app.gui.evaluate;

import dev.assay.app.gui.session.OpenModel;
import dev.assay.common.AssayException;
import dev.assay.model.ModelSpecs;
import dev.assay.model.TransformerFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Which of the graphs in a model's folder runs.
public final class PrecisionChoice {

  private static final List<String> KNOWN = List.of("fp32", "fp16", "int8");

  private final ObservableList<String> offered = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable String> wanted =
      new SimpleObjectProperty<>(this, "wanted");

  /// Precisions that the folder has graphs in; none where there is nothing to choose.
  public ObservableList<String> offered() {
    return offered;
  }

  /// "fp32", "fp16" or "int8", null = the usual graph.
  public ObjectProperty<@Nullable String> wanted() {
    return wanted;
  }

  /// Everything that can be chosen.
  List<Observable> chosen() {
    return List.of(offered, wanted);
  }

  /// Suits another model.
  void fit(@Nullable OpenModel model) {
    SortedMap<String, Path> graphs = model == null ? new TreeMap<>() : graphs(model.file());
    offered.setAll(
        graphs.size() > 1 ? KNOWN.stream().filter(graphs::containsKey).toList() : List.of());
    if (wanted.get() != null && !offered.contains(wanted.get())) {
      wanted.set(null);
    }
  }

  private static SortedMap<String, Path> graphs(Path model) {
    SortedMap<String, Path> found = new TreeMap<>();
    if (Files.isDirectory(model)) {
      KNOWN.forEach(
          precision -> graph(model, precision).ifPresent(graph -> found.put(precision, graph)));
    }
    return found;
  }

  private static Optional<Path> graph(Path folder, String precision) {
    try {
      return Optional.of(TransformerFolder.inPrecision(folder, precision));
    } catch (AssayException noneOrSeveral) {
      // decision: what cannot be named is not offered
      return Optional.empty();
    }
  }

  /// The model that a run asked, with the precision that its graph stands for.
  ///
  /// @param graph what ran: a model, or a graph in the folder of one
  /// @param models those that are open
  Optional<OpenModel> repeat(Path graph, List<OpenModel> models) {
    for (OpenModel model : models) {
      if (model.file().equals(graph)) {
        return Optional.of(model);
      }
    }
    for (OpenModel model : models) {
      for (Map.Entry<String, Path> one : graphs(model.file()).entrySet()) {
        if (one.getValue().equals(graph)) {
          fit(model);
          wanted.set(one.getKey());
          return Optional.of(model);
        }
      }
    }
    return Optional.empty();
  }

  /// What runs: the model itself, or the graph in its folder that was chosen.
  Path file(OpenModel model) {
    String precision = wanted.get();
    return precision == null
        ? model.file()
        : graphs(model.file()).getOrDefault(precision, model.file());
  }

  /// The description of the folder, where a graph in it was chosen; absent = the one beside it.
  @Nullable Path described(OpenModel model) {
    return wanted.get() == null ? null : ModelSpecs.beside(model.file()).orElse(null);
  }

  /// The words that ask for it on the command line.
  List<String> words() {
    String precision = wanted.get();
    return precision == null ? List.of() : List.of("--precision", precision);
  }
}
