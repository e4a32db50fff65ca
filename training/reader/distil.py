"""A reader of fewer layers taught by one of more (as Jiao and others 2020, "TinyBERT", do): it begins with every second layer of the teacher, and each of
its layers is to give what the teacher gives at the same height, for every word piece of every window, whatever the window is marked for."""
import torch
import torch.nn.functional as F

from network import Encoder

BETWEEN, LAST = 0.5, 2.0  # the weight of a layer's error; that of the last, which the heads read


def heights(layers, of):
    """The teacher's layers, from 0, that a student of `layers` begins with and is compared with: the last of each group."""
    if of % layers: raise ValueError(f"{of} layers cannot be parted among {layers}")
    return [(i + 1) * (of // layers) - 1 for i in range(layers)]


def begun_from(state, layers):
    """A teacher's weights (a checkpoint's "model") with the layers of a student alone."""
    kept = {old: new for new, old in enumerate(heights(layers, state["layers"]))}
    out = {}
    for name, tensor in state["model"].items():
        at = name.split(".")
        if at[:2] != ["encoder", "layers"]: out[name] = tensor
        elif int(at[2]) in kept: out[".".join([*at[:2], str(kept[int(at[2])]), *at[3:]])] = tensor
    return out


class Teacher:
    def __init__(self, state, layers):
        self.encoder = Encoder(state["layers"])
        self.encoder.load_state_dict({n.removeprefix("encoder."): t for n, t in state["model"].items() if n.startswith("encoder.")})
        self.heights = heights(layers, state["layers"])

    def loss(self, states, batch):
        """How far the student's `states`, one a layer, are from the teacher's, in parts of the variance of these."""
        with torch.no_grad(): theirs = self.encoder.states(batch)
        total = 0.0
        for i, (mine, height) in enumerate(zip(states, self.heights)):
            target = theirs[height][batch.mask]
            weight = LAST if i + 1 == len(states) else BETWEEN
            total = total + weight * F.mse_loss(mine[batch.mask], target) / target.var()
        return total
