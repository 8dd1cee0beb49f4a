package dev.assay.app.cli;

import dev.assay.common.Visible;
import dev.assay.modelcard.NarrativeSection;
import dev.assay.modelcard.exchange.DeclaredNumber;
import dev.assay.modelcard.exchange.SuppliedCard;
import dev.assay.usecase.SupplierCards;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A supplier's card in lines for people.
final class SupplierSummary {

  private static final int MOST = 20;

  private SupplierSummary() {}

  static List<String> of(SuppliedCard card) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Visible.of(card.fileName(), 80)
            + ": "
            + card.format().title()
            + (card.name().isEmpty() ? "" : ", card of " + card.name()));
    lines.add(
        "  sections: "
            + (card.texts().isEmpty()
                ? "none"
                : card.texts().keySet().stream()
                    .map(NarrativeSection::heading)
                    .collect(Collectors.joining(", "))));
    if (!card.numbers().isEmpty()) {
      lines.add("  declared by the supplier, not measured here:");
      card.numbers().stream().limit(MOST).forEach(n -> lines.add("    " + words(n)));
      if (card.numbers().size() > MOST) {
        lines.add("    and " + (card.numbers().size() - MOST) + " more");
      }
    }
    card.leftOut().forEach(l -> lines.add("  left out: " + l));
    return lines;
  }

  static List<String> of(SupplierCards.TakenOver taken) {
    List<String> lines = new ArrayList<>();
    lines.add(
        taken.version() == 0
            ? "Nothing was taken over."
            : "Saved as version "
                + taken.version()
                + "; taken over: "
                + String.join(", ", taken.taken())
                + ".");
    if (!taken.kept().isEmpty()) {
      lines.add(
          "Kept as somebody wrote them (--replace takes the supplier's words): "
              + String.join(", ", taken.kept())
              + ".");
    }
    return lines;
  }

  private static String words(DeclaredNumber number) {
    return Visible.of(number.metric(), 60)
        + " "
        + Visible.of(number.value(), 40)
        + (number.lower().isEmpty()
            ? ""
            : " (" + Visible.of(number.lower(), 40) + " – " + Visible.of(number.upper(), 40) + ")")
        + ", "
        + Visible.of(number.slice(), 80)
        + (number.dataset().isEmpty() ? "" : ", on " + Visible.of(number.dataset(), 60));
  }
}
