package dev.assay.app.gui.audit;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.Words;
import dev.assay.audit.Confidence;
import dev.assay.audit.Fitness;
import dev.assay.audit.OwnJudgement;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// The reviewer's own judgement beside what the machine recommends. Until the judgement is
/// recorded, the recommendation is not on the screen.
final class JudgementCard extends GridPane {

  private static final int LONGEST = 400;

  /// A half of the width in sizes of type, below which nothing stands beside anything.
  private static final double NARROWEST = 20;

  private final ReviewModel model;
  private final ReviewActs acts;

  JudgementCard(ReviewModel model, ReviewActs acts) {
    this.model = model;
    this.acts = acts;
    setId("judgement-card");
    setHgap(10);
    setVgap(10);
    getColumnConstraints().setAll(new ColumnConstraints(), new ColumnConstraints());
    widthProperty().subscribe(width -> arrange());
    setMinHeight(USE_PREF_SIZE);
    model.reviewProperty().subscribe(review -> build());
  }

  private void build() {
    OwnJudgement judgement = model.review().judgement();
    Node own = judgement == null ? form() : given(judgement);
    Node machine = machine();
    getChildren().setAll(own, machine);
    if (own.lookup(".card-title") instanceof Label title) {
      title.fontProperty().subscribe(font -> arrange());
    }
    arrange();
  }

  /// Beside each other where each is wide enough to be read, else one below the other.
  private void arrange() {
    if (getChildren().size() < 2
        || !(getChildren().getFirst().lookup(".card-title") instanceof Label title)) {
      return;
    }
    boolean beside = getWidth() <= 0 || getWidth() / 2 >= NARROWEST * title.getFont().getSize();
    GridPane.setConstraints(getChildren().get(0), 0, 0);
    GridPane.setConstraints(getChildren().get(1), beside ? 1 : 0, beside ? 0 : 1);
    getColumnConstraints().get(0).setPercentWidth(beside ? 50 : 100);
    getColumnConstraints().get(1).setPercentWidth(beside ? 50 : 0);
  }

  private Node form() {
    ToggleGroup group = new ToggleGroup();
    HBox choices = new HBox(14);
    choices.setAlignment(Pos.CENTER_LEFT);
    for (Fitness fitness : Fitness.values()) {
      RadioButton choice = new RadioButton(capital(fitness.word()));
      choice.setId("fitness-" + fitness.name().toLowerCase(Locale.ROOT));
      choice.setUserData(fitness);
      choice.setToggleGroup(group);
      choice.setMinWidth(Region.USE_PREF_SIZE);
      choices.getChildren().add(choice);
    }
    ComboBox<Confidence> confidence = new ComboBox<>();
    confidence.setId("confidence");
    confidence.getItems().setAll(Confidence.values());
    confidence.setConverter(Words.of(c -> c == null ? "" : c.word()));
    confidence.setPromptText("how sure?");
    confidence.setAccessibleText("How sure you are");
    TextField rationale = new TextField();
    rationale.setId("judgement-rationale");
    rationale.setPromptText("Why, in your own words");
    rationale.setAccessibleText("Rationale of your judgement");
    HBox.setHgrow(rationale, Priority.ALWAYS);
    Button record = new Button("Record my judgement");
    record.setId("record-judgement");
    record.getStyleClass().add("primary");
    record.setMinWidth(Region.USE_PREF_SIZE);
    Label hindrance = Parts.quiet("");
    hindrance.setId("judgement-hindrance");
    Runnable check =
        () -> {
          String why =
              model.judgementHindrance(chosen(group), confidence.getValue(), rationale.getText());
          hindrance.setText(why);
          record.setDisable(!why.isEmpty());
        };
    group.selectedToggleProperty().subscribe(check);
    confidence.valueProperty().subscribe(check);
    rationale.textProperty().subscribe(check);
    check.run();
    record.setOnAction(
        event -> {
          Fitness fitness = chosen(group);
          if (fitness != null) {
            acts.judge(fitness, confidence.getValue(), rationale.getText());
          }
        });
    rationale.setOnAction(event -> record.fire());
    choices.getChildren().add(confidence);
    HBox below = new HBox(10, rationale, record);
    below.setAlignment(Pos.CENTER_LEFT);
    VBox card =
        Parts.card(
            "Your own judgement", "before the recommendation is shown", choices, below, hindrance);
    return card;
  }

  private static @Nullable Fitness chosen(ToggleGroup group) {
    return group.getSelectedToggle() == null
        ? null
        : (Fitness) group.getSelectedToggle().getUserData();
  }

  private Node given(OwnJudgement judgement) {
    TextFlow said =
        said(
            "judgement-given",
            capital(judgement.fitness().word()) + ", " + judgement.confidence().word(),
            judgement.rationale());
    VBox card =
        Parts.card(
            "Your judgement",
            Visible.of(judgement.by(), 40) + ", " + Rounded.minute(judgement.at()),
            said);
    if (!judgement.equals(model.review().first())) {
      card.getChildren().add(Parts.quiet("Given again after the recommendation was seen."));
    }
    return card;
  }

  private Node machine() {
    if (!model.reveals()) {
      VBox card = Parts.card("Recommendation", "hidden", Parts.quiet(model.recommendationWords()));
      card.setId("recommendation-hidden");
      return card;
    }
    TextFlow said =
        said(
            "recommendation",
            capital(model.recommendation().advice().word()),
            model.recommendationWords());
    VBox card = Parts.card("Recommendation", "as of " + model.today(), said);
    String difference = model.differenceWords();
    if (!difference.isEmpty()) {
      Label compared = Parts.text(Visible.of(difference, LONGEST));
      compared.setId("difference");
      compared.getStyleClass().add(model.differs() ? "attention-text" : "muted");
      card.getChildren().add(compared);
    }
    return card;
  }

  /// The word that matters and why, as one run of text.
  private static TextFlow said(String id, String word, String why) {
    Text strong = new Text(word + ". ");
    strong.getStyleClass().addAll("text-run", "strong");
    Text rest = new Text(Visible.of(why, LONGEST));
    rest.getStyleClass().add("text-run");
    TextFlow flow = new TextFlow(strong, rest);
    flow.getStyleClass().add("flow");
    flow.setId(id);
    flow.setAccessibleText(word + ". " + why);
    flow.setMinHeight(USE_PREF_SIZE);
    return flow;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
