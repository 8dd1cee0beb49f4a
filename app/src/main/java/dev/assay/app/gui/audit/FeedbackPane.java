package dev.assay.app.gui.audit;

import dev.assay.app.gui.audit.FeedbackForm.Standing;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.table.Tables;
import dev.assay.app.gui.table.WrappedTableCell;
import dev.assay.audit.Addition.Source;
import dev.assay.audit.Audit;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.evaluation.Evaluation.AttributeInfo;
import dev.assay.finding.Finding;
import dev.assay.slice.SliceKey;
import dev.assay.usecase.AddToAudit;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// What users and operators say of the model in use: what stands, and a form for more, with the
/// people, the incident and the finding that it is about.
final class FeedbackPane extends VBox {

  private static final int LONGEST = 80;

  private final Session session;
  private final ReviewModel model;
  private final FeedbackForm form = new FeedbackForm();
  private final TableView<Standing> table =
      Tables.of("Feedback", "Nobody has said anything of this model yet.");

  FeedbackPane(Session session, ReviewModel model) {
    super(12);
    this.session = session;
    this.model = model;
    getStyleClass().add("review");
    setId("feedback");
    table.setId("feedback-table");
    table.getStyleClass().add("feedback-table");
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    columns();
    Button correct = new Button("Correct the one chosen …");
    correct.setId("feedback-correct");
    correct
        .disableProperty()
        .bind(table.getSelectionModel().selectedItemProperty().map(Objects::isNull).orElse(true));
    correct.setOnAction(
        event -> {
          Standing chosen = table.getSelectionModel().getSelectedItem();
          if (chosen != null) {
            form.correct(chosen.number(), chosen.given());
          }
        });
    getChildren().addAll(table, correct, card());
    fill();
  }

  private void columns() {
    column("No.", 60, s -> String.valueOf(s.number()));
    column("From", 90, s -> s.given().from().word());
    column("What they say", 290, s -> Visible.of(s.given().text(), 400));
    column("About", 190, s -> new SliceKey(new TreeMap<>(s.given().slice())).describe());
    column("Incident", 100, s -> Visible.of(s.given().incident(), LONGEST));
    column("Finding", 240, s -> title(s.given().finding()));
    column(
        "Documents",
        140,
        s ->
            s.given().documents().stream()
                .map(d -> Visible.of(d.name(), LONGEST))
                .collect(Collectors.joining(", ")));
    column("Recorded", 200, s -> Rounded.minute(s.given().at()) + " " + s.given().by());
  }

  private void column(String heading, double width, Function<Standing, String> value) {
    TableColumn<Standing, String> column = Tables.text(heading, width, value);
    column.setCellFactory(c -> new WrappedTableCell<>());
    table.getColumns().add(column);
  }

  private String title(@Nullable String finding) {
    return audit().findings().stream()
        .filter(f -> f.id().equals(finding))
        .map(Finding::title)
        .map(t -> Visible.of(t, LONGEST))
        .findFirst()
        .orElse("");
  }

  private Audit audit() {
    return model.audit();
  }

  private void fill() {
    table
        .getItems()
        .setAll(Standing.of(model.recorded().dossier().additions().feedback()).reversed());
  }

  private Node card() {
    Label about = Parts.quiet("");
    Button fresh = new Button("Begin anew");
    fresh.setId("feedback-clear");
    fresh.setOnAction(event -> form.clear());
    TextField why = new TextField();
    why.setId("feedback-why");
    why.textProperty().bindBidirectional(form.why());
    VBox reason = line("Why it takes its place", why);
    form.replaces()
        .subscribe(
            number -> {
              about.setText(
                  number == null ? "New feedback." : "In the place of number " + number + ".");
              reason.setVisible(number != null);
              reason.setManaged(number != null);
            });
    TextArea text = new TextArea();
    text.setId("feedback-text");
    text.setWrapText(true);
    text.setPrefRowCount(3);
    text.textProperty().bindBidirectional(form.text());
    TextField incident = new TextField();
    incident.setId("feedback-incident");
    incident.textProperty().bindBidirectional(form.incident());
    FlowPane links =
        new FlowPane(
            16, 10, line("From", from()), line("Incident", incident), line("Finding", finding()));
    links.getChildren().addAll(people());
    HBox head = new HBox(10, about, Parts.space(), fresh);
    head.setAlignment(Pos.CENTER_LEFT);
    return Parts.card(
        "Record feedback",
        "recorded through the ledger; nothing is ever deleted",
        head,
        line("What they say", text),
        links,
        files(),
        reason,
        foot());
  }

