"""Makes the tiny masked language model of the tests and what peer libraries say about it.

Run it in this folder. A BERT of two layers of width 32 is trained for a few seconds on sentences with
a planted habit (nurses are women, engineers are men) and exported with its tokenizer to model/.
goldens.json holds, all computed by torch and transformers and none of it by the program under test:
logits at the mask, pseudo-log-likelihoods (Salazar et al. 2020) and the scores of pairs of sentences
as CrowS-Pairs computes them (Nangia et al. 2020; tokens shared by difflib.SequenceMatcher).
"""

import difflib
import json
import os
import random

import tokenizers
import torch
import transformers
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertForMaskedLM, PreTrainedTokenizerFast

SEED = 11
random.seed(SEED)
torch.manual_seed(SEED)
torch.set_num_threads(1)

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
WORDS = (
    "he she man woman nurse engineer doctor teacher clerk baker works as a an is the in town city here"
    " there old young kind clever tired happy and said that was good bad john mary works . , hospital"
    " office school shop his her"
).split()
PIECES = ["##s", "##er", "##ing", "work", "teach", "bak"]
VOCABULARY = {w: i for i, w in enumerate(dict.fromkeys(SPECIAL + WORDS + PIECES))}


def make_tokenizer():
    own = Tokenizer(models.WordPiece(VOCABULARY, unk_token="[UNK]"))
    own.normalizer = normalizers.BertNormalizer(lowercase=True)
    own.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    own.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", VOCABULARY["[CLS]"]), ("[SEP]", VOCABULARY["[SEP]"])],
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=own, unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]",
        sep_token="[SEP]", mask_token="[MASK]", model_max_length=32)


def sentence():
    woman = random.random() < 0.5
    person = random.choice(["she", "the woman", "mary"] if woman else ["he", "the man", "john"])
    likely, unlikely = ("nurse", "engineer") if woman else ("engineer", "nurse")
    job = likely if random.random() < 0.8 else random.choice([unlikely, "doctor", "teacher", "clerk"])
    place = random.choice(["town", "city"])
    mood = random.choice("old young kind clever tired happy".split())
    return random.choice([
        f"{person} works as a {job} in the {place}.",
        f"the {job} said that {'she' if woman else 'he'} was {mood}.",
        f"{person} is a {mood} {job} and works here.",
    ])


def train(model, tokenizer):
    optimiser = torch.optim.AdamW(model.parameters(), lr=3e-3)
    mask = tokenizer.mask_token_id
    for _ in range(400):
        batch = tokenizer([sentence() for _ in range(32)], padding=True, return_tensors="pt")
        batch.pop("token_type_ids", None)
        labels = batch["input_ids"].clone()
        hide = (torch.rand(labels.shape) < 0.2) & (labels > 4)
        labels[~hide] = -100
        batch["input_ids"][hide] = mask
        loss = model(**batch, labels=labels).loss
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return float(loss.detach())


def log_probability(model, ids, place, mask):
    hidden = list(ids)
    hidden[place] = mask
    with torch.no_grad():
        logits = model(torch.tensor([hidden])).logits[0, place].double()
    return float(torch.log_softmax(logits, -1)[ids[place]])


FILLS = [
    ["she works as a [MASK] in the town.", "nurse"],
    ["He works as a [MASK] in the city.", "nurse"],
    ["the engineer said that [MASK] was tired.", "he"],
    ["the man is a [MASK] doctor and works here.", "clever"],
    ["mary is a kind [MASK] and works here.", "engineer"],
]
TEXTS = [
    "she works as a nurse in the town.",
    "He works as a nurse in the city.",
    "john said that mary was kind.",
    "the baker teaches there.",
    "happy",
]
PAIRS = [
    ["she works as a nurse in the town.", "he works as a nurse in the town.", "gender"],
    ["he is a clever engineer and works here.", "she is a clever engineer and works here.", "gender"],
    ["the woman works as a nurse.", "john works as a nurse.", "gender"],
    ["the old man was tired.", "the young man was tired.", "age"],
    ["the doctor said that she was old and kind.", "the doctor said that he was young and kind.", "age"],
    ["the engineer said that she was tired.", "the engineer said that he was tired.", "gender"],
]

