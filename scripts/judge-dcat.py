"""Judges the DCAT surface with programs of others: rdflib crawls it, pyshacl checks it against the shapes of DCAT-AP.

Usage: SCHEMAS=folder python judge-dcat.py BASE [RECORDS]; needs rdflib and pyshacl. SCHEMAS/dcat-ap holds the published shapes
of DCAT-AP (2.1.1, 3.0.0, 3.0.1); without it everything but they is judged. RECORDS is how many single records are looked at.
"""

import os
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime

from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SKOS

sys.path.insert(0, os.path.dirname(__file__))
from judge_truth import ADDED, Findings, settled, standing_still, truth, uri  # noqa: E402

BASE = sys.argv[1].rstrip("/")
RECORDS = int(sys.argv[2]) if len(sys.argv) > 2 else 40
HYDRA = Namespace("http://www.w3.org/ns/hydra/core#")
ELI = Namespace("http://data.europa.eu/eli/ontology#")
SH = Namespace("http://www.w3.org/ns/shacl#")
ADMS = Namespace("http://www.w3.org/ns/adms#")
HZ = Namespace(f"{BASE}/ns#")
AUTHORITY = "http://publications.europa.eu/resource/authority"
FORMS = {"ttl": "turtle", "jsonld": "json-ld", "rdf": "xml"}
TYPES = {"turtle": "text/turtle", "json-ld": "application/ld+json", "xml": "application/rdf+xml"}
# Shapes of the profile; 3.0.0 has other types for sizes than 3.0.1, 2.1.1/shapes.ttl
# knows SHA-1 alone, and the HVD shapes are for high-value data.
SHAPES = [
    "3.0.1/shapes.ttl", "3.0.1/range.ttl", "3.0.1/mdr-vocabularies.shape.ttl", "3.0.1/deprecateduris.ttl",
    "3.0.1/dcat-ap-SHACL.ttl", "2.1.1/range.ttl", "2.1.1/mdr-vocabularies.shape.ttl",
]

findings = Findings("dcat")


def fetch(address, form):
    request = urllib.request.Request(address, headers={"Accept": TYPES[form]})
    with urllib.request.urlopen(request) as answer:
        text = answer.read().decode()
    return text


def parsed(address, form):
    return Graph().parse(data=fetch(address, form), format=form)


def crawl(form):
    """Every page by hydra:next, from the front."""
    address, pages = f"{BASE}/catalog?limit=200", 0
    while address:
        graph = parsed(address, form)
        pages += 1
        view = next(graph.subjects(RDF.type, HYDRA.PartialCollectionView))
        yield graph
        following = graph.value(view, HYDRA.next)
        address = str(following) if following else None


def shapes():
    folder = os.environ.get("SCHEMAS")
    if not folder:
        print("  no SCHEMAS: the shapes of DCAT-AP are not looked at")
        return []
    found = []
    for name in SHAPES:
        path = os.path.join(folder, "dcat-ap", name)
        if os.path.exists(path):
            shape = Graph().parse(path, format="turtle")
            if left := wellformed(shape):
                print(f"  {name}: {left} property shapes without a path are left out")
            found.append((name, shape))
    if not found:
        findings.same("shapes", "files", 0, "some under SCHEMAS/dcat-ap")
    return found


def wellformed(shape):
    """The published file names some property shapes that it gives no path; nothing can check them."""
    broken = {each for each in shape.objects(None, SH.property) if (each, SH.path, None) not in shape}
    for each in broken:
        shape.remove((None, SH.property, each))
    return len(broken)


def validate(where, graph, found):
    from pyshacl import validate as shacl

    for name, shape in found:
        # Only violations count: the profile warns of values that are in no EU table, as Chinese departments and regions cannot be.
        _, report, _ = shacl(graph, shacl_graph=shape, allow_warnings=True, inference="none")
        results = [result for node in report.subjects(RDF.type, SH.ValidationReport) for result in report.objects(node, SH.result)]
        violations = [result for result in results if report.value(result, SH.resultSeverity) == SH.Violation]
        findings.same(where, name, len(violations), 0)
        for result in violations[:2]:
            print("   ", name, *(report.value(result, each) for each in (SH.focusNode, SH.resultPath, SH.resultMessage, SH.value)))


def instant(text):
    """Readers write instants in their own ways."""
    return text and datetime.fromisoformat(text.replace("Z", "+00:00"))


def absolute(text):
    """What an address of a record is as an IRI."""
    return text if text and re.match(r"https?://", text) else None


def texts(graph, subject, predicate):
    return sorted(str(value) for value in graph.objects(subject, predicate))


