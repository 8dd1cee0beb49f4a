package dev.assay.report.content;

import dev.assay.chart.GroupBars;
import dev.assay.common.Rounded;
import dev.assay.cost.Cost;
import dev.assay.cost.CostWords;
import dev.assay.inference.cost.Energy;
import dev.assay.inference.cost.Latency;
import dev.assay.inference.cost.Measurement;
import dev.assay.inference.cost.Memory;
import dev.assay.inference.cost.Quantile;
import dev.assay.inference.cost.Timing;
import dev.assay.report.document.Block;
import dev.assay.report.document.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What running the model takes: time, memory, room and energy on the machine that measured, and
/// what that costs on the devices of the price sheets.
final class CostSection {

  private static final double THOUSAND = 1_000;

  private CostSection() {}

  /// The section; absent where nobody asked.
  static Optional<Block.Section> of(Context context) {
    return Optional.ofNullable(context.evaluation().cost()).map(CostSection::of);
  }

  private static Block.Section of(Cost cost) {
    Measurement measured = cost.measured();
    List<Block> blocks = new ArrayList<>();
    blocks.add(Blocks.lead(Text.of(CostWords.headline(measured))));
    blocks.add(
        Blocks.note(
            Text.of("Calls of the runtime alone, timed in the worker on ")
                .and(Say.phrase(cost.machine()))
                .and(
                    ", device "
                        + measured.device().getOrDefault("provider", "not said")
                        + ", threads "
                        + measured.device().getOrDefault("threads", "not said")
                        + "; whatever else ran there is in the times. They differ from run to run, and"
                        + " say nothing about another machine.")));
    blocks.add(new Block.KeyValues(entries(measured)));
    blocks.add(latencies(measured));
    blocks.add(figures(measured));
    blocks.addAll(PriceBlocks.of(cost));
    return Blocks.section("cost", "Cost", blocks);
  }

  private static List<Block.Entry> entries(Measurement measured) {
    Memory memory = measured.memory();
    List<Block.Entry> entries = new ArrayList<>();
    entries.add(Blocks.entry("Loading the model", spread(measured.load())));
    entries.add(Blocks.entry("First call after loading", spread(measured.firstCall())));
    entries.add(
        Blocks.entry("Making the inputs of one " + measured.unit(), spread(measured.prepare())));
    entries.add(
        Blocks.entry(
            "Peak memory of the worker",
            memory.peakBytes() == null
                ? "unknown: this system does not tell it"
                : Rounded.bytes(memory.peakBytes())
                    + ", Java and the runtime included"
                    + (memory.beforeBytes() == null
                        ? ""
                        : "; " + Rounded.bytes(memory.beforeBytes()) + " before the model")));
    entries.add(Blocks.entry("Size on disk", Rounded.bytes(measured.diskBytes())));
    entries.add(Blocks.entry("Energy", energy(measured.energy(), measured.unit())));
    return entries;
  }

  private static String spread(Timing timing) {
    return CostWords.millis(timing.p50())
        + " at the median of "
        + Rounded.count(timing.calls())
        + ", "
        + Rounded.range(timing.shortest(), timing.longest())
        + " ms in all";
  }

  private static String energy(Energy energy, String unit) {
    Double joules = energy.joules();
    return joules == null
        ? "unknown: " + energy.unknown()
        : Rounded.number(joules / energy.predictions() * THOUSAND)
            + " joules for 1,000 "
            + unit
            + "s, "
            + Rounded.count(energy.rows())
            + " a call; of the whole processor, whatever else ran on it";
  }

  private static Block latencies(Measurement measured) {
    boolean texts = measured.typicalTokens() > 0;
    String unit = measured.unit();
    Tables table = Tables.captioned("Time of a call, in milliseconds").number(capital(unit) + "s");
    if (texts) {
      table.number("Tokens each");
    }
    table
        .number("Calls")
        .number("First")
        .number("Median")
        .number("p95")
        .number("p99")
        .number(capital(unit) + "s a second");
    if (texts) {
      table.number("Tokens a second");
    }
    for (Latency latency : measured.latencies()) {
      List<Text> cells = new ArrayList<>();
      cells.add(Text.of(Rounded.count(latency.rows())));
      if (texts) {
        cells.add(Text.of(Rounded.count(latency.tokens())));
      }
      cells.add(Text.of(Rounded.count(latency.warm().calls())));
      cells.add(Text.of(Rounded.number(latency.firstMillis())));
      cells.add(quantile(latency.warm().p50()));
      cells.add(quantile(latency.warm().p95()));
      cells.add(quantile(latency.warm().p99()));
      cells.add(Text.of(CostWords.amount(latency.rowsPerSecond())));
      if (texts) {
        cells.add(Text.of(CostWords.amount(latency.tokensPerSecond())));
      }
      table.row(false, cells);
    }
    return table.note(note(texts)).table();
  }

  private static String note(boolean texts) {
    return "First: before the runtime has prepared for this size. With each quantile stands the interval"
        + " that order statistics give it at 95 %; a p95 needs 20 calls and a p99 needs 100. A second"
        + " holds what the mean call would let it hold, one call after the other."
        + (texts
            ? " Texts are the dataset’s, cut or repeated to the length; 95 % of them are no longer than"
                + " the length of the single text above."
            : "");
  }

  private static Text quantile(Quantile quantile) {
    Double millis = quantile.millis();
    return millis == null
        ? Text.of("too few calls")
        : Text.of(Rounded.number(millis)).and(Text.aside(" " + interval(quantile)));
  }

  private static String interval(Quantile quantile) {
    Double lower = quantile.lower();
    Double upper = quantile.upper();
    if (lower == null) {
      return upper == null ? "" : "≤ " + Rounded.number(upper);
    }
    return upper == null ? "≥ " + Rounded.number(lower) : Rounded.range(lower, upper);
  }

  private static Block figures(Measurement measured) {
    List<Block.Figure> figures = new ArrayList<>();
    List<GroupBars.Bar> curve =
        measured.byRows().stream()
            .map(
                l ->
                    bar(
                        Say.many(l.rows(), measured.unit()) + " a call",
                        l,
                        l.rowsPerSecond(),
                        null,
                        CostWords.amount(l.rowsPerSecond())))
            .toList();
    figures.add(figure("Throughput: " + measured.unit() + "s a second by size of the call", curve));
    if (measured.typicalTokens() > 0 && measured.byLength().size() > 1) {
      List<GroupBars.Bar> lengths =
          measured.byLength().stream()
              .filter(l -> l.warm().p50().millis() != null)
              .map(
                  l ->
                      bar(
                          Say.many(l.tokens(), "token"),
                          l,
                          l.warm().p50().millis(),
                          l.warm().p50(),
                          CostWords.millis(l.warm().p50())))
              .toList();
      figures.add(figure("Median time of a single text by its length", lengths));
    }
    return new Block.Figures(List.copyOf(figures));
  }

  private static GroupBars.Bar bar(
      String label,
      Latency latency,
      @Nullable Double value,
      @Nullable Quantile sure,
      String shown) {
    return new GroupBars.Bar(
        label,
        Say.many(latency.warm().calls(), "call"),
        value,
        sure == null ? null : sure.lower(),
        sure == null ? null : sure.upper(),
        shown,
        GroupBars.Kind.GROUP);
  }

  private static Block.Figure figure(String title, List<GroupBars.Bar> bars) {
    String words =
        title
            + ": "
            + String.join("; ", bars.stream().map(b -> b.label() + " " + b.shown()).toList())
            + ".";
    return new Block.Figure(new GroupBars(title, words, bars, null), Text.strong(title + "."));
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
