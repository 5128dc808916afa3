"""trials.py: the JSON Schema of peel.test.v1 against what peel test writes: every golden case whose output holds such a document, and documents
spoilt in one place each, which the schema must refuse. Called by run, with its `say`."""
import copy
import glob
import json
import os

from jsonschema import Draft202012Validator

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def schema():
    with open(os.path.join(ROOT, "engine", "report", "test.schema.json"), encoding="utf-8") as file:
        whole = json.load(file)
    Draft202012Validator.check_schema(whole)
    return Draft202012Validator(whole)


DOCUMENT = schema()
BEGINS = '{"format": "peel.test.v1"'


def documents(text):
    """Those that stand in an output, whatever stands around them."""
    at = text.find(BEGINS)
    while at >= 0:
        value, length = json.JSONDecoder().raw_decode(text[at:])
        yield value
        at = text.find(BEGINS, at + length)


SPOILT = {
    "an unknown key": lambda d: d.update(extra=1),
    "no cases": lambda d: d.update(cases=[]),
    "no totals": lambda d: d.pop("totals"),
    "a digest cut short": lambda d: d["pack"].update(digest="sha256:00"),
    "a case without a name": lambda d: d["cases"][0].pop("name"),
    "a status that is none": lambda d: d["cases"][0].update(status="ok"),
    "a case that passed and failed": lambda d: d["cases"][0].update(status="passed", failures=[{"of": "a", "expected": "b", "got": "c"}]),
    "a case that failed in nothing": lambda d: d["cases"][0].update(status="failed", failures=[]),
    "a case that broke for nothing": lambda d: d["cases"][0].update(status="broken", broken=None),
    "a file outside of the tests": lambda d: d["cases"][0].update(file="areas/x.lua"),
    "a negative count": lambda d: d["totals"].update(failed=-1),
    "coverage without its figures": lambda d: d.update(coverage={"covered": 1, "of": 2}),
}


def problem(value):
    error = next(DOCUMENT.iter_errors(value), None)
    return "" if error is None else "%s: %s" % ("/".join(map(str, error.absolute_path)), error.message[:200])


def check(say):
    found = []
    for path in sorted(glob.glob(os.path.join(ROOT, "tests", "golden", "test-*", "expect.out"))):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for document in documents(text):
            found.append(document)
            why = problem(document)
            say(not why, "%s: what peel test says is not as its schema says: %s" % (os.path.basename(os.path.dirname(path)), why))
    say(len(found) > 0, "no golden case of peel test writes json")
    for what, spoil in SPOILT.items() if found else ():
        document = copy.deepcopy(found[0])
        spoil(document)
        say(problem(document) != "", "the schema of peel.test.v1 accepts " + what)
