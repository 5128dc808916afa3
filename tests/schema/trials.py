"""trials.py: what the schema of peel.test.v1 must refuse. Called by run, with its `say`."""
import formats

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


def check(say):
    formats.check(say, "peel.test.v1", "test.schema.json", "test-*", SPOILT)
