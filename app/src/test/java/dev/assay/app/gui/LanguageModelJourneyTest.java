package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.CausalModel;
import dev.assay.MaskedModel;
import dev.assay.app.Cli;
import dev.assay.app.gui.session.Session;
import dev.assay.app.gui.session.Stated;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import dev.assay.finding.Policies;
import dev.assay.inference.MaskedText;
import dev.assay.inference.TextAsk.Kind;
import dev.assay.slice.RowQuery;
import dev.assay.slice.SliceKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Language models from the page that sets up a run to their results.
class LanguageModelJourneyTest {

  @TempDir Path folder;

  @Test
  void aModelThatGoesOnWithTextsWritesAnswersBesideWhatWasExpected() throws Exception {
    Path model = CausalModel.copy("gpt2", folder.resolve("gpt2"));
    Path data =
        Files.writeString(
            folder.resolve("prompts.csv"),
            "prompt,reference,region\n"
                + "The cat sat,on the mat,a\nWater boils at,one hundred degrees,b\n".repeat(6));
    try (WindowDriver driver = evaluating(model, data)) {
      assertThat(driver.shows("#probe-kind")).as("of another head").isFalse();
      assertThat(driver.find("#behaviour-suite").isDisabled()).as("it can be asked").isFalse();
      choose(driver, "#ask-kind", Kind.LIKELIHOOD);
      assertThat(driver.shows("#ask-sampled")).as("says nothing to a likelihood").isFalse();
      assertThat(driver.shows("#ask-choices")).isFalse();
      choose(driver, "#ask-kind", Kind.GENERATE);
      choose(driver, "#ask-sampled", true);
      type(driver, "#ask-tokens", "6");
      type(driver, "#ask-temperature", "0");
      assertThat(((Labeled) driver.find("#evaluate-hindrance")).getText())
          .isEqualTo("Temperature: above 0.");
      assertThat(driver.find("#run-evaluation").isDisabled()).isTrue();
      type(driver, "#ask-temperature", "0.8");
      driver.obeysTheRules("evaluate-causal");
      pictures(driver, "evaluate-causal", 1500);
      List<String> command = words(driver);
      assertThat(String.join(" ", command))
          .endsWith("--ask generate --max-new-tokens 6 --temperature 0.8");

      driver.click("#run-evaluation");
      Session session = driver.window().session();
      await(() -> on(() -> !session.runs().isEmpty()));
      driver.settle();
      assertThat(metric(command, "evaluation.json", "chrf"))
          .isCloseTo(number(session, "chrf"), within(1e-12));
      pictures(driver, "run-causal", 800);

      String run = on(() -> session.runs().getFirst().id());
      driver.go(new Place.Rows(run, RowQuery.of(SliceKey.WHOLE)));
      await(() -> driver.shows("#generated"));
      driver.click("#weigh-tokens");
      await(() -> driver.shows(".chance-flow"));
      driver.settle();
      assertThat(driver.find(".chance-flow").getAccessibleText()).containsPattern("\\d\\h%");
      driver.obeysTheRules("rows-causal");
      pictures(driver, "rows-causal", 800);
    }
  }

