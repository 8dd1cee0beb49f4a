package dev.assay.app.gui.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.common.Digest;
import dev.assay.modelcard.CardVersion;
import dev.assay.modelcard.Narrative;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.modelcard.Narratives;
import dev.assay.modelcard.Passage;
import dev.assay.modelcard.exchange.SuppliedCard;
import dev.assay.modelcard.exchange.SuppliedCards;
import java.util.List;
import org.junit.jupiter.api.Test;

class CardDraftTest {

  @Test
  void whatIsWrittenIsChangedUntilItIsSaved() {
    CardDraft draft = new CardDraft(List.of(), "", "ben");
    assertThat(draft.hindrance()).isEqualTo("Nothing was changed since the card was opened.");

    draft.history(NarrativeSection.LICENCE).edit("mit");
    assertThat(draft.changed()).containsExactly(NarrativeSection.LICENCE);
    assertThat(draft.hindrance()).isEmpty();
    Narrative narrative = draft.narrative(Narratives.WRITTEN);
    assertThat(narrative.passages().get("licence").author()).isEqualTo("ben");

    assertThat(draft.rebase(List.of(version(1, narrative)))).isEmpty();
    assertThat(draft.changed()).isEmpty();
    assertThat(draft.basedOn()).isEqualTo(1);
    assertThat(draft.hindrance()).isEqualTo("Nothing was changed since version 1.");
  }

  @Test
  void aVersionOfSomebodyElseFillsWhatWasNotTouchedHereAndLosesNothing() {
    CardDraft draft = new CardDraft(List.of(), "", "ben");
    draft.history(NarrativeSection.LICENCE).edit("mit");
    draft.history(NarrativeSection.CONTACT).edit("desk");
    Narrative theirs =
        Narratives.of(NarrativeSection.LICENCE, "apache-2.0")
            .with(NarrativeSection.VERSION, "7", "ann", Narratives.WRITTEN);

    List<NarrativeSection> both = draft.rebase(List.of(version(1, theirs)));

    assertThat(both).containsExactly(NarrativeSection.LICENCE);
    assertThat(draft.history(NarrativeSection.LICENCE).text()).isEqualTo("mit");
    assertThat(draft.history(NarrativeSection.CONTACT).text()).isEqualTo("desk");
    assertThat(draft.history(NarrativeSection.VERSION).text()).isEqualTo("7");
    assertThat(draft.basedOn()).isEqualTo(1);
  }

  @Test
  void anOlderStateDoesNotTakeAnythingBack() {
    CardDraft draft =
        new CardDraft(
            List.of(version(1, Narratives.of(NarrativeSection.LICENCE, "mit"))), "", "ben");

    assertThat(draft.rebase(List.of())).isEmpty();
    draft.rebase(List.of(version(1, Narrative.EMPTY)));

    assertThat(draft.history(NarrativeSection.LICENCE).text()).isEqualTo("mit");
  }

  @Test
  void aTextThatIsTooLongHindersSavingAndIsNotLost() {
    CardDraft draft = new CardDraft(List.of(), "", "ben");
    draft.history(NarrativeSection.LIMITATIONS).edit("x".repeat(Passage.LONGEST + 1));

    assertThat(draft.hindrance()).isEqualTo("'Limitations' is longer than a section may be.");
    assertThat(draft.narrative(Narratives.WRITTEN)).isEqualTo(Narrative.EMPTY);
    assertThat(draft.history(NarrativeSection.LIMITATIONS).text()).hasSize(Passage.LONGEST + 1);
  }

  @Test
  void discardCanBeTakenBack() {
    CardDraft draft = new CardDraft(List.of(), "", "ben");
    draft.history(NarrativeSection.LICENCE).edit("mit");

    draft.discard();
    assertThat(draft.changed()).isEmpty();
    draft.history(NarrativeSection.LICENCE).undo();

    assertThat(draft.history(NarrativeSection.LICENCE).text()).isEqualTo("mit");
  }

  @Test
  void thePurposeOfTheAuditCountsAsIntendedUse() {
    CardDraft draft = new CardDraft(List.of(), "to rank", "ben");

    assertThat(draft.isWritten(NarrativeSection.INTENDED_USE)).isTrue();
    assertThat(draft.completeness(Narratives.WRITTEN).written()).isEqualTo(1);
  }

  @Test
  void draftsSayWhatWouldBeLost() {
    Drafts drafts = new Drafts();
    CardDraft card = drafts.card("01k9", () -> new CardDraft(List.of(), "", "ben"));
    PolicyDraft policy = drafts.policy("copy", () -> PolicyDraft.copyOf("id: a\ntitle: A\n"));
    assertThat(drafts.card("01k9", () -> new CardDraft(List.of(), "", "ben"))).isSameAs(card);
    assertThat(drafts.unsaved()).containsExactly("Policy A (copy) is changed");

    card.history(NarrativeSection.LICENCE).edit("mit");
    drafts.drop(policy);

    assertThat(drafts.unsaved()).containsExactly("Model card of audit 01k9: 1 section changed");
  }

  @Test
  void aSuppliersWordsFillOnlyWhatIsEmptyAndCanBeTakenBack() {
    CardDraft draft = new CardDraft(List.of(), "", "ben");
    draft.history(NarrativeSection.LIMITATIONS).edit("Ours.");
    SuppliedCard card =
        SuppliedCards.read(
            "# M\n\n## Limitations\n\nTheirs.\n\n## Training data\n\nFilms.".getBytes(UTF_8),
            "m.md");

    String words = draft.takeOver(card);

    assertThat(words)
        .isEqualTo(
            "Taken over from m.md, not saved yet: Training data. Kept as written here: Limitations.");
    assertThat(draft.history(NarrativeSection.LIMITATIONS).text()).isEqualTo("Ours.");
    assertThat(draft.history(NarrativeSection.TRAINING_DATA).text()).startsWith("Films.\n\nTaken");
    draft.history(NarrativeSection.TRAINING_DATA).undo();
    assertThat(draft.history(NarrativeSection.TRAINING_DATA).text()).isEmpty();
  }

  private static CardVersion version(int number, Narrative narrative) {
    return new CardVersion(
        "01k9", number, narrative, Digest.of(new byte[0]), "ann", Narratives.WRITTEN);
  }
}
