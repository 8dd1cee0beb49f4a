"""Tiny GPT-2 and Llama models with seeded random weights as ONNX folders, and what transformers says of them.

Run in this folder with: torch 2.13.0, transformers 5.18.0, onnx 1.23.1, tokenizers, sacrebleu 2.6.0.
Layouts: gpt2/model.onnx and llama/onnx/decoder_model_merged.onnx in the form of Optimum's exports: input_ids, attention_mask,
position_ids, past_key_values.N.key/value, present.N.key/value; the merged graph chooses with use_cache_branch.
Log-likelihoods follow the conventions of lm-evaluation-harness 0.4 (loglikelihood and rolling windows), written out below.
"""
import json, math, os, shutil, warnings
import onnx, sacrebleu, tokenizers, torch, transformers
from onnx import TensorProto, helper
from transformers import GPT2Config, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM
from transformers.cache_utils import DynamicCache

warnings.filterwarnings("ignore")
TEXT = """The reviewer drops in a model and a dataset, runs the evaluation and looks at how the model treats people.
Every number carries its uncertainty and its origin, every judgement carries a name. What is the capital of France? Paris.
The cat sat on the mat and the dog was in the house. Water boils at one hundred degrees; the answer is four."""
POSITIONS = 48


def tokenizer(folder, bos):
    t = tokenizers.Tokenizer(tokenizers.models.BPE())
    t.pre_tokenizer = tokenizers.pre_tokenizers.ByteLevel(add_prefix_space=False)
    t.decoder = tokenizers.decoders.ByteLevel()
    special = ["<|endoftext|>"] if not bos else ["<unk>", "<s>", "</s>"]
    t.train_from_iterator([TEXT] * 3, tokenizers.trainers.BpeTrainer(
        vocab_size=300, special_tokens=special, show_progress=False,
        initial_alphabet=tokenizers.pre_tokenizers.ByteLevel.alphabet()))
    if bos:
        t.post_processor = tokenizers.processors.TemplateProcessing(single="<s> $A", pair="<s> $A $B", special_tokens=[("<s>", 1)])
    os.makedirs(folder, exist_ok=True)
    t.save(f"{folder}/tokenizer.json", pretty=False)
    return t


