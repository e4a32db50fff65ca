"""What the network learns. A task is a class with `name`, `prepare(documents)` (labels from the training documents), `heads()` (a module), and
`loss(module, v, batch)`: v are the word vectors of the batch, the result None where no word of it is labelled. Adding one: a file here, a line below."""
from .acts import Acts
from .antecedents import Antecedents
from .quoted import Quoted
from .roles import Roles
from .trees import Trees
from .vectors import Vectors
from .word_labels import RunLabels, WordLabels


def all_tasks():
    return [
        WordLabels("upos", least=1), WordLabels("xpos", least=1), WordLabels("feats", least=4), WordLabels("lemma", least=3, weight=0.5),
        WordLabels("sentence", weight=1.0), RunLabels("name", weight=3.0), RunLabels("silver_name", weight=0.5), WordLabels("kind", weight=0.5),
        RunLabels("time", weight=1.5), RunLabels("source", weight=1.5), RunLabels("cue", weight=1.5), RunLabels("content", weight=1.5),
        Trees(), Roles(), Acts(), Quoted(), Antecedents(), Vectors(),
    ]
