"""formats.py: the JSON Schema of a format against what peel writes: every golden case of some names whose output holds such a document, and documents
spoilt in one place each, which the schema must refuse. What is particular to a format stands in a file of its own beside this one."""
import copy
import glob
import json
import os

from jsonschema import Draft202012Validator

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def documents(text, begins):
    """Those that stand in an output, whatever stands around them."""
    at = text.find(begins)
    while at >= 0:
        value, length = json.JSONDecoder().raw_decode(text[at:])
        yield value
        at = text.find(begins, at + length)


def check(say, name, schema, cases, spoilt):
    """name: "peel.test.v1"; schema: its file in engine/report; cases: a pattern of golden cases; spoilt: what is wrong -> how to make it so."""
    with open(os.path.join(ROOT, "engine", "report", schema), encoding="utf-8") as file:
        whole = json.load(file)
    Draft202012Validator.check_schema(whole)
    validator = Draft202012Validator(whole)

    def problem(value):
        error = next(validator.iter_errors(value), None)
        return "" if error is None else "%s: %s" % ("/".join(map(str, error.absolute_path)), error.message[:200])

    found = []
    for path in sorted(glob.glob(os.path.join(ROOT, "tests", "golden", cases, "expect.out"))):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        for document in documents(text, '{"format": "%s"' % name):
            found.append(document)
            why = problem(document)
            say(not why, "%s: a %s is not as its schema says: %s" % (os.path.basename(os.path.dirname(path)), name, why))
    say(len(found) > 0, "no golden case writes a %s" % name)
    for what, spoil in spoilt.items() if found else ():
        document = copy.deepcopy(found[0])
        spoil(document)
        say(problem(document) != "", "the schema of %s accepts %s" % (name, what))
