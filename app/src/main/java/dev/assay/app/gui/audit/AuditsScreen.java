package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.part.Words;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.table.Tables;
import dev.assay.app.gui.table.WrappedTableCell;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.finding.Verdict;
import dev.assay.signoff.State;
import dev.assay.store.AuditStore;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Audits of the workspace.
public final class AuditsScreen {

  private AuditsScreen() {}

  /// Reads the list and shows it, as a board and as a list.
  public static Screen of(Session session, Navigator navigator) {
    session.refreshAudits();
    return new SimpleScreen(
        List.of("Audits"),
        content(session, navigator),
        List.of("workflow", "board", "--workspace", session.workspace().get().toString()));
  }

  private static Parent content(Session session, Navigator navigator) {
    FilteredList<AuditStore.Listed> worded = new FilteredList<>(session.audits());
    FilteredList<AuditStore.Listed> listed = new FilteredList<>(worded);
    BoardActs acts = new BoardActs(session, navigator, worded);
    TabPane modes =
        new TabPane(
            tab("Board", "audits-board", acts.board()),
            tab("List", "audits-list", list(session, navigator, listed)));
    modes.setId("audits-modes");
    modes.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    VBox.setVgrow(modes, Priority.ALWAYS);
    VBox page = new VBox(12, Parts.heading("Audits", ""), filter(worded, listed, modes), modes);
    page.getStyleClass().add("page");
    return page;
  }

  private static Tab tab(String title, String id, Node content) {
    Tab tab = new Tab(title, content);
    tab.setId(id);
    return tab;
  }

  private static Node list(
      Session session, Navigator navigator, FilteredList<AuditStore.Listed> listed) {
    TableView<AuditStore.Listed> table = Tables.of("Audits", "");
    table.setPlaceholder(
        new Label(
            "No audit is recorded in "
                + session.workspace().get()
                + " yet: open a run and record one."));
    table.setItems(sorted(listed, table));
    column(table, "Audit", 240, a -> Visible.of(a.title(), 80));
    column(table, "State", 110, AuditStore.Listed::state);
    column(table, "Review", 120, a -> a.review().word());
    column(table, "Verdict", 160, a -> verdict(a.verdict()));
    column(table, "Policy", 110, AuditStore.Listed::policyId);
    column(table, "Model", 165, a -> Visible.of(a.model(), 60));
    column(table, "Dataset", 150, a -> Visible.of(a.dataset(), 60));
    column(table, "By", 90, a -> Visible.of(a.author(), 30));
    column(table, "Recorded", 215, a -> Rounded.minute(a.created()));
    Tables.onOpen(table, audit -> navigator.go(new Place.Audit(audit.id())));
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox box = new VBox(table);
    box.getStyleClass().add("tab-body");
    return box;
  }

  private static void column(
      TableView<AuditStore.Listed> table,
      String heading,
      double width,
      Function<AuditStore.Listed, String> value) {
    TableColumn<AuditStore.Listed, String> column = Tables.text(heading, width, value);
    column.setCellFactory(c -> new WrappedTableCell<>());
    table.getColumns().add(column);
  }

  private static SortedList<AuditStore.Listed> sorted(
      FilteredList<AuditStore.Listed> listed, TableView<AuditStore.Listed> table) {
    SortedList<AuditStore.Listed> sorted = new SortedList<>(listed);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    return sorted;
  }

  /// The words look in title, model, dataset and author; the list shows one state where one is
  /// chosen, the board shows each in its column.
  private static HBox filter(
      FilteredList<AuditStore.Listed> worded,
      FilteredList<AuditStore.Listed> listed,
      TabPane modes) {
    ComboBox<@Nullable State> state = new ComboBox<>();
    state.setId("audits-state");
    state.setAccessibleText("Which state the list shows");
    state.getItems().add(null);
    state.getItems().addAll(State.values());
    state.setConverter(Words.of(s -> s == null ? "every state" : s.word()));
    state.setPromptText("every state");
    state.setMinWidth(Region.USE_PREF_SIZE);
    var board = modes.getSelectionModel().selectedIndexProperty().isEqualTo(0);
    state.disableProperty().bind(board);
    TextField words = new TextField();
    words.setId("audits-filter");
    words.setPromptText("Filter by title, model, dataset or person");
    words.setAccessibleText("Filter by title, model, dataset or person");
    HBox.setHgrow(words, Priority.ALWAYS);
    Label count = Parts.quiet("");
    count.setId("audits-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    words.textProperty().subscribe(text -> worded.setPredicate(new AuditFilter(null, text)::shows));
    state
        .valueProperty()
        .subscribe(chosen -> listed.setPredicate(new AuditFilter(chosen, "")::shows));
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    Rounded.count((board.get() ? worded : listed).size())
                        + " of "
                        + Rounded.count(worded.getSource().size()),
                worded,
                listed,
                board,
                worded.getSource()));
    HBox row = new HBox(10, state, words, count);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static String verdict(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "✓ passed";
      case FAIL -> "✗ failed";
      case INSUFFICIENT_EVIDENCE -> "? insufficient evidence";
    };
  }
}