def compare(graph, record):
    """Every mapped field of a record."""
    me, identifier = URIRef(uri(BASE, record["identifier"])), record["identifier"]
    same = lambda field, got, wanted: findings.same(identifier, field, got, wanted)
    one = lambda predicate, subject=me: (texts(graph, subject, predicate) or [None])[0]
    get = lambda field: record.get(field) or None
    # XML cannot have them, so that no syntax has.
    clean = lambda text: re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text) if text else None
    same("type", sorted(str(t) for t in graph.objects(me, RDF.type)),
         sorted(str(t) for t in [DCAT.Dataset, DCAT.Resource] + ([ELI.LegalResource] if record["kind"] == "document" else [])))
    same("identifier", one(DCTERMS.identifier), identifier)
    same("title", graph.value(me, DCTERMS.title), Literal(clean(record["title"]), lang="zh"))
    described = settled(one(DCTERMS.description))
    same("description", described or clean(record["title"]), clean(settled(get("abstract")) or record["title"] if get("abstract") else record["title"]))
    same("keywords", texts(graph, me, DCAT.keyword), sorted({clean(k) for k in record["keywords"]}))
    for field, predicate in (("publishedOn", DCTERMS.issued), ("modifiedOn", DCTERMS.modified)):
        same(field, one(predicate), get(field))
    same("landingPage", one(DCAT.landingPage), f"{BASE}{record['url']}")
    if absolute(record.get("sourceUrl")):
        page = one(FOAF.page)
        same("sourceUrl", page and urllib.parse.unquote(page), urllib.parse.unquote(record["sourceUrl"].strip()))
    entry = URIRef(f"{me}#record")
    same("primaryTopic", graph.value(entry, FOAF.primaryTopic), me)
    same("issued of record", instant(one(DCTERMS.issued, entry)), instant(record["createdAt"]))
    same("catalog", (None, DCAT.dataset, me) in graph, True)
    publisher = graph.value(me, DCTERMS.publisher)
    if publisher is not None:
        same("publishers", len(list(graph.objects(me, DCTERMS.publisher))), 1)
        same("publisher is named", bool(one(FOAF.name, publisher)), True)
    same("publisher", publisher is not None, bool(get("departmentCode") or get("provider") or record.get("issuer")))
    themes = [str(t) for t in graph.objects(me, DCAT.theme)]
    same("theme", any(t.startswith(f"{AUTHORITY}/data-theme/") for t in themes), bool(get("topic")))
    if get("topic"):
        own = [t for t in themes if not t.startswith(AUTHORITY)]
        same("topic", [str(graph.value(URIRef(t), SKOS.prefLabel)) for t in own], [record["topic"]])
        if get("topicCode"):
            same("topicCode", own, [f"{BASE}/api/v1/vocabularies/topic#{record['topicCode']}"])
    if get("region"):
        same("region", [str(graph.value(s, SKOS.prefLabel)) for s in graph.objects(me, DCTERMS.spatial)], [record["region"]])
    files = record["resources"] if record["kind"] == "dataset" else record["attachments"]
    for index, file in enumerate(files):
        distribution = URIRef(f"{me}#file-{index}")
        same(f"distribution {index}", (me, DCAT.distribution, distribution) in graph, True)
        same(f"distribution {index}.title", one(DCTERMS.title, distribution), clean(file["title"]))
        same(f"distribution {index}.byteSize", one(DCAT.byteSize, distribution), None if file.get("byteSize") is None else str(file["byteSize"]))
        same(f"distribution {index}.accessURL", bool(one(DCAT.accessURL, distribution)), True)
    if record["kind"] == "dataset":
        for field, word in (("shareCondition", "shareCondition"), ("shareMode", "shareMode"), ("openCondition", "openCondition"),
                            ("formatClass", "formatClass"), ("sourceSystem", "sourceSystem"), ("dataGrade", "dataGrade"), ("spatial", "spatialText"),
                            ("nextUpdateDue", "nextUpdateDue")):
            same(field, one(HZ[word]), clean(get(field)))
        same("rowCount", one(HZ.rowCount), None if record.get("rowCount") is None else str(record["rowCount"]))
        same("relatedCodes", texts(graph, me, HZ.relatedCode), sorted(set(record["relatedCodes"])))
        same("items", len(list(graph.objects(me, HZ.item))), len(record["items"]))
        for index, item in enumerate(record["items"]):
            same(f"item {index}", one(DCTERMS.title, URIRef(f"{me}#item-{index}")), clean(item["name"]))
        code = graph.value(me, ADMS.identifier)
        same("resourceCode", code and str(graph.value(code, SKOS.notation)), get("resourceCode"))
        for field, predicate in (("shareType", HZ.shareType), ("openness", HZ.openness)):
            term = graph.value(me, predicate)
            same(field, term and str(graph.value(term, SKOS.prefLabel)), get(field))
        cycle = graph.value(me, DCTERMS.accrualPeriodicity)
        if get("updateCycle"):
            same("updateCycle", bool(cycle) or one(HZ.updateCycle) == record["updateCycle"], True)
        licence = graph.value(me, DCTERMS.license)
        same("license", licence and str(graph.value(licence, DCTERMS.title)), get("license"))
        period = graph.value(me, DCTERMS.temporal)
        wanted = record.get("temporal") or {}
        same("temporal", [one(DCAT.startDate, period), one(DCAT.endDate, period)] if period else [None, None], [wanted.get("start"), wanted.get("end")])
    else:
        for field, predicate in (("documentNumber", ELI.id_local), ("writtenOn", ELI.date_document), ("effectiveOn", ELI.first_date_entry_in_force),
                                 ("expiresOn", ELI.date_no_longer_in_force), ("indexNumber", HZ.indexNumber), ("repealedOn", HZ.repealedOn),
                                 ("legislationType", HZ.legislationType), ("article20Code", HZ.article20), ("assembly", HZ.assembly)):
            same(field, one(predicate), clean(get(field)))
        for field, predicate in (("documentType", ELI.type_document), ("validity", ELI.in_force), ("publicity", HZ.publicity)):
            term = graph.value(me, predicate)
            same(field, term and str(graph.value(term, SKOS.prefLabel)), get(field))
        same("audience", texts(graph, me, HZ.audience), sorted(set(record["audience"])))
    same("relations", texts(graph, me, DCTERMS.relation), sorted({uri(BASE, r["target"]) for r in record["relations"]}))


