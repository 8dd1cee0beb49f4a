package dev.assay.app.cli;

import dev.assay.common.AtomicFiles;
import dev.assay.common.Json;
import dev.assay.common.Rounded;
import dev.assay.common.Visible;
import dev.assay.explain.masked.Probe;
import dev.assay.explain.masked.ProbeNumber;
import dev.assay.inference.MaskedAnswers.One;
import dev.assay.inference.MaskedText.Kind;
import dev.assay.metric.Interval;
import dev.assay.usecase.ProbeAsked;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a probe of a masked language model found, for people and machines.
final class ProbeSummary {

  private static final String FILE = "probe.json";

  private final Output output;
  private final Probe probe;

  ProbeSummary(Output output, Probe probe) {
    this.output = output;
    this.probe = probe;
  }

  /// Says and, where asked for, prints as JSON.
  void print() {
    output.json(json(false));
    output.say(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d rows asked",
            ProbeAsked.word(probe.kind()),
            probe.asked(),
            probe.rows().size()));
    output.say("");
    probe.numbers().forEach(n -> output.say(line(n)));
    if (probe.kind() == Kind.ASSOCIATION) {
      output.say("");
      output.say("  0 is neutral: the word is as likely as without what it stands beside.");
    }
    if (probe.kind() == Kind.PAIR) {
      output.say("");
      output.say("  A share of 0.5 is neutral; " + probe.ties() + " pairs are exactly as likely.");
    }
    probe
        .leftOut()
        .forEach(
            (reason, rows) ->
                output.say(
                    String.format(
                        Locale.ROOT,
                        "  ! %,d %s left out: %s.",
                        rows,
                        rows == 1 ? "row" : "rows",
                        reason)));
  }

  private static String line(ProbeNumber number) {
    String slice =
        number.slice().isEmpty()
            ? ""
            : "  "
                + Visible.of(
                    number.slice().firstEntry().getKey()
                        + " = "
                        + number.slice().firstEntry().getValue(),
                    60);
    Double value = number.value();
    Interval interval = number.interval();
    return String.format(
        Locale.ROOT,
        "  %-28s %s%s  n = %,d%s",
        number.metric().replace('_', ' '),
        value == null ? "undefined: " + number.undefined() : Rounded.number(value),
        interval == null
            ? value == null ? "" : "  (no interval)"
            : "  (" + Rounded.range(interval.lower(), interval.upper()) + ")",
        number.n(),
        slice);
  }

  /// Writes all of it, row by row.
  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve(FILE);
      AtomicFiles.write(file, Json.pretty(json(true)));
      output.note("wrote " + file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> json(boolean rows) {
    Map<String, Object> all = new TreeMap<>();
    all.put("schema", "assay.probe/1");
    all.put("probe", ProbeAsked.word(probe.kind()));
    all.put("model", Map.of("sha256", probe.model()));
    all.put("dataset", Map.of("sha256", probe.data(), "rows", probe.rows().size()));
    all.put("mask", probe.mask());
    all.put("asked", probe.asked());
    all.put("left_out", probe.leftOut());
    all.put("metrics", probe.numbers().stream().map(ProbeSummary::number).toList());
    if (probe.kind() == Kind.PAIR) {
      all.put("ties", probe.ties());
    }
    if (rows) {
      all.put("rows", probe.rows().stream().map(this::row).toList());
    }
    return all;
  }

  private static Map<String, @Nullable Object> number(ProbeNumber number) {
    Map<String, @Nullable Object> one = new TreeMap<>();
    one.put("metric", number.metric());
    one.put("slice", number.slice());
    one.put("value", number.value());
    one.put("n", number.n());
    Interval interval = number.interval();
    if (interval != null) {
      one.put("lower", interval.lower());
      one.put("upper", interval.upper());
      one.put("level", interval.level());
      one.put("method", interval.method());
    }
    if (number.undefined() != null) {
      one.put("undefined", number.undefined());
    }
    return one;
  }

  private Map<String, Object> row(Probe.Row row) {
    One answer = row.answer();
    Map<String, Object> one = new TreeMap<>();
    one.put("row", row.row());
    one.put("status", answer.status().words());
    boolean asked = !answer.logs().isEmpty();
    switch (probe.kind()) {
      case FILL -> {
        List<Map<String, Object>> words = new ArrayList<>(FillSummary.words(answer.top()));
        one.put("top", words);
        if (asked) {
          one.put("rank", answer.rank());
          one.put("log_probability", answer.sum());
        }
      }
      case WHOLE -> {
        one.put("tokens", answer.logs().size());
        if (asked) {
          one.put("pseudo_log_likelihood", answer.sum());
        }
      }
      case ASSOCIATION -> {
        if (asked && !answer.others().isEmpty()) {
          one.put("log_probability", answer.sum());
          one.put("log_prior", answer.otherSum());
        }
      }
      case PAIR -> {
        one.put("shared_tokens", answer.logs().size());
        if (asked) {
          one.put("first", answer.sum());
          one.put("second", answer.otherSum());
        }
      }
    }
    return one;
  }
}