class Flat(torch.nn.Module):
    """Past and present as flat lists of tensors."""
    def __init__(self, model, past):
        super().__init__()
        self.model, self.past = model, past
        self.eval()

    def forward(self, input_ids, attention_mask, position_ids, *pasts):
        cache = DynamicCache(config=self.model.config)
        for layer in range(len(pasts) // 2):
            cache.update(pasts[2 * layer], pasts[2 * layer + 1], layer)
        length = input_ids.shape[1] + (pasts[0].shape[2] if pasts else 0)
        own = torch.arange(input_ids.shape[1]) + (length - input_ids.shape[1])
        seen = (torch.arange(length)[None, :] <= own[:, None])[None, None] & (attention_mask[:, None, None, :] > 0)
        mask = torch.where(seen, 0.0, -10000.0)
        out = self.model(input_ids=input_ids, attention_mask=mask, position_ids=position_ids, past_key_values=cache, use_cache=True)
        flat = [out.logits]
        for layer in out.past_key_values.layers:
            flat += [layer.keys, layer.values]
        return tuple(flat)


def export(model, file, past):
    c = model.config
    layers = c.num_hidden_layers
    heads = getattr(c, "num_key_value_heads", None) or c.num_attention_heads
    dim = c.hidden_size // c.num_attention_heads
    batch, length, before = 2, 3, 4 if past else 0
    pasts = [torch.randn(batch, heads, before, dim) for _ in range(2 * layers)] if past else []
    names = [f"{l}.{kv}" for l in range(layers) for kv in ("key", "value")]
    args = (torch.randint(0, c.vocab_size, (batch, length)), torch.ones(batch, length + before, dtype=torch.int64),
            torch.arange(before, before + length)[None].repeat(batch, 1), *pasts)
    axes = {"input_ids": {0: "batch_size", 1: "sequence_length"}, "attention_mask": {0: "batch_size", 1: "total_sequence_length"},
            "position_ids": {0: "batch_size", 1: "sequence_length"}, "logits": {0: "batch_size", 1: "sequence_length"}}
    for n in names:
        axes["present." + n] = {0: "batch_size", 2: "total_sequence_length"}
        if past:
            axes["past_key_values." + n] = {0: "batch_size", 2: "past_sequence_length"}
    torch.onnx.export(Flat(model, past), args, file, dynamo=False, opset_version=17, dynamic_axes=axes,
                      input_names=["input_ids", "attention_mask", "position_ids"] + (["past_key_values." + n for n in names] if past else []),
                      output_names=["logits"] + ["present." + n for n in names])


def merge(plain, past, file):
    """One graph that takes the branch with past keys and values when use_cache_branch is true."""
    a, b = onnx.load(plain), onnx.load(past)
    shared, seen = [], {}

    def branch(g, prefix):
        names = {}
        for t in g.initializer:
            key = (t.data_type, tuple(t.dims), t.raw_data)
            if key not in seen:
                seen[key] = f"w{len(seen)}"
                copy = onnx.TensorProto(); copy.CopyFrom(t); copy.name = seen[key]; shared.append(copy)
            names[t.name] = seen[key]
        inputs = {i.name for i in g.input}
        short = {}
        rename = lambda n: n if n in inputs or n == "" else names.get(n) or prefix + short.setdefault(n, f"{len(short):x}")
        nodes = []
        for node in g.node:
            own = onnx.NodeProto(); own.CopyFrom(node); own.name = ""
            own.input[:] = [rename(i) for i in node.input]; own.output[:] = [rename(o) for o in node.output]
            nodes.append(own)
        outputs = []
        for o in g.output:
            own = onnx.ValueInfoProto(); own.CopyFrom(o); own.name = rename(o.name); outputs.append(own)
        return helper.make_graph(nodes, prefix, [], outputs)

    without, with_past = branch(a.graph, "a"), branch(b.graph, "b")
    outs = [o.name for o in b.graph.output]
    flag = helper.make_tensor_value_info("use_cache_branch", TensorProto.BOOL, [1])
    node = helper.make_node("If", ["use_cache_branch"], outs, then_branch=with_past, else_branch=without)
    graph = helper.make_graph([node], "merged", list(b.graph.input) + [flag], list(b.graph.output), shared)
    onnx.save(helper.make_model(graph, opset_imports=b.opset_import, ir_version=b.ir_version), file)


def shrink(file):
    m = onnx.load(file)
    m.graph.ClearField("value_info")
    for n in m.graph.node:
        n.ClearField("doc_string"); n.ClearField("metadata_props")
    onnx.save(m, file)


def build(kind):
    torch.manual_seed(20261126)
    bos = kind == "llama"
    t = tokenizer(kind, bos)
    if bos:
        c = LlamaConfig(vocab_size=t.get_vocab_size(), hidden_size=24, intermediate_size=32, num_hidden_layers=2, num_attention_heads=4,
                        num_key_value_heads=2, max_position_embeddings=POSITIONS, bos_token_id=1, eos_token_id=2, initializer_range=0.35,
                        attn_implementation="eager", tie_word_embeddings=True)
        model = LlamaForCausalLM(c)
    else:
        c = GPT2Config(vocab_size=t.get_vocab_size(), n_positions=POSITIONS, n_embd=32, n_layer=2, n_head=2, bos_token_id=0, eos_token_id=0,
                       initializer_range=0.35, attn_implementation="eager")
        model = GPT2LMHeadModel(c)
    model.eval()
    if bos:
        os.makedirs(f"{kind}/onnx", exist_ok=True)
        export(model, "/tmp/plain.onnx", False); export(model, "/tmp/past.onnx", True)
        merge("/tmp/plain.onnx", "/tmp/past.onnx", f"{kind}/onnx/decoder_model_merged.onnx")
        shrink(f"{kind}/onnx/decoder_model_merged.onnx")
    else:
        export(model, f"{kind}/model.onnx", True); shrink(f"{kind}/model.onnx")
    config = {"architectures": [type(model).__name__], "model_type": kind, "vocab_size": c.vocab_size, "bos_token_id": c.bos_token_id,
              "eos_token_id": c.eos_token_id, ("max_position_embeddings" if bos else "n_positions"): POSITIONS}
    json.dump(config, open(f"{kind}/config.json", "w"), indent=1)
    json.dump({"tokenizer_class": "PreTrainedTokenizerFast", "model_max_length": POSITIONS}, open(f"{kind}/tokenizer_config.json", "w"))
    return t, model


def scored(model, inp, n):
    """Sum of the log-probabilities of the last n tokens that follow inp[:-1]."""
    with torch.no_grad():
        lp = torch.log_softmax(model(torch.tensor([inp[:-1]])).logits[0].double(), -1)
    return sum(lp[len(inp) - 1 - n + i, inp[len(inp) - n + i]].item() for i in range(n))


def goldens(kind, t, model):
    ids = lambda s: t.encode(s, add_special_tokens=False).ids
    first = [1] if kind == "llama" else []
    prefix = [1] if kind == "llama" else [0]

    def pair(context, continuation):
        whole, c = ids(context + continuation), ids(context)
        n = len(whole) - len(c)
        full = (first + whole) if c else prefix + whole
        return {"context": context, "continuation": continuation, "loglik": scored(model, full[-(POSITIONS + 1):], n), "tokens": n}

    def rolling(text):
        tokens, total, done = ids(text), 0.0, 0
        n = min(POSITIONS, len(tokens))
        total += scored(model, prefix + tokens[:n], n); done = n
        while done < len(tokens):
            n = min(len(tokens) - done, POSITIONS)
            end = done + n
            total += scored(model, tokens[max(0, end - POSITIONS - 1):end], n); done = end
        return {"text": text, "loglik": total, "tokens": len(tokens)}

    prompts = ["The cat sat", "What is the capital of France?", "Water", "Every number carries its"]
    greedy = []
    for p in prompts:
        inp = torch.tensor([first + ids(p)])
        out = model.generate(inp, attention_mask=torch.ones_like(inp), do_sample=False, max_new_tokens=12, pad_token_id=0)
        new = out[0, inp.shape[1]:].tolist()
        greedy.append({"prompt": p, "ids": new, "text": t.decode(new, skip_special_tokens=True)})
    with torch.no_grad():
        probe = ids("The cat sat on the mat")
        logits = model(torch.tensor([first + probe])).logits[0, -1, :8].tolist()
    return {"logits": logits,
            "pairs": [pair("The cat sat on the", " mat"), pair("What is the capital of France?", " Paris"), pair("", "The answer is four"),
                      pair(TEXT, " and the dog"), pair("Zürich: the", " Straße — 東京")],
            "rolling": [rolling(TEXT), rolling("The dog was in the house.")], "greedy": greedy}


if __name__ == "__main__":
    out = {"made_with": f"torch {torch.__version__}, transformers {transformers.__version__}, onnx {onnx.__version__}"}
    for kind in ("gpt2", "llama"):
        t, model = build(kind)
        out[kind] = goldens(kind, t, model)
    json.dump(out, open("transformers.json", "w"), indent=1, ensure_ascii=False)
    chrf = sacrebleu.metrics.CHRF()
    pairs = [("the cat sat on the mat", "the cat is on the mat"), ("Paris", "Paris"), ("", "four"), ("four", ""), ("Die Straße in Zürich", "Die Strasse in Zürich"),
             ("a b c d e f", "f e d c b a"), ("the answer is 4.", "The answer is four"), ("東京タワー", "東京は塔"), ("xyz", "abc")]
    json.dump({"made_with": f"sacrebleu {sacrebleu.__version__}, CHRF() sentence_score / 100",
               "pairs": [{"answer": a, "reference": r, "chrf": chrf.sentence_score(a, [r]).score / 100} for a, r in pairs]},
              open("sacrebleu.json", "w"), indent=1, ensure_ascii=False)