def main():
    wanted = truth(BASE)
    found = shapes()
    met, began, fetching = [], time.perf_counter(), 0.0
    for number, graph in enumerate(crawl("turtle")):
        if number % 20 == 0:
            validate(f"page {number}", graph, found)
        for record in graph.subjects(RDF.type, DCAT.CatalogRecord):
            identifier = str(graph.value(graph.value(record, FOAF.primaryTopic), DCTERMS.identifier))
            met.append(identifier)
            if identifier in wanted:
                compare(graph, wanted[identifier])
        catalog = URIRef(f"{BASE}/catalog")
        total = graph.value(catalog, HYDRA.totalItems)
        findings.same(f"page {number}", "totalItems", total is not None and int(total) >= len(wanted), True)
    print(f"  {len(met)} records crawled and compared in {time.perf_counter() - began:.1f} s")
    findings.everyone_once(met, wanted)

    # Raw speed of the server, without rdflib.
    began, address, count = time.perf_counter(), f"{BASE}/catalog?limit=500", 0
    while address:
        text = fetch(address, "turtle")
        count += text.count("a dcat:CatalogRecord")
        following = re.search(r"hydra:next <([^>]+)>", text)
        address = following.group(1) if following else None
    seconds = time.perf_counter() - began
    print(f"  {count} records fetched as Turtle in {seconds:.1f} s: {count / seconds:.0f} records a second")

    # The three syntaxes are the same graph.
    for query in ("", "?kind=dataset", "?kind=document&limit=30", "?page=2&limit=7"):
        with standing_still():
            graphs = [parsed(f"{BASE}/catalog.{suffix}{query}", form) for suffix, form in FORMS.items()]
        findings.same(f"catalog{query}", "isomorphic", all(isomorphic(graphs[0], each) for each in graphs[1:]), True)
    records = [r for i, r in sorted(wanted.items()) if not i.startswith(ADDED)]
    for record in records[:: max(1, len(records) // RECORDS)]:
        if settled(record.get("abstract")) != (record.get("abstract") or ""):
            continue
        try:
            graphs = [parsed(f"{BASE}{record['url']}.{suffix}", form) for suffix, form in FORMS.items()]
        except urllib.error.HTTPError as error:
            findings.same(record["identifier"], "status", error.code, 200)
            continue
        findings.same(record["identifier"], "isomorphic", all(isomorphic(graphs[0], each) for each in graphs[1:]), True)
        negotiated = parsed(f"{BASE}{record['url']}", "xml")
        findings.same(record["identifier"], "by Accept", isomorphic(graphs[0], negotiated), True)
        validate(record["identifier"], graphs[0], [each for each in found if each[0].startswith("3.0.1/")][:3])
    sys.exit(findings.end())


main()
