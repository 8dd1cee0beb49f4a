package dev.assay.app.gui.policy;

import dev.assay.app.gui.part.Parts;
import dev.assay.common.Visible;
import dev.assay.finding.PolicyFault;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

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
    list.setCellFactory(view -> new Cell(view));
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

  private static final class Cell extends ListCell<PolicyFault> {

    private final Label what = Parts.text("");
    private final Label remedy = Parts.quiet("");
    private final VBox box = new VBox(2, what, remedy);

    Cell(ListView<PolicyFault> view) {
      what.getStyleClass().add("fail-text");
      remedy.getStyleClass().setAll("label", "secondary");
      box.prefWidthProperty().bind(view.widthProperty().subtract(52));
      box.setMaxWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(@Nullable PolicyFault fault, boolean empty) {
      super.updateItem(fault, empty);
      if (empty || fault == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      what.setText(
          "✗ "
              + (fault.line() > 0 ? "Line " + fault.line() + ": " : "")
              + Visible.of(fault.reason(), LONGEST)
              + (fault.reason().endsWith("?") ? "" : "."));
      remedy.setText(Visible.of(fault.remedy(), LONGEST) + " [" + fault.code() + "]");
      setAccessibleText(what.getText() + " " + remedy.getText());
      setGraphic(box);
    }
  }
}
