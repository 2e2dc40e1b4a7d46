"""Judges Croissant with the reference reader: every description is validated, its records are loaded and compared with the csv.

Usage: python judge-croissant.py BASE [TABLES]; needs mlcroissant[parquet]. TABLES is how many tables are looked at (20).
"""

import csv
import io
import logging
import os
import sys
import urllib.parse
import urllib.request

os.environ["TQDM_DISABLE"] = "1"
import mlcroissant as mlc  # noqa: E402

sys.path.insert(0, os.path.dirname(__file__))
from judge_truth import Findings, read, truth  # noqa: E402

BASE = sys.argv[1].rstrip("/")
MOST = int(sys.argv[2]) if len(sys.argv) > 2 else 20
ROWS = 500
findings = Findings("croissant")
logging.getLogger("absl").setLevel(logging.ERROR)


def shown(value):
    """A value as a csv writes it, roughly."""
    if value is None or value != value or str(value) in ("NaT", "<NA>"):
        return ""
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    text = str(value)
    if text in ("True", "False"):
        return text.lower()
    return text.replace(" ", "T") if text[:4].isdigit() and text[10:11] == " " else text


def same(got, wanted, kind):
    if kind in ("number", "integer") and got and wanted:
        return abs(float(got) - float(wanted)) <= 1e-9 * max(1.0, abs(float(wanted)))
    if kind in ("date", "datetime") and got and wanted:
        return got[:19].removesuffix("T00:00:00") == wanted[:19].removesuffix("T00:00:00")
    return got == wanted


def tables():
    for identifier, record in sorted(truth(BASE).items()):
        if record["kind"] == "dataset":
            try:
                yield from read(f"{BASE}/api/v1/datasets/{urllib.parse.quote(identifier, safe='')}/tables")["tables"]
            except urllib.error.HTTPError as error:
                # Tables that are not open to everybody.
                if error.code not in (401, 403):
                    raise


def judge(table):
    name = f"{table['dataset']}/{table['name']}"
    address = f"{BASE}{table['url']}/croissant.json"
    try:
        dataset = mlc.Dataset(jsonld=address)
    except Exception as error:
        findings.same(name, "mlcroissant", str(error)[:500], "valid")
        return
    issues = dataset.metadata.ctx.issues
    findings.same(name, "errors", list(issues.errors), [])
    findings.same(name, "warnings", list(issues.warnings), [])
    with urllib.request.urlopen(f"{BASE}{table['rowsUrl'].removesuffix('/rows')}/exports/csv?bom=false&names=key&version={table['version']}") as answer:
        rows = csv.DictReader(io.TextIOWrapper(answer, encoding="utf-8", newline=""))
        wanted = [row for _, row in zip(range(ROWS), rows)]
    try:
        got = [record for _, record in zip(range(ROWS), dataset.records("rows"))]
    except Exception as error:
        while error.__cause__:
            error = error.__cause__
        findings.same(name, "records", repr(error)[:300], "loaded")
        return
    findings.same(name, "rows", len(got), len(wanted))
    kinds = {column["key"]: column["type"] for column in table["columns"]}
    for index, (record, row) in enumerate(zip(got, wanted)):
        for key, kind in kinds.items():
            value = shown(record.get(f"rows/{key}"))
            findings.same(f"{name} row {index}", key, value if not same(value, row[key], kind) else row[key], row[key])


count = 0
for table in tables():
    judge(table)
    count += 1
    if count == MOST:
        break
print(f"  {count} tables")
findings.same("tables", "found", count > 0, True)
sys.exit(findings.end())
