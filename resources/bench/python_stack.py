"""Reads texts with a model as is commonly done in Python: tokenizers and onnxruntime, texts in file order, a fixed
number a batch, each batch filled up to its longest text.

    python python_stack.py SETTINGS.json

The settings name the model (model, tokenizer, max_length, pad_id), the texts (texts: columns of one or two lists),
batch and threads. The program says one line of JSON when it is ready, with the versions of what it uses; for every line
"go" on its input it loads the model and the tokenizer, reads all texts, and says what that took. It ends with its input.
"""
import json
import os
import sys
import time

out, sys.stdout = sys.stdout, sys.stderr


def say(**what):
    out.write(json.dumps(what) + "\n")
    out.flush()


with open(sys.argv[1], encoding="utf-8") as f:
    asked = json.load(f)
os.environ["RAYON_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = str(asked["threads"])
os.environ["TOKENIZERS_PARALLELISM"] = "true"
try:
    import numpy as np
    import onnxruntime as ort
    import tokenizers
except ImportError as missing:
    say(missing=str(missing))
    sys.exit(0)


def load():
    tokenizer = tokenizers.Tokenizer.from_file(asked["tokenizer"])
    if asked["max_length"] > 0:
        tokenizer.enable_truncation(asked["max_length"])
    else:
        tokenizer.no_truncation()
    tokenizer.enable_padding(pad_id=asked["pad_id"])
    options = ort.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = asked["threads"], 1
    options.log_severity_level = 3
    return tokenizer, ort.InferenceSession(asked["model"], options, providers=["CPUExecutionProvider"])


def read(tokenizer, session):
    texts, size = asked["texts"], asked["batch"]
    texts = texts[0] if len(texts) == 1 else list(zip(*texts))
    kinds = {i.name: np.int64 if "int64" in i.type else np.int32 for i in session.get_inputs()}
    answers, tokens, places = [], 0, 0
    for start in range(0, len(texts), size):
        some = tokenizer.encode_batch(texts[start:start + size])
        mask = np.array([e.attention_mask for e in some])
        made = {"attention_mask": mask}
        made["input_ids"] = np.array([e.ids for e in some])
        if "token_type_ids" in kinds:
            made["token_type_ids"] = np.array([e.type_ids for e in some])
        if "position_ids" in kinds:
            made["position_ids"] = np.tile(np.arange(mask.shape[1]), (mask.shape[0], 1))
        answers.append(session.run(None, {n: made[n].astype(k, copy=False) for n, k in kinds.items()})[0])
        tokens += int(mask.sum())
        places += mask.size
    return answers, tokens, places


def measure():
    start, cpu = time.perf_counter(), time.process_time()
    tokenizer, session = load()
    loaded = time.perf_counter()
    answers, tokens, places = read(tokenizer, session)
    done = time.perf_counter()
    say(texts=sum(len(a) for a in answers), tokens=tokens, places=places, load_seconds=loaded - start,
        run_seconds=done - loaded, processor_seconds=time.process_time() - cpu)


say(versions={"python": sys.version.split()[0], "onnxruntime": ort.__version__, "tokenizers": tokenizers.__version__,
              "numpy": np.__version__})
for line in sys.stdin:
    if line.strip() == "go":
        try:
            measure()
        except Exception as e:
            say(failed=(type(e).__name__ + ": " + str(e))[:300])
            break
