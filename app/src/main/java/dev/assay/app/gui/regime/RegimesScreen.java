package dev.assay.app.gui.regime;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Navigator;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.table.Tables;
import dev.assay.app.gui.table.WrappedTableCell;
import dev.assay.common.AtomicFiles;
import dev.assay.common.Visible;
import dev.assay.metric.MetricCatalogue;
import dev.assay.regime.Answer;
import dev.assay.regime.Coverage;
import dev.assay.regime.Regime;
import dev.assay.store.AuditStore;
import dev.assay.usecase.AddToAudit;
import dev.assay.usecase.OwnRegimes;
import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Which evidence an audit holds for a regime, clause by clause; where people answer its questions
/// with documents.
public final class RegimesScreen implements Screen {

  private static final int LONGEST_TITLE = 110;

  private static final double WIDEST_CLAUSE = 260;

  private final Session session;
  private final Navigator navigator;
  private final VBox page = new VBox(12);
  private final ComboBox<AuditStore.Listed> audits = new ComboBox<>();
  private final ComboBox<Regime> regimes = new ComboBox<>();
  private final Label summary = Parts.quiet("Reading the regimes …");
  private final Button hold = new Button("Put it in the report");
  private final Button publish = new Button("Tables and summary …");
  private final Label held = Parts.badge("✓ in the report", "pass");
  private final TableView<Coverage.Row> table = Tables.of("Clauses", "Nothing is chosen yet.");
  private final ClausePane clause =
      new ClausePane(new ClausePane.Acts(this::record, this::save, this::measured));
  private @Nullable CoverageModel model;
  private boolean closed;

  /// @param place the audit and regime to begin with, each empty = the first
  public RegimesScreen(Session session, Navigator navigator, Place.Regimes place) {
    this.session = session;
    this.navigator = navigator;
    page.getStyleClass().add("page");
    page.getChildren().setAll(Parts.heading("Regimes", "evidence, never a verdict"), summary);
    if (session.audits().isEmpty()) {
      summary.setText("Regimes are held against recorded audits, and there is none yet.");
      return;
    }
    audits.getItems().setAll(session.audits());
    audits.setId("regime-audit");
    audits.setAccessibleText("Audit");
    audits.setConverter(Words.of(a -> a == null ? "" : Visible.of(a.title(), LONGEST_TITLE)));
    regimes.setId("regime-choice");
    regimes.setAccessibleText("Regime");
    regimes.setConverter(Words.of(r -> r == null ? "" : Visible.of(r.title(), LONGEST_TITLE)));
    hold.setId("regime-hold");
    hold.setOnAction(event -> hold());
    publish.setId("regime-publish");
    publish.setOnAction(event -> publish());
    table.setId("regime-table");
    table.getStyleClass().add("regime-table");
    summary.setId("regime-summary");
    OwnRegimes known = OwnRegimes.beside(session.workspace().get());
    session.tasks().start("Reading the regimes", item -> known.list(), all -> show(all, place));
  }

  private void show(List<OwnRegimes.Entry> all, Place.Regimes place) {
    if (closed) {
      return;
    }
    regimes
        .getItems()
        .setAll(all.stream().map(OwnRegimes.Entry::regime).filter(Objects::nonNull).toList());
    table.getColumns().add(StateCell.column());
    column("Clause", 110, Coverage.Row::clause).setMaxWidth(WIDEST_CLAUSE);
    column("Evidence", 175, row -> String.join(", ", row.evidence()));
    column("Why not more", 320, Coverage.Row::reason);
    table.getSelectionModel().selectedItemProperty().subscribe(this::look);
    ScrollPane right = new ScrollPane(clause);
    right.setFitToWidth(true);
    right.getStyleClass().addAll("page-scroll", "clause-scroll");
    SplitPane both = new SplitPane(table, right);
    both.setDividerPositions(0.62);
    both.setId("regime-split");
    VBox.setVgrow(both, Priority.ALWAYS);
    page.getChildren()
        .setAll(Parts.heading("Regimes", "evidence, never a verdict"), choices(), state(), both);
    all.stream()
        .filter(entry -> entry.regime() == null)
        .forEach(entry -> page.getChildren().add(Parts.quiet(refused(entry))));
    regimes.setValue(
        regimes.getItems().stream()
            .filter(r -> r.id().equals(place.regime()))
            .findFirst()
            .orElse(regimes.getItems().getFirst()));
    audits.setValue(
        audits.getItems().stream()
            .filter(a -> a.id().equals(place.audit()))
            .findFirst()
            .orElse(audits.getItems().getFirst()));
    audits.valueProperty().addListener((of, before, now) -> read());
    regimes.valueProperty().addListener((of, before, now) -> read());
    read();
  }

  private static String refused(OwnRegimes.Entry entry) {
    return Visible.of(entry.file() + " is left out: " + entry.refusal(), 400);
  }

  private TableColumn<Coverage.Row, String> column(
      String heading, double width, Function<Coverage.Row, String> value) {
    TableColumn<Coverage.Row, String> column = Tables.text(heading, width, value);
    column.setCellFactory(c -> new WrappedTableCell<>());
    table.getColumns().add(column);
    return column;
  }