  @Test
  void aMaskedModelIsProbedAndItsGapsAreDrawn() throws Exception {
    Path model = MaskedModel.in(folder.resolve("bert"));
    StringBuilder rows = new StringBuilder("first,second,bias_type\n");
    for (JsonNode pair : MaskedModel.goldens().path("pairs")) {
      rows.append(pair.path("first").asString())
          .append(',')
          .append(pair.path("second").asString())
          .append(',')
          .append(pair.path("type").asString())
          .append('\n');
    }
    Path data = Files.writeString(folder.resolve("pairs.csv"), rows);
    try (WindowDriver driver = evaluating(model, data)) {
      assertThat(driver.shows("#ask-kind")).as("of another head").isFalse();
      assertThat(driver.shows("#measure-cost")).as("a probe takes no cost").isFalse();
      choose(driver, "#probe-kind", MaskedText.Kind.FILL);
      choose(driver, "#probe-kind", MaskedText.Kind.PAIR);
      choose(driver, "#probe-first", "first");
      assertThat(((Labeled) driver.find("#evaluate-hindrance")).getText())
          .isEqualTo("Choose both columns of texts, or neither.");
      choose(driver, "#probe-second", "second");
      CheckComboBox<?> groups = (CheckComboBox<?>) driver.find("#probe-groups");
      on(
          () -> {
            groups.getCheckModel().clearChecks();
            groups.getCheckModel().check(2);
            return true;
          });
      pictures(driver, "evaluate-masked", 900);
      List<String> command = words(driver);
      assertThat(command).contains("--probe", "pairs", "first,second", "bias_type");

      driver.click("#run-evaluation");
      Session session = driver.window().session();
      await(() -> on(() -> !session.runs().isEmpty()));
      await(() -> driver.shows("#document-tabs"));
      double share = metric(command, "probe.json", "first_likelier_share");
      assertThat(number(session, "first_likelier_share")).isCloseTo(share, within(1e-12));
      pictures(driver, "run-masked", 900);
      String run = on(() -> session.runs().getFirst().id());
      resultsAreShown(driver, session, run);
      audited(driver, run);
      on(
          () -> {
            session.suggest(session.runs().getFirst().open().request());
            return true;
          });
      driver.go(new Place.Evaluate());
      await(() -> driver.shows("#probe-kind"));
      assertThat(words(driver)).as("filled in again").isEqualTo(command);
    }
  }

  @Test
  void theWordsThatAreLikeliestInARowAreAskedForOnRequest() throws Exception {
    Path model = MaskedModel.in(folder.resolve("bert"));
    StringBuilder rows = new StringBuilder("text,word\n");
    for (JsonNode fill : MaskedModel.goldens().path("fills")) {
      rows.append(fill.path("text").asString()).append(',');
      rows.append(fill.path("answer").asString()).append('\n');
    }
    Path data = Files.writeString(folder.resolve("words.csv"), rows);
    try (WindowDriver driver = evaluating(model, data)) {
      choose(driver, "#probe-kind", MaskedText.Kind.FILL);
      choose(driver, "#evaluate-label", "word");
      Session session = driver.window().session();
      driver.click("#run-evaluation");
      await(() -> on(() -> !session.runs().isEmpty()));
      String run = on(() -> session.runs().getFirst().id());
      driver.go(new Place.Rows(run, RowQuery.of(SliceKey.WHOLE)));
      await(() -> driver.shows("#probed"));
      assertThat(words(driver.find("#probed"))).contains("First guess", "Hidden word");
      driver.click("#likeliest-words");
      await(() -> driver.shows("#fill-words"));
      driver.settle();
      driver.obeysTheRules("fill rows");
      pictures(driver, "fill-rows", 800);
    }
  }

  /// Its section, its slices and its rows.
  private static void resultsAreShown(WindowDriver driver, Session session, String run)
      throws Exception {
    choose(
        driver,
        "#run-policy",
        on(
            () ->
                session.policies().stream()
                    .filter(p -> p.id().equals("hidden-words"))
                    .findFirst()
                    .orElseThrow()));
    tab(driver, "tab-probe");
    await(() -> driver.shows(".chart"));
    driver.obeysTheRules("probe");
    pictures(driver, "probe", 1100);
    tab(driver, "tab-slices");
    driver.obeysTheRules("probe slices");
    pictures(driver, "probe-slices", 800);

    driver.go(new Place.Rows(run, RowQuery.of(SliceKey.WHOLE)));
    await(() -> driver.shows("#probed"));
    assertThat(words(driver.find("#probed"))).contains("The first text is the likelier one|no|");
    assertThat(driver.shows("#likeliest-words")).as("no word was hidden by the row").isFalse();
    driver.obeysTheRules("probe rows");
    pictures(driver, "probe-rows", 800);
  }

