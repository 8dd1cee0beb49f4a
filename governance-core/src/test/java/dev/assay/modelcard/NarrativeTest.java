package dev.assay.modelcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.InputRejected;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NarrativeTest {

  private static final Instant LATER = Narratives.WRITTEN.plusSeconds(3600);

  @Test
  void withKeepsWhoWroteWhatDidNotChange() {
    Narrative first = Narratives.of(NarrativeSection.LICENCE, "mit");

    Narrative second =
        first
            .with(NarrativeSection.LICENCE, "mit", "ben", LATER)
            .with(NarrativeSection.CONTACT, "help@example.org", "ben", LATER);

    assertThat(second.passages().get("licence"))
        .isEqualTo(new Passage("mit", "ann", Narratives.WRITTEN));
    assertThat(second.passages().get("contact").author()).isEqualTo("ben");
  }

  @Test
  void withABlankTextLeavesTheSectionEmpty() {
    Narrative narrative =
        Narratives.of(NarrativeSection.LICENCE, "mit")
            .with(NarrativeSection.LICENCE, " \n", "ann", LATER);

    assertThat(narrative).isEqualTo(Narrative.EMPTY);
  }

  @Test
  void withRefusesATextThatIsTooLong() {
    String text = "x".repeat(Passage.LONGEST + 1);

    assertThatThrownBy(() -> Narrative.EMPTY.with(NarrativeSection.LIMITATIONS, text, "ann", LATER))
        .isInstanceOfSatisfying(
            InputRejected.class, e -> assertThat(e.code()).isEqualTo("CARD-TOO-LONG"))
        .hasMessageContaining("'Limitations'")
        .hasMessageContaining("20,001");
  }

  @Test
  void completenessCountsExpectedSectionsOnly() {
    Narrative narrative =
        Narratives.of(NarrativeSection.LICENCE, "mit")
            .with(NarrativeSection.CITATION, "A paper.", "ann", LATER);

    Completeness completeness = Completeness.of(narrative, "");

    assertThat(completeness.written()).isEqualTo(1);
    assertThat(completeness.expected()).isEqualTo(NarrativeSection.expected().size());
    assertThat(completeness.share()).isEqualTo(1.0 / completeness.expected());
    assertThat(completeness.missing())
        .doesNotContain(NarrativeSection.LICENCE, NarrativeSection.CITATION)
        .contains(NarrativeSection.INTENDED_USE);
    assertThat(completeness.words())
        .isEqualTo(
            "1 of 14 expected sections are written; missing: Description, Developers and owner,"
                + " Version and date and 10 more.");
  }

  @Test
  void completenessTakesThePurposeOfTheAuditForTheIntendedUse() {
    assertThat(Completeness.of(Narrative.EMPTY, "to rank applications").missing())
        .doesNotContain(NarrativeSection.INTENDED_USE);
  }

  @Test
  void completenessOfAFullCardSaysSo() {
    Completeness completeness = Completeness.of(Narratives.complete(), "");

    assertThat(completeness.isComplete()).isTrue();
    assertThat(completeness.share()).isEqualTo(1);
    assertThat(completeness.words()).isEqualTo("All 14 expected sections are written.");
  }

  @Test
  void differenceNamesSectionsAndWords() {
    Narrative before =
        Narratives.of(NarrativeSection.LICENCE, "mit")
            .with(NarrativeSection.CONTACT, "Write to the desk.", "ann", LATER);
    Narrative after =
        Narratives.of(NarrativeSection.CONTACT, "Write to the board.")
            .with(NarrativeSection.VERSION, "2", "ann", LATER);

    CardDifference difference = CardDifference.between(before, after);

    assertThat(difference.words()).isEqualTo("1 section written, 1 changed, 1 removed");
    assertThat(difference.sections())
        .extracting(CardDifference.Section::heading)
        .containsExactly("Version and date", "Licence", "Contact");
    assertThat(difference.sections().getLast().pieces()).hasSize(4);
    assertThat(CardDifference.between(before, before).words()).isEqualTo("nothing changed");
  }

  @Test
  void differenceKeepsSectionsOfOtherVersionsOfAssay() {
    TreeMap<String, Passage> passages = new TreeMap<>();
    passages.put("from_the_future", new Passage("text", "ann", LATER));

    assertThat(CardDifference.between(Narrative.EMPTY, new Narrative(passages)).sections())
        .extracting(CardDifference.Section::heading)
        .containsExactly("from_the_future");
  }

  @Test
  void everySectionHasItsOwnHeadingAndSaysWhatBelongsThere() {
    Set<String> headings = new java.util.HashSet<>();
    for (NarrativeSection section : NarrativeSection.values()) {
      assertThat(headings.add(section.heading())).as(section.id()).isTrue();
      assertThat(section.hint()).as(section.id()).hasSizeGreaterThan(40).endsWith(".");
      assertThat(NarrativeSection.find(section.id())).contains(section);
    }
  }
}
