"""impacts.py: what the schema of peel.impact.v1 must refuse. Called by run, with its `say`."""
import formats

SPOILT = {
    "an unknown key": lambda d: d.update(extra=1),
    "no datasets": lambda d: d.update(datasets=[]),
    "no sum": lambda d: d.pop("sum"),
    "a negative count": lambda d: d["sum"].update(up=-1),
    "a kind of edit that is none": lambda d: d["edits"][0]["edit"].update(kind="comment"),
    "a parameter without its numbers": lambda d: d["edits"][0]["edit"].pop("was"),
    "a cap that has numbers": lambda d: d["edits"][0]["edit"].update(kind="cap"),
    "a flip without an organisation": lambda d: d["edits"][0]["flips"][0].pop("organisation"),
    "a grade that is a number": lambda d: d["edits"][0]["flips"][0].update(alone=3),
    "a digest cut short": lambda d: d["draft"].update(digest="sha256:00"),
}


def check(say):
    formats.check(say, "peel.impact.v1", "impact.schema.json", "impact-*", SPOILT)
