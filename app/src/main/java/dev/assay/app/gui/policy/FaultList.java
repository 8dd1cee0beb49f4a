package dev.assay.app.gui.policy;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.WrappedCell;
import dev.assay.common.Visible;
import dev.assay.finding.PolicyFault;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/// What is wrong with a policy, line by line; choosing a fault leads to its line.
final class FaultList {

  private static final int LONGEST = 300;

  private final ListView<PolicyFault> list = new ListView<>();

  /// @param jump goes to a line, 1-based
  FaultList(IntConsumer jump) {
    list.setId("policy-faults");
    list.setAccessibleText("What is wrong with the policy");
    list.setPlaceholder(Parts.quiet("Nothing is wrong with this policy."));
    list.getStyleClass().add("rule-list");
    list.setCellFactory(Cell::new);
    Runnable go =
        () -> {
          PolicyFault fault = list.getSelectionModel().getSelectedItem();
          if (fault != null && fault.line() > 0) {
            jump.accept(fault.line());
          }
        };
    list.setOnMouseClicked(event -> go.run());
    list.setOnKeyReleased(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            go.run();
          }
        });
  }

  ListView<PolicyFault> node() {
    return list;
  }

  void show(List<PolicyFault> faults) {
    if (!list.getItems().equals(faults)) {
      list.getItems().setAll(faults);
    }
  }

  private static final class Cell extends WrappedCell<PolicyFault> {

    private final Label what = Parts.text("");
    private final Label remedy = Parts.text("");

    Cell(ListView<PolicyFault> view) {
      super(view, 2);
      what.getStyleClass().add("fail-text");
      remedy.getStyleClass().add("secondary");
      show(what, remedy);
    }

    @Override
    protected String fill(PolicyFault fault) {
      what.setText(
          "✗ "
              + (fault.line() > 0 ? "Line " + fault.line() + ": " : "")
              + Visible.of(fault.reason(), LONGEST)
              + (fault.reason().endsWith("?") ? "" : "."));
      remedy.setText(Visible.of(fault.remedy(), LONGEST) + " [" + fault.code() + "]");
      return what.getText() + " " + remedy.getText();
    }
  }
}
