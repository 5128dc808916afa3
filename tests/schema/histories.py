"""histories.py: the JSON Schema of peel.history.v1 against what peel diff writes of three or more results: every golden case whose output holds such a
document, and documents spoilt in one place each, which the schema must refuse; the results of samples/history against the schema of results, and against
the tables they are made of. Called by run, with its `say`."""
import copy
import glob
import json
import os
import subprocess
import sys

from jsonschema import Draft202012Validator

import results

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SAMPLES = os.path.join(ROOT, "samples", "history")


def schema():
    with open(os.path.join(ROOT, "engine", "report", "history.schema.json"), encoding="utf-8") as file:
        whole = json.load(file)
    Draft202012Validator.check_schema(whole)
    return Draft202012Validator(whole)


DOCUMENT = schema()
BEGINS = '{"format": "peel.history.v1"'


def documents(text):
    at = text.find(BEGINS)
    while at >= 0:
        value, length = json.JSONDecoder().raw_decode(text[at:])
        yield value
        at = text.find(BEGINS, at + length)


def judgment(d, change):
    """The first judgment with that change."""
    return next(j for o in d["organisations"] for r in o["rows"] for j in r["judgments"] if j.get("change") == change)


# Of tests/golden/history-formats: what is spoilt, and how.
SPOILT = {
    "an unknown key": lambda d: d.update(extra=1),
    "two sides": lambda d: d["sides"].pop(),
    "a digest cut short": lambda d: d["sides"][0]["pack"].update(digest="sha256:00"),
    "judged by nobody": lambda d: d["sides"][0].pop("judged"),
    "a count that is missing": lambda d: d["steps"][0]["judgments"].pop("improved"),
    "a count below nothing": lambda d: d["steps"][0]["judgments"].update(improved=-1),
    "a row without a title": lambda d: d["areas"][0].pop("title"),
    "a row that is asked nowhere": lambda d: d["areas"][0].update(areas=[]),
    "an area from another, and not how": lambda d: d["areas"][0]["areas"][1].pop("comparability"),
    "a change that is none": lambda d: judgment(d, "improved").update(change="better"),
    "steps of what is not comparable": lambda d: judgment(d, "improved").update(comparable=False),
    "a step of what was corrected": lambda d: judgment(d, "improved").update(change="corrected"),
    "not comparable, and not why": lambda d: judgment(d, "improved").update(change="not-comparable", comparable=False),
    "a judgment of no side": lambda d: judgment(d, "improved").pop("side"),
    "a status that is none": lambda d: judgment(d, "improved").update(status="old"),
}


def problem(validator, value):
    error = next(validator.iter_errors(value), None)
    return "" if error is None else "%s: %s" % ("/".join(map(str, error.absolute_path)), error.message[:200])


def check_samples(say):
    paths = sorted(glob.glob(os.path.join(SAMPLES, "*.json")))
    say(len(paths) == 3, "samples/history has other results than the three it is said to have")
    for path in paths:
        with open(path, encoding="utf-8") as file:
            wrong = problem(results.DOCUMENT, json.load(file))
        say(not wrong, "%s: %s" % (os.path.relpath(path, ROOT), wrong))
    made = subprocess.run([sys.executable, os.path.join(SAMPLES, "make"), "--check"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    say(made.returncode == 0, made.stdout.decode("utf-8", "replace"))


def check(say):
    found = {}
    for path in sorted(glob.glob(os.path.join(ROOT, "tests", "golden", "history-*", "expect.out"))):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for document in documents(text):
            found.setdefault(os.path.basename(os.path.dirname(path)), document)
            wrong = problem(DOCUMENT, document)
            say(not wrong, "%s: %s" % (os.path.relpath(path, ROOT), wrong))
    say(len(found) >= 1, "no golden case holds a peel.history.v1")
    for what, spoil in SPOILT.items():
        document = copy.deepcopy(found["history-formats"])
        spoil(document)
        say(bool(problem(DOCUMENT, document)), "the schema of histories accepts " + what)
    check_samples(say)
