package dev.assay.app.gui.policy;

import dev.assay.app.gui.draft.PolicyDraft;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.WrappedCell;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Screen;
import dev.assay.finding.Policy;
import dev.assay.usecase.OwnPolicies;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What models are judged by: policies that come with Assay and the user's own, read rule by rule,
/// compared, tried on a run, and edited.
public final class PoliciesScreen implements Screen {

  private final Session session;
  private final ListView<PolicyItem> list = new ListView<>();
  private final VBox shown = new VBox(10);
  private final HBox page = new HBox(16);
  private List<OwnPolicies.Entry> entries = List.of();
  private @Nullable PolicyEditor editor;

  /// Shows what is known and reads the user's folder again.
  public PoliciesScreen(Session session) {
    this.session = session;
    list.setId("policy-list");
    list.setAccessibleText("Policies");
    list.getStyleClass().add("policy-list");
    list.setCellFactory(Cell::new);
    VBox left = new VBox(8, list);
    VBox.setVgrow(list, Priority.ALWAYS);
    left.getStyleClass().add("policy-side");
    HBox.setHgrow(shown, Priority.ALWAYS);
    page.getChildren().setAll(left, shown);
    page.getStyleClass().add("page");
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            item -> {
              if (item != null) {
                show(item);
              }
            });
    fill(item -> true);
    reread(item -> false);
  }

  /// @param wanted the line to choose, when there is one; otherwise what was chosen stays
  private void reread(Predicate<PolicyItem> wanted) {
    session
        .writing()
        .refreshPolicies(
            read -> {
              entries = read;
              fill(wanted);
            });
  }

  private void fill(Predicate<PolicyItem> wanted) {
    PolicyItem before = list.getSelectionModel().getSelectedItem();
    List<PolicyItem> items = PolicyItem.all(session.writing().drafts().policies(), entries);
    if (!list.getItems().equals(items)) {
      list.getItems().setAll(items);
    }
    items.stream()
        .filter(wanted)
        .findFirst()
        .or(() -> items.stream().filter(i -> i.equals(before)).findFirst())
        .or(() -> items.stream().findFirst())
        .filter(item -> !item.equals(list.getSelectionModel().getSelectedItem()))
        .ifPresent(list.getSelectionModel()::select);
  }

  private void show(PolicyItem item) {
    closeEditor();
    switch (item) {
      case PolicyItem.BuiltIn builtIn -> view(builtIn.policy(), null);
      case PolicyItem.Own own -> view(own.policy(), own.file());
      case PolicyItem.Broken broken -> broken(broken);
      case PolicyItem.Draft draft -> edit(draft.draft());
    }
  }

  private void view(Policy policy, @Nullable Path file) {
    PolicyView made =
        new PolicyView(
            session,
            policy,
            file,
            new PolicyView.Acts(
                () -> begin("copy of " + policy.id(), PolicyDraft.copyOf(policy.text())),
                () -> begin(String.valueOf(file), draftOf(file, policy.text()))));
    shown.getChildren().setAll(made.node());
  }

  private static PolicyDraft draftOf(@Nullable Path file, String text) {
    return file == null ? PolicyDraft.copyOf(text) : PolicyDraft.of(file, text);
  }

  private void begin(String key, PolicyDraft fresh) {
    PolicyDraft draft = session.writing().drafts().policy(key, () -> fresh);
    fill(item -> item instanceof PolicyItem.Draft d && d.draft() == draft);
  }

  private void broken(PolicyItem.Broken broken) {
    shown
        .getChildren()
        .setAll(
            Parts.heading(broken.name(), "in your folder of policies"),
            Parts.text(broken.refusal()),
            Parts.quiet(broken.file().toString()));
  }

  private void edit(PolicyDraft draft) {
    PolicyEditor made =
        new PolicyEditor(
            session,
            draft,
            new PolicyEditor.Acts(
                file -> {
                  session.writing().drafts().drop(draft);
                  reread(item -> item instanceof PolicyItem.Own own && own.file().equals(file));
                },
                () -> fill(item -> false)));
    editor = made;
    VBox.setVgrow(made.node(), Priority.ALWAYS);
    shown
        .getChildren()
        .setAll(
            Parts.heading(
                draft.file() == null ? "A copy" : String.valueOf(draft.file().getFileName()),
                "saved in your folder of policies when nothing is wrong with it"),
            made.node());
  }

  private void closeEditor() {
    if (editor != null) {
      editor.close();
      editor = null;
    }
  }

  @Override
  public List<String> trail() {
    return List.of("Policies");
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public List<String> command() {
    PolicyItem item = list.getSelectionModel().getSelectedItem();
    return item == null || item.command().isEmpty() ? List.of("policy", "list") : item.command();
  }

  @Override
  public void close() {
    closeEditor();
  }

  private static final class Cell extends WrappedCell<PolicyItem> {

    private final Label name = Parts.text("");
    private final Label kind = Parts.text("");

    Cell(ListView<PolicyItem> view) {
      super(view, 2);
      kind.getStyleClass().add("secondary");
      show(name, kind);
    }

    @Override
    protected String fill(PolicyItem item) {
      name.setText(item.name());
      kind.setText(item.kind());
      return item.name() + ", " + item.kind();
    }
  }
}
