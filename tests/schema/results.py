"""results.py: the JSON Schema of the result against what peel writes: every golden case whose output is a result in json or jsonl, and
results spoilt in one place each, which the schema must refuse. Called by run, with its `say`."""
import copy
import glob
import json
import os

from jsonschema import Draft202012Validator

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def schemas():
    with open(os.path.join(ROOT, "engine", "report", "result.schema.json")) as file:
        whole = json.load(file)
    Draft202012Validator.check_schema(whole)
    part = lambda name: Draft202012Validator({"$schema": whole["$schema"], "$defs": whole["$defs"], "$ref": "#/$defs/" + name})
    return Draft202012Validator(whole), part("header"), part("organisation"), part("end")


DOCUMENT, HEADER, ORGANISATION, END = schemas()


def documents(text):
    """The documents of a json result; nothing where the text is none."""
    try:
        value = json.loads(text)
    except ValueError:
        return []
    values = value if isinstance(value, list) else [value]
    return [v for v in values if isinstance(v, dict) and v.get("format") == "peel.result.v1" and "organisations" in v]


def lines(text):
    """The lines of a jsonl result, each with the schema it must keep to."""
    try:
        values = [json.loads(line) for line in text.splitlines()]
    except ValueError:
        return []
    if len(values) < 3 or not all(isinstance(v, dict) for v in values) or values[0].get("format") != "peel.result.v1":
        return []
    return [(v, HEADER if "format" in v else END if "agreement" in v else ORGANISATION) for v in values]


# What is spoilt, and how: each must be refused.
SPOILT = {
    "an unknown key of the document": lambda r: r.update(extra=1),
    "no digest": lambda r: r["pack"].pop("digest"),
    "a digest cut short": lambda r: r["dataset"].update(digest="sha256:00"),
    "an outcome that is none": lambda r: r["organisations"][0]["areas"][0]["characteristics"][0].update(outcome="failed"),
    "a status that is none": lambda r: r["organisations"][0]["areas"][0].update(status="old"),
    "no proof": lambda r: r["organisations"][0]["areas"][0]["characteristics"][0].pop("evidence"),
    "a rule without its line": lambda r: r["organisations"][0]["areas"][0]["characteristics"][0].update(rule="areas/x.lua"),
    "evidence from nowhere": lambda r: r["organisations"][0]["areas"][0]["characteristics"][0]["evidence"][0].update(at="north"),
    "a concern without a recommendation": lambda r: r["organisations"][0]["causes_of_concern"].append(
        {"id": "a/b", "area": "a", "text": "t", "because": ["a/b"], "recommendations": []}),
    "a kind that the pointer says": lambda r: r["organisations"][0]["areas"][0]["characteristics"][0]["evidence"][0].update(kind="sample"),
    "evidence of nothing": lambda r: r["organisations"][0]["areas"][0]["characteristics"][0]["evidence"][0].update(at=None),
    "a test without a threshold": lambda r: r["organisations"][0]["areas"][0]["characteristics"][0]["evidence"][0].update(
        tests=[{"value": 1, "held": True}]),
    "a test with two": lambda r: r["organisations"][0]["areas"][0]["characteristics"][0]["evidence"][0].update(
        tests=[{"at_least": 1, "above": 1, "value": 1, "held": True}]),
    "another piece of evidence that is a number": lambda r: r["organisations"][0]["areas"][0]["characteristics"][0]["evidence"][0].update(
        tests=[{"similar_to": 0.9, "value": 0.4, "held": True}]),
    "a p above one": lambda r: r["organisations"][0]["areas"][0]["characteristics"][0]["evidence"][0].update(
        tests=[{"lower_than": "/organisations/0/samples/files", "value": 1.4, "held": True}]),
    "a word that did not hold": lambda r: r["organisations"][0]["areas"][0]["characteristics"][0]["evidence"][0].update(
        tests=[{"higher_than": "/organisations/0/samples/files", "value": 0.01, "held": False}]),
    "no tests as a list": lambda r: r["organisations"][0]["areas"][0]["characteristics"][0]["evidence"][0].update(tests=[]),
    "a share above one": lambda r: r["organisations"][0]["areas"][0].update(share=1.5),
    "no organisation": lambda r: r.update(organisations=[]),
    "a parameter that is no number": lambda r: r["parameters"].update(x="0.5"),
    "a moderation without a reason": lambda r: r["organisations"][0]["areas"][0].update(moderation={"to": "good", "by": "x", "date": "2022"}),
}