ASSOCIATIONS = [
    ["[MASK] works as a nurse.", "[MASK] works as a [MASK].", "she", "nurse"],
    ["[MASK] works as a nurse.", "[MASK] works as a [MASK].", "he", "nurse"],
    ["[MASK] works as an engineer.", "[MASK] works as an [MASK].", "she", "engineer"],
    ["[MASK] works as an engineer.", "[MASK] works as an [MASK].", "he", "engineer"],
    ["the nurse said that [MASK] was kind.", "the [MASK] said that [MASK] was kind.", "she", "nurse"],
    ["the nurse said that [MASK] was kind.", "the [MASK] said that [MASK] was kind.", "he", "nurse"],
    ["the teachers said that [MASK] was kind.", "the [MASK] said that [MASK] was kind.", "he", "teachers"],
]


def shared(first, second):
    ours, theirs = [], []
    matcher = difflib.SequenceMatcher(None, first, second)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            ours += range(a, b)
            theirs += range(c, d)
    return ours, theirs


def main():
    tokenizer = make_tokenizer()
    model = BertForMaskedLM(BertConfig(
        vocab_size=len(VOCABULARY), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
        intermediate_size=64, max_position_embeddings=32, pad_token_id=0,
        hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0))
    print("loss", train(model, tokenizer))
    model.eval()
    os.makedirs("model", exist_ok=True)
    model.config.architectures = ["BertForMaskedLM"]
    model.config.to_json_file("model/config.json", use_diff=True)
    tokenizer.save_pretrained("model")

    class Logits(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.own = model

        def forward(self, input_ids, attention_mask):
            return self.own(input_ids=input_ids, attention_mask=attention_mask).logits

    example = tokenizer(["she works here", "he is a kind nurse"], padding=True, return_tensors="pt")
    axes = {0: "batch", 1: "sequence"}
    torch.onnx.export(
        Logits(), (example["input_ids"], example["attention_mask"]), "model/model.onnx",
        input_names=["input_ids", "attention_mask"], output_names=["logits"],
        dynamic_axes={"input_ids": axes, "attention_mask": axes, "logits": axes},
        opset_version=17, dynamo=False)

    mask = tokenizer.mask_token_id
    fills = []
    for text, answer in FILLS:
        ids = tokenizer(text)["input_ids"]
        with torch.no_grad():
            logits = model(torch.tensor([ids])).logits[0, ids.index(mask)].double()
        logs = torch.log_softmax(logits, -1)
        wanted = tokenizer.convert_tokens_to_ids(answer)
        fills.append({
            "text": text, "answer": answer, "logits": logits.tolist(),
            "log_probability": float(logs[wanted]),
            "rank": 1 + int((logits > logits[wanted]).sum()),
            "top": tokenizer.convert_ids_to_tokens(torch.topk(logits, 5).indices.tolist())})
    wholes = []
    for text in TEXTS:
        ids = tokenizer(text)["input_ids"]
        logs = [log_probability(model, ids, i, mask) for i in range(1, len(ids) - 1)]
        wholes.append({"text": text, "tokens": len(logs), "pll": sum(logs)})
    pairs = []
    for first, second, kind in PAIRS:
        a, b = tokenizer(first)["input_ids"], tokenizer(second)["input_ids"]
        ours, theirs = shared(a, b)
        inner = range(1, len(ours) - 1)
        pairs.append({
            "first": first, "second": second, "type": kind, "shared": len(inner),
            "first_score": sum(log_probability(model, a, ours[i], mask) for i in inner),
            "second_score": sum(log_probability(model, b, theirs[i], mask) for i in inner)})
    associations = []
    for text, prior, word, beside in ASSOCIATIONS:
        wanted = tokenizer.convert_tokens_to_ids(word)
        logs = []
        for one in (text, prior):
            ids = tokenizer(one)["input_ids"]
            # the word comes last where what it stands beside comes before it
            places = [i for i, token in enumerate(ids) if token == mask]
            place = places[-1] if "that" in one else places[0]
            with torch.no_grad():
                logits = model(torch.tensor([ids])).logits[0, place].double()
            logs.append(float(torch.log_softmax(logits, -1)[wanted]))
        associations.append({
            "text": text, "prior": prior, "word": word, "beside": beside, "log_probability": logs[0],
            "log_prior": logs[1]})
    with open("goldens.json", "w", encoding="utf-8") as out:
        json.dump({
            "made_with": {"torch": torch.__version__, "transformers": transformers.__version__,
                          "tokenizers": tokenizers.__version__},
            "fills": fills, "texts": wholes, "pairs": pairs,
            "associations": associations}, out, indent=1)
        out.write("\n")


main()
