package dev.assay.app.gui.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.app.gui.session.OpenModel;
import dev.assay.metric.forecast.ForecastModel;
import dev.assay.model.ModelReader;
import dev.assay.usecase.ForecastAsked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastChoiceTest {

  @TempDir Path folder;

  private final ForecastChoice choice = new ForecastChoice();

  @Test
  void forecastsAreOfModelsWhoseDescriptionSaysSo() throws IOException {
    Path model = ForecastModel.in(folder);
    OpenModel open = new OpenModel(model, ModelReader.read(model));

    choice.fit(open, null);
    assertThat(choice.forecast().get()).isTrue();
    assertThat(choice.held().get()).as("a model makes them").isFalse();
    Files.writeString(folder.resolve("forecaster.model.json"), "{");
    choice.fit(open, null);
    assertThat(choice.forecast().get()).as("the description cannot be read").isFalse();
  }

  @Test
  void whatIsTypedIsAskedAndRepeated() throws IOException {
    Path model = ForecastModel.in(folder);
    OpenModel open = new OpenModel(model, ModelReader.read(model));
    choice.season().set(" 12 ");
    choice.from().set("30");
    assertThat(choice.asked()).as("nothing is forecast").isEqualTo(ForecastAsked.USUAL);

    choice.fit(open, null);

    assertThat(choice.asked()).isEqualTo(new ForecastAsked(null, null, null, 30, 12));
    assertThat(choice.words()).containsExactly("--from", "30", "--season", "12");
    ForecastChoice again = new ForecastChoice();
    again.fit(open, null);
    again.repeat(choice.asked());
    assertThat(again.asked()).isEqualTo(choice.asked());
  }

  @Test
  void aSeasonThatIsNoCountHindersWithOneSentence() throws IOException {
    Path model = ForecastModel.in(folder);
    choice.season().set("0");
    assertThat(choice.hindrance()).as("nothing is forecast").isEmpty();

    choice.fit(new OpenModel(model, ModelReader.read(model)), null);

    assertThat(choice.hindrance()).isEqualTo("Season: 1 or more.");
    choice.season().set("");
    choice.from().set("first");
    assertThat(choice.hindrance()).isEqualTo("Measured from: 1 or more.");
    choice.from().set("2");
    assertThat(choice.hindrance()).isEmpty();
  }
}
