package dev.assay.app.gui.policy;

import dev.assay.app.gui.dialog.UnsavedDialog;
import dev.assay.app.gui.draft.PolicyDraft;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.task.LatestTask;
import dev.assay.finding.Policies;
import dev.assay.finding.PolicyFault;
import dev.assay.usecase.OwnPolicies;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Edits a policy: the YAML with line numbers, and below it everything that is wrong with it. It is
/// saved only when nothing is.
final class PolicyEditor {

  private static final Duration REST = Duration.millis(300);
  private static final KeyCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

  private final Session session;
  private final PolicyDraft draft;
  private final Acts acts;
  private final TextArea text = new TextArea();
  private final LineNumbers numbers = new LineNumbers(text);
  private final FaultList faults = new FaultList(this::jump);
  private final Label state = new Label();
  private final Button save = new Button("Save the policy");
  private final Tooltip why = new Tooltip();
  private final LatestTask<String, List<PolicyFault>> checking;
  private final VBox node;
  private final Tab changes = new Tab("Changes");
  private boolean valid;

  /// Where the editor leads.
  ///
  /// @param saved called with the file after it was saved
  /// @param dropped called after the draft was thrown away
  record Acts(Consumer<Path> saved, Runnable dropped) {}

  PolicyEditor(Session session, PolicyDraft draft, Acts acts) {
    this.session = session;
    this.draft = draft;
    this.acts = acts;
    OwnPolicies own = session.writing().ownPolicies();
    checking =
        new LatestTask<>(
            REST,
            written -> PolicyDraft.faults(written, own, draft.file()),
            this::checked,
            session.tasks()::failed);
    text.setText(draft.text());
    text.setId("policy-editor");
    text.getStyleClass().add("code-area");
    text.setAccessibleText("Text of the policy");
    text.textProperty().subscribe((before, now) -> edited(now));
    BorderPane code = new BorderPane(text);
    code.setLeft(numbers);
    SplitPane split = new SplitPane(code, below());
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.66);
    VBox.setVgrow(split, Priority.ALWAYS);
    node = new VBox(8, bar(), split);
    node.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (SAVE.match(event)) {
            save();
            event.consume();
          }
        });
    state("Being checked …", "neutral");
    checking.askNow(draft.text());
  }

  Node node() {
    return node;
  }

  void close() {
    checking.cancel();
  }

  private Node below() {
    Tab wrong = new Tab("Faults", faults.node());
    changes.setId("tab-policy-changes");
    changes.selectedProperty().subscribe(selected -> compare());
    TabPane tabs = new TabPane(wrong, changes);
    tabs.setId("policy-below");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStyleClass().add("panel");
    return tabs;
  }

  /// What differs from what it was made from.
  private void compare() {
    if (!changes.isSelected()) {
      return;
    }
    VBox differs = new VBox();
    differs.getStyleClass().add("card-preview");
    if (valid) {
      differs
          .getChildren()
          .setAll(
              ComparePane.between(
                  Policies.parse(draft.before(), "before"), Policies.parse(draft.text(), "now")));
    } else {
      differs.getChildren().setAll(Parts.quiet("Nothing is compared while there are faults."));
    }
    ScrollPane scroll = new ScrollPane(differs);
    scroll.getStyleClass().add("page-scroll");
    scroll.setFitToWidth(true);
    scroll.setAccessibleText("What changed");
    changes.setContent(scroll);
  }

  private Node bar() {
    save.setId("policy-save");
    save.getStyleClass().add("primary");
    save.setDisable(true);
    save.setOnAction(event -> save());
    StackPane holder = new StackPane(save);
    Tooltip.install(holder, why);
    Button drop = new Button("Throw the draft away");
    drop.setId("policy-drop");
    drop.setOnAction(
        event ->
            UnsavedDialog.ask(
                node().getScene().getWindow(),
                draft.isChanged() ? List.of("Policy " + draft.title()) : List.of(),
                "Throw it away",
                () -> {
                  session.writing().drafts().drop(draft);
                  acts.dropped().run();
                }));
    HBox bar = new HBox(8, state, Parts.space(), drop, holder);
    bar.setAlignment(Pos.CENTER_LEFT);
    for (Region part : new Region[] {state, drop, save}) {
      part.setMinWidth(Region.USE_PREF_SIZE);
    }
    return bar;
  }

  private void edited(String now) {
    draft.edit(now);
    valid = false;
    save.setDisable(true);
    why.setText("The text is being checked.");
    checking.ask(now);
  }

  private void checked(List<PolicyFault> found) {
    faults.show(found);
    TreeSet<Integer> lines = new TreeSet<>();
    found.forEach(f -> lines.add(f.line()));
    numbers.mark(lines);
    valid = found.isEmpty();
    compare();
    boolean changed = draft.isChanged();
    save.setDisable(!valid || !changed);
    why.setText(
        !valid
            ? "Mend what is listed below first."
            : changed ? "Keeps it in your folder of policies" : "Nothing was changed.");
    if (!valid) {
      state("✗ " + found.size() + (found.size() == 1 ? " fault" : " faults"), "fail");
    } else if (changed) {
      state("✓ valid · ● not saved", "attention");
    } else {
      state("✓ valid and saved", "pass");
    }
  }

  private void state(String words, String kind) {
    state.setText(words);
    state.getStyleClass().setAll("label", "badge", kind);
  }

  private void jump(int line) {
    int at = 0;
    String now = text.getText();
    for (int l = 1; l < line && now.indexOf('\n', at) >= 0; l++) {
      at = now.indexOf('\n', at) + 1;
    }
    int end = now.indexOf('\n', at);
    text.selectRange(end < 0 ? now.length() : end, at);
    text.requestFocus();
  }

  private void save() {
    if (!valid || !draft.isChanged()) {
      return;
    }
    String written = draft.text();
    Path over = draft.file();
    session
        .tasks()
        .start(
            "Saving the policy",
            item -> session.writing().ownPolicies().save(written, over),
            file -> {
              draft.saved(file, written);
              acts.saved().accept(file);
            });
  }
}
