"""Judges the CKAN Action API with ckanapi (its command line and its Python) and with frictionless.

Usage: python judge-ckan.py BASE; needs ckanapi and frictionless[ckan]. KEY is a key that publishes directly: with it a dumped
dataset is loaded under another name. BENCH=words.jsonl compares package_search with the own search for its first thirty queries.
"""

import csv
import io
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from ckanapi import NotFound, RemoteCKAN, SearchQueryError, ValidationError
from frictionless import Catalog, portals

sys.path.insert(0, os.path.dirname(__file__))
from judge_truth import ADDED, CHANGED, Findings, read, settled, truth, uri  # noqa: E402

BASE = sys.argv[1].rstrip("/")
KEY = os.environ.get("KEY")
CLI = os.path.join(os.path.dirname(sys.executable), "ckanapi")
PLAIN = re.compile(r"[a-z0-9_-]{2,100}")
findings = Findings("ckan")


def ckanapi(*arguments, given=None):
    # It starts workers by its bare name.
    path = os.path.dirname(CLI) + os.pathsep + os.environ.get("PATH", "")
    done = subprocess.run([CLI, *arguments, "-r", BASE], capture_output=True, text=True, input=given, env={**os.environ, "PATH": path})
    if done.returncode:
        findings.wrong.append(f"ckanapi {' '.join(arguments)}: {done.stderr[-600:]}")
    return done.stdout


