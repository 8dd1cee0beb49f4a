package dev.assay.app.gui.glossary;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.shell.Screen;
import dev.assay.metric.MetricCatalogue;
import dev.assay.metric.MetricDefinition;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every metric: name, formula, range, when it has no value, source. The same words stand in the
/// report.
public final class GlossaryScreen {

  private GlossaryScreen() {}

  /// @param metric id to begin at, may be empty
  public static Screen of(String metric) {
    FilteredList<MetricDefinition> shown =
        new FilteredList<>(FXCollections.observableArrayList(MetricCatalogue.all()));
    TextField filter = new TextField();
    filter.setPromptText("Filter " + shown.size() + " metrics");
    filter.setAccessibleText("Filter metrics");
    filter.setId("glossary-filter");
    filter.textProperty().subscribe(text -> shown.setPredicate(d -> matches(d, text)));
    ListView<MetricDefinition> list = new ListView<>(shown);
    list.setId("glossary-list");
    list.setAccessibleText("Metrics");
    list.setCellFactory(view -> new Name());
    list.setPrefWidth(320);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox definition = new VBox(10);
    definition.getStyleClass().add("card");
    HBox.setHgrow(definition, Priority.ALWAYS);
    list.getSelectionModel().selectedItemProperty().subscribe(d -> show(d, definition));
    MetricCatalogue.find(metric)
        .ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::selectFirst);
    VBox left = new VBox(8, filter, list);
    HBox page = new HBox(16, left, definition);
    page.setPadding(new Insets(20));
    return new SimpleScreen(List.of("Glossary"), page);
  }

  private static boolean matches(MetricDefinition definition, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return definition.name().toLowerCase(Locale.ROOT).contains(wanted)
        || definition.id().contains(wanted);
  }

  private static void show(@Nullable MetricDefinition d, VBox into) {
    into.getChildren().clear();
    if (d == null) {
      into.getChildren().add(Parts.quiet("No metric of that name."));
      return;
    }
    Label name = new Label(d.name());
    name.getStyleClass().add("page-title");
    into.getChildren().addAll(name, Parts.quiet(d.id()), Parts.text(d.explanation()));
    line(into, "Formula", d.formula());
    line(into, "Range", range(d));
    line(into, "Better", d.better().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    line(into, "Undefined when", d.undefinedWhen());
    line(into, "Source", d.source());
  }

  private static void line(VBox into, String name, String value) {
    Label key = new Label(name);
    key.getStyleClass().add("muted");
    into.getChildren().add(new VBox(2, key, Parts.text(value)));
  }

  private static String range(MetricDefinition d) {
    return (d.lowest() == null ? "unbounded" : String.valueOf(d.lowest()))
        + " to "
        + (d.highest() == null ? "unbounded" : String.valueOf(d.highest()));
  }

  private static final class Name extends ListCell<MetricDefinition> {
    @Override
    protected void updateItem(@Nullable MetricDefinition definition, boolean empty) {
      super.updateItem(definition, empty);
      setText(empty || definition == null ? null : definition.name());
    }
  }
}
