package dev.assay.app.gui;

import static dev.assay.app.gui.WindowDriver.await;
import static dev.assay.app.gui.WindowDriver.on;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.assay.Corpus;
import dev.assay.OnnxBuilder;
import dev.assay.app.gui.shell.Place;
import dev.assay.app.gui.theme.LookChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The graph of a transformer in the window: laid out, searched, a node chosen, read as a list; and
/// a model whose graph is not drawn. Pictures in both looks are left in `target/screens`.
class ModelGraphPictureTest {

  private static final Path TRANSFORMER = Corpus.path("models/toxicity_bert/model.onnx");

  @TempDir static Path folder;
  private static WindowDriver driver;

  @BeforeAll
  static void open() throws Exception {
    driver = WindowDriver.open(folder);
    driver.size(1280, 800);
  }

  @AfterAll
  static void close() throws Exception {
    driver.close();
  }

  @Test
  void theGraphOfATransformerIsShownAndSearched() throws Exception {
    for (LookChoice look : List.of(LookChoice.LIGHT, LookChoice.DARK)) {
      on(
          () -> {
            driver.window().themes().choice().set(look);
            return true;
          });
      String suffix = "-" + look.name().toLowerCase(Locale.ROOT);
      driver.go(new Place.Start());
      open(TRANSFORMER);
      driver.picture("model-overview" + suffix);
      driver.click("#tab-graph");
      await(() -> driver.shows("#graph-summary"));
      assertThat(text("#graph-summary"))
          .isEqualTo("160 operators, 3 inputs, 1 output, 118 constants as notes");
      driver.picture("graph-opened" + suffix);
      search("softmax");
      assertThat(text("#graph-hits")).isEqualTo("2 found");
      driver.press(KeyCode.ENTER);
      driver.press(KeyCode.ENTER);
      assertThat(text("#graph-hits")).isEqualTo("2 of 2");
      assertThat(driver.shows("#graph-details")).isTrue();
      driver.picture("graph-found" + suffix);
      driver.click("#graph-canvas");
      driver.press(KeyCode.DIGIT0);
      driver.picture("graph-whole" + suffix);
      driver.press(KeyCode.ESCAPE);
      assertThat(driver.shows("#graph-details")).isFalse();
      driver.click("#graph-as-list");
      assertThat(((TableView<?>) driver.find("#graph-list")).getItems()).hasSize(164);
      driver.picture("graph-list" + suffix);
    }
  }

  @Test
  void aGraphThatIsTooLargeSaysSoAndLeadsToTheOperators() throws Exception {
    driver.go(new Place.Start());
    open(Corpus.path("hostile/models/very_deep.onnx"));
    driver.click("#tab-graph");
    await(() -> driver.shows("#graph-not-drawn"));
    driver.picture("graph-not-drawn");
    assertThat(text("#graph-not-drawn .label")).contains("very_deep.onnx").contains("up to 5,000");

    driver.click("#graph-not-drawn .button");

    assertThat(driver.shows("#model-operators")).isTrue();
    assertThat(driver.shows("#graph-not-drawn")).isFalse();
  }

  @Test
  void aBranchIsOpenedFromItsNodeAndLeftAgain() throws Exception {
    driver.go(new Place.Start());
    open(withBranches(folder.resolve("choice.onnx")));
    driver.click("#tab-graph");
    await(() -> driver.shows("#graph-summary"));
    search("choose");
    driver.press(KeyCode.ENTER);
    driver.picture("graph-branches");
    driver.click("#graph-details .hyperlink");
    assertThat(text("#graph-path .card-title")).isEqualTo("then_branch of If 'choose'");
    driver.picture("graph-branch");

    driver.click("#graph-path .hyperlink");

    assertThat(text("#graph-path .card-title")).isEqualTo("main graph");
  }

  @Test
  void typeOfTwiceTheSizeLeavesRoomForTheGraph() throws Exception {
    on(
        () -> {
          driver.window().themes().scale().set(2);
          return true;
        });
    try {
      driver.go(new Place.Start());
      open(TRANSFORMER);
      driver.click("#tab-graph");
      await(() -> driver.shows("#graph-summary"));
      search("gemm");
      driver.press(KeyCode.ENTER);
      driver.picture("graph-large-type");
      Region stage = (Region) driver.find("#graph-canvas");
      assertThat(stage.getHeight()).isGreaterThan(140);
      assertThat(stage.getWidth()).isGreaterThan(300);
      Node details = driver.find("#graph-details");
      assertThat(on(() -> details.localToScene(details.getLayoutBounds()).getMaxX()))
          .as("nothing sticks out of the window")
          .isLessThanOrEqualTo(driver.window().scene().getWidth());
    } finally {
      on(
          () -> {
            driver.window().themes().scale().set(1);
            return true;
          });
    }
  }

  private static Path withBranches(Path file) {
    NodeProto choice =
        OnnxBuilder.nodeOf(
                "If",
                "c",
                "b",
                OnnxBuilder.graph("then_branch", branch("Neg")),
                OnnxBuilder.graph("else_branch", branch("Abs")))
            .toBuilder()
            .setName("choose")
            .build();
    return OnnxBuilder.model()
        .input("c", OnnxBuilder.BOOL, 1)
        .input("x", OnnxBuilder.FLOAT, 1)
        .node("Exp", "x", "a")
        .node(choice)
        .node("Relu", "b", "y")
        .output("y", OnnxBuilder.FLOAT, 1)
        .write(file);
  }

  private static GraphProto branch(String operator) {
    return OnnxBuilder.model().output("r", OnnxBuilder.FLOAT, 1).node(operator, "a", "r").graph();
  }

  private static void open(Path model) throws Exception {
    on(
        () -> {
          driver
              .window()
              .session()
              .open(model, m -> driver.window().navigator().go(new Place.Model(m.file())), d -> {});
          return true;
        });
    await(() -> driver.shows("#tab-graph"));
    driver.settle();
  }

  private static void search(String words) throws Exception {
    TextField field = (TextField) driver.find("#graph-search");
    on(
        () -> {
          field.requestFocus();
          field.setText(words);
          return true;
        });
  }

  private static String text(String selector) throws Exception {
    Label label = (Label) driver.find(selector);
    return on(label::getText);
  }
}
