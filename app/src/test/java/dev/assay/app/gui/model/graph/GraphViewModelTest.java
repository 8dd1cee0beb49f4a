package dev.assay.app.gui.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.app.gui.model.graph.GraphSearch.Hit;
import dev.assay.app.gui.theme.Look;
import dev.assay.model.GraphAttribute;
import dev.assay.model.GraphBody;
import dev.assay.model.GraphEdge;
import dev.assay.model.GraphNode;
import dev.assay.model.GraphNode.Kind;
import dev.assay.model.GraphValue;
import dev.assay.model.GraphValue.Source;
import dev.assay.model.ModelGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A graph of five boxes, `x → MatMul 'dense' → If 'choose' → Relu → y`; the If holds a branch of
/// one MatMul.
class GraphViewModelTest {

  private final GraphViewModel view = new GraphViewModel(DrawnGraph.of(graph()));

  GraphViewModelTest() {
    view.resize(800, 600, 1);
  }

  @Test
  void wordsCountWhatIsThere() {
    assertThat(view.drawn().words())
        .isEqualTo("4 operators, 1 input, 1 output, 2 constants as notes, 1 inner graph");
    assertThat(view.words()).startsWith("Graph of the model: 4 operators");
  }

  @Test
  void searchFindsOperatorsAndNamesInEveryBodyWhateverTheirCase() {
    view.search("matmul");

    assertThat(view.hits()).containsExactly(new Hit(0, 1), new Hit(1, 0));
    assertThat(view.hitWords().get()).isEqualTo("2 found");
    view.search("CHOO");
    assertThat(view.hits()).containsExactly(new Hit(0, 2));
    view.search("nowhere");
    assertThat(view.hitWords().get()).isEqualTo("nothing found");
    view.search("  ");
    assertThat(view.hitWords().get()).isEmpty();
  }

  @Test
  void nextGoesThroughTheHitsAcrossBodiesAndAroundAgain() {
    view.search("matmul");

    view.next();
    assertThat(view.hitWords().get()).isEqualTo("1 of 2");
    assertThat(view.body().get()).isZero();
    assertThat(view.chosen().get()).isEqualTo(1);
    view.next();
    assertThat(view.hitWords().get()).isEqualTo("2 of 2");
    assertThat(view.body().get()).isEqualTo(1);
    assertThat(view.chosen().get()).isZero();
    view.next();
    assertThat(view.hitWords().get()).isEqualTo("1 of 2");
    view.previous();
    assertThat(view.hitWords().get()).isEqualTo("2 of 2");
  }

  @Test
  void aHitIsInViewAfterNextWhateverWasSeenBefore() {
    view.centre(-9_000, 9_000);
    view.search("dense");

    view.next();

    Area box = view.shown().layout().box(1);
    assertThat(view.viewport().area().holds(box.centreX(), box.centreY())).isTrue();
    assertThat(view.marks().hits().get(1)).isTrue();
  }

  @Test
  void aClickChoosesTheBoxUnderThePointer() {
    Area box = view.shown().layout().box(3);
    Viewport seen = view.viewport();
    double pixelX = (box.centreX() - seen.left()) * seen.scale();
    double pixelY = (box.centreY() - seen.top()) * seen.scale();

    view.choose(view.boxAt(pixelX, pixelY));

    assertThat(view.chosen().get()).isEqualTo(3);
    assertThat(view.words()).isEqualTo("Relu, 1 input, 1 output.");
    assertThat(view.marks().lines().cardinality()).isEqualTo(2);
    assertThat(view.boxAt(1, 1)).isEqualTo(GraphViewModel.NONE);
  }

  @Test
  void followWalksAlongEdgesAndUpLeavesABody() {
    view.choose(1);
    view.follow(true);
    assertThat(view.chosen().get()).isEqualTo(2);
    view.follow(false);
    assertThat(view.chosen().get()).isEqualTo(1);

    view.open(1);
    assertThat(view.chosen().get()).isEqualTo(GraphViewModel.NONE);
    assertThat(view.drawn().path(1)).containsExactly(0, 1);
    view.up();
    assertThat(view.body().get()).isZero();
    assertThat(view.chosen().get()).as("the node that holds the branch").isEqualTo(2);
  }

  @Test
  void zoomKeepsWhatIsUnderThePointer() {
    Viewport before = view.viewport();

    view.zoom(1.7, 200, 150);

    Viewport after = view.viewport();
    assertThat(after.drawingX(200)).isCloseTo(before.drawingX(200), within(1e-9));
    assertThat(after.drawingY(150)).isCloseTo(before.drawingY(150), within(1e-9));
    assertThat(after.scale()).isCloseTo(before.scale() * 1.7, within(1e-9));
  }

