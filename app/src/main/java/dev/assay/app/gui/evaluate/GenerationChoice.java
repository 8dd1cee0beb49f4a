package dev.assay.app.gui.evaluate;

import dev.assay.app.gui.session.OpenModel;
import dev.assay.dataset.Dataset;
import dev.assay.inference.TextAsk.Decoding;
import dev.assay.inference.TextAsk.Kind;
import dev.assay.model.CausalGraph;
import dev.assay.usecase.GenerationAsked;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What a model that goes on with texts is asked, and how it writes. What does not fit the model
/// that is chosen is kept, and not asked.
public final class GenerationChoice {

  private final ReadOnlyBooleanWrapper causal = new ReadOnlyBooleanWrapper(this, "causal");
  private final ObjectProperty<@Nullable Kind> kind = new SimpleObjectProperty<>(this, "kind");
  private final ObjectProperty<@Nullable String> prompt =
      new SimpleObjectProperty<>(this, "prompt");
  private final ObservableList<String> choices = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable String> answer =
      new SimpleObjectProperty<>(this, "answer");
  private final BooleanProperty sampled = new SimpleBooleanProperty(this, "sampled");
  private final StringProperty tokens = new SimpleStringProperty(this, "tokens", "64");
  private final StringProperty temperature = new SimpleStringProperty(this, "temperature", "0.7");
  private final StringProperty topK = new SimpleStringProperty(this, "topK", "");
  private final StringProperty topP = new SimpleStringProperty(this, "topP", "");
  private final StringProperty stops = new SimpleStringProperty(this, "stops", "");

  /// Whether the model goes on with texts.
  public ReadOnlyBooleanProperty causal() {
    return causal.getReadOnlyProperty();
  }

  /// What is asked, null = as the columns say.
  public ObjectProperty<@Nullable Kind> kind() {
    return kind;
  }

  /// Column of prompts, null = by its name, "none" = there is none.
  public ObjectProperty<@Nullable String> prompt() {
    return prompt;
  }

  /// Columns of choices, none = by their names.
  public ObservableList<String> choices() {
    return choices;
  }

  /// Column of expected texts, null = by its name.
  public ObjectProperty<@Nullable String> answer() {
    return answer;
  }

  /// Whether tokens are drawn instead of the likeliest taken.
  public BooleanProperty sampled() {
    return sampled;
  }

  /// Most new tokens as they were typed.
  public StringProperty tokens() {
    return tokens;
  }

  /// Temperature as it was typed.
  public StringProperty temperature() {
    return temperature;
  }

  /// So many of the likeliest tokens, as it was typed; empty = all.
  public StringProperty topK() {
    return topK;
  }

  /// The likeliest tokens of so much probability, as it was typed; empty = all.
  public StringProperty topP() {
    return topP;
  }

  /// Texts that end an answer, one a line; "\\n" stands for a new line.
  public StringProperty stops() {
    return stops;
  }

  /// Everything that can be chosen.
  List<Observable> chosen() {
    return List.of(
        causal, kind, prompt, choices, answer, sampled, tokens, temperature, topK, topP, stops);
  }

  /// Suits another model or dataset.
  void fit(@Nullable OpenModel model, @Nullable Dataset data) {
    causal.set(model != null && CausalGraph.is(model.artefact()));
    List<String> columns = Offered.columns(data);
    if (!GenerationAsked.NONE.equals(prompt.get())) {
      Offered.keep(prompt, columns);
    }
    Offered.keep(answer, columns);
    choices.removeIf(column -> !columns.contains(column));
  }

  /// Takes over what was asked before.
  void repeat(GenerationAsked asked) {
    Decoding decoding = asked.decoding();
    kind.set(asked.kind());
    prompt.set(asked.prompt());
    choices.setAll(asked.choices());
    answer.set(asked.answer());
    sampled.set(decoding.isSampled());
    tokens.set(String.valueOf(decoding.maxNewTokens()));
    if (decoding.isSampled()) {
      temperature.set(String.valueOf(decoding.temperature()));
    }
    topK.set(decoding.topK() > 0 ? String.valueOf(decoding.topK()) : "");
    topP.set(decoding.topP() < 1 ? String.valueOf(decoding.topP()) : "");
    stops.set(
        String.join("\n", decoding.stops().stream().map(s -> s.replace("\n", "\\n")).toList()));
  }

  /// Whether answers may be written.
  boolean writes() {
    return kind.get() == null || kind.get() == Kind.GENERATE;
  }

  private boolean draws() {
    return writes() && sampled.get();
  }

  /// Why it cannot be asked like this; empty when it can.
  String hindrance() {
    if (!causal.get() || !writes()) {
      return "";
    }
    for (String fault :
        List.of(
            WritingFields.tokensFault(tokens.get()),
            draws() ? WritingFields.temperatureFault(temperature.get()) : "",
            draws() ? WritingFields.topKFault(topK.get()) : "",
            draws() ? WritingFields.topPFault(topP.get()) : "")) {
      if (!fault.isEmpty()) {
        return fault;
      }
    }
    return "";
  }

  /// What is asked; guessed all of it where the model does not go on with texts.
  GenerationAsked asked() {
    return causal.get()
        ? new GenerationAsked(kind.get(), prompt.get(), offered(), answer.get(), decoding())
        : GenerationAsked.GUESSED;
  }

  private List<String> offered() {
    boolean compared = kind.get() == null || kind.get() == Kind.CHOICES;
    return compared ? List.copyOf(choices) : List.of();
  }

  private Decoding decoding() {
    if (!writes() || !hindrance().isEmpty()) {
      return Decoding.GREEDY;
    }
    return WritingFields.decoding(
        tokens.get(), draws() ? temperature.get() : "", topK.get(), topP.get(), endings(), 0);
  }

  private List<String> endings() {
    return stops
        .get()
        .lines()
        .filter(line -> !line.isEmpty())
        .map(line -> line.replace("\\n", "\n"))
        .toList();
  }

  /// The words that ask for it on the command line.
  List<String> words() {
    GenerationAsked asked = asked();
    Decoding decoding = asked.decoding();
    List<String> words = new ArrayList<>();
    EvaluateWords.option(
        words, "--ask", asked.kind() == null ? null : asked.kind().name().toLowerCase(Locale.ROOT));
    EvaluateWords.option(words, "--prompt", asked.prompt());
    EvaluateWords.option(words, "--choices", EvaluateWords.joined(asked.choices()));
    EvaluateWords.option(words, "--answer", asked.answer());
    WritingFields.words(words, decoding);
    return List.copyOf(words);
  }
}
