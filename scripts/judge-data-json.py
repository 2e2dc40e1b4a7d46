"""Judges data.json and DCAT-US 3 with their JSON schemas, and compares every mapped field with the truth.

Usage: SCHEMAS=folder python judge-data-json.py BASE; needs jsonschema[format] and referencing. SCHEMAS/gsa/dcatus1.1 (not federal),
SCHEMAS/dcatus11 and SCHEMAS/gsa/dcatus3.0 hold the published schemas; without SCHEMAS everything but they is judged.
"""

import glob
import json
import os
import sys
import time
import urllib.parse
import urllib.request

sys.path.insert(0, os.path.dirname(__file__))
from judge_truth import Findings, settled, truth, uri  # noqa: E402

BASE = sys.argv[1].rstrip("/")
SCHEMAS = os.environ.get("SCHEMAS")
findings = Findings("data-json")
CYCLES = {"每日": ("R/P1D", "daily"), "每周": ("R/P1W", "weekly"), "每月": ("R/P1M", "monthly"), "每季度": ("R/P3M", "quarterly"),
          "每半年": ("R/P6M", "biannually"), "每年": ("R/P1Y", "annually"), "实时": ("R/PT1S", "continual"),
          "不定期": ("irregular", "irregular"), "不更新": (None, "notPlanned")}
LEVELS = {"PUBLIC": "public", "RESTRICTED": "restricted public", "NON_PUBLIC": "non-public"}


def fetch(path):
    began = time.perf_counter()
    with urllib.request.urlopen(BASE + path) as answer:
        text = answer.read()
    seconds = time.perf_counter() - began
    document = json.loads(text)
    count = len(document["dataset"])
    print(f"  {path}: {count} records, {len(text)} bytes in {seconds:.1f} s: {count / seconds:.0f} records a second")
    return document


def validator(file):
    """A validator of a schema that finds those beside it by their own ids."""
    from jsonschema import Draft4Validator, Draft202012Validator
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT4, DRAFT202012

    schema = json.load(open(file))
    modern = "2020-12" in schema["$schema"]
    resources = []
    for each in glob.glob(os.path.join(os.path.dirname(file), "*.json")):
        found = json.load(open(each))
        resource = Resource(found, DRAFT202012 if modern else DRAFT4)
        resources += [(name, resource) for name in (found.get("$id"), found.get("id"), os.path.basename(each)) if name]
    kind = Draft202012Validator if modern else Draft4Validator
    return kind(schema, registry=Registry().with_resources(resources), format_checker=kind.FORMAT_CHECKER)


def valid(where, document, file, allowed=()):
    path = os.path.join(SCHEMAS, file)
    if not os.path.exists(path):
        findings.same(where, file, "missing", "there")
        return
    check = validator(path)
    wrong = 0
    for dataset in document if isinstance(document, list) else [document]:
        errors = [e for e in check.iter_errors(dataset) if not any(name in e.message for name in allowed)]
        wrong += bool(errors)
        if errors and wrong <= 3:
            print("   ", dataset.get("identifier"), errors[0].json_path, errors[0].message[:300])
    findings.same(where, f"records that {file} refuses", wrong, 0)


def plain(address):
    """Addresses are the same however much of them is escaped."""
    return address and urllib.parse.unquote(address.strip()).rstrip("/")


def web(address):
    return address if address and address.lower().startswith(("http://", "https://")) else None


def common(record, got, label):
    me = record["identifier"]
    same = lambda field, value, wanted: findings.same(f"{label} {me}", field, value, wanted)
    abstract = record.get("abstract")
    same("title", got["title"], record["title"])
    same("description", settled(got["description"]), settled(abstract) if abstract else record["title"])
    topic = record.get("topic")
    same("keyword", got["keyword"], list(dict.fromkeys(record["keywords"])) or [topic or ("数据" if record["kind"] == "dataset" else "文件")])
    if record.get("modifiedOn"):
        same("modified", got["modified"], record["modifiedOn"])
    else:
        same("modified is there", bool(got["modified"]), True)
    same("issued", got.get("issued"), record.get("publishedOn"))
    same("publisher", bool(got["publisher"]["name"]), True)
    contact = record.get("contact") or {}
    if contact.get("unit"):
        same("contactPoint", got["contactPoint"]["fn"], contact["unit"])
    files = record["resources"] if record["kind"] == "dataset" else record["attachments"]
    same("distribution", [d["title"] for d in got.get("distribution", [])][: len(files)], [f["title"] for f in files])
    same("accessURL", all(d.get("accessURL") for d in got.get("distribution", [])), True)


