package dev.assay.app.gui.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.WordModel;
import dev.assay.app.gui.session.OpenModel;
import dev.assay.inference.LongTexts;
import dev.assay.model.ModelReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelChoiceTest {

  @TempDir static Path folder;
  private static OpenModel several;
  private static OpenModel one;

  private final ModelChoice choice = new ModelChoice();

  @BeforeAll
  static void models() {
    several = open("several", "multi_label_classification", "joy", "grief", "a,b", "c=d");
    one = open("one", "single_label_classification", "no", "yes");
  }

  private static OpenModel open(String name, String problem, String... labels) {
    Path model =
        WordModel.in(folder.resolve(name), labels.length).problem(problem).labels(labels).sums();
    return new OpenModel(model, ModelReader.read(model));
  }

  @Test
  void nothingIsAskedOfAModelThatReadsNoTexts() {
    choice.windows().set(true);
    choice.shared().set("nonsense");
    choice.tune().set(true);
    choice.worse().set(true);
    choice.own().put("joy", "nonsense");
    choice.fit(null, null);

    assertThat(choice.hindrance()).isEmpty();
    assertThat(choice.words()).isEmpty();
    assertThat(choice.longTexts()).isEqualTo(LongTexts.TRUNCATE);
    assertThat(choice.isTuned()).isFalse();
    assertThat(choice.asksWorseImages()).isFalse();
    assertThat(choice.thresholds()).isEmpty();
  }

  @Test
  void whatIsAskedAndItsCommandSayTheSame() {
    choice.fit(several, null);
    choice.windows().set(true);
    choice.shared().set(" 32 ");
    choice.tune().set(true);
    choice.own().put("joy", "0.25");
    choice.own().put("grief", " ");

    assertThat(choice.hindrance()).isEmpty();
    assertThat(choice.longTexts()).isEqualTo(new LongTexts(true, 32));
    assertThat(choice.thresholds()).isEqualTo(Map.of("joy", 0.25));
    assertThat(choice.isTuned()).isTrue();
    assertThat(choice.words())
        .containsExactly(
            "--long-texts", "windows:32", "--label-thresholds", "joy=0.25", "--tune", "on");
    choice.shared().set("");
    assertThat(choice.words()).startsWith("--long-texts", "windows", "--label-thresholds");
  }

  @Test
  void thresholdsAreOfferedForLabelsThatACommandCanName() {
    choice.fit(several, null);
    assertThat(choice.labels()).containsExactly("joy", "grief");

    choice.own().put("joy", "0.25");
    choice.fit(one, null);
    assertThat(choice.labels()).isEmpty();
    assertThat(choice.thresholds()).isEmpty();
    choice.fit(several, null);
    assertThat(choice.thresholds()).as("kept for when it is chosen again").hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "-0.1", "0,5", "many", "1e-3", "0.12345678901234"})
  void aThresholdThatIsNoNumberFromZeroToOneHinders(String typed) {
    choice.fit(several, null);
    choice.own().put("joy", typed);

    assertThat(choice.hindrance()).isEqualTo("Thresholds of labels: 0 to 1.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "65", "1.5", "many", "99999999999"})
  void windowsThatShareMoreThanHalfHinder(String typed) {
    choice.fit(several, null);
    choice.windows().set(true);
    choice.shared().set(typed);

    int half = several.artefact().transformer().maxLength() / 2;
    assertThat(half).isEqualTo(64);
    assertThat(choice.hindrance()).isEqualTo("Tokens shared: 0 to 64.");
    choice.windows().set(false);
    assertThat(choice.hindrance()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, all robustness", "false, all"})
  void worseImagesAreAskedBesideTheUsualChecks(boolean worse, String words) {
    List<String> asked = Families.words(Families.usual(), worse);

    assertThat(asked).isEqualTo(List.of(words.split(" ")));
    assertThat(Families.areAskedOnRequest(asked)).isEqualTo(worse);
    assertThat(Families.words(List.of(), worse)).doesNotContain("all").hasSize(1);
    assertThat(Families.usual()).doesNotContain("robustness");
  }
}
