package dev.assay.app.gui.evaluate;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Controls for how forecasts are measured.
final class ForecastForm {

  private final EvaluateViewModel view;
  private final ForecastChoice choice;
  private final VBox holder = new VBox();

  ForecastForm(EvaluateViewModel view) {
    this.view = view;
    this.choice = view.forecast();
  }

  Node node() {
    choice.held().subscribe(now -> fill());
    view.dataset().subscribe((before, now) -> fill());
    return holder;
  }

  private void fill() {
    Form form = new Form();
    boolean held = choice.held().get();
    if (held) {
      form.checked(
          "Columns",
          Boxes.typed("forecast-prefix", choice.prefix()),
          choice.prefix(),
          text -> text.isBlank() ? "how the columns begin that hold forecasts" : "",
          "how those begin that hold forecasts: forecast_1, forecast_1_q0.9 …");
    }
    String windows = held ? "" : "that of the model’s windows";
    ComboBox<@Nullable String> series =
        Boxes.choice(choice.series(), view.columns(), held ? "one series" : windows);
    series.setId("forecast-series");
    form.line("Series", series, "the column that names them");
    ComboBox<@Nullable String> order =
        Boxes.choice(choice.order(), view.columns(), held ? "as the rows stand" : windows);
    order.setId("forecast-order");
    form.line("Times", order, "the column that orders the rows of a series");
    count(form, "Measured from", "forecast-from", choice.from(), "row of each series; empty = 1");
    count(
        form,
        "Season",
        "forecast-season",
        choice.season(),
        "rows, for the naive forecast to compare with; empty = 1, the last value");
    holder.getChildren().setAll(form.grid());
  }

  private static void count(
      Form form, String name, String id, StringProperty typed, String remark) {
    form.checked(name, Boxes.typed(id, typed), typed, ForecastChoice::countFault, remark);
  }
}