def first(record, got):
    me = record["identifier"]
    same = lambda field, value, wanted: findings.same(f"1.1 {me}", field, value, wanted)
    common(record, got, "1.1")
    same("landingPage", plain(got["landingPage"]), plain(f"{BASE}{record['url']}"))
    source = web(record.get("sourceUrl"))
    same("references", [plain(each) for each in got.get("references", [])], [plain(source)] if source else [])
    same("theme", got.get("theme"), [record["topic"]] if record.get("topic") else None)
    same("spatial", got.get("spatial"), record.get("region"))
    same("accessLevel", got["accessLevel"] in LEVELS.values(), True)
    if record["kind"] == "dataset":
        cycle = record.get("updateCycle")
        same("accrualPeriodicity", got.get("accrualPeriodicity"), CYCLES.get(cycle, (None, None))[0])
        same("rights", got.get("rights"), record["openCondition"][:255] if record.get("openCondition") else None)
        period = record.get("temporal") or {}
        same("temporal", got.get("temporal"), f"{period['start']}/{period['end']}" if period.get("start") and period.get("end") else None)


def third(record, got):
    me = record["identifier"]
    same = lambda field, value, wanted: findings.same(f"3 {me}", field, value, wanted)
    common(record, got, "3")
    same("@id", got["@id"], uri(BASE, me))
    same("theme", [each["prefLabel"] for each in got.get("theme", [])], [record["topic"]] if record.get("topic") else [])
    same("spatial", [each["prefLabel"] for each in got.get("spatial", [])], [record["region"]] if record.get("region") else [])
    names = ("resourceCode",) if record["kind"] == "dataset" else ("indexNumber", "documentNumber")
    same("otherIdentifier", got.get("otherIdentifier", []), [record[name] for name in names if record.get(name)])
    source = web(record.get("sourceUrl"))
    same("page", [plain(each["accessURL"]) for each in got.get("page", [])], [plain(source)] if source else [])
    if record["kind"] == "dataset":
        cycle = record.get("updateCycle")
        same("accrualPeriodicity", got.get("accrualPeriodicity"), CYCLES.get(cycle, (None, "unknown"))[1] if cycle else None)
        period = record.get("temporal") or {}
        same("temporal", [(p.get("startDate"), p.get("endDate")) for p in got.get("temporal", [])],
             [(period.get("start"), period.get("end"))] if period.get("start") or period.get("end") else [])


def main():
    wanted = truth(BASE)
    for path, compare in (("/data.json", first), ("/data.v3.json", third)):
        document = fetch(path)
        findings.everyone_once([each["identifier"] for each in document["dataset"]], wanted)
        for each in document["dataset"]:
            record = wanted.get(each["identifier"])
            if record:
                compare(record, each)
        if not SCHEMAS:
            continue
        if path == "/data.json":
            valid(path, document["dataset"], "gsa/dcatus1.1/non-federal_dataset.json")
            # The first schema is for federal agencies, which have these codes.
            valid(path, document["dataset"], "dcatus11/dataset.json", allowed=("bureauCode", "programCode"))
            valid(path, {**document, "dataset": []}, "gsa/dcatus1.1/catalog.json")
        else:
            valid(path, document["dataset"], "gsa/dcatus3.0/definitions/Dataset.json")
            valid(path, {**document, "dataset": []}, "gsa/dcatus3.0/definitions/Catalog.json")
    if not SCHEMAS:
        print("  no SCHEMAS: the JSON schemas are not looked at")
    sys.exit(findings.end())


main()
