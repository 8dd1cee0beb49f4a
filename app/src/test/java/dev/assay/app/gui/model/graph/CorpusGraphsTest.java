package dev.assay.app.gui.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Corpus;
import dev.assay.model.ModelGraph;
import dev.assay.model.ModelGraphReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every model of the corpus as a picture.
class CorpusGraphsTest {

  @Test
  void everyCorpusModelIsLaidOutWithoutOverlapsInTwoSeconds() throws IOException {
    long longest = 0;
    String slowest = "";
    int boxes = 0;
    List<Path> models = models();
    for (Path model : models) {
      ModelGraph graph = ModelGraphReader.read(model);
      Stopwatch watch = new Stopwatch();
      DrawnGraph drawn = DrawnGraph.of(graph);
      long millis = watch.millis();
      for (DrawnBody body : drawn.bodies()) {
        GraphLayoutTest.assertNoOverlap(body.layout());
        boxes += body.layout().boxes();
      }
      if (millis >= longest) {
        longest = millis;
        slowest = model.getFileName() + " in " + model.getParent().getFileName();
      }
      assertThat(millis).as(String.valueOf(model)).isLessThanOrEqualTo(2_000);
    }
    System.out.printf(
        "graph layout: %d models of the corpus, %,d boxes; the longest took %,d ms (%s)%n",
        models.size(), boxes, longest, slowest);
    assertThat(models).hasSizeGreaterThan(20);
  }

  private static List<Path> models() throws IOException {
    try (Stream<Path> files = Files.walk(Corpus.path("models"))) {
      return files.filter(f -> f.toString().endsWith(".onnx")).sorted().toList();
    }
  }
}
