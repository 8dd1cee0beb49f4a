package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.audit.Disposition;
import dev.assay.audit.Objection;
import dev.assay.audit.Objection.About;
import dev.assay.finding.Finding;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The form that disposes of the selected finding. What is missing is said below the field that it
/// is missing from, once somebody tried to record.
final class DispositionPane extends VBox {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final ReviewModel model;
  private final ReviewActs acts;
  private final DispositionForm form;
  private final Map<About, Label> messages = new EnumMap<>(About.class);
  private final BooleanProperty tried = new SimpleBooleanProperty();
  private final Button record = new Button();
  private final Button undo = new Button("Undo");
  private final Button like = new Button("As before");
  private final Button next = new Button("Next open finding");
  private final Label order = Parts.quiet("");
  private final Label standing = Parts.text("");
  private final VBox fields = new VBox(8);
  private final VBox dated;
  private final VBox owned;
  private final VBox mitigated;
  private final VBox reasoned;
  private final VBox corrected;
  private final Label dateName = new Label();

  DispositionPane(ReviewModel model, ReviewActs acts) {
    this.model = model;
    this.acts = acts;
    this.form = model.form();
    owned = field(new Label("Owner"), text(form.owner(), "owner"), About.OWNER);
    dated = field(dateName, date(), About.DATE);
    mitigated =
        field(new Label("Mitigation"), area(form.mitigation(), "mitigation", 2), About.MITIGATION);
    reasoned = new VBox(4, new Label("Reason"), reasons());
    corrected =
        field(
            new Label("Why the earlier one is taken back"),
            text(form.why(), "why"),
            About.DISAGREEMENT);
    getStyleClass().addAll("card", "disposition");
    setId("disposition");
    Label title = new Label("Disposition");
    title.getStyleClass().add("card-title");
    fields
        .getChildren()
        .addAll(
            choices(),
            message(About.CHOICE),
            reasoned,
            mitigated,
            owned,
            dated,
            field(new Label("Rationale"), area(form.rationale(), "rationale", 3), About.RATIONALE),
            corrected,
            acts());
    order.setId("disposition-order");
    standing.setId("disposition-standing");
    next.setId("next-open");
    next.setOnAction(event -> model.nextOpen().ifPresent(model.selected()::set));
    getChildren().addAll(title, order, standing, next, fields);
    model
        .selected()
        .subscribe(
            finding -> {
              tried.set(false);
              update();
            });
    model.reviewProperty().subscribe(review -> update());
    form.draft().subscribe(draft -> update());
    tried.subscribe(now -> update());
  }

  /// Records what is filled in, or says what is missing.
  void save() {
    Finding finding = model.selected().get();
    tried.set(true);
    if (finding == null || !form.objections().isEmpty()) {
      return;
    }
    Draft draft = form.draft().get();
    Disposition disposition = draft.disposition().orElseThrow();
    tried.set(false);
    acts.dispose(finding, disposition, draft.rationale().strip(), draft.why().strip());
  }

