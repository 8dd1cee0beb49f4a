package dev.assay.usecase;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import dev.assay.modelcard.CardVersion;
import dev.assay.modelcard.Narrative;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.modelcard.exchange.SuppliedCard;
import dev.assay.modelcard.exchange.SuppliedCards;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Takes cards of suppliers over into the cards of audits.
public final class SupplierCards {

  private final Cards cards;
  private final Clock clock;

  /// @param cards where versions are saved
  /// @param clock tells when words were taken over
  public SupplierCards(Cards cards, Clock clock) {
    this.cards = cards;
    this.clock = clock;
  }

  /// What came of it.
  ///
  /// @param card the supplier's
  /// @param version that was saved, 0 when nothing was
  /// @param taken headings of the sections that were taken over
  /// @param kept headings of the sections where somebody had written already
  public record TakenOver(SuppliedCard card, int version, List<String> taken, List<String> kept) {}

  /// Reads a supplier's card.
  ///
  /// @throws InputRejected when it is none, or cannot be read
  public static SuppliedCard read(Path file) {
    String name = String.valueOf(file.getFileName());
    try (InputStream in = Files.newInputStream(file)) {
      return SuppliedCards.read(in.readNBytes(SuppliedCards.MOST_BYTES + 1), name);
    } catch (IOException e) {
      throw new InputRejected(
          "CARD-READ",
          "The card '" + Visible.of(name, 80) + "' could not be read (" + e.getMessage() + ").",
          "Check that the file exists and may be read.",
          e);
    }
  }

  /// Fills the sections of an audit's card on which nobody wrote, and saves a version.
  ///
  /// @param replace whether sections on which somebody wrote are replaced too
  public TakenOver takeOver(SuppliedCard card, String audit, boolean replace) {
    List<CardVersion> versions = cards.versions(audit);
    Narrative before = versions.isEmpty() ? Narrative.EMPTY : versions.getFirst().narrative();
    Narrative after = before;
    List<String> taken = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    for (Map.Entry<NarrativeSection, String> passage : card.passages().entrySet()) {
      NarrativeSection section = passage.getKey();
      boolean numbers = section == NarrativeSection.SUPPLIED_NUMBERS;
      if (before.has(section) && !replace && !numbers) {
        kept.add(section.heading());
      } else if (!before.text(section).equals(passage.getValue())) {
        after = after.with(section, passage.getValue(), cards.author(), clock.instant());
        taken.add(section.heading());
      }
    }
    int based = versions.isEmpty() ? 0 : versions.getFirst().number();
    int saved = taken.isEmpty() ? 0 : cards.save(audit, based, after).number();
    return new TakenOver(card, saved, List.copyOf(taken), List.copyOf(kept));
  }
}
