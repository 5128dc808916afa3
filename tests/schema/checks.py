"""checks.py: the JSON Schema of peel.check.v1, and what of SARIF 2.1.0 peel check uses (sarif.schema.json, after the published one), against what peel check
writes: every golden case whose output holds such a document, and documents spoilt in one place each, which the schemas must refuse. Called by run, with its `say`."""
import copy
import glob
import json
import os

from jsonschema import Draft202012Validator

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def schema(*path):
    with open(os.path.join(ROOT, *path), encoding="utf-8") as file:
        whole = json.load(file)
    Draft202012Validator.check_schema(whole)
    return Draft202012Validator(whole)


def documents(text, begins):
    """Those that stand in an output, whatever stands around them."""
    at = text.find(begins)
    while at >= 0:
        value, length = json.JSONDecoder().raw_decode(text[at:])
        yield value
        at = text.find(begins, at + length)


def first(d, *keys):
    """The first of all inputs or runs that has something there."""
    for one in d.get("inputs") or d["runs"]:
        if one.get(keys[0]):
            return one[keys[0]][0]
    raise SystemExit("no golden case of peel check has " + keys[0])


SPOILT = {
    "check": {
        "an unknown key": lambda d: d.update(extra=1),
        "no inputs": lambda d: d.update(inputs=[]),
        "a kind that is none": lambda d: d["inputs"][0].update(kind="folder"),
        "a negative count": lambda d: d["inputs"][0].update(errors=-1),
        "a severity that is none": lambda d: first(d, "problems").update(severity="fatal"),
        "a code that is none": lambda d: first(d, "problems").update(code="205"),
        "a code without its name": lambda d: first(d, "problems").update(code="P205", name=None),
        "a column without a line": lambda d: first(d, "problems").update(line=None, column=3),
        "a column without an end": lambda d: first(d, "problems").update(line=3, column=3, end_column=None),
        "an excuse without a reason": lambda d: first(d, "excused").pop("reason"),
    },
    "sarif": {
        "another version": lambda d: d.update(version="2.0.0"),
        "no tool": lambda d: d["runs"][0].pop("tool"),
        "a level that is none": lambda d: first(d, "results").update(level="question"),
        "a message that is a text": lambda d: first(d, "results").update(message="x"),
        "a line 0": lambda d: first(d, "results")["locations"][0]["physicalLocation"].update(region={"startLine": 0}),
        "an unknown key": lambda d: first(d, "results").update(hint="x"),
    },
}
KINDS = {
    "check": (schema("engine", "report", "check.schema.json"), '{"format": "peel.check.v1"'),
    "sarif": (schema("tests", "schema", "sarif.schema.json"), '{"$schema": "https://json.schemastore.org/sarif-2.1.0.json"'),
}


def problem(kind, value):
    error = next(KINDS[kind][0].iter_errors(value), None)
    return "" if error is None else "%s: %s" % ("/".join(map(str, error.absolute_path)), error.message[:200])


def check_rules(name, document, say):
    """Every result is of the rule that its index says."""
    for run in document["runs"]:
        rules = run["tool"]["driver"]["rules"]
        for result in run["results"]:
            say(rules[result["ruleIndex"]]["id"] == result["ruleId"], "%s: ruleIndex is not that of %s" % (name, result["ruleId"]))


def check(say):
    for kind in KINDS:
        found = []
        for path in sorted(glob.glob(os.path.join(ROOT, "tests", "golden", "check-*", "expect.out"))):
            name = os.path.basename(os.path.dirname(path))
            with open(path, encoding="utf-8") as file:
                text = file.read()
            for document in documents(text, KINDS[kind][1]):
                found.append(document)
                why = problem(kind, document)
                say(not why, "%s: what peel check says is not as its schema says: %s" % (name, why))
                if kind == "sarif":
                    check_rules(name, document, say)
        say(len(found) > 0, "no golden case of peel check writes " + kind)
        for what, spoil in SPOILT[kind].items() if found else ():
            document = copy.deepcopy(found[0])
            spoil(document)
            say(problem(kind, document) != "", "the schema of %s accepts %s" % (kind, what))
