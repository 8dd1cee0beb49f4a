package dev.assay.app.gui.evaluate;

import dev.assay.app.gui.session.OpenModel;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.Dataset;
import dev.assay.inference.LongTexts;
import dev.assay.model.ImageModel;
import dev.assay.model.Transformer;
import dev.assay.usecase.EvaluateRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/// How a model of texts or images is asked, and from which score on each of several labels is
/// given. What does not fit the model that is chosen is kept, and not asked.
public final class ModelChoice {

  private static final int LONGEST = 12;
  private static final int MOST_LABELS = 60;

  private final ReadOnlyBooleanWrapper texts = new ReadOnlyBooleanWrapper(this, "texts");
  private final ReadOnlyBooleanWrapper images = new ReadOnlyBooleanWrapper(this, "images");
  private final ObservableList<String> labels = FXCollections.observableArrayList();
  private final BooleanProperty windows = new SimpleBooleanProperty(this, "windows");
  private final StringProperty shared = new SimpleStringProperty(this, "shared", "");
  private final BooleanProperty tune = new SimpleBooleanProperty(this, "tune");
  private final BooleanProperty worse = new SimpleBooleanProperty(this, "worse");
  private final ObservableMap<String, String> own = FXCollections.observableHashMap();
  private int maxLength;

  /// Whether the model reads texts.
  public ReadOnlyBooleanProperty texts() {
    return texts.getReadOnlyProperty();
  }

  /// Whether the model reads images.
  public ReadOnlyBooleanProperty images() {
    return images.getReadOnlyProperty();
  }

  /// Labels of which a row may have several, and that can have thresholds of their own; none for
  /// models that give one.
  public ObservableList<String> labels() {
    return labels;
  }

  /// Whether texts that are too long are read in windows instead of cut.
  public BooleanProperty windows() {
    return windows;
  }

  /// Tokens that a window shares with the one before as they were typed, empty = a quarter.
  public StringProperty shared() {
    return shared;
  }

  /// Whether the fastest setup is looked for first.
  public BooleanProperty tune() {
    return tune;
  }

  /// Whether images that are made worse are asked about too.
  public BooleanProperty worse() {
    return worse;
  }

  /// Thresholds by label as they were typed; what is blank or missing is the common one.
  public ObservableMap<String, String> own() {
    return own;
  }

  /// Everything that can be chosen.
  List<Observable> chosen() {
    return List.of(
        texts.getReadOnlyProperty(),
        images.getReadOnlyProperty(),
        labels,
        windows,
        shared,
        tune,
        worse,
        own);
  }

  /// Suits another model or dataset.
  void fit(@Nullable OpenModel model, @Nullable Dataset data) {
    Transformer reader = model == null ? null : model.artefact().transformer();
    ImageModel viewer = model == null ? null : model.artefact().images();
    texts.set(reader != null);
    maxLength = reader == null ? 0 : reader.maxLength();
    images.set(
        model != null
            && (viewer != null
                || (data != null && !data.spec().withRole(ColumnRole.IMAGE).isEmpty())));
    List<String> several =
        reader != null && reader.problem().equals(Transformer.MULTI_LABEL)
            ? reader.labels()
            : viewer != null && viewer.problem().equals(Transformer.MULTI_LABEL)
                ? viewer.labels()
                : List.of();
    // decision: a label with these signs cannot be named on the command line that repeats the run
    List<String> nameable =
        several.stream().filter(l -> !l.contains(",") && !l.contains("=")).toList();
    labels.setAll(nameable.size() > MOST_LABELS ? List.of() : nameable);
  }

  /// Takes over what was asked before.
  void repeat(EvaluateRequest request) {
    windows.set(request.longTexts().windows());
    Integer overlap = request.longTexts().overlap();
    shared.set(overlap == null ? "" : overlap.toString());
    tune.set(request.tune());
    worse.set(Families.areAskedOnRequest(request.checks()));
    own.clear();
    request.labelThresholds().forEach((label, at) -> own.put(label, at.toString()));
  }

  /// Why it cannot be asked like this; empty when it can.
  String hindrance() {
    if (texts.get() && windows.get() && !isShared(shared.get().strip())) {
      return maxLength > 1
          ? "Tokens shared: 0 to " + maxLength / 2 + "."
          : "Tokens shared: 0 or more.";
    }
    boolean wrong = labels.stream().anyMatch(label -> !isThreshold(typed(label)));
    return wrong ? "Thresholds of labels: 0 to 1." : "";
  }

  private boolean isShared(String text) {
    return text.isEmpty()
        || (text.matches("\\d{1,6}")
            && (maxLength <= 1 || Integer.parseInt(text) <= maxLength / 2));
  }

  private static boolean isThreshold(String text) {
    return text.isEmpty()
        || (text.length() <= LONGEST && text.matches("0(\\.\\d+)?|1(\\.0+)?|\\.\\d+"));
  }

  private String typed(String label) {
    return own.getOrDefault(label, "").strip();
  }

  /// How long texts are read.
  LongTexts longTexts() {
    if (!texts.get() || !windows.get() || !isShared(shared.get().strip())) {
      return LongTexts.TRUNCATE;
    }
    String tokens = shared.get().strip();
    return new LongTexts(true, tokens.isEmpty() ? null : Integer.valueOf(tokens));
  }

  /// Thresholds that labels of the model have of their own.
  SortedMap<String, Double> thresholds() {
    SortedMap<String, Double> given = new TreeMap<>();
    for (String label : labels) {
      String text = typed(label);
      if (!text.isEmpty() && isThreshold(text)) {
        given.put(label, Double.valueOf(text));
      }
    }
    return given;
  }

  /// Whether the fastest setup is looked for first.
  boolean isTuned() {
    return texts.get() && tune.get();
  }

  /// Whether worse images are asked about.
  boolean asksWorseImages() {
    return images.get() && worse.get();
  }

  /// The words that ask for it on the command line; the checks are said elsewhere.
  List<String> words() {
    List<String> words = new ArrayList<>();
    if (!longTexts().equals(LongTexts.TRUNCATE)) {
      words.addAll(List.of("--long-texts", longTexts().option()));
    }
    if (!thresholds().isEmpty()) {
      words.add("--label-thresholds");
      words.add(
          thresholds().entrySet().stream()
              .map((Map.Entry<String, Double> e) -> e.getKey() + "=" + e.getValue())
              .collect(Collectors.joining(",")));
    }
    if (isTuned()) {
      words.addAll(List.of("--tune", "on"));
    }
    return List.copyOf(words);
  }
}
