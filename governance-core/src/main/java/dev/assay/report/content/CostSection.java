package dev.assay.report.content;

import dev.assay.chart.GroupBars;
import dev.assay.cost.Cost;
import dev.assay.inference.cost.Energy;
import dev.assay.inference.cost.GenerationTimes;
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
    blocks.add(Blocks.lead(Text.of(Pace.headline(measured))));
    blocks.add(
        Blocks.note(
            Say.text(
                measured.generation() == null
                    ? "cost.calls-of-the-runtime"
                    : "cost.answers-of-the-runtime",
                Say.phrase(cost.machine()),
                measured.device().getOrDefault("provider", Say.words("word.not-said")),
                measured.device().getOrDefault("threads", Say.words("word.not-said")))));
    blocks.add(new Block.KeyValues(entries(measured)));
    blocks.add(latencies(measured));
    blocks.addAll(TokenTimes.of(measured));
    blocks.add(figures(measured));
    blocks.addAll(PriceBlocks.of(cost));
    return Blocks.section("cost", Say.words("word.cost"), blocks);
  }

  private static List<Block.Entry> entries(Measurement measured) {
    Memory memory = measured.memory();
    List<Block.Entry> entries = new ArrayList<>();
    entries.add(Blocks.entry(Say.words("cost.loading-the-model"), spread(measured.load())));
    entries.add(
        Blocks.entry(Say.words("cost.first-call-after-loading"), spread(measured.firstCall())));
    entries.add(
        Blocks.entry(
            Say.words("cost.making-the-inputs-of", Say.many(1, measured.unit())),
            spread(measured.prepare())));
    entries.add(
        Blocks.entry(
            Say.words("cost.peak-memory-of-the"),
            memory.peakBytes() == null
                ? Say.words("cost.unknown-this-system-does")
                : Say.words(
                    "cost.java-and-the-runtime",
                    Say.bytes(memory.peakBytes()),
                    memory.beforeBytes() == null
                        ? ""
                        : Say.words("cost.before-the-model", Say.bytes(memory.beforeBytes())))));
    entries.add(Blocks.entry(Say.words("cost.size-on-disk"), Say.bytes(measured.diskBytes())));
    entries.add(Blocks.entry(Say.words("word.energy"), energy(measured.energy(), measured.unit())));
    return entries;
  }

  private static String spread(Timing timing) {
    return Say.words(
        "cost.at-the-median-of",
        Pace.millis(timing.p50()),
        Say.count(timing.calls()),
        Say.range(timing.shortest(), timing.longest()));
  }

  private static String energy(Energy energy, String unit) {
    Double joules = energy.joules();
    return joules == null
        ? Say.words("cost.unknown", energy.unknown())
        : Say.words(
            "cost.joules-for-1-000",
            Say.number(joules / energy.predictions() * THOUSAND),
            Say.plural(unit),
            Say.count(energy.rows()));
  }

  private static Block latencies(Measurement measured) {
    boolean texts = measured.typicalTokens() > 0;
    GenerationTimes generation = measured.generation();
    String unit = measured.unit();
    Tables table =
        Tables.captioned(
                generation == null
                    ? Say.words("cost.time-of-a-call")
                    : Say.words("cost.time-of-answers", Say.many(generation.newTokens(), "token")))
            .number(capital(Say.plural(unit)));
    if (texts) {
      table.number(Say.words(generation == null ? "word.tokens-each" : "cost.prompt-tokens"));
    }
    table
        .number(Say.words("word.calls"))
        .number(Say.words("word.first"))
        .number(Say.words("word.median"))
        .number("p95")
        .number("p99")
        .number(capacity(unit));
    if (texts) {
      table.number(
          Say.words(generation == null ? "cost.tokens-a-second" : "cost.tokens-read-a-second"));
    }
    if (generation != null) {
      table.number(Say.words("cost.tokens-written-a-second"));
    }
    for (Latency latency : measured.latencies()) {
      List<Text> cells = new ArrayList<>();
      cells.add(Text.of(Say.count(latency.rows())));
      if (texts) {
        cells.add(Text.of(Say.count(latency.tokens())));
      }
      cells.add(Text.of(Say.count(latency.warm().calls())));
      cells.add(Text.of(Say.number(latency.firstMillis())));
      cells.add(quantile(latency.warm().p50()));
      cells.add(quantile(latency.warm().p95()));
      cells.add(quantile(latency.warm().p99()));
      cells.add(Text.of(Pace.amount(latency.rowsPerSecond())));
      if (texts) {
        cells.add(Text.of(Pace.amount(latency.tokensPerSecond())));
      }
      if (generation != null) {
        cells.add(Text.of(Pace.amount(generation.newTokensPerSecond(latency))));
      }
      table.row(false, cells);
    }
    return table.note(note(texts)).table();
  }

  private static String note(boolean texts) {
    return Say.words(
        "cost.first-before-the-runtime", texts ? Say.words("cost.texts-are-the-dataset") : "");
  }

  static Text quantile(Quantile quantile) {
    Double millis = quantile.millis();
    return millis == null
        ? Say.text("cost.too-few-calls")
        : Text.of(Say.number(millis)).and(Text.aside(" " + interval(quantile)));
  }

  private static String interval(Quantile quantile) {
    Double lower = quantile.lower();
    Double upper = quantile.upper();
    if (lower == null) {
      return upper == null ? "" : "≤ " + Say.number(upper);
    }
    return upper == null ? "≥ " + Say.number(lower) : Say.range(lower, upper);
  }

  private static Block figures(Measurement measured) {
    List<Block.Figure> figures = new ArrayList<>();
    List<GroupBars.Bar> curve =
        measured.byRows().stream()
            .map(
                l ->
                    bar(
                        Say.words("cost.a-call", Say.many(l.rows(), measured.unit())),
                        l,
                        l.rowsPerSecond(),
                        null,
                        Pace.amount(l.rowsPerSecond())))
            .toList();
    figures.add(
        figure(Say.words("cost.throughput-s-a-second", Say.plural(measured.unit())), curve));
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
                          Pace.millis(l.warm().p50())))
              .toList();
      String title =
          measured.generation() == null ? "cost.median-time-of-a" : "cost.median-time-of-an-answer";
      figures.add(figure(Say.words(title), lengths));
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

  /// "Texts a second".
  static String capacity(String unit) {
    return Say.words("cost.s-a-second", capital(Say.plural(unit)));
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
