package dev.assay.app.gui.regime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.regime.Coverage;
import dev.assay.regime.Regimes;
import dev.assay.report.SampleDossiers;
import dev.assay.usecase.RecordedAudit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageModelTest {

  private final RecordedAudit recorded = new RecordedAudit(SampleDossiers.adult());
  private final CoverageModel model = new CoverageModel(recorded, Regimes.load("eu-ai-act"));

  @Test
  void whatIsWrittenToAClauseStaysWhileAnotherOneIsAnswered() {
    Coverage.Row first = model.coverage().rows().get(0);
    Coverage.Row second = model.coverage().rows().get(1);
    model.form(first).text().set("half a sentence");
    model.form(second).text().set("done");

    CoverageModel after = model.after(recorded, second.clause());

    assertThat(after.form(first).text().get()).isEqualTo("half a sentence");
    assertThat(after.form(second).text().get()).isEmpty();
  }

  @Test
  void aClauseFromSecondarySourcesSaysSo() {
    Coverage.Row row =
        model.coverage().rows().stream()
            .filter(r -> r.clause().equals("Annex IV 2(g)"))
            .findFirst()
            .orElseThrow();

    assertThat(model.sourceNote(row)).startsWith("Taken from secondary sources");
    assertThat(model.sourceNote(model.coverage().rows().getFirst())).isEmpty();
    assertThat(model.summary()).endsWith("This is no verdict.");
    assertThat(model.isHeld()).isFalse();
  }

  @Test
  void aFileIsTakenOnceAndAnAnswerNeedsWords() {
    AnswerForm form = model.form(model.coverage().rows().getFirst());
    form.add(List.of(Path.of("a"), Path.of("b")));
    form.add(List.of(Path.of("a")));

    assertThat(form.files()).hasSize(2);
    assertThat(form.hindrance()).isEqualTo("Write an answer.");
    form.text().set("It is so.");
    assertThat(form.hindrance()).isEmpty();
  }
}