# The same of what measures were read against.
SPOILT_COHORT = {
    "an unknown key of a measure read against others": lambda r: against(r).update(extra=1),
    "a measure read against others without its rules": lambda r: against(r).pop("rules"),
    "a rule of lines that is missing": lambda r: against(r)["rules"].pop("width"),
    "a rule of lines of no width": lambda r: against(r)["rules"].update(width=0),
    "a scale that is none": lambda r: against(r).update(scale="cubic"),
    "a reason that is none": lambda r: against(r).update(reason="guess"),
    "lines without a scale": lambda r: against(r).pop("scale"),
    "lines without the upper one": lambda r: against(r).pop("upper"),
    "a line that is a text": lambda r: against(r).update(lower="1.38"),
    "lines that were drawn and have no status": lambda r: against(r).pop("status"),
    "a status that was not reached": lambda r: against(r).update(status="too-few"),
    "no n": lambda r: against(r).pop("n"),
    "half an organisation": lambda r: against(r).update(n=9.5),
    "a normality without p": lambda r: against(r)["raw"].pop("p"),
    "an outlier without its z": lambda r: against(r)["above"][0].pop("z"),
    "an outlier that is nobody": lambda r: against(r)["above"][0].update(id="Ivy Library"),
    "an absent one without the reason": lambda r: against(r)["absent"][0].pop("why"),
    "an absent one for a reason that is none": lambda r: against(r)["absent"][0].update(why="shy"),
    "one left out without saying why": lambda r: [a.pop("note", None) for a in against(r)["absent"]],
    "a note where nobody was left out": lambda r: against(r)["absent"][0].update(note="it is a van"),
    "no peers": lambda r: against(r).update(peers=[]),
    "peers that are a word": lambda r: against(r).update(peers="some"),
    "similar ones without their number": lambda r: against(r, "fines")["peers"].pop("count"),
    "no similar ones": lambda r: against(r, "fines")["peers"].update(count=0),
    "shared lines where each has its own": lambda r: against(r, "fines").update(status="done"),
    "own lines, and not how many have none": lambda r: against(r, "fines").pop("without_lines"),
    "how many have none, where all share": lambda r: against(r).update(without_lines=0),
    "outliers where no lines were drawn": lambda r: against(r, "rare").update(above=[{"id": "ivy", "value": 1, "z": 1}]),
    "a measure that is no id": lambda r: r["cohort"].update({"Staff": against(r)}),
}


def against(result, measure="staff"):
    return result["cohort"][measure]


def tests_of(result):
    return [t for o in result["organisations"] for a in o["areas"] for c in a["characteristics"] for e in c["evidence"] for t in e.get("tests", [])]


# How a measure stands among others, as a test in the proof; of the first that has the key.
SPOILT_STANDING = {
    "a rank of nobody": ("rank_from_lowest", lambda t: t.update(of=0)),
    "a rank without of how many": ("rank_from_lowest", lambda t: t.pop("of")),
    "a rank of none": ("rank_from_lowest", lambda t: t.update(rank_from_lowest=0)),
    "a rank that is half": ("rank_from_highest", lambda t: t.update(rank_from_highest=1.5)),
    "a rank from both ends at once": ("rank_from_lowest", lambda t: t.update(rank_from_highest=1)),
    "a rank that held": ("rank_from_lowest", lambda t: t.update(held=True)),
    "a z that held": ("z", lambda t: t.update(held=True)),
    "a z of nothing": ("z", lambda t: t.pop("value")),
    "a z and a mean at once": ("z", lambda t: t.update(cohort_mean=1)),
    "a mean that is a text": ("cohort_mean", lambda t: t.update(cohort_mean="5.5")),
    "a line that neither held nor did not": ("above_line", lambda t: t.pop("held")),
    "a line that is a word": ("below_line", lambda t: t.update(below_line="low")),
}


def problem(validator, value):
    error = next(validator.iter_errors(value), None)
    return "" if error is None else "%s: %s" % ("/".join(map(str, error.absolute_path)), error.message[:200])


def check(say):
    found = []
    for path in sorted(glob.glob(os.path.join(ROOT, "tests", "golden", "*", "expect.out"))):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        name = os.path.basename(os.path.dirname(path))
        for document in documents(text):
            found.append(document)
            why = problem(DOCUMENT, document)
            say(not why, "%s: the result is not as its schema says: %s" % (name, why))
        for value, validator in lines(text):
            why = problem(validator, value)
            say(not why, "%s: a line is not as its schema says: %s" % (name, why))
    say(len(found) > 0, "no golden case writes a result in json")
    proven = [r for r in found if r["organisations"][0]["areas"][0]["characteristics"][0]["evidence"]]
    say(len(proven) > 0, "no golden case has evidence in its first characteristic")
    among = [r for r in found if "fines" in r["cohort"] and against(r)["above"] and against(r)["absent"]]
    say(len(among) > 0, "no golden case reads measures against others, with some outside and some absent")
    for what, spoil, of in [(w, s, proven) for w, s in SPOILT.items()] + [(w, s, among) for w, s in SPOILT_COHORT.items()]:
        if not of:
            continue
        result = copy.deepcopy(of[0])
        spoil(result)
        say(problem(DOCUMENT, result) != "", "the schema accepts a result with " + what)
    for what, (key, spoil) in SPOILT_STANDING.items():
        if not among:
            break
        result = copy.deepcopy(among[0])
        spoil(next(t for t in tests_of(result) if key in t))
        say(problem(DOCUMENT, result) != "", "the schema accepts a result with " + what)
