package dev.assay.app.gui.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.WorkFailed;
import dev.assay.modelcard.DatasheetTopic;
import dev.assay.modelcard.DatasheetWords;
import dev.assay.usecase.Datasheets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasheetDraftTest {

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsSavedAndReadBack() {
    Path file = Datasheets.besideOf(folder.resolve("x.csv"));
    DatasheetDraft draft = new DatasheetDraft(Datasheets.read(file));
    assertThat(draft.hindrance()).isEqualTo("Nothing was changed.");
    draft.history(DatasheetTopic.FUNDING).edit("Nobody.");

    draft.saved(Datasheets.save(file, "x.csv", draft.words(), draft.stored()));

    assertThat(file).hasFileName("x.datasheet.md");
    assertThat(draft.changed()).isEmpty();
    assertThat(Datasheets.read(file).words().of(DatasheetTopic.FUNDING)).isEqualTo("Nobody.");
    assertThat(draft.completeness()).isEqualTo("1 of 32 topics are written.");
  }

  @Test
  void whatSomebodyElseWroteIsNotOverwritten() throws IOException {
    Path file = folder.resolve("x.datasheet.md");
    DatasheetDraft draft = new DatasheetDraft(Datasheets.read(file));
    draft.history(DatasheetTopic.FUNDING).edit("Nobody.");
    Files.writeString(file, "### Funding\n\nThe council.\n");

    assertThatThrownBy(() -> Datasheets.save(file, "x", draft.words(), draft.stored()))
        .isInstanceOf(WorkFailed.class)
        .hasMessageContaining("changed meanwhile");
    assertThat(file).content().contains("The council.");
  }

  @Test
  void aTextThatWouldNotReadBackHindersSaving() {
    DatasheetDraft draft = new DatasheetDraft(new Datasheets.Stored(DatasheetWords.NONE, ""));
    draft.history(DatasheetTopic.FUNDING).edit("# Everything\n\nelse");

    assertThat(draft.hindrance()).startsWith("'Funding' has a heading of the first three levels");
    draft.history(DatasheetTopic.FUNDING).edit("#### A part\n\nelse");
    assertThat(draft.hindrance()).isEmpty();
    draft.history(DatasheetTopic.FUNDING).edit("x".repeat(20_001));
    assertThat(draft.hindrance()).isEqualTo("'Funding' is longer than a text may be.");
    assertThat(draft.words().of(DatasheetTopic.FUNDING)).isEmpty();
  }

  @Test
  void aChangedDraftIsKeptUntilItIsSaved() {
    Drafts drafts = new Drafts();
    Path file = folder.resolve("x.datasheet.md");
    DatasheetDraft draft = drafts.datasheet(file, () -> new DatasheetDraft(Datasheets.read(file)));
    assertThat(drafts.changedDatasheet(file)).isEmpty();
    draft.history(DatasheetTopic.FUNDING).edit("Nobody.");

    assertThat(drafts.changedDatasheet(file)).containsSame(draft);
    assertThat(drafts.unsaved()).containsExactly("Datasheet x.datasheet.md is changed");
  }
}
