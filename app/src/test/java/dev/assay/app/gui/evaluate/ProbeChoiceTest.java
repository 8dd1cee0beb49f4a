package dev.assay.app.gui.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.MaskedModel;
import dev.assay.app.gui.session.OpenModel;
import dev.assay.inference.MaskedText.Kind;
import dev.assay.model.ModelReader;
import dev.assay.usecase.EvaluateRequest;
import dev.assay.usecase.ProbeAsked;
import java.nio.file.Path;
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

    EvaluateRequest request =
        choice.request(MODEL, DATA, Path.of("s.json"), "word", List.of("word", "beside"));

    assertThat(request.probe())
        .isEqualTo(new ProbeAsked(Kind.ASSOCIATION, List.of("text", "prior"), null));
    assertThat(request.label()).isEqualTo("word");
    assertThat(request.sensitive()).containsExactly("word", "beside");
    assertThat(request.datasetSpec()).isEqualTo(Path.of("s.json"));
    assertThat(String.join(" ", request.command()))
        .isEqualTo(
            "evaluate --model m --data d.csv --dataset-spec s.json --probe association --texts"
                + " text,prior --label word --sensitive word,beside");
    ProbeChoice again = new ProbeChoice();
    again.repeat(request.probe());
    assertThat(again.request(MODEL, DATA, Path.of("s.json"), "word", List.of("word", "beside")))
        .isEqualTo(request);
  }

  @Test
  void labelsAndSecondTextsAreNotSaidToWhatDoesNotReadThem() {
    choice.kind().set(Kind.WHOLE);
    choice.first().set("text");
    choice.second().set("prior");

    EvaluateRequest request = choice.request(MODEL, DATA, null, "label", List.of());

    assertThat(request.label()).isNull();
    assertThat(request.probe()).isEqualTo(new ProbeAsked(Kind.WHOLE, List.of("text"), null));
    assertThat(request.command())
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
