package dev.assay.modelcard.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.AssayException;
import dev.assay.common.InputRejected;
import dev.assay.evaluation.MetricRow;
import dev.assay.metric.Interval;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.modelcard.Narratives;
import dev.assay.report.SampleDossiers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuppliedCardsTest {

  private static final String TEMPLATE =
      """
      ---
      license: mit
      language: no
      base_model: bert-base-uncased
      model-index:
      - name: nice-model
        results:
        - task: {type: text-classification}
          dataset: {name: imdb, type: imdb}
          metrics:
          - {type: accuracy, value: 0.91}
          - {type: f1, value: 9.0e-1}
      ---
      # Nice Model

      It tells good films from bad.

      ## Uses

      ### Direct Use

      Sorting films.

      ### Out-of-Scope Use

      [More Information Needed]

      ## Bias, Risks, and Limitations

      Fails on irony.

      #### Known failures

      - sarcasm

      ## Model Examination [optional]

      Nothing here fits.
      """;

  @ParameterizedTest
  @EnumSource
  void aCardReadsBackAsItWasWritten(ModelCardFormat format) {
    CardSource source = new CardSource(SampleDossiers.adult(), Narratives.complete());

    SuppliedCard card = SuppliedCards.read(format.write(source), "card");

    assertThat(card.format()).isEqualTo(format);
    assertThat(card.name()).isEqualTo(source.name());
    assertThat(card.numbers()).hasSameSizeAs(source.numbers());
    for (MetricRow row : source.numbers()) {
      assertThat(card.numbers()).anySatisfy(n -> assertSame(n, row));
    }
    for (NarrativeSection section : NarrativeSection.values()) {
      if (format != ModelCardFormat.GOOGLE || !withoutAPlaceInGoogle().contains(section)) {
        assertThat(card.texts().get(section))
            .as(section.id())
            .isEqualTo("About " + section.id() + ".");
      }
    }
  }

  private static Set<NarrativeSection> withoutAPlaceInGoogle() {
    return Set.of(NarrativeSection.CHOICE_OF_DATA, NarrativeSection.SUPPLIED_NUMBERS);
  }

  private static void assertSame(DeclaredNumber number, MetricRow row) {
    assertThat(number.metric()).isEqualTo(row.metric());
    assertThat(number.slice()).isEqualTo(CardSource.slice(row));
    assertThat(Double.parseDouble(number.value())).isEqualTo(row.value().orNaN());
    Interval interval = CardSource.interval(row).orElse(null);
    assertThat(number.lower()).isEqualTo(interval == null ? "" : Double.toString(interval.lower()));
    assertThat(number.upper()).isEqualTo(interval == null ? "" : Double.toString(interval.upper()));
  }

  @Test
  void aCardOfTheTemplateIsSortedIntoOurSections() {
    SuppliedCard card = read(TEMPLATE);

    assertThat(card.name()).isEqualTo("Nice Model");
    assertThat(card.texts())
        .containsEntry(NarrativeSection.DESCRIPTION, "It tells good films from bad.")
        .containsEntry(NarrativeSection.INTENDED_USE, "Sorting films.")
        .containsEntry(
            NarrativeSection.LIMITATIONS, "Fails on irony.\n\n#### Known failures\n\n- sarcasm")
        .containsEntry(NarrativeSection.LICENCE, "mit")
        .containsEntry(NarrativeSection.VERSION, "Fine-tuned from bert-base-uncased.")
        .doesNotContainKey(NarrativeSection.OUT_OF_SCOPE);
    assertThat(card.numbers())
        .containsExactly(
            new DeclaredNumber("accuracy", "0.91", "overall", "imdb", "", ""),
            new DeclaredNumber("f1", "9.0e-1", "overall", "imdb", "", ""));
    assertThat(card.leftOut()).containsExactly("'Model Examination [optional]'");
  }

  @Test
  void declaredNumbersSayThatTheyWereNotMeasuredHere() {
    Map<NarrativeSection, String> passages = read(TEMPLATE).passages();

    assertThat(passages.get(NarrativeSection.SUPPLIED_NUMBERS))
        .startsWith("Declared by the supplier, not measured here: card, SHA-256 ")
        .contains("| accuracy | overall | imdb | 0.91 | – |");
    assertThat(passages.get(NarrativeSection.INTENDED_USE))
        .isEqualTo("Sorting films.\n\nTaken over from the supplier's card card.");
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("", "CARD-FORMAT", "is empty"),
        Arguments.of("\0\0", "CARD-FORMAT", "is no text"),
        Arguments.of("{\"a\": 1}", "CARD-FORMAT", "neither CycloneDX nor SPDX"),
        Arguments.of("{\"bomFormat\": ", "CARD-JSON", "no well-formed JSON"),
        Arguments.of("{\"bomFormat\":1,\"bomFormat\":2}", "CARD-JSON", "no well-formed JSON"),
        Arguments.of("{\"bomFormat\": \"CycloneDX\"}", "CARD-NO-MODEL", "no component"),
        Arguments.of("{\"@graph\": []}", "CARD-NO-MODEL", "no AI package"),
        Arguments.of("{\"a\":".repeat(200), "CARD-JSON", "no well-formed JSON"),
        Arguments.of("---\na: &x [1]\nb: *x\n---\n", "CARD-YAML", "anchor"),
        Arguments.of("---\nb: *x\n---\n", "CARD-YAML", "line 1"),
        Arguments.of("---\na: !!java.net.URL [x]\n---\n", "CARD-YAML", "tag"),
        Arguments.of("---\na: 1\na: 2\n---\n", "CARD-YAML", "cannot be read"),
        Arguments.of("---\n" + "[".repeat(500) + "\n---\n", "CARD-YAML", "cannot be read"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatIsNoCardIsRefusedInASentence(String text, String code, String words) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputRejected.class)
        .hasMessageContaining(words)
        .hasMessageContaining("'card'")
        .extracting(e -> ((AssayException) e).code())
        .isEqualTo(code);
  }

  @Test
  void aCardThatIsTooLargeIsRefused() {
    assertThatThrownBy(() -> SuppliedCards.read(new byte[SuppliedCards.MOST_BYTES + 1], "card"))
        .hasMessageContaining("4.2 MB");
  }

  @Test
  void aTextThatIsTooLongIsCutAndSaidToBe() {
    SuppliedCard card = read("# M\n\n" + "word ".repeat(10_000));

    assertThat(card.leftOut())
        .containsExactly("the end of 'Description', which is longer than a section may be");
    assertThat(card.passages().get(NarrativeSection.DESCRIPTION)).hasSizeLessThan(20_001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "[a](", "![", "a\n=\n", "**a*", "`a``", "> ", "|a|b|\n|-|-|\n"})
  @Timeout(10)
  void aLongTextOfOpenMarkupTakesNoTime(String part) {
    String text = part.repeat(3_000_000 / part.length());

    assertThat(read("# M\n\n" + text).passages()).hasSizeLessThan(3);
  }

  @ParameterizedTest
  @EnumSource
  void changedBytesAreReadOrRefusedNeverADefect(ModelCardFormat format) {
    byte[] card = format.write(new CardSource(SampleDossiers.adult(), Narratives.complete()));
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 300; i++) {
      byte[] changed = card.clone();
      for (int k = 0; k < 1 + i % 5; k++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(128);
      }
      try {
        SuppliedCards.read(changed, "card").passages();
      } catch (InputRejected e) {
        refused++;
      }
    }
    assertThat(refused).isLessThan(300);
  }

  @Test
  void ourOwnHostileCardReadsBackWithoutHarm() {
    for (ModelCardFormat format : ModelCardFormat.values()) {
      CardSource source = new CardSource(SampleDossiers.hostile(), Narratives.complete());
      SuppliedCard card = SuppliedCards.read(format.write(source), "card");
      assertThat(List.copyOf(card.passages().values())).noneMatch(p -> p.contains("\u202E"));
    }
  }

  private static SuppliedCard read(String text) {
    return SuppliedCards.read(text.getBytes(StandardCharsets.UTF_8), "card");
  }
}