  @Test
  void fitShowsEverythingAndPanNeverLosesTheGraph() {
    view.zoom(3);
    view.fit();
    Area whole = view.shown().layout().whole();
    Area seen = view.viewport().area();
    assertThat(seen.left()).isLessThanOrEqualTo(whole.left());
    assertThat(seen.bottom()).isGreaterThanOrEqualTo(whole.bottom());

    for (int i = 0; i < 100; i++) {
      view.step(1, 1);
    }
    assertThat(view.viewport().area().meets(whole)).isTrue();
  }

  @Test
  void aTallGraphOpensLegiblyAtItsBeginning() {
    GraphLayout tall = GraphLayout.of(SyntheticGraphs.chain(500));

    Viewport opened = Viewport.of(800, 600).opened(tall.whole(), tall.box(0), 1);

    assertThat(opened.scale()).isEqualTo(0.9);
    assertThat(opened.area().holds(tall.box(0).centreX(), tall.box(0).centreY())).isTrue();
  }

  @Test
  void boxesSayTheirOperatorTheirWeightsAndTheirInnerGraphs() {
    List<BoxText> texts = view.shown().texts();

    assertThat(texts.get(0).title()).isEqualTo("x");
    assertThat(texts.get(0).notes()).containsExactly("float [N, 2]");
    assertThat(texts.get(1).title()).isEqualTo("MatMul");
    assertThat(texts.get(1).notes()).containsExactly("weight [2, 3]", "bias = 0.5");
    assertThat(texts.get(1).family()).isEqualTo(OperatorFamily.WEIGHTED);
    assertThat(texts.get(2).notes()).containsExactly("▸ then_branch");
    assertThat(texts.get(2).family()).isEqualTo(OperatorFamily.CONTROL);
    assertThat(texts.get(3).family()).isEqualTo(OperatorFamily.ACTIVATION);
  }

  @Test
  void anSvgHoldsEveryBoxAndNothingOfTheFileAsMarkup() {
    String svg = SvgPen.of(view.shown(), GraphColours.of(Look.LIGHT), "<script>");

    assertThat(svg).startsWith("<svg ").endsWith("</svg>\n").doesNotContain("<script>");
    assertThat(svg.split("<rect ", -1)).as("ground, boxes, one type").hasSize(1 + 1 + 5 + 1);
    assertThat(svg).contains(">MatMul<").contains(">float [N, 2]<");
  }

  @Test
  void coloursOfTextReachTheContrastThatReadingNeeds() {
    for (Look look : Look.values()) {
      GraphColours colours = GraphColours.of(look);
      for (OperatorFamily family : OperatorFamily.values()) {
        assertThat(contrast(colours.ink(), colours.soft(family))).isGreaterThan(4.5);
        assertThat(contrast(colours.muted(), colours.soft(family)))
            .as("notes of %s, %s", family, look)
            .isGreaterThan(4.5);
      }
    }
  }

  private static double contrast(String a, String b) {
    double first = luminance(a);
    double second = luminance(b);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  /// WCAG 2.2, relative luminance.
  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
  }

  private static ModelGraph graph() {
    GraphBody main =
        new GraphBody(
            "main graph",
            GraphBody.NONE,
            GraphBody.NONE,
            List.of(
                node(Kind.INPUT, "", "x", List.of(), List.of(value("x", "float [N, 2]"))),
                node(
                    Kind.OPERATOR,
                    "MatMul",
                    "dense",
                    List.of(
                        value("x", "float [N, 2]"),
                        new GraphValue("m.dense.weight", "float [2, 3]", Source.CONSTANT, ""),
                        new GraphValue("bias", "float []", Source.CONSTANT, "0.5")),
                    List.of(value("a", ""))),
                new GraphNode(
                    Kind.OPERATOR,
                    1,
                    "ai.onnx",
                    "If",
                    "choose",
                    List.of(new GraphAttribute("then_branch", "graph of 1 nodes")),
                    List.of(value("a", "")),
                    List.of(value("b", "")),
                    0,
                    List.of(1)),
                node(Kind.OPERATOR, "Relu", "", List.of(value("b", "")), List.of(value("y", ""))),
                node(Kind.OUTPUT, "", "y", List.of(value("y", "")), List.of())),
            List.of(
                new GraphEdge(0, 1, "x", "float [N, 2]"),
                new GraphEdge(1, 2, "a", ""),
                new GraphEdge(2, 3, "b", ""),
                new GraphEdge(3, 4, "y", "")),
            2);
    GraphBody branch =
        new GraphBody(
            "then_branch of If 'choose'",
            0,
            2,
            List.of(node(Kind.OPERATOR, "MatMul", "inner", List.of(), List.of(value("t", "")))),
            List.of(),
            0);
    return new ModelGraph(List.of(main, branch));
  }

  private static GraphValue value(String name, String type) {
    return new GraphValue(name, type, Source.COMPUTED, "");
  }

  private static GraphNode node(
      Kind kind, String operator, String name, List<GraphValue> inputs, List<GraphValue> outputs) {
    String domain = kind == Kind.OPERATOR ? "ai.onnx" : "";
    return new GraphNode(kind, 0, domain, operator, name, List.of(), inputs, outputs, 0, List.of());
  }
}