  private HBox choices() {
    Label regime = new Label("Regime");
    regime.setLabelFor(regimes);
    Label audit = new Label("Audit");
    audit.setLabelFor(audits);
    for (Region part : List.of(regime, audit)) {
      part.setMinWidth(Region.USE_PREF_SIZE);
    }
    for (ComboBox<?> box : List.of(audits, regimes)) {
      box.setMaxWidth(Double.MAX_VALUE);
      box.setMinWidth(0);
      HBox.setHgrow(box, Priority.ALWAYS);
    }
    HBox row = new HBox(8, regime, regimes, audit, audits);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private HBox state() {
    Button open = new Button("Open the audit");
    open.setId("regime-open-audit");
    open.setOnAction(event -> openAudit());
    for (Region part : List.of(publish, hold, open)) {
      part.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox.setHgrow(summary, Priority.ALWAYS);
    HBox row = new HBox(10, summary, Parts.space(), held, publish, hold, open);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void publish() {
    AuditStore.Listed audit = audits.getValue();
    navigator.go(new Place.BiasAudit(audit == null ? "" : audit.id()));
  }

  private void openAudit() {
    AuditStore.Listed audit = audits.getValue();
    if (audit != null) {
      navigator.go(new Place.Audit(audit.id()));
    }
  }

  private void read() {
    AuditStore.Listed audit = audits.getValue();
    Regime regime = regimes.getValue();
    if (audit != null && regime != null) {
      session.load(
          audit.id(),
          recorded -> {
            if (audit.equals(audits.getValue()) && regime.equals(regimes.getValue())) {
              show(new CoverageModel(recorded, regime));
            }
          });
    }
  }

  private void show(CoverageModel next) {
    if (closed) {
      return;
    }
    Coverage.Row chosen = table.getSelectionModel().getSelectedItem();
    model = next;
    summary.setText(next.summary());
    shown(held, next.isHeld());
    shown(hold, !next.isHeld());
    shown(publish, next.regime().id().equals(Place.LOCAL_LAW_144));
    table.getItems().setAll(next.coverage().rows());
    String clauseId = chosen == null ? "" : chosen.clause();
    table.getItems().stream()
        .filter(row -> row.clause().equals(clauseId))
        .findFirst()
        .ifPresentOrElse(
            table.getSelectionModel()::select, () -> table.getSelectionModel().select(0));
  }

  private static void shown(Region part, boolean yes) {
    part.setVisible(yes);
    part.setManaged(yes);
  }

  private void look(Coverage.@Nullable Row row) {
    CoverageModel now = model;
    if (now != null) {
      clause.show(now, row);
    }
  }

  private AddToAudit add() {
    return session.wiring().addToAudit(session.workspace().get());
  }

  private void hold() {
    CoverageModel now = model;
    if (now != null) {
      AddToAudit add = add();
      change(
          "Holding the audit against the regime", now, "", id -> add.choose(id, now.regime(), ""));
    }
  }

  private void record(Coverage.Row row, AnswerForm form) {
    CoverageModel now = model;
    if (now != null && form.hindrance().isEmpty()) {
      AddToAudit add = add();
      AddToAudit.Said said =
          new AddToAudit.Said(form.text().get(), List.copyOf(form.files()), form.keep().get());
      String why = form.why().get();
      change(
          "Recording the answer",
          now,
          row.clause(),
          id -> add.answer(id, now.regime(), row.clause(), said, why));
    }
  }

  /// Adds something, then shows the audit as it is.
  private void change(String title, CoverageModel now, String answered, Consumer<String> act) {
    String id = now.recorded().audit().id();
    var reading = session.wiring().audits(session.workspace().get());
    session
        .tasks()
        .start(
            title,
            item -> {
              act.accept(id);
              return reading.load(id);
            },
            later -> {
              if (now == model) {
                show(now.after(later, answered));
              }
            });
  }

  private void save(Answer.Document document) {
    FileChooser chooser = new FileChooser();
    chooser.setTitle("Save a document");
    chooser.setInitialFileName(document.name());
    File target = chooser.showSaveDialog(page.getScene().getWindow());
    if (target != null) {
      AddToAudit add = add();
      session
          .tasks()
          .start(
              "Saving " + Visible.of(document.name(), LONGEST_TITLE),
              item -> {
                AtomicFiles.export(target.toPath(), add.file(document.sha256()));
                return target;
              },
              written -> {});
    }
  }

  /// A metric leads to its meaning, a check to the audit, whose report shows it.
  private void measured(String found) {
    String id = found.substring(found.indexOf(' ') + 1);
    if (MetricCatalogue.find(id).isPresent()) {
      navigator.go(new Place.Glossary(id));
    } else {
      openAudit();
    }
  }

  @Override
  public List<String> trail() {
    return List.of("Regimes");
  }

  @Override
  public List<String> command() {
    Regime regime = regimes.getValue();
    AuditStore.Listed audit = audits.getValue();
    return regime == null || audit == null
        ? List.of("regime", "list")
        : List.of(
            "regime",
            "coverage",
            regime.id(),
            audit.id(),
            "--workspace",
            session.workspace().get().toString());
  }

  @Override
  public Parent node() {
    return page;
  }

  @Override
  public void close() {
    closed = true;
  }
}
