"""Holds every table of a running server against outside readers: frictionless validates its Data Package, csvw reads its
CSVW, and pandas and DuckDB read the exports back equal. Usage: judge-tables.py http://127.0.0.1:3000; ends non-zero on findings.
Wants frictionless, csvw, pandas, pyarrow, openpyxl and duckdb."""

import io
import json
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import csvw
import duckdb
import pandas
from frictionless import validate

base = sys.argv[1]
least = int(sys.argv[2]) if len(sys.argv) > 2 else 1


def get(address):
    return urllib.request.urlopen(address).read()


def datasets():
    cursor = ""
    while True:
        page = json.loads(get(f"{base}/api/v1/datasets?limit=100{cursor}"))
        yield from (record["identifier"] for record in page["records"])
        if not page["nextCursor"]:
            return
        cursor = "&cursor=" + page["nextCursor"]


def tables():
    for identifier in list(datasets()):
        try:
            yield from json.loads(get(f"{base}/api/v1/datasets/{identifier}/tables"))["tables"]
        except urllib.error.HTTPError as error:
            if error.code != 403:
                raise


def findings(table, folder):
    address = f"{base}/api/v1/datasets/{table['dataset']}/tables/{table['name']}"
    count, names = table["rowCount"], [column["name"] for column in table["columns"]]
    report = validate(f"{address}/datapackage.json", type="package")
    if not report.valid:
        yield f"frictionless: {report.flatten(['code', 'message'])[:3]}"
    elif report.tasks[0].stats["rows"] != count:
        yield "frictionless counts other rows"
    metadata = json.loads(get(f"{address}/csv-metadata.json"))
    (folder / "t.csv").write_bytes(get(metadata["url"]))
    (folder / "t.csv-metadata.json").write_text(json.dumps({**metadata, "url": "t.csv"}))
    if len(list(csvw.Table.from_file(folder / "t.csv-metadata.json"))) != count:
        yield "csvw reads other rows"
    text = {"dtype": str, "keep_default_na": False}
    csv = pandas.read_csv(f"{address}/exports/csv", **text)
    rows = json.loads(get(f"{address}/exports/json"))
    workbook = pandas.read_excel(io.BytesIO(get(f"{address}/exports/xlsx")), **text)
    (folder / "t.parquet").write_bytes(get(f"{address}/exports/parquet"))
    parquet = pandas.read_parquet(folder / "t.parquet")
    for form, columns, length in (
        ("csv", list(csv.columns), len(csv)),
        ("json", list(rows[0]) if rows else names, len(rows)),
        ("xlsx", list(workbook.columns), len(workbook)),
        ("parquet", list(parquet.columns), len(parquet)),
    ):
        if columns != names or length != count:
            yield f"{form} has other columns or rows"
    for name in (column["name"] for column in table["columns"] if column["type"] == "string"):
        for form, frame in (("xlsx", workbook), ("parquet", parquet.fillna(""))):
            if not (frame[name] == csv[name]).all():
                yield f"{form} differs from csv in {name}"
    if len(duckdb.sql(f"SELECT * FROM read_csv('{folder}/t.csv', all_varchar = true)").fetchall()) != count:
        yield "DuckDB reads other rows"


# Tables are made in the background after the start.
for _ in range(120):
    try:
        found = list(tables())
    except urllib.error.URLError:
        found = []
    if len(found) >= least:
        break
    time.sleep(1)
bad = 0
for table in found:
    with tempfile.TemporaryDirectory() as folder:
        for finding in findings(table, Path(folder)):
            bad += 1
            print(f"{table['dataset']} {table['name']}: {finding}")
print(f"{len(found)} tables, {bad} findings")
sys.exit(bad > 0 or len(found) < least)