  private void update() {
    List<Objection> objections = form.objections();
    String first =
        objections.stream()
            .filter(o -> o.about() == About.ORDER)
            .map(Objection::sentence)
            .collect(Collectors.joining(" "));
    order.setText(first);
    show(order, !first.isEmpty());
    boolean correction = form.isCorrection();
    show(next, correction && !form.isChanged() && model.nextOpen().isPresent());
    boolean open = model.review().submitted() == null;
    show(fields, first.isEmpty() || (correction && open));
    standing.setText(form.standing());
    show(standing, correction && !open);
    record.setText(correction ? "Correct the disposition" : "Record the disposition");
    record.setDisable(!first.isEmpty());
    undo.setDisable(!form.canUndo());
    show(like, !correction && form.hasLast());
    Draft.Kind kind = form.draft().get().kind();
    show(owned, kind == Draft.Kind.FIX || kind == Draft.Kind.ACCEPT);
    show(dated, kind == Draft.Kind.FIX || kind == Draft.Kind.ACCEPT);
    show(mitigated, kind == Draft.Kind.ACCEPT);
    show(reasoned, kind == Draft.Kind.NOT_APPLICABLE);
    show(corrected, correction && form.isChanged());
    dateName.setText(kind == Draft.Kind.ACCEPT ? "Accepted until" : "Fixed by");
    messages.forEach(
        (about, label) -> {
          String words =
              objections.stream()
                  .filter(o -> o.about() == about)
                  .map(Objection::sentence)
                  .distinct()
                  .collect(Collectors.joining(" "));
          label.setText(words);
          show(label, tried.get() && !words.isEmpty());
        });
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private VBox choices() {
    ToggleGroup group = new ToggleGroup();
    VBox all = new VBox(6);
    for (Draft.Kind kind : Draft.Kind.values()) {
      RadioButton button = new RadioButton(kind.title());
      button.setId("kind-" + kind.name().toLowerCase(Locale.ROOT));
      button.setToggleGroup(group);
      button.setAccessibleText(kind.title() + ", " + kind.needs());
      Label needs = Parts.quiet(kind.needs());
      needs.getStyleClass().addAll("secondary", "choice-needs");
      VBox choice = new VBox(2, button, needs);
      choice.getStyleClass().add("choice");
      choice.setOnMouseClicked(event -> form.kind().set(kind));
      button.setOnAction(event -> form.kind().set(kind));
      form.kind()
          .subscribe(
              now -> {
                button.setSelected(now == kind);
                choice.pseudoClassStateChanged(CHOSEN, now == kind);
              });
      all.getChildren().add(choice);
    }
    return all;
  }

  private Node date() {
    DatePicker picker = new DatePicker();
    picker.setId("date");
    picker.setAccessibleText("Day");
    picker.setMaxWidth(Double.MAX_VALUE);
    picker.valueProperty().bindBidirectional(form.date());
    return picker;
  }

  private Node reasons() {
    ComboBox<Disposition.Reason> box = new ComboBox<>();
    box.setId("reason");
    box.setAccessibleText("Why the rule does not apply");
    box.getItems().setAll(Disposition.Reason.values());
    box.setConverter(Words.of(r -> r == null ? "" : r.words()));
    box.setMaxWidth(Double.MAX_VALUE);
    box.valueProperty().bindBidirectional(form.reason());
    return box;
  }

  private static TextField text(javafx.beans.property.StringProperty value, String id) {
    TextField field = new TextField();
    field.setId(id);
    field.textProperty().bindBidirectional(value);
    return field;
  }

  private static TextArea area(javafx.beans.property.StringProperty value, String id, int rows) {
    TextArea area = new TextArea();
    area.setId(id);
    area.setWrapText(true);
    area.setPrefRowCount(rows);
    area.setPrefColumnCount(10);
    area.textProperty().bindBidirectional(value);
    return area;
  }

  private VBox field(Label name, Node control, About about) {
    name.setLabelFor(control);
    return new VBox(4, name, control, message(about));
  }

  private Label message(About about) {
    Label label = Parts.text("");
    label.getStyleClass().add("field-message");
    label.setId("message-" + about.name().toLowerCase(Locale.ROOT));
    messages.put(about, label);
    return label;
  }

  private FlowPane acts() {
    record.setId("record-disposition");
    record.getStyleClass().add("primary");
    record.setOnAction(event -> save());
    undo.setId("undo-disposition");
    undo.setAccessibleText("Undo the last change that is not recorded");
    undo.setOnAction(event -> form.undo());
    like.setId("like-last");
    like.setAccessibleText("Fill in like the last disposition");
    like.setTooltip(new Tooltip("Fill in like the last disposition you recorded"));
    like.setOnAction(event -> form.likeLast());
    FlowPane row = new FlowPane(8, 8, record, undo, like);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