def lines(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def name_of(identifier):
    """The CKAN name of an identifier, as docs/api.md describes it."""
    if PLAIN.fullmatch(identifier) and not re.search(r"_[0-9a-f]{2}", identifier):
        return identifier
    data = identifier.encode()
    keep = re.compile(rb"[a-z0-9-]")
    return "".join(chr(b) if keep.match(bytes([b])) and len(data) > 1 else f"_{b:02x}" for b in data)


def naive(instant):
    return instant[:-1] + "000"


EXTRAS = {
    "region": "region", "issued": "publishedOn", "modified": "modifiedOn", "resource_code": "resourceCode",
    "format_class": "formatClass", "share_type": "shareType", "share_condition": "shareCondition", "share_mode": "shareMode",
    "openness": "openness", "open_condition": "openCondition", "frequency": "updateCycle", "next_update_due": "nextUpdateDue",
    "source_system": "sourceSystem", "data_grade": "dataGrade", "spatial_text": "spatial", "index_number": "indexNumber",
    "document_number": "documentNumber", "written_on": "writtenOn", "effective_on": "effectiveOn", "expires_on": "expiresOn",
    "repealed_on": "repealedOn", "document_type": "documentType", "validity": "validity", "legislation_type": "legislationType",
    "publicity": "publicity", "article20_code": "article20Code", "assembly": "assembly",
}
LISTS = {"related_codes": "relatedCodes", "audience": "audience", "formats": "formats"}


def compare(package, record, departments):
    """Every mapped field of a package with the record that REST has."""
    where = record["identifier"]
    same = lambda field, got, wanted: findings.same(where, field, got, wanted)
    extras = {extra["key"]: extra["value"] for extra in package["extras"]}
    same("id", package["id"], where)
    same("name", package["name"], name_of(where))
    same("title", package["title"], record["title"])
    same("notes", settled(package["notes"]), settled(record.get("abstract")))
    same("type", package["type"], record["kind"])
    same("url", package["url"], record.get("sourceUrl") or "")
    same("tags", sorted(tag["name"] for tag in package["tags"]), sorted(record["keywords"]))
    same("num_tags", package["num_tags"], len(record["keywords"]))
    same("metadata_created", package["metadata_created"], naive(record["createdAt"]))
    if not CHANGED.search((record.get("abstract") or "") + package["notes"]):
        same("metadata_modified", package["metadata_modified"], naive(record["updatedAt"]))
    same("groups", [group["title"] for group in package["groups"]], [record["topic"]] if record.get("topic") else [])
    if record.get("topicCode"):
        same("groups", [group["id"] for group in package["groups"]], [record["topicCode"]])
    code = record.get("departmentCode")
    same("owner_org", package["owner_org"], code)
    if code:
        same("organization", (package["organization"]["title"], package["organization"]["type"]), (departments[code]["name"], "organization"))
    contact = record.get("contact") or {}
    if contact.get("unit"):
        same("maintainer", (package["maintainer"], package["maintainer_email"], extras.get("maintainer_phone")),
             (contact["unit"], contact.get("email") or "", contact.get("phone")))
    same("license", package["license_title"], record.get("license"))
    same("uri", extras.get("uri"), uri(BASE, where))
    same("page", extras.get("page"), BASE + record["url"])
    for key, field in EXTRAS.items():
        same(f"extras:{key}", extras.get(key), record.get(field) or None)
    for key, field in LISTS.items():
        same(f"extras:{key}", json.loads(extras.get(key, "[]")), record.get(field) or [])
    same("extras:class_path", extras.get("class_path"), "\\".join(record.get("classPath") or []) or None)
    same("extras:row_count", extras.get("row_count"), str(record["rowCount"]) if record.get("rowCount") is not None else None)
    items = [{key: value for key, value in item.items() if value is not None} for item in record.get("items") or []]
    same("extras:items", json.loads(extras.get("items", "[]")), items)
    period = record.get("temporal") or {}
    ends = f"{period.get('start') or '..'}/{period.get('end') or '..'}"
    same("extras:temporal", extras.get("temporal"), None if ends == "../.." else ends)
    relations = [(each["type"], each["target"]) for each in record["relations"]]
    same("relations", [(each["type"], each["object_package_id"]) for each in package["relationships_as_subject"]], relations)
    files = record.get("resources") or record.get("attachments") or []
    shown = [each for each in package["resources"] if not each["datastore_active"]]
    same("files", [each["name"] for each in shown], [each["title"] for each in files])
    for resource, file in zip(shown, files):
        same("resource format", resource["format"].lower(), (file.get("format") or "").lower())
        same("resource size", resource["size"], file.get("byteSize"))
        same("resource hash", resource["hash"], file.get("sha256") or "")
        same("resource package", (resource["package_id"], resource["state"]), (where, "active"))
        if (file.get("url") or "").startswith("http") and not file.get("sha256"):
            same("resource url", resource["url"], file["url"])
    same("positions", [each["position"] for each in package["resources"]], list(range(len(package["resources"]))))
    same("num_resources", package["num_resources"], len(package["resources"]))
    same("state", (package["state"], package["private"]), ("active", False))


def everything(packages, records, departments, what, began):
    seconds = time.time() - began
    print(f"  {what}: {len(packages)} packages, {len(packages) / seconds:.0f} a second")
    findings.everyone_once([package["id"] for package in packages], records)
    for package in packages:
        record = records.get(package["id"])
        if record:
            compare(package, record, departments)


def harvest(client, **question):
    """As harvesters do it: pages until one is empty."""
    found, start = [], 0
    while True:
        page = client.action.package_search(rows=100, start=start, sort="id asc", **question)["results"]
        if not page:
            return found
        found += page
        start += len(page)


def tables(client, packages):
    """Rows by datastore_search against the whole table as CSV; and a few questions."""
    active = [each for package in packages for each in package["resources"] if each["datastore_active"]]
    print(f"  {len(active)} tables; rows of the first fifteen are compared")
    for resource in active[:15]:
        where = resource["id"]
        with urllib.request.urlopen(resource["url"]) as answer:
            wanted = list(csv.reader(io.StringIO(answer.read().decode("utf-8-sig"))))
        rows, names = [], []
        while True:
            page = client.action.datastore_search(resource_id=where, limit=500, offset=len(rows))
            names = [field["id"] for field in page["fields"]][1:]
            if not page["records"]:
                break
            rows += page["records"]
        findings.same(where, "columns", names, wanted[0])
        findings.same(where, "total", page["total"], len(wanted) - 1)
        findings.same(where, "_id", [row["_id"] for row in rows], list(range(1, len(wanted))))
        for row, line in zip(rows, wanted[1:]):
            findings.same(where, f"row {row['_id']}", [told(row[name]) for name in names], [told(value) for value in line])
        first, column = rows[0], names[0]
        if first[column] is None:
            continue
        same = [row for row in rows if row[column] == first[column]]
        page = client.action.datastore_search(resource_id=where, filters={column: first[column]}, limit=1000)
        findings.same(where, "filtered", (page["total"], page["records"]), (len(same), same[:1000]))
        page = client.action.datastore_search(resource_id=where, fields=[column], sort=f'"{column}" desc', limit=1, offset=1)
        findings.same(where, "fields", ([field["id"] for field in page["fields"]], len(page["records"])), ([column], min(1, len(rows) - 1)))


def told(value):
    """A value of JSON or CSV as the same text."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    text = str(value).replace("T", " ") if re.match(r"\d{4}-\d\d-\d\dT", str(value)) else str(value)
    try:
        return repr(float(text))
    except ValueError:
        return text


def frictionless_reads(packages):
    chosen = [package for package in packages if any(each["datastore_active"] for each in package["resources"])][:2]
    control = portals.CkanControl(baseurl=BASE, search={"q": "*:*", "fq": "type:dataset", "rows": 5}, ignore_package_errors=True)
    catalog = Catalog(control=control)
    findings.same("frictionless", "datasets of the catalog", len(catalog.datasets), 5)
    for package in chosen:
        read_package = portals.CkanControl(baseurl=BASE, dataset=package["name"])
        from frictionless import Package

        described = Package(control=read_package)
        findings.same(package["id"], "frictionless title", described.title, package["title"])
        table = next(each for each in package["resources"] if each["datastore_active"])
        resource = next(each for each in described.resources if each.path == table["url"])
        rows = resource.read_rows(size=50)
        total = read(f"{BASE}/api/3/action/datastore_search?resource_id={table['id']}&limit=0")["result"]["total"]
        findings.same(package["id"], "frictionless rows", len(rows), min(50, total))


def errors(client):
    for name, error, call in [
        ("unknown package", NotFound, lambda: client.action.package_show(id="nobody-has-this")),
        ("missing id", ValidationError, lambda: client.action.package_show()),
        ("wrong rows", ValidationError, lambda: client.action.package_search(rows="many")),
        ("wrong fq", SearchQueryError, lambda: client.action.package_search(fq="nothing:x")),
        ("local parameters", SearchQueryError, lambda: client.action.package_search(fq="{!lucene}x")),
    ]:
        try:
            call()
            got = "no error"
        except Exception as caught:  # whichever class the client makes of it
            got = type(caught).__name__
        findings.same("errors", name, got, error.__name__)


def load(client, packages, records):
    """Loads dumped packages under other names with the command line, and compares what came of them."""
    if not KEY:
        print("  no KEY: nothing is loaded")
        return
    derived = {"id", "name", "metadata_created", "metadata_modified", "version", "num_resources", "resources", "extras", "isopen"}
    for kind in ("dataset", "document"):
        for number, package in enumerate([each for each in packages if each["type"] == kind and each["owner_org"]][:3]):
            name = f"{ADDED}loaded-{kind}-{number}-{os.getpid()}"
            copy = {**package, "name": name}
            del copy["id"]
            code = next((each for each in copy["extras"] if each["key"] == "resource_code"), None)
            if code:
                copy["extras"] = [each for each in copy["extras"] if each is not code]
            ckanapi("load", "datasets", "-a", KEY, given=json.dumps(copy) + "\n")
            got = client.action.package_show(id=name)
            for field in sorted(set(package) - derived):
                findings.same(name, field, got[field], package[field])
            own = {"uri", "page", "resource_code"}
            keep = lambda each: sorted((extra["key"], extra["value"]) for extra in each["extras"] if extra["key"] not in own)
            findings.same(name, "extras", keep(got), keep(package))
            files = lambda each: [(one["name"], one["format"], one["description"]) for one in each["resources"] if not one["datastore_active"]]
            findings.same(name, "files", files(got), files(package))
            ckanapi("load", "datasets", "-a", KEY, given=json.dumps(got) + "\n")
            findings.same(name, "loaded as it is", client.action.package_show(id=name)["version"], got["version"])
            ckanapi("load", "datasets", "-a", KEY, given=json.dumps({**got, "notes": "另一段说明"}) + "\n")
            changed = client.action.package_show(id=name)
            unlike = [field for field in got if got[field] != changed[field] and field not in ("notes", "version", "metadata_modified", "resources")]
            findings.same(name, "loaded with other notes", (changed["notes"], changed["version"], unlike), ("另一段说明", str(int(got["version"]) + 1), []))
            RemoteCKAN(BASE, apikey=KEY).action.package_delete(id=name)
            try:
                client.action.package_show(id=name)
                findings.wrong.append(f"{name}: still there after package_delete")
            except NotFound:
                pass


def bench(path):
    """package_search beside the own search, word by word in one run."""
    words = [json.loads(line)["query"] for line in open(path, encoding="utf-8")][:30]
    times = {"ckan": [], "own": []}
    ask = {
        "ckan": lambda word: f"{BASE}/api/3/action/package_search?{urllib.parse.urlencode({'q': word})}",
        "own": lambda word: f"{BASE}/api/v1/search?{urllib.parse.urlencode({'q': word, 'limit': 10})}",
    }
    for turn in range(6):
        for word in words:
            for name in ("ckan", "own") if turn % 2 else ("own", "ckan"):
                began = time.perf_counter()
                read(ask[name](word))
                if turn:
                    times[name].append(time.perf_counter() - began)
    p50 = {name: statistics.median(each) * 1000 for name, each in times.items()}
    print(f"  package_search p50 {p50['ckan']:.1f} ms, own search p50 {p50['own']:.1f} ms: {p50['ckan'] / p50['own']:.2f} times")
    findings.same("bench", "at most 1.5 times", p50["ckan"] <= 1.5 * p50["own"], True)


def main():
    client = RemoteCKAN(BASE)
    records = truth(BASE)
    departments = {each["code"]: each for each in read(f"{BASE}/api/v1/departments")["departments"]}
    findings.same("status_show", "site_url", json.loads(ckanapi("action", "status_show"))["site_url"], BASE)

    began = time.time()
    packages = lines(ckanapi("dump", "datasets", "--all", "-q"))
    everything(packages, records, departments, "dump datasets", began)
    began = time.time()
    everything(harvest(client), records, departments, "harvest by package_search", began)
    since = harvest(client, fq="metadata_modified:[2000-01-01T00:00:00Z TO *]")
    findings.everyone_once([package["id"] for package in since], records)
    none = client.action.package_search(fq="metadata_modified:[NOW+1YEAR TO *]", rows=0)
    findings.same("package_search", "changed in a year", none["count"], 0)
    # The order that CKAN has by itself goes by the last change: records that change meanwhile move in it.
    found = lines(ckanapi("search", "datasets", "q=*:*", "fq=type:dataset", "sort=id asc"))
    findings.everyone_once([each["id"] for each in found], [each for each, record in records.items() if record["kind"] == "dataset"])

    organizations = lines(ckanapi("dump", "organizations", "--all", "-q"))
    findings.same("organizations", "all", sorted(each["id"] for each in organizations), sorted(departments))
    for each in organizations:
        findings.same(each["id"], "title", each["title"], departments[each["id"]]["name"])
    groups = lines(ckanapi("dump", "groups", "--all", "-q"))
    topics = {record["topicCode"] for record in records.values() if record.get("topicCode")}
    findings.same("groups", "missing", sorted(topics - {each["id"] for each in groups}), [])
    keywords = {word for record in records.values() for word in record["keywords"]}
    tags = client.action.tag_list()
    findings.same("tags", "foreign", sorted(set(tags) - keywords)[:5], [])
    if len(keywords) < 10000:
        findings.same("tags", "missing", sorted(keywords - set(tags))[:5], [])

    errors(client)
    tables(client, packages)
    frictionless_reads(packages)
    load(client, packages, records)
    if os.environ.get("BENCH"):
        bench(os.environ["BENCH"])
    return findings.end()


sys.exit(main())
