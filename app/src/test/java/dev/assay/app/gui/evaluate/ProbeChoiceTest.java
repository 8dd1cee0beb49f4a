package dev.assay.app.gui.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.MaskedModel;
import dev.assay.app.gui.session.OpenModel;
import dev.assay.inference.MaskedText.Kind;
import dev.assay.model.ModelReader;
import dev.assay.usecase.ProbeMasked;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeChoiceTest {

  private static final Path MODEL = Path.of("m");
  private static final Path DATA = Path.of("d.csv");

  @TempDir Path folder;

  private final ProbeChoice choice = new ProbeChoice();

  @Test
  void masksAreForMaskedLanguageModels() {
    Path model = MaskedModel.in(folder.resolve("m"));

    choice.fit(new OpenModel(model, ModelReader.read(model)), null);
    assertThat(choice.masked().get()).isTrue();
    choice.fit(null, null);
    assertThat(choice.masked().get()).isFalse();
  }

  @Test
  void theRequestAndItsCommandSayTheSame() {
    choice.kind().set(Kind.ASSOCIATION);
    choice.first().set("text");
    choice.second().set("prior");

    ProbeMasked.Request request =
        choice.request(MODEL, DATA, Path.of("s.json"), "word", List.of("word", "beside"));

    assertThat(request)
        .isEqualTo(
            new ProbeMasked.Request(
                MODEL,
                DATA,
                Path.of("s.json"),
                Kind.ASSOCIATION,
                List.of("text", "prior"),
                "word",
                List.of("word", "beside"),
                Duration.ofSeconds(3600)));
    assertThat(String.join(" ", ProbeChoice.words(request)))
        .isEqualTo(
            "evaluate --model m --data d.csv --dataset-spec s.json --probe association --texts"
                + " text,prior --label word --sensitive word,beside");
    ProbeChoice again = new ProbeChoice();
    again.repeat(request);
    assertThat(again.request(MODEL, DATA, Path.of("s.json"), "word", List.of("word", "beside")))
        .isEqualTo(request);
  }

  @Test
  void labelsAndSecondTextsAreNotSaidToWhatDoesNotReadThem() {
    choice.kind().set(Kind.WHOLE);
    choice.first().set("text");
    choice.second().set("prior");

    ProbeMasked.Request request = choice.request(MODEL, DATA, null, "label", List.of());

    assertThat(request.label()).isNull();
    assertThat(request.texts()).containsExactly("text");
    assertThat(ProbeChoice.words(request))
        .containsExactly(
            "evaluate",
            "--model",
            "m",
            "--data",
            "d.csv",
            "--probe",
            "pseudo-likelihood",
            "--texts",
            "text");
  }

  @Test
  void whatIsMissingHindersWithOneSentence() {
    choice.kind().set(Kind.FILL);
    assertThat(choice.hindrance(null)).isEqualTo("Choose the label: the words under the masks.");
    assertThat(choice.hindrance("answer")).isEmpty();
    choice.kind().set(Kind.PAIR);
    choice.first().set("a");
    assertThat(choice.hindrance(null)).isEqualTo("Choose both columns of texts, or neither.");
    choice.second().set("b");
    assertThat(choice.hindrance(null)).isEmpty();
  }
}
