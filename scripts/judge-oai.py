"""OAI-PMH as harvesters see it: sickle and pyoai take everything in both formats, and every mapped field is compared with the catalog.

Usage: judge-oai.py BASE; SCHEMAS names a folder with oai/*.xsd, against which every kind of answer is validated.
"""

import os
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from lxml import etree
from oaipmh.client import Client
from oaipmh.metadata import MetadataRegistry, oai_dc_reader
from sickle import Sickle
from sickle.oaiexceptions import BadArgument, BadResumptionToken, CannotDisseminateFormat, IdDoesNotExist, NoRecordsMatch

from judge_truth import Findings, settled, truth, uri

BASE = sys.argv[1]
OAI = f"{BASE}/oai"
NS = {"o": "http://www.openarchives.org/OAI/2.0/", "hz": "urn:haozhao:record:1"}
OFFICIAL = (
    ("http://www.openarchives.org/OAI/2.0/", "OAI-PMH.xsd"),
    ("http://www.openarchives.org/OAI/2.0/oai_dc/", "oai_dc.xsd"),
    ("http://www.openarchives.org/OAI/2.0/oai-identifier", "oai-identifier.xsd"),
)
findings = Findings("oai")
records = truth(BASE)


def own(name):
    return urllib.parse.unquote(name.split(":", 2)[2])


def listed(*groups):
    return sorted(value for group in groups for value in group if value not in (None, ""))


def period(record):
    found = record.get("temporal") or {}
    return [f"{found.get('start') or '..'}/{found.get('end') or '..'}"] if found.get("start") or found.get("end") else []


def dublin_core(record):
    dataset = record["kind"] == "dataset"
    access = {"有条件开放": "有条件公开", "不予开放": "不公开", "依申请公开": "有条件公开", "不予公开": "不公开"}
    openness = record.get("openness") if dataset else record.get("publicity")
    return {
        "title": [record["title"]],
        "description": listed([settled(record.get("abstract"))]),
        "subject": listed(record["keywords"], [record.get("topic")]),
        "coverage": listed([record.get("region"), record.get("spatial")], period(record)),
        "date": listed([record.get("publishedOn")]),
        "source": listed([record.get("sourceUrl")]),
        "rights": listed([access.get(openness, "向所有人公开"), record.get("license")]),
        "format": listed(record.get("formats") or []),
        "type": listed(["Dataset" if dataset else "Text", record.get("documentType")]),
        "language": ["zh"],
        "relation": listed(uri(BASE, relation["target"]) for relation in record["relations"]),
        "identifier": listed(
            [record["identifier"], uri(BASE, record["identifier"]), BASE + record["url"]],
            [record.get("resourceCode"), record.get("indexNumber"), record.get("documentNumber")],
        ),
    }


def compare_dublin_core(where, got, record):
    for field, wanted in dublin_core(record).items():
        values = [settled(value) for value in got.get(field) or [] if settled(value)]
        findings.same(where, field, sorted(values), wanted)


# sickle, both formats
started = time.time()
seen = []
for record in Sickle(OAI).ListRecords(metadataPrefix="oai_dc"):
    identifier = own(record.header.identifier)
    seen.append(identifier)
    if identifier in records:
        compare_dublin_core(identifier, record.metadata, records[identifier])
took = time.time() - started
print(f"  sickle: {len(seen)} records in {took:.1f} s, {len(seen) / took:.0f} a second")
findings.everyone_once(seen, records)

PLAIN = ["title", "publishedOn", "modifiedOn", "sourceUrl", "resourceCode", "formatClass", "shareCondition", "shareMode", "openCondition"]
PLAIN += ["nextUpdateDue", "sourceSystem", "dataGrade", "spatial", "indexNumber", "documentNumber", "writtenOn", "effectiveOn", "expiresOn"]
PLAIN += ["repealedOn", "legislationType", "article20Code", "assembly", "topic", "region", "shareType", "openness", "updateCycle"]
PLAIN += ["license", "documentType", "validity", "publicity"]
seen = []
for record in Sickle(OAI).ListRecords(metadataPrefix="hz"):
    identifier = own(record.header.identifier)
    seen.append(identifier)
    if identifier not in records:
        continue
    wanted = records[identifier]
    inner = record.xml.find("o:metadata/hz:record", NS)
    texts = lambda name: [found.text or "" for found in inner.findall(f"hz:{name}", NS)]
    for field in PLAIN:
        findings.same(identifier, field, texts(field), [wanted[field]] if wanted.get(field) else [])
    for field in ("keywords", "formats", "relatedCodes", "audience"):
        findings.same(identifier, field, texts(field), wanted.get(field) or [])
    findings.same(identifier, "abstract", [settled(text) for text in texts("abstract") if settled(text)], listed([settled(wanted.get("abstract"))]))
    findings.same(identifier, "items", [(i.text, i.get("type"), i.get("length")) for i in inner.findall("hz:items", NS)],
                  [(i["name"], i.get("type"), i.get("length")) for i in wanted.get("items") or []])
    files = wanted.get("resources") or wanted.get("attachments") or []
    findings.same(identifier, "distributions", [f.get("title") for f in inner.findall("hz:distributions", NS)], [f["title"] for f in files])
