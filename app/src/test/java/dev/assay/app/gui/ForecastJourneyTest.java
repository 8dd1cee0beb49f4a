package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.metric.forecast.ForecastModel;
import dev.assay.usecase.EvaluateRequest;
import dev.assay.usecase.ForecastAsked;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Forecasts in the window, from the page that sets up a run to the section with their charts.
class ForecastJourneyTest {

  @TempDir static Path folder;
  private static WindowDriver driver;
  private static AssayWindow window;

  @BeforeAll
  static void open() throws Exception {
    driver = WindowDriver.open(folder);
    window = driver.window();
  }

  @AfterAll
  static void close() throws Exception {
    driver.close();
  }

  @Test
  void forecastsAreDrawnByStep() throws Exception {
    Path model = ForecastModel.in(folder);

    Path data = folder.resolve("series.csv");
    on(
        () -> {
          window.session().open(data, m -> {}, d -> {});
          window.session().open(model, m -> {}, d -> {});
          return true;
        });
    await(
        () ->
            on(
                () ->
                    window.session().model(model).isPresent()
                        && window.session().dataset(data).isPresent()));
    EvaluateRequest asked =
        request(model, data, "load", "station", new ForecastAsked(null, null, null, 1, 12));
    on(
        () -> {
          window.session().suggest(asked);
          return true;
        });
    driver.go(new Place.Evaluate());
    await(() -> driver.shows("#forecast-season"));
    assertThat(driver.shows("#measure-cost")).as("forecasts take no cost").isFalse();
    assertThat(((TextField) driver.find("#forecast-season")).getText()).isEqualTo("12");
    assertThat(((Labeled) driver.find("#evaluate-hindrance")).getText()).isEmpty();
    driver.obeysTheRules("evaluate-forecast");
    look(LookChoice.DARK);
    driver.picture("evaluate-forecast-dark");
    look(LookChoice.LIGHT);
    driver.picture("evaluate-forecast");

    shows("forecasts");
    assertThat(on(() -> window.session().runs().getFirst().open().request().forecast()))
        .isEqualTo(asked.forecast());
  }

  private static void shows(String section) throws Exception {
    Place before = on(() -> window.navigator().place().get());
    driver.click("#run-evaluation");
    await(
        () -> {
          Place now = on(() -> window.navigator().place().get());
          return now instanceof Place.Run && !now.equals(before);
        });
    await(() -> driver.shows("#document-tabs"));
    TabPane tabs = (TabPane) driver.find("#document-tabs");
    boolean found =
        on(
            () -> {
              Tab tab =
                  tabs.getTabs().stream()
                      .filter(t -> ("tab-" + section).equals(t.getId()))
                      .findFirst()
                      .orElseThrow();
              tabs.getSelectionModel().select(tab);
              return true;
            });
    driver.settle();
    assertThat(found).isTrue();
    await(() -> driver.shows(".chart"));
    driver.obeysTheRules(section);
    look(LookChoice.DARK);
    driver.picture(section + "-dark");
    look(LookChoice.LIGHT);
    driver.picture(section);
  }

  private static void look(LookChoice choice) throws Exception {
    on(
        () -> {
          window.themes().choice().set(choice);
          return true;
        });
    driver.settle();
  }

  private static EvaluateRequest request(
      Path model, Path data, String label, String sensitive, ForecastAsked forecast) {
    return EvaluateRequest.of(data)
        .model(model)
        .device("cpu")
        .sensitive(List.of(sensitive))
        .label(label)
        .checks(List.of("none"))
        .depth(1)
        .timeoutSeconds(120)
        .forecast(forecast)
        .command(List.of("evaluate", "--data", data.toString()))
        .build();
  }
}
