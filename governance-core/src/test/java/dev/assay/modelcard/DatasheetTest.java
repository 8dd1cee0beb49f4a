package dev.assay.modelcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import dev.assay.dataset.ImportReport;
import dev.assay.modelcard.exchange.CycloneDxDatasheet;
import dev.assay.report.SampleDossiers;
import dev.assay.usecase.DatasheetFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatasheetTest {

  @Test
  void factsComeFromTheDataAndWordsFromPeople() {
    DatasheetWords words =
        DatasheetWords.NONE.with(DatasheetTopic.CONSENT, "They were told, see [the form](x).");
    Datasheet sheet = Datasheet.of(adult(), words);

    assertThat(sheet.markdown())
        .contains("| SHA-256 | " + adult().digest().sha256() + " |")
        .contains("| Rows | " + String.format("%,d", adult().profile().rows()) + " |")
        .contains("## Collection process\n\n### Notice and consent\n\nThey were told")
        .contains("## Motivation\n\nNot written.")
        .contains("- Funding: Who paid for it?");
    assertThat(sheet.completeness()).isEqualTo("1 of 32 topics are written.");
  }

  @Test
  void wordsReadBackFromTheirFileAndFromADatasheet() {
    DatasheetWords words = DatasheetWords.NONE;
    for (DatasheetTopic topic : DatasheetTopic.values()) {
      words = words.with(topic, "About " + topic.id() + ".\n\n- a list");
    }

    assertThat(DatasheetWords.read(words.markdown("x.csv"), "x")).isEqualTo(words);
    assertThat(DatasheetWords.read(Datasheet.of(adult(), words).markdown(), "x")).isEqualTo(words);
  }

  @Test
  void aBegunFileHasEveryQuestionAndNoAnswer() {
    String begun = DatasheetWords.NONE.markdown("x.csv");

    assertThat(begun).contains("### Funding\n\n> Who paid for it?");
    assertThat(DatasheetWords.read(begun, "x")).isEqualTo(DatasheetWords.NONE);
  }

  @Test
  void headingsThatAreNoTopicAreNamed() {
    DatasheetWords words = DatasheetWords.read("### Funding\n\nus\n\n### Weather\n\nfine", "x");

    assertThat(words.unknown()).containsExactly("Weather");
    assertThat(words.of(DatasheetTopic.FUNDING)).isEqualTo("us");
  }

  @Test
  void aFileThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> DatasheetWords.read("x".repeat(DatasheetWords.LONGEST + 1), "x.md"))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining("'x.md' has more than the 1,000,000 characters");
    assertThatThrownBy(() -> DatasheetWords.read("### Funding\n\n" + "x".repeat(20_010), "x.md"))
        .hasMessageContaining("The text on 'Funding' in 'x.md' has more than the 20,000");
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatSaysTheWordsAndIsTheSameTwice(DatasheetFormat format) {
    DatasheetWords words = DatasheetWords.NONE.with(DatasheetTopic.PURPOSE, "For a trial.");
    Datasheet sheet = Datasheet.of(adult(), words);
    byte[] once = format.bytes(sheet, "ann", Instant.EPOCH);

    assertThat(once).isEqualTo(format.bytes(sheet, "ann", Instant.EPOCH));
    if (format.isText()) {
      assertThat(new String(once, StandardCharsets.UTF_8)).contains("For a trial.");
    } else {
      assertThat(once).hasSizeGreaterThan(2_000);
    }
  }

  @Test
  void theBillOfMaterialsNamesTheDataByDigest() {
    Datasheet sheet = Datasheet.of(adult(), DatasheetWords.NONE);

    assertThat(new String(CycloneDxDatasheet.write(sheet), StandardCharsets.UTF_8))
        .contains("\"type\" : \"data\"", adult().digest().sha256(), "\"assay:rows\"");
  }

  @Test
  void hostileWordsRestyleNothing() {
    Datasheet sheet =
        Datasheet.of(
            adult(),
            DatasheetWords.NONE.with(DatasheetTopic.PURPOSE, "# Maintenance\n<script>\n```\nopen"));

    assertThat(sheet.markdown().lines().filter(l -> l.equals("## Maintenance"))).hasSize(1);
    assertThat(CardMarkdown.html(sheet.markdown())).doesNotContain("<script>");
  }

  private static ImportReport adult() {
    return SampleDossiers.adult().run().data();
  }
}
