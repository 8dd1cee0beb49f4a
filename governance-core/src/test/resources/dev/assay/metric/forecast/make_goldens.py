"""Makes forecasts.csv and goldens.json beside it: python make_goldens.py (numpy only).

Two seasonal series, forecasts of three steps with quantiles 0.1, 0.5, 0.9, made at every time from
the 25th on; a few targets are unknown, a few quantiles cross. The metrics are written here from
their formulas, target by target, without a look at Assay's code.
"""
import csv, json, os
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(7)
QUANTILES, HORIZON, SEASON, ROWS, FIRST = [0.1, 0.5, 0.9], 3, 6, 90, 24
Z = {0.1: -1.2815515655446004, 0.5: 0.0, 0.9: 1.2815515655446004}

series = {}
for name, level, spread in (("north", 50.0, 4.0), ("south", 20.0, 2.0)):
    t = np.arange(ROWS)
    noise = np.zeros(ROWS)
    for i in range(1, ROWS):
        noise[i] = 0.6 * noise[i - 1] + rng.normal(0, spread)
    y = np.round(level + 8 * np.sin(2 * np.pi * t / SEASON) + noise, 3)
    f = {}
    for h in range(1, HORIZON + 1):
        for q in QUANTILES:
            ahead = level + 8 * np.sin(2 * np.pi * (t + h) / SEASON) + 0.6 ** h * noise
            f[h, q] = np.round(ahead + Z[q] * spread * np.sqrt(h) * 0.8, 3)
    series[name] = (y, f)
series["south"][1][2, 0.1][40] = 99.0  # crosses
unknown = {("north", 50), ("south", 61)}

with open(os.path.join(HERE, "forecasts.csv"), "w", newline="") as out:
    w = csv.writer(out)
    w.writerow(["station", "hour", "load"]
               + [f"forecast_{h}_q{q}" for h in range(1, HORIZON + 1) for q in QUANTILES])
    for i in reversed(range(ROWS)):  # latest first: the order of the file is not that of time
        for name, (y, f) in series.items():
            cells = [f[h, q][i] if i >= FIRST else "" for h in range(1, HORIZON + 1) for q in QUANTILES]
            w.writerow([name, i, "" if (name, i) in unknown else y[i]] + cells)


def known(name, i):
    return (name, i) not in unknown


def scale(name):
    y = series[name][0]
    return np.mean([abs(y[i] - y[i - SEASON]) for i in range(SEASON, FIRST)])


def metrics(steps, names):
    e, y_, s, m, cover, width = [], [], [], [], [], []
    pin = {q: [] for q in QUANTILES}
    for name in names:
        y, f = series[name]
        for h in steps:
            for i in range(FIRST, ROWS - h):
                if not known(name, i + h):
                    continue
                truth, point = y[i + h], f[h, 0.5][i]
                e.append(point - truth)
                y_.append(truth)
                m.append(abs(point - truth) / scale(name))
                s.append(2 * abs(truth - point) / (abs(truth) + abs(point)))
                for q in QUANTILES:
                    d = truth - f[h, q][i]
                    pin[q].append(q * d if d >= 0 else (q - 1) * d)
                low, high = f[h, 0.1][i], f[h, 0.9][i]
                cover.append(low <= truth <= high)
                width.append(high - low)
    e = np.array(e)
    found = {
        "targets": len(e), "mae": np.abs(e).mean(), "rmse": np.sqrt((e ** 2).mean()),
        "mean_error": e.mean(), "mase": np.mean(m), "smape": np.mean(s),
        "interval_coverage": np.mean(cover), "interval_width": np.mean(width),
        "weighted_quantile_loss": np.mean([2 * np.sum(pin[q]) / np.sum(np.abs(y_)) for q in QUANTILES]),
    }
    for q in QUANTILES:
        found[f"pinball {q}"] = np.mean(pin[q])
    return {k: float(v) for k, v in found.items()}


both = list(series)
goldens = {"tool": "numpy", "version": np.__version__, "metrics": {}}
goldens["metrics"]["all"] = metrics([1, 2, 3], both)
for h in (1, 2, 3):
    goldens["metrics"][str(h)] = metrics([h], both)
goldens["metrics"]["all south"] = metrics([1, 2, 3], ["south"])
with open(os.path.join(HERE, "goldens.json"), "w") as out:
    json.dump(goldens, out, indent=1)
    out.write("\n")