  /// A probe is recorded like every other run, with verdicts, report and card.
  private static void audited(WindowDriver driver, String run) throws Exception {
    Session session = driver.window().session();
    on(
        () -> {
          session.record(
              session.run(run).orElseThrow(),
              Policies.load("hidden-words"),
              new Stated("Hidden words", "", "", List.of()),
              recorded -> {});
          return true;
        });
    await(() -> on(() -> session.audits().size()) == 1);
    driver.go(new Place.Audit(on(() -> session.audits().getFirst().id())));
    await(() -> driver.shows(".tab-pane"));
    driver.obeysTheRules("probe audit");
    pictures(driver, "probe-audit", 900);
  }

  private static void tab(WindowDriver driver, String id) throws Exception {
    TabPane tabs = (TabPane) driver.find("#document-tabs");
    await(() -> on(() -> tabs.getTabs().stream().anyMatch(t -> id.equals(t.getId()))));
    on(
        () -> {
          tabs.getTabs().stream()
              .filter(t -> id.equals(t.getId()))
              .findFirst()
              .ifPresent(tabs.getSelectionModel()::select);
          return true;
        });
    driver.settle();
  }

  private static double number(Session session, String metric) throws Exception {
    return on(
        () ->
            session
                .runs()
                .getFirst()
                .open()
                .run()
                .evaluation()
                .row(metric, SliceKey.WHOLE)
                .orElseThrow()
                .value()
                .orNaN());
  }

  private WindowDriver evaluating(Path model, Path data) throws Exception {
    WindowDriver driver = WindowDriver.open(folder);
    Session session = driver.window().session();
    on(
        () -> {
          session.open(data, m -> {}, d -> {});
          session.open(model, m -> {}, d -> {});
          return true;
        });
    await(() -> on(() -> session.datasets().size() == 1 && session.models().size() == 1));
    driver.go(new Place.Evaluate());
    return driver;
  }

  @SuppressWarnings("unchecked")
  private static <T> void choose(WindowDriver driver, String selector, T value) throws Exception {
    ComboBox<T> box = (ComboBox<T>) driver.find(selector);
    on(
        () -> {
          box.setValue(value);
          return true;
        });
    driver.settle();
  }

  private static void type(WindowDriver driver, String selector, String text) throws Exception {
    TextInputControl input = (TextInputControl) driver.find(selector);
    on(
        () -> {
          input.setText(text);
          return true;
        });
  }

  /// The command line that the page shows, as words.
  private static List<String> words(WindowDriver driver) throws Exception {
    TextField line = (TextField) driver.find(".command-line");
    List<String> words = List.of(on(line::getText).split(" "));
    return words.subList(words.indexOf("evaluate"), words.size());
  }

  private static String words(Node node) throws Exception {
    return on(
        () -> {
          StringBuilder all = new StringBuilder();
          node.lookupAll(".label").forEach(l -> all.append(((Labeled) l).getText()).append('|'));
          return all.toString();
        });
  }

  /// A number of all rows that the command line gives for the same command.
  private double metric(List<String> command, String file, String metric) throws Exception {
    Path out = folder.resolve("cli");
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--out", out.toString()));
    Cli cli = Cli.run(all);
    assertThat(cli.exitCode()).as(cli.err()).isZero();
    return new JsonMapper()
        .readTree(Files.readString(out.resolve(file)))
        .path("metrics")
        .valueStream()
        .filter(m -> m.path("metric").asString().equals(metric) && m.path("slice").isEmpty())
        .findFirst()
        .orElseThrow()
        .path("value")
        .asDouble();
  }

  private static void pictures(WindowDriver driver, String name, double height) throws Exception {
    driver.size(1280, height);
    for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
      on(
          () -> {
            driver.window().themes().choice().set(look);
            return true;
          });
      driver.picture(name + "-" + look.name().toLowerCase(Locale.ROOT));
    }
  }
}