  private Node foot() {
    Button record = new Button("Record the feedback");
    record.setId("feedback-record");
    record.getStyleClass().add("primary");
    record.setMinWidth(USE_PREF_SIZE);
    record.setOnAction(event -> record());
    Label hindrance = Parts.quiet("");
    hindrance.setId("feedback-hindrance");
    Runnable look =
        () -> {
          hindrance.setText(form.hindrance());
          record.setDisable(!form.hindrance().isEmpty());
        };
    form.from().subscribe(now -> look.run());
    form.text().subscribe(now -> look.run());
    form.replaces().subscribe(now -> look.run());
    form.why().subscribe(now -> look.run());
    HBox foot = new HBox(10, record, hindrance);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  private ComboBox<@Nullable Source> from() {
    ComboBox<@Nullable Source> box = new ComboBox<>();
    box.getItems().setAll(Source.values());
    box.setId("feedback-from");
    box.setPromptText("user or operator");
    box.setConverter(Words.of(s -> s == null ? "" : s.word()));
    box.valueProperty().bindBidirectional(form.from());
    return box;
  }

  private ComboBox<@Nullable String> finding() {
    ComboBox<@Nullable String> box = new ComboBox<>();
    List<@Nullable String> ids = new ArrayList<>();
    ids.add(null);
    audit().findings().forEach(f -> ids.add(f.id()));
    box.getItems().setAll(ids);
    box.setId("feedback-finding");
    box.setMaxWidth(420);
    box.setConverter(Words.of(id -> id == null ? "none" : title(id)));
    box.valueProperty().bindBidirectional(form.finding());
    return box;
  }

  /// A choice for each attribute that the audit compared groups of.
  private List<Node> people() {
    List<Node> all = new ArrayList<>();
    for (AttributeInfo attribute : model.recorded().dossier().run().evaluation().attributes()) {
      ComboBox<@Nullable String> box = new ComboBox<>();
      List<@Nullable String> groups = new ArrayList<>();
      groups.add(null);
      attribute.groups().stream().filter(Objects::nonNull).forEach(groups::add);
      box.getItems().setAll(groups);
      box.setConverter(Words.of(g -> g == null ? "everybody" : Visible.of(g, LONGEST)));
      box.valueProperty()
          .subscribe(
              (before, now) -> {
                if (now == null) {
                  form.people().remove(attribute.name());
                } else {
                  form.people().put(attribute.name(), now);
                }
              });
      form.people()
          .addListener(
              (MapChangeListener<String, String>)
                  change -> {
                    if (change.getKey().equals(attribute.name())) {
                      box.setValue(form.people().get(attribute.name()));
                    }
                  });
      box.getStyleClass().add("feedback-people");
      all.add(line(Visible.of(attribute.name(), LONGEST), box));
    }
    return all;
  }

  private Node files() {
    Button add = new Button("Add a document …");
    add.setId("feedback-add");
    FlowPane line = new FlowPane(10, 6);
    Runnable look =
        () -> {
          line.getChildren().setAll(add);
          for (Path file : form.files()) {
            String name = Visible.of(String.valueOf(file.getFileName()), LONGEST);
            Button away = new Button("✕ " + name);
            away.setAccessibleText("Take away " + name);
            away.setOnAction(event -> form.files().remove(file));
            line.getChildren().add(away);
          }
        };
    form.files().addListener((ListChangeListener<Path>) change -> look.run());
    look.run();
    add.setOnAction(
        event -> {
          FileChooser chooser = new FileChooser();
          chooser.setTitle("Documents that show it");
          List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
          if (chosen != null) {
            form.files().addAll(chosen.stream().map(File::toPath).toList());
          }
        });
    return line;
  }

  private static VBox line(String name, Node control) {
    Label label = new Label(name);
    label.getStyleClass().add("muted");
    label.setLabelFor(control);
    control.setAccessibleText(name.toLowerCase(Locale.ROOT));
    return new VBox(3, label, control);
  }

  private void record() {
    FeedbackForm.Given given = form.given();
    if (given == null) {
      return;
    }
    AddToAudit add = session.wiring().addToAudit(session.workspace().get());
    session
        .tasks()
        .start(
            "Recording the feedback",
            item ->
                add.feedback(
                    audit(), given.feedback(), given.files(), given.replaces(), given.why()),
            now -> {
              model.show(now);
              form.clear();
              fill();
            });
  }
}
