"""A tiny model that tags names of people, places and firms, its data, and goldens.

Run: python make_tokens.py            (seeded; writes model/, sentences.jsonl, goldens.json here)
Made with torch 2.13.0, transformers 5.18.0, onnxruntime 1.30.0, tokenizers 0.23.2.
Scores come from transformers' tokenizer (is_split_into_words) and onnxruntime; precision, recall and
F1 from the definitions of conlleval (default) and of the schemes (strict), written here anew.
"""
import json, os, random, re, sys
import numpy as np, torch, onnxruntime
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from transformers import BertConfig, BertForTokenClassification, PreTrainedTokenizerFast

HERE = os.path.dirname(os.path.abspath(__file__))
TAGS = ["O", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-PER", "I-PER"]
PLACES = 24
FIRST = "anna bruno clara dario elena farid greta hugo irina jonas kofi lena milan nadia omar petra".split()
LAST = "almeida bergstrom castellano dimitrov eriksson fontaine grabowski hashimoto ivanova jankowski".split()
CITY = [c.split() for c in ["oslo", "lima", "new york", "san jose", "ghent", "porto", "cape town", "kyoto"]]
FIRM = [f.split() for f in ["nordic bank", "acme", "delta steel works", "blue river", "orion"]]
FRAMES = [
    "PER moved from LOC to LOC last year .", "the board of ORG met in LOC , said PER .",
    "PER works for ORG .", "nobody at ORG knew PER or PER .", "it rained in LOC all day .",
    "the report was late again .", "ORG and ORG opened offices in LOC .", "PER , of LOC , joined ORG in may .",
]

def sentence(rng, long=False):
    words, tags = [], []
    for part in range(rng.randint(2, 4) if long else 1):
        for w in rng.choice(FRAMES).split():
            if w == "PER":
                own = [rng.choice(FIRST)] + ([rng.choice(LAST)] if rng.random() < .7 else [])
            elif w == "LOC":
                own = rng.choice(CITY)
            elif w == "ORG":
                own = rng.choice(FIRM)
            else:
                words.append(w); tags.append("O"); continue
            own = [o.capitalize() if rng.random() < .7 else o for o in own]
            words += own
            tags += ["B-" + w] + ["I-" + w] * (len(own) - 1)
    return words, tags

def chunks(tags):
    """Entities as conlleval reads them."""
    found, start = [], None
    split = [("O", "") if t == "O" else (t[0], t[2:]) for t in tags] + [("O", "")]
    for i, (p, t) in enumerate(split):
        if start is not None:
            bp, bt = split[i - 1]
            if p in "OBS" or t != bt or bp in "ES":
                found.append((bt, start, i)); start = None
        if start is None and p != "O":
            start = i
    return set(found)

def strict(tags, scheme):
    """Entities that the scheme allows."""
    found = []
    if scheme in ("bio", "bioes"):
        i = 0
        while i < len(tags):
            p, t = tags[i][0], tags[i][2:]
            if scheme == "bioes" and p == "S":
                found.append((t, i, i + 1)); i += 1; continue
            if p != "B":
                i += 1; continue
            j = i + 1
            while j < len(tags) and tags[j] == "I-" + t:
                j += 1
            if scheme == "bio":
                found.append((t, i, j))
            elif j < len(tags) and tags[j] == "E-" + t:
                j += 1
                found.append((t, i, j))
            i = j
        return set(found)
    # IOB1 by the tables of seqeval's scheme: previous prefix, prefix, same type (None = any)
    start = {("O", "I", None), ("I", "I", False), ("B", "I", None), ("I", "B", True), ("B", "B", True)}
    inside = {("B", "I", True), ("I", "I", True)}
    end = {("I", "I", False), ("I", "O", None), ("I", "B", None), ("B", "O", None), ("B", "I", False), ("B", "B", True)}
    def hit(a, b, table):
        same = a[2:] == b[2:]
        return (a[0], b[0], None) in table or (a[0], b[0], same) in table
    ext = tags + ["O"]
    i = 0
    while i < len(tags):
        if not hit(ext[i - 1] if i else "O", ext[i], start):
            i += 1; continue
        j = i + 1
        while hit(ext[j - 1], ext[j], inside):
            j += 1
        if hit(ext[j - 1], ext[j], end):
            found.append((ext[i][2:], i, j))
        i = j
    return set(found)

def numbers(true, given, read):
    wanted = [read(t) for t in true]; got = [read(g) for g in given]
    types = sorted({e[0] for s in wanted + got for e in s})
    per = {}
    for t in types:
        tp = sum(len({e for e in a & b if e[0] == t}) for a, b in zip(wanted, got))
        g = sum(len([e for e in b if e[0] == t]) for b in got)
        w = sum(len([e for e in a if e[0] == t]) for a in wanted)
        p, r = (tp / g if g else 0.0), (tp / w if w else 0.0)
        per[t] = dict(found=tp, given=g, true=w, precision=p, recall=r, f1=2 * p * r / (p + r) if p + r else 0.0)
    tp, g, w = (sum(v[k] for v in per.values()) for k in ("found", "given", "true"))
    out = {"entity_precision": tp / g if g else None, "entity_recall": tp / w if w else None,
           "entity_f1": 2 * tp / (g + w) if g + w else None}
    for k in ("precision", "recall", "f1"):
        out[f"entity_{k}_macro"] = float(np.mean([v[k] for v in per.values()])) if per else None
        out[f"entity_{k}_weighted"] = sum(v[k] * v["true"] for v in per.values()) / w if w else None
    return {"all": out, "types": per}

def accuracy(true, given):
    pairs = [(a, b) for s, t in zip(true, given) for a, b in zip(s, t)]
    return sum(a == b for a, b in pairs) / len(pairs)

def main():
    rng = random.Random(5); torch.manual_seed(5)
    train = [sentence(rng, rng.random() < .3) for _ in range(500)]
    test = [sentence(rng, i % 6 == 0) for i in range(150)]
    tok = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tok.normalizer = normalizers.BertNormalizer(lowercase=True)
    tok.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tok.train_from_iterator([" ".join(w) for w, _ in train],
        trainers.WordPieceTrainer(vocab_size=130, special_tokens=["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]))
    tok.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    fast = PreTrainedTokenizerFast(tokenizer_object=tok, pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]",
        sep_token="[SEP]", mask_token="[MASK]", model_max_length=PLACES)
    folder = os.path.join(HERE, "model"); os.makedirs(folder, exist_ok=True)
    config = BertConfig(vocab_size=tok.get_vocab_size(), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=PLACES, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0,
        id2label=dict(enumerate(TAGS)), label2id={t: i for i, t in enumerate(TAGS)})
    model = BertForTokenClassification(config)
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-3)
    def batch(rows):
        enc = fast([w for w, _ in rows], is_split_into_words=True, truncation=True, padding=True, return_tensors="pt")
        labels = torch.full(enc["input_ids"].shape, -100)
        for r, (_, tags) in enumerate(rows):
            seen = set()
            for p, w in enumerate(enc.word_ids(r)):
                if w is not None and w not in seen:
                    seen.add(w); labels[r, p] = TAGS.index(tags[w])
        return enc, labels
    for step in range(60):
        enc, labels = batch(rng.sample(train, 32))
        loss = model(input_ids=enc["input_ids"], attention_mask=enc["attention_mask"], labels=labels).loss
        optimiser.zero_grad(); loss.backward(); optimiser.step()
    model.eval()
    class Bare(torch.nn.Module):
        def __init__(self): super().__init__(); self.m = model
        def forward(self, input_ids, attention_mask): return self.m(input_ids=input_ids, attention_mask=attention_mask).logits
    ids = torch.ones(2, 8, dtype=torch.long)
    torch.onnx.export(Bare(), (ids, ids), os.path.join(folder, "model.onnx"), input_names=["input_ids", "attention_mask"],
        output_names=["logits"], dynamic_axes={k: {0: "batch", 1: "tokens"} for k in ("input_ids", "attention_mask", "logits")},
        opset_version=17, dynamo=False)
    fast.backend_tokenizer.no_truncation(); fast.backend_tokenizer.no_padding()
    tok.save(os.path.join(folder, "tokenizer.json"))
    json.dump({"architectures": ["BertForTokenClassification"], "model_type": "bert", "vocab_size": tok.get_vocab_size(),
        "pad_token_id": 0, "max_position_embeddings": PLACES, "id2label": {str(i): t for i, t in enumerate(TAGS)}},
        open(os.path.join(folder, "config.json"), "w"), indent=1)
    json.dump({"tokenizer_class": "BertTokenizer", "model_max_length": PLACES, "do_lower_case": True},
        open(os.path.join(folder, "tokenizer_config.json"), "w"), indent=1)
    session = onnxruntime.InferenceSession(os.path.join(folder, "model.onnx"), providers=["CPUExecutionProvider"])
    def probabilities(input_ids):
        x = np.array([input_ids], dtype=np.int64)
        logits = session.run(["logits"], {"input_ids": x, "attention_mask": np.ones_like(x)})[0][0].astype(np.float64)
        e = np.exp(logits - logits.max(-1, keepdims=True)); return e / e.sum(-1, keepdims=True)
    regions = ["north", "south", "west"]
    with open(os.path.join(HERE, "sentences.jsonl"), "w") as out:
        for i, (w, t) in enumerate(test):
            out.write(json.dumps({"id": i, "tokens": w, "ner_tags": t, "region": regions[i % 3]}) + "\n")
    cut, windows = [], []
    for words, _ in test:
        enc = fast(words, is_split_into_words=True, truncation=True, max_length=PLACES)
        p = probabilities(enc["input_ids"]); first = {}
        for place, w in enumerate(enc.word_ids()):
            if w is not None: first.setdefault(w, place)
        cut.append([[int(p[a].argmax()), float(p[a].max())] for w, a in sorted(first.items())])
        over = fast(words, is_split_into_words=True, truncation=True, max_length=PLACES, stride=8, return_overflowing_tokens=True)
        whole = fast(words, is_split_into_words=True)
        begin = {}
        for place, w in enumerate(whole.word_ids()):
            if w is not None: begin.setdefault(w, place - 1)
        best = {}
        for k, ids in enumerate(over["input_ids"]):
            p = probabilities(ids); offset = k * (PLACES - 2 - 8)
            for w, g in begin.items():
                place = g - offset + 1
                if 1 <= place <= len(ids) - 2:
                    edge = min(place, len(ids) - 1 - place)
                    if w not in best or edge > best[w][0]: best[w] = (edge, int(p[place].argmax()), float(p[place].max()))
        windows.append([[best[w][1], best[w][2]] for w in range(len(words))])
    def measured(answers):
        true = [t[:len(a)] for (_, t), a in zip(test, answers)]
        given = [[TAGS[c] for c, _ in a] for a in answers]
        return {"token_accuracy": accuracy(true, given), "lenient": numbers(true, given, chunks),
                "strict": numbers(true, given, lambda s: strict(s, "bio"))}
    schemes = {}
    for scheme, prefixes in (("bio", "BI"), ("iob1", "BI"), ("bioes", "BIES")):
        labels = ["O"] + [p + "-" + t for t in ("A", "B", "C") for p in prefixes]
        weights = [len(labels) / 2] + [1] * (len(labels) - 1)
        true = [rng.choices(labels, weights, k=rng.randint(1, 12)) for _ in range(120)]
        given = [[rng.choice(labels) if rng.random() < .3 else t for t in s] for s in true]
        schemes[scheme] = {"tags": labels, "true": [[labels.index(t) for t in s] for s in true],
            "given": [[labels.index(t) for t in s] for s in given], "token_accuracy": accuracy(true, given),
            "lenient": numbers(true, given, chunks), "strict": numbers(true, given, lambda s: strict(s, scheme))}
    total = sum(len(t) for _, t in test)
    json.dump({"made_with": {"torch": torch.__version__, "onnxruntime": onnxruntime.__version__,
        "transformers": __import__("transformers").__version__, "tokenizers": __import__("tokenizers").__version__},
        "cut": {"answers": cut, "metrics": measured(cut), "unread_words": 1 - sum(map(len, cut)) / total},
        "windows": {"answers": windows, "metrics": measured(windows)}, "schemes": schemes},
        open(os.path.join(HERE, "goldens.json"), "w"), separators=(",", ":"))
    print(measured(cut)["lenient"]["all"], measured(windows)["lenient"]["all"], total)

main()
