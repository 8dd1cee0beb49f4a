package dev.assay.app.gui.policy;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.shell.Screen;
import dev.assay.finding.Policies;
import dev.assay.finding.Policy;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What models are judged by: every rule as it is written.
public final class PoliciesScreen {

  private PoliciesScreen() {}

  /// The built-in policies.
  public static Screen of() {
    ListView<Policy> list = new ListView<>(FXCollections.observableArrayList(Policies.builtIn()));
    list.setAccessibleText("Policies");
    list.setId("policy-list");
    list.setCellFactory(view -> new Name());
    list.setPrefWidth(260);
    TextArea text = new TextArea();
    text.setEditable(false);
    text.getStyleClass().add("code-area");
    text.setAccessibleText("Text of the policy");
    VBox.setVgrow(text, Priority.ALWAYS);
    VBox shown = new VBox(10);
    HBox.setHgrow(shown, Priority.ALWAYS);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            policy -> {
              if (policy != null) {
                text.setText(policy.text());
                shown
                    .getChildren()
                    .setAll(
                        Parts.heading(
                            policy.title(),
                            policy.rules().size() + " rules · version " + policy.version()),
                        Parts.text(policy.description()),
                        text);
              }
            });
    list.getSelectionModel().selectFirst();
    HBox page = new HBox(16, list, shown);
    page.setPadding(new Insets(20));
    return new SimpleScreen(List.of("Policies"), page);
  }

  private static final class Name extends ListCell<Policy> {
    @Override
    protected void updateItem(@Nullable Policy policy, boolean empty) {
      super.updateItem(policy, empty);
      setText(empty || policy == null ? null : policy.title());
    }
  }
}
