package dev.assay.app.gui.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GraphLayoutTest {

  private static final int LARGE = 5_000;
  private static final long MOST_MILLIS = 2_000;

  static Stream<Arguments> largeGraphs() {
    return Stream.of(
        arguments("chain", SyntheticGraphs.chain(LARGE)),
        arguments("wide", SyntheticGraphs.wide(LARGE)),
        arguments("random, 7,500 edges", SyntheticGraphs.random(LARGE, 7_500, 1)),
        arguments("random, 20,000 edges", SyntheticGraphs.random(LARGE, 20_000, 2)),
        arguments("transformer", SyntheticGraphs.transformer(LARGE)));
  }

  @ParameterizedTest
  @MethodSource("largeGraphs")
  void aGraphOfFiveThousandBoxesIsLaidOutInTwoSeconds(String shape, Boxes boxes) {
    Stopwatch watch = new Stopwatch();
    GraphLayout layout = GraphLayout.of(boxes);
    long millis = watch.millis();

    System.out.printf(
        "graph layout: %s, %,d boxes, %,d lines, %,d layers in %,d ms%n",
        shape, layout.boxes(), layout.lines(), layout.layers(), millis);
    assertThat(millis).isLessThanOrEqualTo(MOST_MILLIS);
    assertThat(layout.boxes()).isEqualTo(LARGE);
    assertNoOverlap(layout);
    assertEdgesLeadDown(boxes, layout);
    assertNoLineRunsThroughABox(layout);
  }

  @Test
  void theSameBoxesAreLaidOutTheSameWayEveryTime() {
    GraphLayout first = GraphLayout.of(SyntheticGraphs.random(300, 500, 3));
    GraphLayout second = GraphLayout.of(SyntheticGraphs.random(300, 500, 3));

    for (int box = 0; box < first.boxes(); box++) {
      assertThat(second.box(box)).isEqualTo(first.box(box));
    }
  }

  @Test
  void aChainStandsStraight() {
    GraphLayout layout = GraphLayout.of(SyntheticGraphs.chain(20));

    for (int box = 1; box < 20; box++) {
      assertThat(layout.box(box).centreX()).isCloseTo(layout.box(0).centreX(), within(0.5));
    }
  }

  @Test
  void aCycleIsDrawnWithOneEdgeAgainstTheFlow() {
    Boxes boxes = new Boxes();
    for (int i = 0; i < 3; i++) {
      boxes.add(80, 30);
    }
    boxes.connect(0, 1);
    boxes.connect(1, 2);
    boxes.connect(2, 0);

    GraphLayout layout = GraphLayout.of(boxes);

    List<Line> back = new ArrayList<>();
    layout.straightIn(layout.whole(), back::add);
    assertThat(back).hasSize(1);
    assertThat(back.getFirst().from()).isEqualTo(2);
    assertThat(back.getFirst().to()).isZero();
    assertNoOverlap(layout);
  }

  @Test
  void anInputStandsDirectlyAboveItsOnlyUser() {
    Boxes boxes = SyntheticGraphs.chain(6);
    int late = boxes.add(80, 30);
    boxes.connect(late, 5);

    GraphLayout layout = GraphLayout.of(boxes);

    assertThat(layout.layer(late)).isEqualTo(layout.layer(5) - 1);
  }

  @Test
  void nothingIsEasyToLayOut() {
    GraphLayout layout = GraphLayout.of(new Boxes());

    assertThat(layout.boxes()).isZero();
    assertThat(layout.boxAt(10, 10)).isEqualTo(-1);
  }

  @Test
  void boxesInAnAreaAreThoseThatMeetItAndNoOthers() {
    GraphLayout layout = GraphLayout.of(SyntheticGraphs.random(400, 600, 4));
    Area part =
        new Area(
            layout.width() * 0.3, layout.height() * 0.3, layout.width() * 0.5, layout.height() / 2);
    BitSet wanted = new BitSet();
    for (int box = 0; box < layout.boxes(); box++) {
      wanted.set(box, layout.box(box).meets(part));
    }

    BitSet found = new BitSet();
    layout.boxesIn(part, found::set);

    assertThat(found).isEqualTo(wanted);
    assertThat(found.cardinality()).isPositive().isLessThan(400);
  }

  @Test
  void theBoxAtAPointIsTheOneThatHoldsIt() {
    GraphLayout layout = GraphLayout.of(SyntheticGraphs.transformer(60));

    for (int box = 0; box < layout.boxes(); box++) {
      Area area = layout.box(box);
      assertThat(layout.boxAt(area.centreX(), area.centreY())).isEqualTo(box);
    }
    assertThat(layout.boxAt(-5, -5)).isEqualTo(-1);
  }

  @Test
  void linesOfABoxLeadToItAndAwayFromIt() {
    Boxes boxes = SyntheticGraphs.chain(5);
    boxes.connect(0, 4);
    GraphLayout layout = GraphLayout.of(boxes);
    List<Line> all = new ArrayList<>();
    layout.linesIn(layout.whole(), all::add);

    BitSet ofTheLast = layout.linesOf(4);

    assertThat(all).hasSize(4 + 4);
    List<Line> chosen = all.stream().filter(l -> ofTheLast.get(l.id())).toList();
    assertThat(chosen)
        .as("the last step of the chain, and four pieces of the long edge")
        .hasSize(5);
    assertThat(chosen).extracting(Line::from).containsOnly(0, 3);
  }

  static void assertNoOverlap(GraphLayout layout) {
    for (int box = 0; box < layout.boxes(); box++) {
      Area area = layout.box(box);
      Area inner = new Area(area.left() + 1, area.top() + 1, area.right() - 1, area.bottom() - 1);
      BitSet met = new BitSet();
      layout.boxesIn(inner, met::set);
      assertThat(met.cardinality()).as("boxes where box %d stands", box).isEqualTo(1);
      assertThat(met.get(box)).isTrue();
      assertThat(area.left()).isGreaterThanOrEqualTo(0);
      assertThat(area.right()).isLessThanOrEqualTo(layout.width());
      assertThat(area.bottom()).isLessThanOrEqualTo(layout.height());
    }
  }

  /// Lines bend between layers only; where they pass a layer, no box may stand.
  private static void assertNoLineRunsThroughABox(GraphLayout layout) {
    List<Line> through = new ArrayList<>();
    layout.linesIn(
        layout.whole(),
        line -> {
          boolean passes = line.turn() > line.y() + 2;
          if (passes && layout.boxAt(line.x(), (line.y() + line.turn()) / 2) >= 0) {
            through.add(line);
          }
        });
    assertThat(through).isEmpty();
  }

  private static void assertEdgesLeadDown(Boxes boxes, GraphLayout layout) {
    for (int edge = 0; edge < boxes.edges(); edge++) {
      assertThat(layout.box(boxes.from(edge)).bottom())
          .isLessThan(layout.box(boxes.to(edge)).top());
    }
  }
}
