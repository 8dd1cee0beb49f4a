package dev.assay.app.gui.dataset;

import dev.assay.app.gui.chart.ChartPane;
import dev.assay.app.gui.chart.RowLinks;
import dev.assay.app.gui.part.Parts;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.theme.Look;
import dev.assay.check.composition.MissingBlocks;
import dev.assay.dataset.Dataset;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Where values are missing, and which are missing together.
final class MissingPane {

  private final Dataset dataset;
  private final ObservableValue<Look> look;
  private final RowLinks links;
  private final Preview preview;
  private final VBox shown = new VBox(12);

  MissingPane(Session session, Dataset dataset, ObservableValue<Look> look, RowLinks links) {
    this.links = links;
    this.dataset = dataset;
    this.look = look;
    this.preview = new Preview(session.tasks());
  }

  Node node() {
    shown.getChildren().setAll(Parts.quiet("Looking for missing values …"));
    preview.ask(
        "Looking for missing values",
        item -> MissingBlocks.of(dataset, item, item.cancellation()),
        this::show);
    return TabPage.of(shown);
  }

  private void show(MissingBlocks blocks) {
    boolean none = blocks.columns().isEmpty();
    VBox map =
        Parts.card(
            "Where values are missing", none ? "" : "first row at the left, last at the right");
    if (none) {
      map.getChildren().add(Parts.text("✓ " + Sentences.missing(blocks)));
      map.getChildren()
          .add(
              Parts.quiet(
                  "Words such as “?” or “unknown” count as values here; the checks on the overview"
                      + " look for them."));
      shown.getChildren().setAll(map);
      return;
    }
    ChartPane chart = new ChartPane(DataCharts.missing(blocks), look, links);
    chart.setId("missing-map");
    chart.setMaxWidth(900);
    chart.setPrefWidth(900);
    map.getChildren().addAll(Parts.text(chart.chart().words()), chart);
    List<String> pairs = Sentences.together(blocks);
    VBox together = Parts.card("Missing together", "");
    together
        .getChildren()
        .add(
            Parts.text(
                pairs.isEmpty()
                    ? "No two columns share half of their gaps."
                    : "Gaps that share rows often have one cause: a form that was not filled in, a"
                        + " source that was down."));
    pairs.forEach(pair -> together.getChildren().add(Parts.text("· " + pair)));
    shown.getChildren().setAll(map, together);
  }

  void close() {
    preview.cancel();
  }
}
