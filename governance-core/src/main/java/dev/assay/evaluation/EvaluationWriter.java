package dev.assay.evaluation;

import dev.assay.common.Digest;
import dev.assay.dataset.Warning;
import dev.assay.metric.Interval;
import dev.assay.metric.MetricValue;
import dev.assay.predictions.Predictions;
import dev.assay.provenance.Provenance;
import dev.assay.slice.SliceKey;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes an [Evaluation] as `assay.evaluation/1`. Every method writes its keys in sorted order.
final class EvaluationWriter {

  private final JsonOut json;

  EvaluationWriter(OutputStream out) {
    json = new JsonOut(out);
  }

  void write(Evaluation e, boolean everything) {
    json.object(
        () -> {
          json.array("attributes", e.attributes(), this::attribute);
          json.array("checks", e.checks(), this::check);
          json.strings("classes", List.copyOf(e.classes()));
          if (everything && e.cost() != null) {
            json.record("cost", e.cost());
          }
          new CurvesWriter(json).write(e.curves());
          json.array("disparities", e.disparities(), this::disparity);
          json.array("excluded", e.excluded(), this::exclusion);
          json.putIfPresent("favourable", e.favourable());
          json.put("level", e.level());
          json.array("metrics", e.metrics(), this::metric);
          json.putIfPresent("positive", e.positive());
          json.object("provenance", () -> provenance(e.provenance(), everything));
          json.put("schema", EvaluationJson.SCHEMA);
          json.put("task", word(e.task()));
          json.putIfPresent("threshold", e.threshold());
          json.array("warnings", e.warnings(), this::warning);
        });
    json.close();
  }

  private void attribute(Evaluation.AttributeInfo a) {
    json.object(
        () -> {
          json.put("chosen", a.chosen());
          json.strings("groups", a.groups());
          json.put("name", a.name());
          json.put("reference", a.reference());
        });
  }

  private void metric(MetricRow row) {
    json.object(
        () -> {
          Interval interval = intervalOf(row.value());
          json.putIfPresent("denominator", row.denominator());
          levelAndLower(interval);
          if (interval != null) {
            json.put("method", interval.method());
          }
          json.put("metric", row.metric());
          json.put("n", row.n());
          json.putIfPresent("numerator", row.numerator());
          json.slice("slice", row.slice());
          json.putIfPresent("target", row.target());
          reasonUpperAndValue(row.value());
        });
  }

  private void disparity(Disparity d) {
    json.object(
        () -> {
          Interval interval = intervalOf(d.value());
          json.put("attribute", String.join(" × ", d.attributes()));
          json.strings("attributes", List.copyOf(d.attributes()));
          json.put("comparison", word(d.comparison()));
          json.put("direction", d.direction());
          json.putIfPresent("expected_if_equal", d.expectedIfEqual());
          json.object("groups", () -> groups(d));
          json.array("left_out", d.leftOut(), key -> group(key, d));
          levelAndLower(interval);
          if (interval != null) {
            json.put("method", interval.method());
          }
          json.put("metric", d.metric());
          json.putIfPresent("p_value", d.pValue());
          json.putIfPresent("p_value_adjusted", d.pValueAdjusted());
          json.putIfPresent("target", d.target());
          reasonUpperAndValue(d.value());
        });
  }

  private void groups(Disparity d) {
    GroupWords words = GroupWords.of(d.comparison());
    named(words.high(), d.high(), d);
    named(words.low(), d.low(), d);
  }

  private void named(String name, @Nullable SliceKey key, Disparity d) {
    if (key == null) {
      return;
    }
    if (isPlain(key, d)) {
      json.put(name, key.conditions().get(d.attributes().getFirst()));
    } else {
      json.slice(name, key);
    }
  }

  private void group(SliceKey key, Disparity d) {
    if (isPlain(key, d)) {
      json.string(key.conditions().get(d.attributes().getFirst()));
    } else {
      json.strings(key.conditions());
    }
  }

  private static boolean isPlain(SliceKey key, Disparity d) {
    return d.attributes().size() == 1
        && key.conditions().size() == 1
        && key.conditions().containsKey(d.attributes().getFirst());
  }

  private void check(CheckResult c) {
    json.object(
        () -> {
          json.put("check", c.check());
          json.array("evidence", c.evidence(), this::evidence);
          json.put("status", word(c.status()));
          json.put("summary", c.summary());
          json.put("title", c.title());
          json.array("values", c.values(), this::checkValue);
        });
  }

  private void evidence(CheckResult.Evidence e) {
    json.object(
        () -> {
          json.strings("details", e.details());
          json.longs("rows", e.rows());
          json.put("sentence", e.sentence());
        });
  }

  private void checkValue(CheckResult.CheckValue v) {
    json.object(
        () -> {
          Interval interval = intervalOf(v.value());
          levelAndLower(interval);
          if (interval != null) {
            json.put("method", interval.method());
          }
          json.put("name", v.name());
          json.put("subject", v.subject());
          reasonUpperAndValue(v.value());
        });
  }

  private void exclusion(Predictions.Exclusion e) {
    json.object(
        () -> {
          json.put("count", e.count());
          json.longs("first_rows", e.firstRows());
          json.put("reason", e.reason());
        });
  }

  private void warning(Warning w) {
    json.object(
        () -> {
          json.put("code", w.code());
          json.put("remedy", w.remedy());
          json.put("sentence", w.sentence());
        });
  }

  private void provenance(Provenance p, boolean everything) {
    if (everything) {
      json.put("actor", p.actor());
      json.strings("command", List.copyOf(p.command()));
    }
    json.object(
        "dataset",
        () -> {
          json.put("name", p.datasetName());
          json.put("rows", p.rows());
          json.put("sha256", p.dataset().sha256());
        });
    json.strings("device", p.device());
    json.strings("engine", p.engine());
    if (everything) {
      json.put("finished", p.finished().toString());
    }
    json.put("isolation", p.isolation());
    json.object(
        "model",
        () -> {
          json.put("name", p.modelName());
          json.putIfPresent("sha256", hex(p.model()));
        });
    if (p.reference() != null) {
      json.object("reference", () -> json.putIfPresent("sha256", hex(p.reference())));
    }
    json.put("seed", p.seed());
    if (everything) {
      json.put("started", p.started().toString());
    }
  }

  private void levelAndLower(@Nullable Interval interval) {
    if (interval != null) {
      json.put("level", interval.level());
      json.put("lower", interval.lower());
    }
  }

  private void reasonUpperAndValue(MetricValue value) {
    switch (value) {
      case MetricValue.Defined defined -> {
        if (defined.interval() != null) {
          json.put("upper", defined.interval().upper());
        }
        json.put("value", defined.value());
      }
      case MetricValue.Undefined undefined -> {
        json.put("undefined", undefined.reason());
        json.put("value", (String) null);
      }
    }
  }

  private static @Nullable Interval intervalOf(MetricValue value) {
    return switch (value) {
      case MetricValue.Defined defined -> defined.interval();
      case MetricValue.Undefined undefined -> null;
    };
  }

  private static @Nullable String hex(@Nullable Digest digest) {
    return digest == null ? null : digest.sha256();
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
