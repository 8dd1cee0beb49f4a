package dev.assay.app.gui.policy;

import dev.assay.app.gui.card.DifferenceNodes;
import dev.assay.app.gui.part.Parts;
import dev.assay.common.TextDifference;
import dev.assay.common.Visible;
import dev.assay.finding.Policy;
import dev.assay.finding.PolicyDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// What differs between two policies: rules in words first, then the text.
final class ComparePane {

  private static final int LONGEST = 300;

  private final Policy policy;
  private final VBox shown = new VBox(14);
  private final VBox page;

  /// @param policy the later one
  /// @param others what it can be compared with
  ComparePane(Policy policy, List<Policy> others) {
    this.policy = policy;
    ComboBox<Policy> other =
        new ComboBox<>(
            FXCollections.observableArrayList(
                others.stream().filter(p -> !p.id().equals(policy.id())).toList()));
    other.setConverter(new PolicyNames());
    other.setId("policy-other");
    other.setAccessibleText("Policy to compare with");
    other.setPromptText("Choose a policy");
    other.valueProperty().subscribe(this::compare);
    HBox choice = new HBox(8, whole("From"), other, whole("to this one"));
    choice.setAlignment(Pos.CENTER_LEFT);
    choice.getStyleClass().add("changes-choice");
    shown.getStyleClass().add("card-preview");
    ScrollPane scroll = new ScrollPane(shown);
    scroll.getStyleClass().add("page-scroll");
    scroll.setFitToWidth(true);
    scroll.setAccessibleText("What differs");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    page = new VBox(choice, scroll);
  }

  Node node() {
    return page;
  }

  private void compare(@Nullable Policy other) {
    if (other == null) {
      shown.getChildren().setAll(Parts.quiet("Choose the policy that this one is compared with."));
      return;
    }
    shown.getChildren().setAll(between(other, policy));
  }

  /// What differs, in words and then in the text.
  static List<Node> between(Policy other, Policy policy) {
    PolicyDifference difference = PolicyDifference.between(other, policy);
    List<Node> nodes = new ArrayList<>();
    String words = difference.words();
    Label summary =
        new Label(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".");
    summary.getStyleClass().add("heading-2");
    summary.setWrapText(true);
    summary.setMinHeight(Region.USE_PREF_SIZE);
    nodes.add(summary);
    VBox head = new VBox(4);
    difference
        .head()
        .forEach(line -> head.getChildren().add(Parts.text(Visible.of(line, LONGEST))));
    nodes.add(head);
    difference.rules().forEach(rule -> nodes.add(rule(rule)));
    Label text = new Label("Text");
    text.getStyleClass().add("heading-2");
    TextFlow flow = DifferenceNodes.flow(TextDifference.lines(other.text(), policy.text()));
    flow.getStyleClass().add("code-flow");
    nodes.add(new VBox(8, text, flow));
    return List.copyOf(nodes);
  }

  private static Label whole(String words) {
    Label label = new Label(words);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Node rule(PolicyDifference.RuleChange change) {
    Label title = Parts.text(Visible.of(change.title(), LONGEST));
    title.getStyleClass().add("card-title");
    HBox.setHgrow(title, Priority.ALWAYS);
    Label mark =
        switch (change.kind()) {
          case ADDED -> Parts.badge("+ added", "pass");
          case REMOVED -> Parts.badge("− removed", "fail");
          case CHANGED -> Parts.badge("± changed", "attention");
        };
    HBox head = new HBox(8, mark, title);
    VBox box = new VBox(4, head);
    change.words().forEach(words -> box.getChildren().add(Parts.text(Visible.of(words, LONGEST))));
    Label id = Parts.quiet(change.id());
    id.getStyleClass().setAll("label", "secondary");
    box.getChildren().add(id);
    return box;
  }
}
