package dev.assay.app.gui.evaluate;

import dev.assay.app.gui.session.OpenModel;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.Dataset;
import dev.assay.inference.MaskedText.Kind;
import dev.assay.model.MaskedHead;
import dev.assay.model.Transformer;
import dev.assay.usecase.EvaluateRequest;
import dev.assay.usecase.ProbeAsked;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What a masked language model is asked: words are hidden from it.
public final class ProbeChoice {

  private final ReadOnlyBooleanWrapper masked = new ReadOnlyBooleanWrapper(this, "masked");
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.FILL);
  private final ObjectProperty<@Nullable String> first = new SimpleObjectProperty<>(this, "first");
  private final ObjectProperty<@Nullable String> second =
      new SimpleObjectProperty<>(this, "second");

  /// Whether the model guesses hidden words.
  public ReadOnlyBooleanProperty masked() {
    return masked.getReadOnlyProperty();
  }

  /// Whether the column of the truth is read; likelihoods have none.
  BooleanBinding readsLabel() {
    return Bindings.createBooleanBinding(
        () -> !masked.get() || kind.get().isLabelled(), masked, kind);
  }

  /// What is asked.
  public ObjectProperty<Kind> kind() {
    return kind;
  }

  /// Column of (first) texts, null = by its role.
  public ObjectProperty<@Nullable String> first() {
    return first;
  }

  /// Column of second texts or of priors, null = by its role.
  public ObjectProperty<@Nullable String> second() {
    return second;
  }

  /// Everything that can be chosen.
  List<Observable> chosen() {
    return List.of(masked, kind, first, second);
  }

  /// Suits another model or dataset; the probe is the one that the columns are likely made for.
  void fit(@Nullable OpenModel model, @Nullable Dataset data) {
    Transformer beside = model == null ? null : model.artefact().transformer();
    masked.set(beside != null && MaskedHead.isNamed(beside));
    List<String> columns = Offered.columns(data);
    Offered.keep(first, columns);
    Offered.keep(second, columns);
    if (data != null) {
      boolean labelled = !data.spec().withRole(ColumnRole.LABEL).isEmpty();
      boolean two = data.spec().withRole(ColumnRole.TEXT).size() > 1;
      kind.set(labelled ? (two ? Kind.ASSOCIATION : Kind.FILL) : two ? Kind.PAIR : Kind.WHOLE);
    }
  }

  /// Takes over what was asked before.
  void repeat(@Nullable ProbeAsked before) {
    if (before == null) {
      return;
    }
    Kind asked = before.kind();
    if (asked != null) {
      kind.set(asked);
    }
    first.set(before.texts().isEmpty() ? null : before.texts().getFirst());
    second.set(before.texts().size() > 1 ? before.texts().getLast() : null);
  }

  /// Why it cannot be asked like this; empty when it can.
  ///
  /// @param label column of the words under the masks, absent when none is chosen
  String hindrance(@Nullable String label) {
    if (kind.get().isLabelled() && label == null) {
      return "Choose the label: the words under the masks.";
    }
    boolean both = kind.get().columns() > 1;
    return both && (first.get() == null) != (second.get() == null)
        ? "Choose both columns of texts, or neither."
        : "";
  }

  private List<String> texts() {
    boolean both = kind.get().columns() > 1;
    return Stream.of(first.get(), both ? second.get() : null).filter(Objects::nonNull).toList();
  }

  /// The run that stands for it: it takes no threshold, weights, costs or behaviour tests.
  ///
  /// @param described description of the dataset, absent = the one beside it or a guess
  /// @param groups columns whose groups are told apart
  EvaluateRequest request(
      Path model,
      Path data,
      @Nullable Path described,
      @Nullable String label,
      List<String> groups) {
    EvaluateRequest request =
        EvaluateRequest.of(data)
            .model(model)
            .datasetSpec(described)
            .label(kind.get().isLabelled() ? label : null)
            .sensitive(groups)
            .timeoutSeconds(EvaluateWords.TIMEOUT_SECONDS)
            .probe(new ProbeAsked(kind.get(), texts(), null))
            .build();
    return request.change().command(words(request)).build();
  }

  /// The command line that asks the same; `evaluate` refuses what says nothing to a probe.
  private List<String> words(EvaluateRequest request) {
    List<String> words = new ArrayList<>(List.of("evaluate"));
    EvaluateWords.option(words, "--model", request.model());
    EvaluateWords.option(words, "--data", request.data());
    EvaluateWords.option(words, "--dataset-spec", request.datasetSpec());
    EvaluateWords.option(words, "--probe", ProbeAsked.word(kind.get()));
    EvaluateWords.option(words, "--texts", EvaluateWords.joined(texts()));
    EvaluateWords.option(words, "--label", request.label());
    EvaluateWords.option(words, "--sensitive", EvaluateWords.joined(request.sensitive()));
    return List.copyOf(words);
  }
}
