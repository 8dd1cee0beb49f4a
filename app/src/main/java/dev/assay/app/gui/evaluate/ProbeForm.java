package dev.assay.app.gui.evaluate;

import dev.assay.inference.MaskedText.Kind;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.CheckComboBox;
import org.jspecify.annotations.Nullable;

/// Controls for what a masked language model is asked; those that say nothing to the question are
/// not shown.
final class ProbeForm {

  private final EvaluateViewModel view;
  private final ProbeChoice choice;
  private final VBox holder = new VBox();

  ProbeForm(EvaluateViewModel view) {
    this.view = view;
    this.choice = view.probe();
  }

  Node node() {
    choice.kind().subscribe(now -> fill());
    view.dataset().subscribe((before, now) -> fill());
    return holder;
  }

  private void fill() {
    Kind kind = choice.kind().get();
    Form form = new Form();
    ComboBox<Kind> asked = Boxes.any(choice.kind(), List.of(Kind.values()), ProbeForm::words);
    asked.setId("probe-kind");
    form.line("Question", asked, explained(kind));
    // decision: a column with a comma cannot be named on the command line that repeats the probe
    List<String> columns = view.columns().stream().filter(c -> !c.contains(",")).toList();
    ComboBox<@Nullable String> first =
        Boxes.choice(choice.first(), columns, "the columns of texts");
    first.setId("probe-first");
    form.line(kind.columns() > 1 ? "First texts" : "Texts", first, first(kind));
    if (kind.columns() > 1) {
      ComboBox<@Nullable String> second =
          Boxes.choice(choice.second(), columns, "the columns of texts");
      second.setId("probe-second");
      form.line(
          kind == Kind.PAIR ? "Second texts" : "Priors",
          second,
          kind == Kind.PAIR
              ? "the same but for some words"
              : "the text in which what the word stands beside is masked as well");
    }
    CheckComboBox<String> groups = Boxes.several(columns, view.sensitive());
    groups.setId("probe-groups");
    form.line("Groups", groups, "columns whose values are compared");
    holder.getChildren().setAll(form.grid());
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case FILL -> "does it know the hidden word?";
      case WHOLE -> "how likely is each text?";
      case PAIR -> "which of two texts is likelier?";
      case ASSOCIATION -> "how much nearer is a word?";
    };
  }

  private static String explained(Kind kind) {
    return switch (kind) {
      case FILL -> "fill-mask: the label above holds the words under the masks";
      case WHOLE -> "pseudo-likelihood: each token is hidden in turn";
      case PAIR -> "pairs: each token that both share is hidden in turn, as CrowS-Pairs does it";
      case ASSOCIATION ->
          "association: how much likelier the word in the label above is than in the prior";
    };
  }

  private static String first(Kind kind) {
    return switch (kind) {
      case FILL -> "with one mask each, such as [MASK]";
      case WHOLE -> "whole, without a mask";
      case PAIR -> "those with the stereotype; a share of one half is neutral";
      case ASSOCIATION -> "with one mask each, where the word is";
    };
  }
}
