package dev.assay.app.cli;

import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.cost.Cost;
import dev.assay.cost.CostWords;
import dev.assay.cost.Offer;
import dev.assay.cost.Pricing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a model takes, in a few lines.
final class CostSummary {

  private CostSummary() {}

  /// The lines; none when nobody asked.
  static List<String> of(@Nullable Cost cost) {
    if (cost == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("  " + CostWords.headline(cost.measured()));
    Pricing.offers(cost).stream()
        .filter(offer -> offer.perThousand() != null)
        .forEach(offer -> lines.add("  " + line(offer)));
    lines.add("  Other devices are priced in the report.");
    return List.copyOf(lines);
  }

  private static String line(Offer offer) {
    Double thousand = offer.perThousand();
    Double month = offer.perMonth();
    String currency = " " + offer.sheet().currency();
    return Visible.of(offer.device().name(), 60)
        + ": "
        + (thousand == null ? "unknown" : Rounded.number(thousand) + currency)
        + " for 1,000"
        + (month == null ? "" : ", " + Rounded.number(month) + currency + " a month")
        + (offer.sheet().example().isEmpty() ? "" : " (an example’s price, not a real one)");
  }
}
