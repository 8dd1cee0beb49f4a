package dev.assay.app.gui.preferences;

import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.app.gui.theme.Themes;
import dev.assay.common.Visible;
import dev.assay.usecase.Examination;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Look and size of type; what this machine offers and what is missing.
public final class PreferencesScreen {

  private PreferencesScreen() {}

  /// @param themes what is changed, live
  /// @param resetLayout puts everything where it stood the first time
  public static Screen of(Session session, Themes themes, Runnable resetLayout) {
    VBox machine = new VBox(10);
    session.machine().subscribe(found -> machine.getChildren().setAll(machine(found)));
    return new SimpleScreen(
        List.of("Settings"),
        Parts.page(
            Parts.heading("Settings", "kept when the window closes"),
            Parts.card("Appearance", "", appearance(themes, resetLayout)),
            Parts.card(
                "Reports",
                "of this workspace, as on the command line with --branding",
                new BrandingForm(session).node()),
            Parts.card("This machine", "as 'assay doctor' finds it", machine)),
        List.of("doctor"));
  }

  private static Node appearance(Themes themes, Runnable resetLayout) {
    ComboBox<LookChoice> look = new ComboBox<>();
    look.getItems().setAll(LookChoice.values());
    look.setConverter(words());
    look.valueProperty().bindBidirectional(themes.choice());
    look.setAccessibleText("Look");
    look.setId("look");
    Slider scale = new Slider(0.8, 2.0, 1.0);
    scale.setBlockIncrement(0.1);
    scale.valueProperty().bindBidirectional(themes.scale());
    scale.setAccessibleText("Size of type");
    Label shown = new Label();
    shown
        .textProperty()
        .bind(
            themes.scale().map(s -> String.format(Locale.ROOT, "%.0f %%", s.doubleValue() * 100)));
    Button reset = new Button("Reset the layout");
    reset.setId("reset-layout");
    reset.setOnAction(event -> resetLayout.run());
    GridPane form = new GridPane();
    form.getStyleClass().add("form");
    form.addRow(0, new Label("Look"), look);
    form.addRow(1, new Label("Size of type"), scale, shown);
    form.addRow(2, new Label("Splitters, columns, tabs, window"), reset);
    return form;
  }

  private static List<Node> machine(@Nullable Examination found) {
    if (found == null) {
      return List.of(Parts.quiet("Looking at the machine …"));
    }
    GridPane facts = new GridPane();
    facts.getStyleClass().add("key-values");
    int row = 0;
    row = line(facts, row, "Assay", found.assay());
    row = line(facts, row, "Java", found.java().version() + ", " + found.java().vendor());
    row =
        line(
            facts, row, "System", found.machine().system() + ", " + found.machine().architecture());
    row = line(facts, row, "Isolation of workers", found.worker().level());
    for (Examination.Device device : found.devices()) {
      row =
          line(
              facts,
              row,
              device.kind(),
              device.usable() ? device.name() : device.name() + ": " + device.why());
    }
    VBox problems = new VBox(6);
    for (Examination.Problem problem : found.problems()) {
      problems
          .getChildren()
          .addAll(Parts.text("! " + problem.sentence()), Parts.quiet(problem.remedy()));
    }
    if (found.problems().isEmpty()) {
      problems.getChildren().add(Parts.text("✓ Nothing is missing."));
    }
    return List.of(facts, problems);
  }

  private static int line(GridPane facts, int row, String name, String value) {
    Label key = new Label(name);
    key.getStyleClass().add("muted");
    key.setMinWidth(Label.USE_PREF_SIZE);
    facts.addRow(row, key, Parts.text(Visible.of(value, 160)));
    return row + 1;
  }

  private static StringConverter<LookChoice> words() {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable LookChoice choice) {
        return choice == null
            ? ""
            : switch (choice) {
              case SYSTEM -> "As the system";
              case LIGHT -> "Light";
              case DARK -> "Dark";
            };
      }

      @Override
      public LookChoice fromString(String text) {
        throw new IllegalStateException("not editable");
      }
    };
  }
}
