package dev.assay.cost;

import dev.assay.cost.Offer.Fit;
import dev.assay.inference.cost.GenerationTimes;
import dev.assay.inference.cost.Latency;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Prices what was measured.
///
/// A time measured on one machine says nothing about another. A device is priced by it only when it
/// is the machine that was measured, or when its sheet gives a measured factor with its source;
/// then times are divided and throughput is multiplied by that factor.
public final class Pricing {

  /// Hours of a month: a twelfth of a year of 365 days.
  public static final double HOURS_OF_MONTH = Price.HOURS_OF_YEAR / 12;

  private static final double SECONDS_OF_HOUR = 3_600;
  private static final double THOUSAND = 1_000;

  private Pricing() {}

  /// Every device of every sheet, in their order.
  public static List<Offer> offers(Cost cost) {
    List<Offer> offers = new ArrayList<>();
    for (PriceSheet sheet : cost.sheets()) {
      sheet.devices().forEach(device -> offers.add(offer(cost, sheet, device)));
    }
    return List.copyOf(offers);
  }

  /// The cheapest of the devices that meet the latency budget, by the hour; empty when none is
  /// known to, or when those that do are priced in several currencies.
  public static Optional<Offer> smallest(List<Offer> offers) {
    List<Offer> meeting = offers.stream().filter(o -> o.fit() == Fit.MEETS).toList();
    boolean comparable = meeting.stream().map(o -> o.sheet().currency()).distinct().count() == 1;
    return comparable
        ? meeting.stream().min(Comparator.comparingDouble(o -> o.device().price().perHour()))
        : Optional.empty();
  }

  /// What a million tokens cost there, those of prompts and of answers together; absent where
  /// nothing was written or the price of an answer is unknown.
  public static @Nullable Double perMillionTokens(Cost cost, Offer offer) {
    GenerationTimes generation = cost.measured().generation();
    Double thousand = offer.perThousand();
    return generation == null || thousand == null
        ? null
        : thousand * THOUSAND / (cost.measured().typicalTokens() + generation.newTokens());
  }

  private static Offer offer(Cost cost, PriceSheet sheet, PricedDevice device) {
    return switch (device.speed()) {
      case Speed.ThisMachine ignored -> known(cost, sheet, device, 1);
      case Speed.Measured measured -> known(cost, sheet, device, measured.factor());
      case Speed.Unknown ignored ->
          new Offer(
              sheet,
              device,
              null,
              null,
              null,
              null,
              null,
              cost.latencyBudgetMillis() == null ? Fit.NOT_ASKED : Fit.UNKNOWN,
              "the model was not measured on it, and its sheet gives no measured factor");
    };
  }

  private static Offer known(Cost cost, PriceSheet sheet, PricedDevice device, double factor) {
    @Nullable Double budget = cost.latencyBudgetMillis();
    @Nullable Double p95 = cost.measured().single().warm().p95().millis();
    @Nullable Double latency = p95 == null ? null : p95 / factor;
    OptionalDouble throughput = throughput(cost, factor);
    if (throughput.isEmpty()) {
      return new Offer(
          sheet, device, null, latency, null, null, null, fit(budget, latency), noBatch(latency));
    }
    double hourly = device.price().perHour();
    double perSecond = throughput.getAsDouble();
    double ofHour = perSecond * SECONDS_OF_HOUR;
    @Nullable Long monthly = cost.monthly();
    @Nullable Long devices =
        monthly == null ? null : Math.max(1, (long) Math.ceil(monthly / (ofHour * HOURS_OF_MONTH)));
    return new Offer(
        sheet,
        device,
        perSecond,
        latency,
        hourly / ofHour * THOUSAND,
        devices,
        devices == null ? null : devices * hourly * HOURS_OF_MONTH,
        fit(budget, latency),
        latency == null ? "too few calls were timed for its latency" : "");
  }

  private static String noBatch(@Nullable Double latency) {
    return latency == null
        ? "too few calls were timed for its latency"
        : "no number of rows a call keeps within the latency budget";
  }

  private static Fit fit(@Nullable Double budget, @Nullable Double latency) {
    if (budget == null) {
      return Fit.NOT_ASKED;
    }
    if (latency == null) {
      return Fit.UNKNOWN;
    }
    return latency <= budget ? Fit.MEETS : Fit.MISSES;
  }

  /// The most predictions a second of all numbers of rows a call that keep within the budget.
  private static OptionalDouble throughput(Cost cost, double factor) {
    return cost.measured().byRows().stream()
        .filter(call -> keeps(call, cost.latencyBudgetMillis(), factor))
        .mapToDouble(call -> call.rowsPerSecond() * factor)
        .max();
  }

  private static boolean keeps(Latency call, @Nullable Double budget, double factor) {
    @Nullable Double p95 = call.warm().p95().millis();
    return budget == null || (p95 != null && p95 / factor <= budget);
  }
}
