package dev.assay.report.content;

import dev.assay.cost.Cost;
import dev.assay.cost.Offer;
import dev.assay.cost.Offer.Fit;
import dev.assay.cost.PriceSheet;
import dev.assay.cost.PricedDevice;
import dev.assay.cost.Pricing;
import dev.assay.cost.Speed;
import dev.assay.finding.Verdict;
import dev.assay.inference.cost.GenerationTimes;
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
    String within = Say.words("price.a-latency-budget-of", Say.setting(budget));
    Optional<Offer> smallest = Pricing.smallest(offers);
    if (smallest.isPresent()) {
      return Optional.of(
          Blocks.paragraph(
              Say.text(
                  "price.the-smallest-device-that",
                  within,
                  Say.phrase(smallest.get().device().name()))));
    }
    boolean several = offers.stream().anyMatch(o -> o.fit() == Fit.MEETS);
    return Optional.of(
        Blocks.paragraph(
            several
                ? Say.words("price.the-devices-that-meet", within)
                : Say.words("price.no-device-is-known", within)));
  }

  private static Block table(Cost cost, List<Offer> offers) {
    List<String> currencies = cost.sheets().stream().map(PriceSheet::currency).distinct().toList();
    String in = currencies.size() == 1 ? ", " + currencies.getFirst() : "";
    Long monthly = cost.monthly();
    boolean budgeted = cost.latencyBudgetMillis() != null;
    String unit = cost.measured().unit();
    Tables table =
        Tables.captioned(Say.words("price.cloud-edge-and-own"))
            .words(Say.words("word.device"))
            .name(Say.words("word.kind"))
            .number(Say.words("price.an-hour", in))
            .number(Say.words("price.1-000-s", Say.plural(unit), in));
    if (cost.measured().generation() != null) {
      table.number(Say.words("price.a-million-tokens", in));
    }
    table.number(CostSection.capacity(unit)).number(Say.words("price.p95-of-one-ms"));
    if (monthly != null) {
      table.number(Say.words("price.a-month-of", Say.count(monthly), in));
    }
    if (budgeted) {
      table.words(Say.words("word.budget"));
    }
    for (Offer offer : offers) {
      String currency = in.isEmpty() ? " " + offer.sheet().currency() : "";
      List<Text> cells = new ArrayList<>();
      cells.add(name(offer));
      cells.add(Text.of(Say.word("device", offer.device().kind())));
      cells.add(money(offer.device().price().perHour(), currency));
      cells.add(money(offer.perThousand(), currency));
      if (cost.measured().generation() != null) {
        cells.add(money(Pricing.perMillionTokens(cost, offer), currency));
      }
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
    return table.note(note(cost, offers)).table();
  }

  private static Text name(Offer offer) {
    Text name = Say.phrase(offer.device().name());
    return offer.sheet().example().isEmpty()
        ? name
        : name.and(Text.aside(Say.words("price.example-price")));
  }

  private static Text known(@Nullable Double number) {
    return Text.of(number == null ? Say.words("word.unknown") : Pace.amount(number));
  }

  private static Text money(@Nullable Double amount, String currency) {
    return Text.of(amount == null ? Say.words("word.unknown") : Say.number(amount) + currency);
  }

  private static Text month(Offer offer, String currency) {
    Long devices = offer.devices();
    Text month = money(offer.perMonth(), currency);
    return devices == null ? month : month.and(Text.aside(" " + Say.many(devices, "device")));
  }

  private static Text fit(Fit fit) {
    return switch (fit) {
      case NOT_ASKED -> Text.NONE;
      case MEETS -> Text.marked(Say.mark(Verdict.PASS), Say.words("word.met"));
      case MISSES -> Text.marked(Say.mark(Verdict.FAIL), Say.words("word.missed"));
      case UNKNOWN ->
          Text.marked(Say.mark(Verdict.INSUFFICIENT_EVIDENCE), Say.words("word.unknown"));
    };
  }

  private static String note(Cost cost, List<Offer> offers) {
    List<String> sentences = new ArrayList<>();
    sentences.add(Say.words("price.1-000-predictions-are"));
    GenerationTimes generation = cost.measured().generation();
    if (generation != null) {
      sentences.add(
          Say.words(
              "price.tokens-are",
              Say.count(cost.measured().typicalTokens()),
              Say.count(generation.newTokens())));
    }
    if (cost.monthly() != null) {
      sentences.add(Say.words("price.a-month-has-730"));
    }
    sentences.add(Say.words("price.a-latency-is-that"));
    offers.stream()
        .filter(o -> !o.unknown().isEmpty())
        .map(Offer::unknown)
        .distinct()
        .sorted(Comparator.naturalOrder())
        .forEach(why -> sentences.add(Say.words("price.unknown", why)));
    return String.join(" ", sentences);
  }

  private static Text origin(PriceSheet sheet) {
    Text example =
        sheet.example().isEmpty()
            ? Text.NONE
            : Text.strong(Say.words("price.not-real-prices"))
                .and(Say.phrase(sheet.example()))
                .and(". ");
    return Say.text(
        "price.prices-of-in-source",
        example,
        Say.phrase(sheet.title()),
        sheet.date(),
        sheet.currency(),
        Say.sentence(sheet.source()));
  }

  private static Text factor(PricedDevice device) {
    return switch (device.speed()) {
      case Speed.Measured measured ->
          Say.text(
              "price.is-taken-to-be",
              Say.phrase(device.name()),
              Say.setting(measured.factor()),
              Say.sentence(measured.source()));
      case Speed.ThisMachine ignored -> Text.NONE;
      case Speed.Unknown ignored -> Text.NONE;
    };
  }
}
