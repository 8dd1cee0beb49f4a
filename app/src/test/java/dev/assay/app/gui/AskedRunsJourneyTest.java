package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.MaskedModel;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.inference.MaskedText.Kind;
import dev.assay.metric.forecast.ForecastModel;
import dev.assay.usecase.EvaluateRequest;
import dev.assay.usecase.ForecastAsked;
import dev.assay.usecase.ProbeAsked;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Forecasts and probes in the window: the section of the report with its charts, and the rows.
class AskedRunsJourneyTest {

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

    shows(
        request(
            model,
            folder.resolve("series.csv"),
            "load",
            "station",
            null,
            new ForecastAsked(null, null, null, 1, 12)),
        "forecasts");
  }

  @Test
  void aProbeIsDrawnByGroup() throws Exception {
    StringBuilder rows = new StringBuilder("sentence,other,bias_type\n");
    for (JsonNode pair : MaskedModel.goldens().path("pairs")) {
      rows.append(
          String.join(
                  ",",
                  pair.path("first").asString(),
                  pair.path("second").asString(),
                  pair.path("type").asString())
              + "\n");
    }
    Path data = Files.writeString(folder.resolve("pairs.csv"), rows);

    shows(
        request(
            MaskedModel.in(folder.resolve("m")),
            data,
            null,
            "bias_type",
            new ProbeAsked(Kind.PAIR, List.of("sentence", "other"), null),
            ForecastAsked.USUAL),
        "probe");
  }

  private static void shows(EvaluateRequest request, String section) throws Exception {
    Place before = on(() -> window.navigator().place().get());
    on(
        () ->
            window
                .session()
                .evaluate(request, run -> window.navigator().go(new Place.Run(run.id()))));
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
      Path model,
      Path data,
      @Nullable String label,
      String sensitive,
      @Nullable ProbeAsked probe,
      ForecastAsked forecast) {
    return EvaluateRequest.of(data)
        .model(model)
        .device("cpu")
        .sensitive(List.of(sensitive))
        .label(label)
        .checks(List.of("none"))
        .depth(1)
        .timeoutSeconds(120)
        .probe(probe)
        .forecast(forecast)
        .command(List.of("evaluate", "--data", data.toString()))
        .build();
  }
}
