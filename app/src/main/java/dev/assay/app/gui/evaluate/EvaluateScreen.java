package dev.assay.app.gui.evaluate;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.session.NumberedRun;
import dev.assay.app.gui.session.OpenModel;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Screen;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnRole;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Model × dataset × threshold × slices × checks, with the guess filled in; one button.
public final class EvaluateScreen {

  private final EvaluateViewModel view;

  private EvaluateScreen(EvaluateViewModel view) {
    this.view = view;
  }

  /// @param openFile asks for a file and opens it
  /// @param done receives the finished run
  public static Screen of(Session session, Runnable openFile, Consumer<NumberedRun> done) {
    EvaluateViewModel view = new EvaluateViewModel(session, done);
    if (session.datasets().isEmpty()) {
      return new SimpleScreen(
          List.of("Evaluate"),
          Parts.empty(
              "Evaluation needs a dataset, and a model unless the dataset holds scores. Drop them on the window, or choose.",
              "Open a file …",
              openFile));
    }
    return new SimpleScreen(
        List.of("Evaluate"),
        Parts.page(
            Parts.heading("Evaluate", "what is filled in is a guess; change it"),
            new EvaluateScreen(view).form(session)));
  }

  private Node form(Session session) {
    GridPane form = new GridPane();
    form.getStyleClass().add("form");
    ComboBox<@Nullable OpenModel> model = new ComboBox<>(session.models());
    model.setConverter(shown(m -> Visible.of(m.artefact().fileName(), 60)));
    model.valueProperty().bindBidirectional(view.model());
    ComboBox<Dataset> dataset = new ComboBox<>(session.datasets());
    dataset.setConverter(shown(d -> Visible.of(String.valueOf(d.file().getFileName()), 60)));
    dataset.valueProperty().bindBidirectional(view.dataset());
    Slider threshold = new Slider(0, 1, 0.5);
    threshold.valueProperty().bindBidirectional(view.threshold());
    threshold.setBlockIncrement(0.01);
    Label thresholdShown = new Label();
    thresholdShown
        .textProperty()
        .bind(
            view.threshold()
                .map(t -> String.format(java.util.Locale.ROOT, "%.2f", t.doubleValue())));
    TextField sensitive = new TextField();
    sensitive.textProperty().bindBidirectional(view.sensitive());
    sensitive.setPromptText("columns, separated by commas");
    Spinner<Integer> depth = new Spinner<>(1, 4, 2);
    depth.getValueFactory().valueProperty().bindBidirectional(view.depth());
    ComboBox<String> checks = new ComboBox<>();
    checks.getItems().setAll("all", "none");
    checks.valueProperty().bindBidirectional(view.checks());
    int row = 0;
    row = line(form, row, "Model", model, "none = the scores that the dataset holds");
    row = line(form, row, "Dataset", dataset, "");
    row =
        line(
            form,
            row,
            "Groups",
            sensitive,
            "sensitive columns: " + sensitiveOf(view.dataset().get()));
    row = line(form, row, "Crossed up to", depth, "attributes at once");
    form.add(thresholdShown, 2, row);
    row = line(form, row, "Threshold", threshold, null);
    row = line(form, row, "Checks", checks, "leakage, proxies, labels, drift, imbalance, quality");
    Button run = new Button("Run the evaluation");
    run.setId("run-evaluation");
    run.getStyleClass().add("primary");
    run.disableProperty().bind(view.hindrance().map(h -> !h.isEmpty()));
    run.setOnAction(event -> view.start());
    Label why = new Label();
    why.getStyleClass().add("muted");
    why.textProperty().bind(view.hindrance());
    form.add(run, 1, row);
    form.add(why, 2, row);
    TextField command = new TextField();
    command.setEditable(false);
    command.getStyleClass().add("command-line");
    command.textProperty().bind(view.command());
    command.setAccessibleText("The same from a terminal");
    line(form, row + 1, "As command", command, "the same from a terminal");
    GridPane.setHgrow(command, javafx.scene.layout.Priority.ALWAYS);
    return Parts.card("What to evaluate", "", form);
  }

  private static String sensitiveOf(@Nullable Dataset dataset) {
    return dataset == null
        ? ""
        : dataset.spec().withRole(ColumnRole.SENSITIVE).stream()
            .map(ColumnSpec::name)
            .map(n -> Visible.of(n, 30))
            .collect(Collectors.joining(", "));
  }

  private static int line(
      GridPane form, int row, String name, Node control, @Nullable String remark) {
    Label label = new Label(name);
    label.setLabelFor(control);
    control.setAccessibleText(name);
    form.add(label, 0, row);
    form.add(control, 1, row);
    if (remark != null) {
      Label quiet = new Label(remark);
      quiet.getStyleClass().add("muted");
      form.add(quiet, 2, row);
    }
    return row + 1;
  }

  private static <T> StringConverter<T> shown(java.util.function.Function<T, String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
      }

      @Override
      public T fromString(String text) {
        throw new IllegalStateException("not editable");
      }
    };
  }
}
