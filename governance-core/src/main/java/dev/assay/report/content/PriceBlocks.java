package dev.assay.report.content;

import dev.assay.common.Rounded;
import dev.assay.cost.Cost;
import dev.assay.cost.CostWords;
import dev.assay.cost.Offer;
import dev.assay.cost.Offer.Fit;
import dev.assay.cost.PriceSheet;
import dev.assay.cost.PricedDevice;
import dev.assay.cost.Pricing;
import dev.assay.cost.Speed;
import dev.assay.finding.Verdict;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Cloud against edge against one's own machine, as far as their speed is known.
final class PriceBlocks {

  private PriceBlocks() {}

  static List<Block> of(Cost cost) {
    List<Offer> offers = Pricing.offers(cost);
    List<Block> blocks = new ArrayList<>();
    if (offers.isEmpty()) {
      return blocks;
    }
    smallest(cost, offers).ifPresent(blocks::add);
    blocks.add(table(cost, offers));
    cost.sheets().forEach(sheet -> blocks.add(Blocks.note(origin(sheet))));
    offers.stream()
        .filter(o -> o.device().speed() instanceof Speed.Measured)
        .forEach(o -> blocks.add(Blocks.note(factor(o.device()))));
    return blocks;
  }

  private static Optional<Block> smallest(Cost cost, List<Offer> offers) {
    Double budget = cost.latencyBudgetMillis();
    if (budget == null) {
      return Optional.empty();
    }
    String within = " a latency budget of " + Rounded.setting(budget) + " ms";
    Optional<Offer> smallest = Pricing.smallest(offers);
    if (smallest.isPresent()) {
      return Optional.of(
          Blocks.paragraph(
              Text.of("The smallest device that meets" + within + ", by its price an hour: ")
                  .and(Say.phrase(smallest.get().device().name()))
                  .and(".")));
    }
    boolean several = offers.stream().anyMatch(o -> o.fit() == Fit.MEETS);
    return Optional.of(
        Blocks.paragraph(
            several
                ? "The devices that meet" + within + " are priced in several currencies."
                : "No device is known to meet" + within + "."));
  }

  private static Block table(Cost cost, List<Offer> offers) {
    List<String> currencies = cost.sheets().stream().map(PriceSheet::currency).distinct().toList();
    String in = currencies.size() == 1 ? ", " + currencies.getFirst() : "";
    Long monthly = cost.monthly();
    boolean budgeted = cost.latencyBudgetMillis() != null;
    String unit = cost.measured().unit();
    Tables table =
        Tables.captioned("Cloud, edge and own machine")
            .words("Device")
            .name("Kind")
            .number("An hour" + in)
            .number("1,000 " + unit + "s" + in)
            .number(capacity(unit))
            .number("p95 of one, ms");
    if (monthly != null) {
      table.number("A month of " + Rounded.count(monthly) + in);
    }
    if (budgeted) {
      table.words("Budget");
    }
    for (Offer offer : offers) {
      String currency = in.isEmpty() ? " " + offer.sheet().currency() : "";
      List<Text> cells = new ArrayList<>();
      cells.add(name(offer));
      cells.add(Text.of(offer.device().kind().words()));
      cells.add(money(offer.device().price().perHour(), currency));
      cells.add(money(offer.perThousand(), currency));
      cells.add(known(offer.throughput()));
      cells.add(known(offer.latencyMillis()));
      if (monthly != null) {
        cells.add(month(offer, currency));
      }
      if (budgeted) {
        cells.add(fit(offer.fit()));
      }
      table.row(offer.throughput() == null, cells);
    }
    return table.note(note(offers, monthly)).table();
  }

  private static String capacity(String unit) {
    return Character.toUpperCase(unit.charAt(0)) + unit.substring(1) + "s a second";
  }

  private static Text name(Offer offer) {
    Text name = Say.phrase(offer.device().name());
    return offer.sheet().example().isEmpty() ? name : name.and(Text.aside(" example price"));
  }

  private static Text known(@Nullable Double number) {
    return Text.of(number == null ? "unknown" : CostWords.amount(number));
  }

  private static Text money(@Nullable Double amount, String currency) {
    return Text.of(amount == null ? "unknown" : Rounded.number(amount) + currency);
  }

  private static Text month(Offer offer, String currency) {
    Long devices = offer.devices();
    Text month = money(offer.perMonth(), currency);
    return devices == null ? month : month.and(Text.aside(" " + Say.many(devices, "device")));
  }

  private static Text fit(Fit fit) {
    return switch (fit) {
      case NOT_ASKED -> Text.NONE;
      case MEETS -> Text.marked(Say.mark(Verdict.PASS), "met");
      case MISSES -> Text.marked(Say.mark(Verdict.FAIL), "missed");
      case UNKNOWN -> Text.marked(Say.mark(Verdict.INSUFFICIENT_EVIDENCE), "unknown");
    };
  }

  private static String note(List<Offer> offers, @Nullable Long monthly) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "1,000 predictions are priced on a device that has always something to do, in calls of the"
            + " size that scores most.");
    if (monthly != null) {
      sentences.add(
          "A month has 730 hours in which the devices are on, and its load is spread evenly over"
              + " them.");
    }
    sentences.add("A latency is that of the call alone; making its inputs comes on top.");
    offers.stream()
        .filter(o -> !o.unknown().isEmpty())
        .map(Offer::unknown)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .forEach(why -> sentences.add("Unknown: " + why + "."));
    return String.join(" ", sentences);
  }

  private static Text origin(PriceSheet sheet) {
    Text example =
        sheet.example().isEmpty()
            ? Text.NONE
            : Text.strong("Not real prices, ").and(Say.phrase(sheet.example())).and(". ");
    return example.and(
        Say.phrase(sheet.title())
            .and(": prices of " + sheet.date() + " in " + sheet.currency() + "; source: ")
            .and(Say.sentence(sheet.source()))
            .and("."));
  }

  private static Text factor(PricedDevice device) {
    return switch (device.speed()) {
      case Speed.Measured measured ->
          Say.phrase(device.name())
              .and(
                  " is taken to be "
                      + Rounded.setting(measured.factor())
                      + " times as fast as the machine that measured; source: ")
              .and(Say.sentence(measured.source()))
              .and(".");
      case Speed.ThisMachine ignored -> Text.NONE;
      case Speed.Unknown ignored -> Text.NONE;
    };
  }
}
