package dev.assay.app.gui.policy;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.WrappedCell;
import dev.assay.common.Visible;
import dev.assay.finding.Policy;
import dev.assay.finding.Rule;
import dev.assay.finding.RuleSentences;
import dev.assay.finding.Severity;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The rules of a policy as people read them: what is measured, where it must lie, how much it
/// matters, where it comes from and why.
final class PolicyRulesPane {

  private static final int LONGEST = 400;

  private PolicyRulesPane() {}

  static Node of(Policy policy) {
    ListView<Rule> list = new ListView<>();
    list.getItems().setAll(policy.rules());
    list.setId("policy-rules");
    list.setAccessibleText("Rules of " + policy.title());
    list.getStyleClass().add("rule-list");
    list.setCellFactory(Cell::new);
    return list;
  }

  private static final class Cell extends WrappedCell<Rule> {

    private final Label title = Parts.text("");
    private final Label measured = Parts.text("");
    private final Label limit = Parts.text("");
    private final Label source = Parts.text("");
    private final HBox head = new HBox(8);

    Cell(ListView<Rule> view) {
      super(view, 4);
      title.getStyleClass().add("card-title");
      HBox.setHgrow(title, Priority.ALWAYS);
      source.getStyleClass().add("secondary");
      show(head, measured, limit, source);
    }

    @Override
    protected String fill(Rule rule) {
      title.setText(shown(rule.title()));
      head.getChildren().setAll(severity(rule.severity()), title);
      measured.setText(shown(RuleSentences.measured(rule)));
      String decision = RuleSentences.decision(rule);
      limit.setText(
          "Must be: "
              + shown(RuleSentences.limit(rule))
              + (decision.isEmpty() ? "" : " · decided " + decision)
              + (rule.required() ? " · evidence is required" : ""));
      source.setText(
          (rule.why().isEmpty() ? "" : shown(rule.why()) + "\n")
              + (rule.citation().isEmpty() ? "No source is named" : shown(rule.citation()))
              + " · "
              + rule.id());
      return title.getText()
          + ". "
          + measured.getText()
          + ". "
          + limit.getText()
          + ". "
          + source.getText();
    }

    private static Label severity(Severity severity) {
      return switch (severity) {
        case CRITICAL -> Parts.badge("‼ critical", "fail");
        case MAJOR -> Parts.badge("! major", "attention");
        case MINOR -> Parts.badge("· minor", "neutral");
        case INFO -> Parts.badge("i info", "neutral");
      };
    }

    private static String shown(String text) {
      return Visible.of(text.replace('\n', ' '), LONGEST);
    }
  }
}
