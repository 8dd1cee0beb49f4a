package dev.assay.app.gui.policy;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.common.Visible;
import dev.assay.finding.Policy;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Reads a policy: its rules, its text, what differs from another, what it would say about a run.
final class PolicyView {

  private static final int LONGEST_TITLE = 100;
  private static final int LONGEST = 1_000;

  private final VBox node = new VBox(10);

  /// Where the view leads.
  ///
  /// @param copy begins to edit a copy
  /// @param edit begins to edit the policy itself
  record Acts(Runnable copy, Runnable edit) {}

  /// @param file where it lies; absent when it comes with Assay
  PolicyView(Session session, Policy policy, @Nullable Path file, Acts acts) {
    TabPane tabs =
        new TabPane(
            tab("Rules", () -> PolicyRulesPane.of(policy)),
            tab("Text", () -> text(policy)),
            tab("Compare", () -> new ComparePane(policy, session.policies()).node()),
            tab("Try on a run", () -> new TryPane(session, policy).node()));
    tabs.setId("policy-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().add("panel");
    VBox.setVgrow(tabs, Priority.ALWAYS);
    node.getChildren().setAll(head(policy, file, acts), description(policy), tabs);
    VBox.setVgrow(node, Priority.ALWAYS);
  }

  Node node() {
    return node;
  }

  private static Node head(Policy policy, @Nullable Path file, Acts acts) {
    Label title = new Label(Visible.of(policy.title(), LONGEST_TITLE));
    title.getStyleClass().add("page-title");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    Label remark = Parts.quiet(policy.id() + " · version " + Visible.of(policy.version(), 40));
    Button copy = new Button("Edit a copy");
    copy.setId("policy-copy");
    copy.setMinWidth(Region.USE_PREF_SIZE);
    copy.setOnAction(event -> acts.copy().run());
    VBox words = new VBox(2, title, remark);
    HBox.setHgrow(words, Priority.ALWAYS);
    HBox head = new HBox(8, words, copy);
    head.setAlignment(Pos.CENTER_LEFT);
    if (file != null) {
      Button edit = new Button("Edit");
      edit.setId("policy-edit");
      edit.setMinWidth(Region.USE_PREF_SIZE);
      edit.setOnAction(event -> acts.edit().run());
      head.getChildren().add(edit);
    }
    return head;
  }

  private static Node description(Policy policy) {
    return Parts.text(Visible.of(policy.description().replace('\n', ' '), LONGEST));
  }

  private static Tab tab(String title, Supplier<Node> content) {
    Tab tab = new Tab(title);
    tab.selectedProperty()
        .subscribe(
            selected -> {
              if (selected && tab.getContent() == null) {
                tab.setContent(content.get());
              }
            });
    return tab;
  }

  private static Node text(Policy policy) {
    TextArea text = new TextArea(policy.text());
    text.setEditable(false);
    text.getStyleClass().add("code-area");
    text.setAccessibleText("Text of the policy");
    BorderPane pane = new BorderPane(text);
    pane.setLeft(new LineNumbers(text));
    return pane;
  }
}