findings.everyone_once(seen, records)

# pyoai
registry = MetadataRegistry()
registry.registerReader("oai_dc", oai_dc_reader)
client = Client(OAI, registry)
findings.same("Identify", "deletedRecord", client.identify().deletedRecord(), "persistent")
seen = []
for header, metadata, _ in client.listRecords(metadataPrefix="oai_dc"):
    identifier = own(header.identifier())
    seen.append(identifier)
    if identifier in records:
        compare_dublin_core(identifier, metadata.getMap(), records[identifier])
findings.everyone_once(seen, records)

# parts
sets = [found.setSpec for found in Sickle(OAI).ListSets()]
findings.same("ListSets", "specs once", len(sets), len(set(sets)))
for kind in ("dataset", "document"):
    got = [own(header.identifier) for header in Sickle(OAI).ListIdentifiers(metadataPrefix="oai_dc", set=f"kind:{kind}")]
    findings.everyone_once(got, {key: value for key, value in records.items() if value["kind"] == kind})
for code in {record["departmentCode"] for record in list(records.values())[:40] if record.get("departmentCode")}:
    wanted = {key: value for key, value in records.items() if code == value["departmentCode"] or code in (value.get("departmentCodes") or [])}
    got = [own(header.identifier) for header in Sickle(OAI).ListIdentifiers(metadataPrefix="hz", set=f"department:{code}")]
    findings.everyone_once(got, wanted)
got = [own(header.identifier) for header in Sickle(OAI).ListIdentifiers(**{"metadataPrefix": "oai_dc", "from": "2000-01-01", "until": "2100-01-01"})]
findings.everyone_once(got, records)

for wanted, call in (
    (NoRecordsMatch, lambda: Sickle(OAI).ListRecords(**{"metadataPrefix": "oai_dc", "until": "2000-01-01"})),
    (BadArgument, lambda: Sickle(OAI).ListRecords(**{"metadataPrefix": "oai_dc", "until": "2000-13-01"})),
    (CannotDisseminateFormat, lambda: Sickle(OAI).ListRecords(metadataPrefix="marc21")),
    (IdDoesNotExist, lambda: Sickle(OAI).GetRecord(identifier="oai:x:y", metadataPrefix="oai_dc")),
    (BadResumptionToken, lambda: Sickle(OAI).ListRecords(resumptionToken="forged")),
):
    try:
        call()
        findings.same("errors", wanted.__name__, "nothing", "raised")
    except wanted:
        findings.same("errors", wanted.__name__, "raised", "raised")

# schemas
schemas = os.environ.get("SCHEMAS")
if schemas:
    folder = os.path.join(schemas, "oai")
    with urllib.request.urlopen(f"{OAI}/hz.xsd") as answer, tempfile.NamedTemporaryFile(suffix=".xsd") as own_schema:
        own_schema.write(answer.read())
        own_schema.flush()
        imports = ((NS["hz"], own_schema.name), *((space, os.path.join(folder, file)) for space, file in OFFICIAL))
        lines = "".join(f'<xs:import namespace="{space}" schemaLocation="{file}"/>' for space, file in imports)
        protocol = etree.XMLSchema(etree.fromstring(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{lines}</xs:schema>'))
    sample = next(Sickle(OAI).ListIdentifiers(metadataPrefix="oai_dc")).identifier
    for query in (
        "verb=Identify", "verb=ListMetadataFormats", "verb=ListSets", "verb=ListIdentifiers&metadataPrefix=oai_dc",
        "verb=ListRecords&metadataPrefix=oai_dc", f"verb=GetRecord&metadataPrefix=oai_dc&identifier={urllib.parse.quote(sample)}",
        "verb=ListRecords&metadataPrefix=hz", "", "verb=ListRecords", "verb=ListRecords&resumptionToken=x",
    ):
        with urllib.request.urlopen(f"{OAI}?{query}") as answer:
            document = etree.fromstring(answer.read())
        valid = protocol.validate(document)
        findings.same(query, "is valid", (valid, [str(error) for error in protocol.error_log][:2] if not valid else []), (True, []))
else:
    print("  without SCHEMAS: answers are not validated")

sys.exit(findings.end())
