package dev.assay.report.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.model.ImageReading;
import dev.assay.model.ImageReading.Convention;
import dev.assay.model.ImageReading.Resize;
import dev.assay.model.ImageReading.Size;
import dev.assay.report.document.Language;
import dev.assay.report.document.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImageStepsTest {

  private static final List<Double> MEAN = List.of(0.485, 0.456, 0.406);

  @Test
  void englishStepsAreThoseThatTheWindowShows() {
    for (Resize resize : Resize.values()) {
      for (ImageReading image :
          List.of(
              image(resize, null, null, MEAN),
              image(resize, 1256, null, List.of()),
              image(resize, null, new Size(256, 256), List.of(0.5, 0.5, 0.5)))) {
        assertThat(in(Language.ENGLISH, image)).isEqualTo(image.steps());
      }
    }
  }

  @Test
  void germanStepsAreGermanAndTellNumbersApart() {
    assertThat(in(Language.GERMAN, image(Resize.BICUBIC, 1256, null, MEAN)))
        .containsExactly(
            "in Rot, Grün und Blau gelesen",
            "kürzere Seite auf 1.256 Pixel gebracht (bikubisch)",
            "Mitte von 224 × 224 ausgeschnitten",
            "mal 0,5",
            "weniger 0,485; 0,456; 0,406",
            "geteilt durch 0,25",
            "Kanäle zuerst");
  }

  private static List<String> in(Language language, ImageReading image) {
    return Say.in(Words.of(language), () -> ImageSteps.of(image));
  }

  private static ImageReading image(
      Resize resize, @Nullable Integer edge, @Nullable Size whole, List<Double> mean) {
    return new ImageReading(
        true,
        3,
        224,
        224,
        0.5,
        mean,
        List.of(0.25, 0.25, 0.25),
        resize,
        edge,
        whole,
        Convention.TRANSFORMERS);
  }
}
