"""differences.py: the JSON Schema of peel.diff.v1 against what peel diff writes: every golden case whose output holds such a document, and documents
spoilt in one place each, which the schema must refuse. Called by run, with its `say`."""
import copy
import glob
import json
import os

from jsonschema import Draft202012Validator

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def schema():
    with open(os.path.join(ROOT, "engine", "report", "diff.schema.json"), encoding="utf-8") as file:
        whole = json.load(file)
    Draft202012Validator.check_schema(whole)
    return Draft202012Validator(whole)


DOCUMENT = schema()
BEGINS = '{"format": "peel.diff.v1"'


def documents(text):
    """Those that stand in an output, whatever stands around them."""
    at = text.find(BEGINS)
    while at >= 0:
        value, length = json.JSONDecoder().raw_decode(text[at:])
        yield value
        at = text.find(BEGINS, at + length)


def judgment(d, change):
    """The first judgment with that change."""
    return next(j for o in d["organisations"] for j in o["judgments"] if j["change"] == change)


def life(d):
    return next(x for o in d["organisations"] for x in o["lives"])


# Of tests/golden/diff-areas: what is spoilt, and how.
SPOILT = {
    "an unknown key": lambda d: d.update(extra=1),
    "no sides": lambda d: d.pop("older"),
    "a digest cut short": lambda d: d["newer"]["pack"].update(digest="sha256:00"),
    "a change that is none": lambda d: judgment(d, "improved").update(change="better"),
    "a step of what is not comparable": lambda d: judgment(d, "not-comparable").update(steps=1),
    "not comparable, and no reason": lambda d: judgment(d, "not-comparable").pop("because"),
    "improved by nothing": lambda d: judgment(d, "improved").pop("steps"),
    "improved downwards": lambda d: judgment(d, "improved").update(steps=-1),
    "declined upwards": lambda d: judgment(d, "declined").update(steps=1),
    "a direction without its p": lambda d: judgment(d, "improved")["readings"][0].pop("p"),
    "a p of what was not tested": lambda d: judgment(d, "improved")["readings"][0].update(change="changed"),
    "a direction that the test alone shows": lambda d: judgment(d, "improved")["readings"][0].update(shown_by="test"),
    "a step of what was corrected": lambda d: judgment(d, "improved").update(change="corrected"),
    "merged from one": lambda d: next(j for o in d["organisations"] for j in o["judgments"] if "merged" in j).update(merged=[]),
    "areas that may not be compared, and not why": lambda d: next(a for a in d["areas"] if a.get("comparability") == "not-comparable").pop("because"),
    "an area that became nothing": lambda d: d["areas"][0].update(change="gone"),
    "a life that is none": lambda d: life(d).update(change="died"),
    "a life that lapsed, and not why": lambda d: life(d).update(change="lapsed"),
    "a life that did not lapse, and why": lambda d: life(d).update(change="opened", lapsed="gone"),
    "steps of what is not comparable": lambda d: judgment(d, "not-comparable")["attribution"].update(steps=1),
    "parts of what is not comparable": lambda d: judgment(d, "not-comparable")["attribution"].update(parts={"rules": 1}),
    "a split without its parts": lambda d: judgment(d, "improved")["attribution"].pop("parts"),
    "a split into what no orders make": lambda d: judgment(d, "improved")["attribution"].update(parts_per_grade=3),
    "a part that is half a unit": lambda d: judgment(d, "improved")["attribution"]["parts"].update(rules=0.5),
    "a cause that is none": lambda d: judgment(d, "improved")["attribution"]["parts"].update(weather=1),
    "three grades of four": lambda d: judgment(d, "improved")["attribution"]["grades"].pop("older_rules_newer_evidence"),
    "a split that could not be": lambda d: judgment(d, "improved")["attribution"].update(obstacle="merged"),
    "not attributable, and not why": lambda d: next(j for o in d["organisations"] for j in o["judgments"] if j.get("attribution", {}).get("obstacle"))["attribution"].pop("obstacle"),
    "an outcome of which one mixture is told": lambda d: judgment(d, "improved")["outcomes"][0].pop("newer_rules_older_evidence"),
    "a sum that lacks a cause": lambda d: d["summary"]["attribution"]["parts"].pop("scale"),
    "a sum that does not say": lambda d: d["summary"].pop("attribution"),
    "an edit of no kind": lambda d: d["edits"][0]["edit"].update(kind="comment"),
    "a life of nobody": lambda d: life(d).pop("by"),
    "a count below nothing": lambda d: d["summary"]["judgments"].update(improved=-1),
    "a count that is missing": lambda d: d["summary"]["judgments"].pop("improved"),
    "a deadline held to no date": lambda d: d.update(on="today"),
}


def problem(value):
    error = next(DOCUMENT.iter_errors(value), None)
    return "" if error is None else "%s: %s" % ("/".join(map(str, error.absolute_path)), error.message[:200])


def check(say):
    found = {}
    for path in sorted(glob.glob(os.path.join(ROOT, "tests", "golden", "diff-*", "expect.out"))):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for document in documents(text):
            found.setdefault(os.path.basename(os.path.dirname(path)), document)
            wrong = problem(document)
            say(not wrong, "%s: %s" % (os.path.relpath(path, ROOT), wrong))
    say(len(found) >= 4, "fewer golden cases hold a peel.diff.v1 than are known: %s" % sorted(found))
    for what, spoil in SPOILT.items():
        document = copy.deepcopy(found["diff-areas"])
        spoil(document)
        say(bool(problem(document)), "the schema of differences accepts " + what)
