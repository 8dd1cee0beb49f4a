package dev.assay.metric.interval;

import dev.assay.metric.Interval;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How often intervals of one method held the truth in one setting.
final class Coverage {

  private final String what;
  private final String setting;
  private final String method;
  private double covered;
  private double below;
  private double above;
  private double none;
  private double width;

  Coverage(String what, String setting, String method) {
    this.what = what;
    this.setting = setting;
    this.method = method;
  }

  /// Counts one interval with this weight; no interval where the statistic is undefined.
  void add(@Nullable Interval interval, double truth, double weight) {
    if (interval == null) {
      none += weight;
    } else if (interval.upper() < truth) {
      below += weight;
    } else if (interval.lower() > truth) {
      above += weight;
    } else {
      covered += weight;
    }
    if (interval != null) {
      width += weight * (interval.upper() - interval.lower());
    }
  }

  void add(@Nullable Interval interval, double truth) {
    add(interval, truth, 1);
  }

  /// Share of intervals that held the truth.
  double share() {
    return covered / (covered + below + above);
  }

  String method() {
    return method;
  }

  static String header() {
    return "| statistic | setting | method | covers % | truth above % | truth below % | mean width | none % |\n"
        + "|---|---|---|---:|---:|---:|---:|---:|";
  }

  @Override
  public String toString() {
    double all = covered + below + above;
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %.1f | %.1f | %.1f | %.3g | %.1f |",
        what,
        setting,
        method,
        100 * covered / all,
        100 * below / all,
        100 * above / all,
        width / all,
        100 * none / (all + none));
  }
}
