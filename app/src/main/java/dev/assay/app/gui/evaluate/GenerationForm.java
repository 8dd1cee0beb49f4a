package dev.assay.app.gui.evaluate;

import dev.assay.dataset.Dataset;
import dev.assay.inference.TextAsk.Kind;
import dev.assay.usecase.GenerationAsked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Controls for what a model that goes on with texts is asked; those that say nothing to the
/// question are not shown.
final class GenerationForm {

  private final GenerationChoice choice;
  private final ObservableValue<@Nullable Dataset> dataset;
  private final VBox holder = new VBox();

  GenerationForm(GenerationChoice choice, ObservableValue<@Nullable Dataset> dataset) {
    this.choice = choice;
    this.dataset = dataset;
  }

  Node node() {
    choice.kind().subscribe(now -> fill());
    choice.sampled().subscribe((before, now) -> fill());
    dataset.subscribe((before, now) -> fill());
    return holder;
  }

  private void fill() {
    Kind kind = choice.kind().get();
    Form form = new Form();
    List<@Nullable Kind> kinds = new ArrayList<>();
    kinds.add(null);
    kinds.addAll(Arrays.asList(Kind.values()));
    ComboBox<@Nullable Kind> asked =
        Boxes.any(choice.kind(), kinds, k -> k == null ? "as the columns say" : words(k));
    asked.setId("ask-kind");
    form.line("Question", asked, explained(kind));
    columns(form, kind);
    if (choice.writes()) {
      writing(form);
    }
    holder.getChildren().setAll(form.grid());
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case LIKELIHOOD -> "how likely a text is";
      case CHOICES -> "which choice is the likeliest";
      case GENERATE -> "what the model writes";
    };
  }

  private static String explained(@Nullable Kind kind) {
    return switch (kind) {
      case null ->
          "choices where there are columns of them, else answers to prompts, else how likely the"
              + " texts are";
      case LIKELIHOOD -> "perplexity and bits per byte of the expected texts";
      case CHOICES -> "the share of rows whose right choice is the likeliest";
      case GENERATE -> "answers are compared with what is expected, where a column says it";
    };
  }

  private void columns(Form form, @Nullable Kind kind) {
    List<String> columns = Offered.columns(dataset.getValue());
    List<String> prompts = new ArrayList<>(columns);
    if (kind != Kind.GENERATE && !columns.contains(GenerationAsked.NONE)) {
      prompts.add(GenerationAsked.NONE);
    }
    ComboBox<@Nullable String> prompt =
        Boxes.choice(choice.prompt(), prompts, "by its name: prompt, question …");
    prompt.setId("ask-prompt");
    form.line(
        "Prompts",
        prompt,
        kind == Kind.GENERATE
            ? "what the model goes on with"
            : "none = texts from their beginning");
    if (kind == null || kind == Kind.CHOICES) {
      // decision: a column with a comma cannot be named on the command line that repeats the run
      Node choices =
          Boxes.several(columns.stream().filter(c -> !c.contains(",")).toList(), choice.choices());
      choices.setId("ask-choices");
      form.line("Choices", choices, "columns, or one of JSON arrays; none = by their names");
    }
    ComboBox<@Nullable String> answer =
        Boxes.choice(choice.answer(), columns, "by its name: answer, reference …");
    answer.setId("ask-answer");
    form.line(
        "Expected",
        answer,
        kind == Kind.CHOICES
            ? "the right choice: its text, its number from 0 or a letter"
            : "the text that is expected");
  }

  private void writing(Form form) {
    ComboBox<Boolean> tokens =
        Boxes.any(
            new SimpleObjectProperty<>(choice.sampled().get()),
            List.of(false, true),
            drawn -> drawn ? "drawn (sampled)" : "the likeliest (greedy)");
    tokens.setId("ask-sampled");
    tokens.valueProperty().subscribe((before, now) -> choice.sampled().set(now));
    form.line("Next token", tokens, "drawn ones depend on the seed below and the row only");
    field(form, "New tokens", "ask-tokens", choice.tokens(), WritingFields::tokensFault, "at most");
    if (choice.sampled().get()) {
      field(
          form,
          "Temperature",
          "ask-temperature",
          choice.temperature(),
          WritingFields::temperatureFault,
          "logits are divided by it");
      field(
          form,
          "Top-k",
          "ask-top-k",
          choice.topK(),
          WritingFields::topKFault,
          "so many of the likeliest only; empty = all");
      field(
          form,
          "Top-p",
          "ask-top-p",
          choice.topP(),
          WritingFields::topPFault,
          "the likeliest that have this probability only; empty = all");
    }
    TextArea stops = new TextArea();
    stops.setId("ask-stops");
    stops.setPrefRowCount(2);
    stops.textProperty().bindBidirectional(choice.stops());
    form.line(
        "Stop at",
        stops,
        "an answer ends before one of these texts, one a line; \\n stands for a new line");
  }

  private static void field(
      Form form,
      String name,
      String id,
      StringProperty text,
      UnaryOperator<String> fault,
      String remark) {
    form.checked(name, Boxes.typed(id, text), text, fault, remark);
  }
}
