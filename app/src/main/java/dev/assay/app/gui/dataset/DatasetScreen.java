package dev.assay.app.gui.dataset;

import dev.assay.app.gui.chart.ChartPane;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.part.SimpleScreen;
import dev.assay.app.gui.shell.Screen;
import dev.assay.app.gui.theme.Look;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.dataset.ColumnSpec;
import dev.assay.dataset.Dataset;
import dev.assay.dataset.DatasetProfile.ColumnProfile;
import dev.assay.dataset.Warning;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One dataset: what its columns hold and are for, and its rows.
public final class DatasetScreen {

  private static final int MOST_CARDS = 120;

  private DatasetScreen() {}

  /// @param look light or dark, followed live by charts
  public static Screen of(Dataset dataset, ObservableValue<Look> look) {
    String name = Visible.of(String.valueOf(dataset.file().getFileName()), 60);
    Tab columns = tab("Columns", columns(dataset, look));
    Tab rows = tab("Rows", RowTable.of(dataset));
    TabPane tabs = new TabPane(columns, rows);
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    VBox page = new VBox(14, head(dataset, name), tabs);
    page.getStyleClass().add("page");
    return new SimpleScreen(List.of("Datasets", name), page);
  }

  private static Node head(Dataset dataset, String name) {
    HBox facts =
        new HBox(
            12,
            Parts.figure("Rows", String.format(Locale.ROOT, "%,d", dataset.rows())),
            Parts.figure("Columns", String.valueOf(dataset.spec().columns().size())),
            Parts.figure(
                "Duplicate rows",
                String.format(Locale.ROOT, "%,d", dataset.profile().duplicateRows()),
                "identifiers apart"));
    VBox box = new VBox(12, Parts.heading(name, dataset.report().format(), roles(dataset)), facts);
    for (Warning warning : dataset.warnings().stream().limit(5).toList()) {
      Label line = Parts.text("! " + warning.sentence() + " " + warning.remedy());
      line.getStyleClass().add("attention-text");
      box.getChildren().add(line);
    }
    return box;
  }

  private static Label roles(Dataset dataset) {
    return dataset.report().guessed()
        ? Parts.badge("? roles are guessed", "neutral")
        : Parts.badge("✓ described", "pass");
  }

  private static Parent columns(Dataset dataset, ObservableValue<Look> look) {
    FlowPane cards = new FlowPane(12, 12);
    List<ColumnSpec> specs = dataset.spec().columns();
    for (int i = 0; i < Math.min(MOST_CARDS, specs.size()); i++) {
      cards
          .getChildren()
          .add(card(specs.get(i), dataset.profile().columns().get(i), dataset.rows(), look));
    }
    if (specs.size() > MOST_CARDS) {
      cards
          .getChildren()
          .add(Parts.quiet("… and " + (specs.size() - MOST_CARDS) + " more columns"));
    }
    return Parts.page(cards);
  }

  private static Node card(
      ColumnSpec spec, ColumnProfile profile, int rows, ObservableValue<Look> look) {
    String name = Visible.of(spec.name(), 40);
    String role =
        spec.role().name().toLowerCase(Locale.ROOT)
            + (spec.alsoFeature() ? ", also read by models" : "");
    VBox card =
        Parts.card(
            name,
            spec.type().name().toLowerCase(Locale.ROOT),
            Parts.text(role),
            Parts.quiet(spec.reason()),
            Parts.quiet(
                String.format(
                    Locale.ROOT,
                    "%,d different · %s missing",
                    profile.distinct(),
                    Rounded.percent((double) profile.missing() / rows))));
    ColumnChart.of(profile).ifPresent(chart -> card.getChildren().add(new ChartPane(chart, look)));
    card.setPrefWidth(320);
    return card;
  }

  private static Tab tab(String title, Node content) {
    Tab tab = new Tab(title, content);
    tab.setClosable(false);
    return tab;
  }
}
