package dev.assay.app.gui.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.content.Part;
import dev.assay.report.content.ReportKind;
import dev.assay.report.document.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportChoiceTest {

  private static final ReportChoice BIAS = ReportChoice.usual().of(ReportKind.BIAS_AUDIT);

  @Test
  void sectionsAreMovedAndLeftOutAndComeBackAsUsual() {
    ReportChoice changed =
        BIAS.moved(Part.GROUPS, -1).showing(Part.MEANINGS, false).in(Language.GERMAN);

    assertThat(changed.shown()).startsWith(Part.GROUPS, Part.AUDITED).doesNotContain(Part.MEANINGS);
    assertThat(changed.isUsual()).isFalse();
    assertThat(changed.asUsual()).isEqualTo(BIAS.in(Language.GERMAN));
    assertThat(changed.plan().parts()).isEqualTo(changed.shown());
  }

  @Test
  void theFirstCannotGoUpNorTheLastDown() {
    assertThat(BIAS.moved(Part.AUDITED, -1)).isEqualTo(BIAS);
    assertThat(BIAS.moved(Part.VERIFYING, 1)).isEqualTo(BIAS);
    assertThat(BIAS.moved(Part.DECISION, 1)).isEqualTo(BIAS);
  }

  @Test
  void theLanguageStaysWhenTheKindChanges() {
    ReportChoice german = BIAS.in(Language.GERMAN);

    assertThat(german.of(ReportKind.EXECUTIVE).language()).isEqualTo(Language.GERMAN);
    assertThat(german.of(ReportKind.COMPARISON).language()).isEqualTo(Language.GERMAN);
  }

  @Test
  void whatWasChosenIsFoundAgain() {
    ReportChoice changed =
        BIAS.moved(Part.GAPS, -2)
            .showing(Part.UNKNOWN, false)
            .in(Language.GERMAN)
            .against("01k9z3m6qd-7w3c9x0vtb");

    assertThat(ReportChoice.parse(changed.text())).isEqualTo(changed);
    assertThat(changed.options())
        .containsExactly(
            "--kind",
            "bias-audit",
            "--language",
            "de",
            "--sections",
            "audited,gaps,groups,intersections,signatures,meanings,verifying");
    assertThat(changed.of(ReportKind.COMPARISON).options())
        .containsExactly(
            "--kind", "comparison", "--language", "de", "--with", "01k9z3m6qd-7w3c9x0vtb");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "a|b|c|d", "FULL|ENGLISH", "FULL|KLINGON|DATA|", "NEWER|ENGLISH|X|"})
  void whatCannotBeReadIsTheFullReport(String text) {
    assertThat(ReportChoice.parse(text)).isEqualTo(ReportChoice.usual());
  }

  @Test
  void sectionsOfAnotherVersionGiveTheUsualOnesOfTheKind() {
    assertThat(ReportChoice.parse("EXECUTIVE|GERMAN|OPEN,NUMBERS|"))
        .isEqualTo(ReportChoice.usual().of(ReportKind.EXECUTIVE).in(Language.GERMAN));
  }
}
