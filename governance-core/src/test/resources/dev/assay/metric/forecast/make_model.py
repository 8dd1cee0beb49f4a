"""Makes forecaster.onnx, series.csv and scores.json beside it: python make_model.py (torch, onnx,
onnxruntime). A transformer of one layer reads 24 rows and gives quantiles 0.1, 0.5 and 0.9 of the
next 4 rows; trained on rows before the 200th of each generated series. Quantiles are sums of
positive parts, so that they do not cross.
"""
import csv, json, math, os
import numpy as np
import torch
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))
torch.manual_seed(7)
torch.set_num_threads(1)
rng = np.random.default_rng(7)
ROWS, TRAIN, WINDOW, HORIZON, SEASON, QUANTILES = 280, 200, 24, 4, 12, [0.1, 0.5, 0.9]

series = {}
for name, level in (("north", 5.0), ("south", 3.0)):
    noise = np.zeros(ROWS)
    for i in range(1, ROWS):
        noise[i] = 0.7 * noise[i - 1] + rng.normal(0, 0.4)
    series[name] = np.round(level + 2 * np.sin(2 * np.pi * np.arange(ROWS) / SEASON) + noise, 3)

with open(os.path.join(HERE, "series.csv"), "w", newline="") as out:
    w = csv.writer(out)
    w.writerow(["station", "hour", "load"])
    for i in range(ROWS):
        for name in series:
            w.writerow([name, i, series[name][i]])


class Forecaster(nn.Module):
    def __init__(self, width=16):
        super().__init__()
        self.into = nn.Linear(1, width)
        self.places = nn.Parameter(torch.randn(1, WINDOW, width) * 0.1)
        self.qkv = nn.Linear(width, 3 * width)
        self.mixed = nn.Linear(width, width)
        self.inner = nn.Sequential(nn.Linear(width, 32), nn.ReLU(), nn.Linear(32, width))
        self.head = nn.Linear(WINDOW * width, HORIZON * 3)
        self.width = width

    def forward(self, window):
        x = self.into(window) + self.places
        q, k, v = self.qkv(x).split(self.width, -1)
        x = x + self.mixed(torch.softmax(q @ k.transpose(1, 2) / math.sqrt(self.width), -1) @ v)
        x = x + self.inner(x)
        raw = self.head(x.flatten(1)).reshape(-1, HORIZON, 3)
        middle = raw[:, :, 1:2]
        low = middle - nn.functional.softplus(raw[:, :, 0:1])
        high = middle + nn.functional.softplus(raw[:, :, 2:3])
        return torch.cat([low, middle, high], 2)


def windows(name, start, end):
    y = series[name]
    return (np.stack([y[i - WINDOW + 1 : i + 1] for i in range(start, end)])[:, :, None].astype(np.float32),
            np.stack([y[i + 1 : i + 1 + HORIZON] for i in range(start, end)]).astype(np.float32))


parts = [windows(n, WINDOW - 1, TRAIN - HORIZON - 1) for n in series]
x = torch.tensor(np.concatenate([p[0] for p in parts]))
y = torch.tensor(np.concatenate([p[1] for p in parts]))[:, :, None]
model, q = Forecaster(), torch.tensor(QUANTILES)
step = torch.optim.Adam(model.parameters(), 3e-3)
for _ in range(300):
    step.zero_grad()
    e = y - model(x)
    loss = torch.maximum(q * e, (q - 1) * e).mean()
    loss.backward()
    step.step()
print("loss", float(loss))

model.eval()
path = os.path.join(HERE, "forecaster.onnx")
torch.onnx.export(model, (torch.zeros(2, WINDOW, 1),), path, input_names=["window"], output_names=["quantiles"],
                  dynamic_axes={"window": {0: "N"}, "quantiles": {0: "N"}}, opset_version=17, dynamo=False)

import onnx
graph = onnx.load(path)  # the exporter leaves the horizon and the quantiles open
for place, size in ((1, HORIZON), (2, len(QUANTILES))):
    graph.graph.output[0].type.tensor_type.shape.dim[place].dim_value = size
onnx.save(graph, path)

import onnxruntime
session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
rows = list(range(TRAIN, ROWS))
scores = {n: session.run(None, {"window": np.stack([series[n][i - WINDOW + 1 : i + 1] for i in rows])[:, :, None].astype(np.float32)})[0].astype(float)
          for n in series}
losses, covered, errors = [[] for _ in QUANTILES], [[] for _ in range(HORIZON)], [[] for _ in range(HORIZON)]
for n in series:
    for at, i in enumerate(rows):
        for h in range(min(HORIZON, ROWS - 1 - i)):
            truth = series[n][i + 1 + h]
            f = scores[n][at, h]
            errors[h].append(abs(truth - f[1]))
            covered[h].append(bool(f[0] <= truth <= f[2]))
            for j, p in enumerate(QUANTILES):
                losses[j].append(max(p * (truth - f[j]), (p - 1) * (truth - f[j])))
json.dump({"tools": {"torch": torch.__version__, "onnxruntime": onnxruntime.__version__, "numpy": np.__version__},
           "from": TRAIN + 1, "last_row_south": [[float(v) for v in s] for s in scores["south"][-1]],
           "mae": [float(np.mean(e)) for e in errors], "coverage": [float(np.mean(c)) for c in covered],
           "pinball": [float(np.mean(l)) for l in losses]},
          open(os.path.join(HERE, "scores.json"), "w"), indent=1)
