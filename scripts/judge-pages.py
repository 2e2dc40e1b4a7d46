"""Pages, feeds, sitemaps and robots.txt by programs of others: extruct reads what pages say in schema.org, feedparser the feeds,
lxml holds sitemaps against their schema, urllib.robotparser obeys robots.txt. Usage: python3 scripts/judge-pages.py BASE"""

import html
import json
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
import urllib.robotparser

import judge_truth
from judge_truth import Findings, settled, truth, uri

try:
    import extruct
except ImportError:
    extruct = None

BASE = sys.argv[1].rstrip("/")
SCHEMAS = os.environ.get("SCHEMAS")
EACH = 60
findings = Findings("pages")


def get(url):
    with urllib.request.urlopen(url) as answer:
        return answer.read()


def ok(where, what, holds):
    findings.same(where, what, bool(holds), True)


def blocks(url):
    """Nodes of JSON-LD in a page, by type."""
    text = get(url).decode()
    if extruct:
        found = extruct.extract(text, base_url=url, syntaxes=["json-ld"])["json-ld"]
    else:
        found = [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.S)]
    return {node["@type"]: node for node in found}, text


def many(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def judge_record(record):
    page = BASE + record["url"]
    nodes, text = blocks(page)
    kinds = {"Dataset"} if record["kind"] == "dataset" else {"Legislation", "DigitalDocument"}
    found = [kind for kind in nodes if kind in kinds]
    findings.same(page, "types", len(found), 1)
    if not found:
        return
    node, legislation = nodes[found[0]], found[0] == "Legislation"
    where = record["identifier"]

    def same(field, wanted):
        findings.same(where, field, node.get(field), wanted)

    # Required by Google: name and description of 50 to 5000 characters.
    ok(where, "length of description", 50 <= len(node.get("description", "")) <= 5000)
    if record.get("abstract"):
        ok(where, "description", settled(node["description"]).startswith(settled(record["abstract"])[:4000]) or
           node["description"].startswith(settled(record["abstract"])[:4000]))
    same("name", record["title"])
    same("@id", uri(BASE, record["identifier"]))
    same("url", page)
    same("datePublished", record.get("publishedOn"))
    same("dateModified", record.get("modifiedOn"))
    same("isBasedOn", record.get("sourceUrl"))
    findings.same(where, "keywords", many(node.get("keywords")), list(dict.fromkeys(record["keywords"])))
    findings.same(where, "about", (node.get("about") or {}).get("name"), record.get("topic"))
    numbers = [record["identifier"], record.get("resourceCode"), record.get("indexNumber")]
    if not legislation:
        numbers.append(record.get("documentNumber"))
    findings.same(where, "identifier", set(many(node.get("identifier"))), {number for number in numbers if number})
    places = [place["name"] for place in many(node.get("spatialCoverage"))]
    findings.same(where, "spatialCoverage", places, [place for place in (record.get("region"), record.get("spatial")) if place])
    organs = [organ["name"] for organ in many(node.get("publisher"))]
    stated = many(record.get("provider")) or record.get("issuer", [])
    ok(where, "publisher", len(organs) > 0 or not stated)
    ok(where, "type of publisher", all(organ["@type"] == "GovernmentOrganization" for organ in many(node.get("publisher"))))
    findings.same(where, "creator", [organ["name"] for organ in many(node.get("creator"))], organs)
    if record["kind"] == "dataset":
        findings.same(where, "variableMeasured", [item["name"] for item in many(node.get("variableMeasured"))],
                      [item["name"] for item in record["items"]])
        same("conditionsOfAccess", record.get("openCondition"))
        same("isAccessibleForFree", record.get("openness") in (None, "无条件开放"))
        period = record.get("temporal") or {}
        wanted = f"{period.get('start') or '..'}/{period.get('end') or '..'}" if period.get("start") or period.get("end") else None
        same("temporalCoverage", wanted)
        licence = node.get("license")
        ok(where, "license", bool(licence) == bool(record.get("license")))
        if isinstance(licence, dict):
            findings.same(where, "name of license", licence["name"], record["license"])
        for download in many(node.get("distribution")):
            ok(where, "distribution", re.match(r"https?://", download["contentUrl"]))
        findings.same(where, "catalog", node["includedInDataCatalog"]["@type"], "DataCatalog")
    else:
        same("genre", record.get("documentType"))
        same("expires", record.get("expiresOn"))
        if legislation:
            same("legislationIdentifier", record.get("documentNumber"))
            same("legislationDate", record.get("writtenOn"))
            same("legislationDateOfApplicability", record.get("effectiveOn"))
            same("legislationType", record.get("legislationType"))
        else:
            same("dateCreated", record.get("writtenOn"))
    steps = nodes["BreadcrumbList"]["itemListElement"]
    findings.same(where, "breadcrumbs", [step["position"] for step in steps], list(range(1, len(steps) + 1)))
    findings.same(where, "last breadcrumb", steps[-1]["item"], page)
    meta = {name: html.unescape(content) for name, content in re.findall(r'<meta name="([^"]+)" content="([^"]*)"', text)}
    findings.same(where, "ArticleTitle", meta.get("ArticleTitle"), record["title"])
    for name in ("SiteName", "SiteDomain", "ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType", "ContentSource", "Url"):
        ok(where, name, meta.get(name))
    if record.get("publishedOn"):
        ok(where, "PubDate", meta.get("PubDate", "").startswith(record["publishedOn"]))


def judge_pages(records):
    nodes, _ = blocks(f"{BASE}/")
    ok("/", "WebSite", nodes["WebSite"]["potentialAction"]["@type"] == "SearchAction")
    ok("/", "DataCatalog", nodes["DataCatalog"]["name"])
    get(f"{BASE}/search?q=%E5%85%AC%E7%A7%AF%E9%87%91")
    for kind in ("dataset", "document"):
        own = [record for record in records.values() if record["kind"] == kind and not record["identifier"].startswith(judge_truth.ADDED)]
        step = max(1, len(own) // EACH)
        for record in own[::step][:EACH]:
            judge_record(record)
    departments = judge_truth.read(f"{BASE}/api/v1/departments")
    departments = departments.get("departments", departments) if isinstance(departments, dict) else departments
    for department in departments[:EACH]:
        nodes, text = blocks(BASE + department["url"])
        findings.same(department["code"], "name", nodes["GovernmentOrganization"]["name"], department["name"])
        findings.same(department["code"], "breadcrumbs", len(nodes["BreadcrumbList"]["itemListElement"]), 3)
        ok(department["code"], "feed", f"{department['url']}/feed.atom" in text)
    seen = 0
    for record in records.values():
        if record["kind"] != "dataset" or seen == 20:
            continue
        for path in set(re.findall(r'href="(/datasets/[^"?]+/tables/[^"/?]+)"', get(BASE + record["url"]).decode())):
            nodes, _ = blocks(BASE + path)
            ok(path, "breadcrumbs", len(nodes["BreadcrumbList"]["itemListElement"]) == 4)
            seen += 1
        if seen >= 20:
            break
    return [department["code"] for department in departments]


def read_feed(url):
    import feedparser

    feed = feedparser.parse(get(url))
    ok(url, "well-formed", not feed.bozo)
    ids = [entry.id for entry in feed.entries]
    findings.same(url, "ids once", len(set(ids)), len(ids))
    for entry in feed.entries:
        ok(url, f"entry {entry.get('id')}", entry.get("title") and entry.get("updated_parsed") and entry.get("link", "").startswith(BASE))
    return feed


def judge_feeds(records, departments):
    by_uri = {uri(BASE, identifier): record for identifier, record in records.items()}
    harvested = {}
    url = f"{BASE}/feed.atom"
    while url:
        feed = read_feed(url)
        harvested.update({entry.id: entry for entry in feed.entries})
        url = next((link.href for link in feed.feed.links if link.rel == "next"), None)
    for address, record in by_uri.items():
        entry = harvested.get(address)
        if not entry:
            # What was revised while we paged came to the front; nothing else may be missing.
            again = read_feed(f"{BASE}/feed.atom")
            entry = next((one for one in again.entries if one.id == address), None)
            ok(address, "in the feed", entry or record["identifier"].startswith(judge_truth.ADDED) or CHANGING(record))
        if not entry:
            continue
        findings.same(address, "title", " ".join(entry.title.split()), " ".join(record["title"].split()))
        findings.same(address, "link", entry.link, BASE + record["url"])
        tags = [tag.term for tag in entry.get("tags", [])]
        ok(address, "kind", record["kind"] in tags)
        ok(address, "keywords", all(keyword in tags for keyword in record["keywords"]))
        if len(record.get("publishedOn") or "") == 10:
            findings.same(address, "published", entry.published, f"{record['publishedOn']}T00:00:00+08:00")
        if record.get("abstract"):
            findings.same(address, "summary", " ".join(settled(entry.summary).split()), " ".join(settled(record["abstract"]).split()))
    for code in departments[:EACH]:
        read_feed(f"{BASE}/departments/{urllib.parse.quote(code, safe='')}/feed.atom")
    for path in ("/feed.atom?kind=dataset", "/feed.atom?kind=document", "/topics/02/feed.atom", "/search.atom?q=%E5%85%AC%E7%A7%AF%E9%87%91",
                 "/search.atom?kind=document&year=2024", "/search.atom?q=zzzzqqqq"):
        read_feed(BASE + path)


def CHANGING(record):
    """Whether the changes of the judge revise this record now and again: then it moves while the feed is paged."""
    return record["kind"] == "dataset"


def judge_sitemaps(records):
    from lxml import etree

    def schema(name):
        return etree.XMLSchema(etree.parse(os.path.join(SCHEMAS, "sitemap", name))) if SCHEMAS else None

    def locations(url, validator):
        tree = etree.fromstring(get(url))
        if validator:
            findings.same(url, "valid", [str(error) for error in ([] if validator.validate(tree) else validator.error_log)], [])
        return tree.xpath("//*[local-name()='loc']/text()")

    if not SCHEMAS:
        print("pages: no SCHEMAS, sitemaps are not held against their schema")
    index, urlset = schema("siteindex.xsd"), schema("sitemap.xsd")
    listed = []
    for sitemap in locations(f"{BASE}/sitemap.xml", index):
        found = locations(sitemap, urlset)
        ok(sitemap, "length", len(found) <= 50_000)
        listed += found
    findings.same("sitemap", "addresses once", len(set(listed)), len(listed))
    by_page = {BASE + record["url"]: identifier for identifier, record in records.items()}
    pages = [url for url in listed if re.match(re.escape(BASE) + "/(datasets|documents)/", url)]
    findings.everyone_once([by_page.get(url) or urllib.parse.unquote(url.rsplit("/", 1)[1]) for url in pages], records)


def judge_robots(records):
    robots = urllib.robotparser.RobotFileParser(f"{BASE}/robots.txt")
    robots.read()
    findings.same("robots", "sitemap", robots.site_maps(), [f"{BASE}/sitemap.xml"])
    for record in records.values():
        ok(record["identifier"], "may be crawled", robots.can_fetch("*", BASE + record["url"]))
    for path in ("/", "/departments", "/about", "/search?q=a", "/feed.atom"):
        ok(path, "may be crawled", robots.can_fetch("*", BASE + path))
    for path in ("/search?kind=dataset", "/search?department=a&topic=b", "/search?year=2024&cursor=x", "/search?sort=title",
                 "/api/v1/datasets", "/graphql", "/workbench"):
        ok(path, "is refused", not robots.can_fetch("*", BASE + path))


before = truth(BASE)
departments = judge_pages(before)
judge_feeds(before, departments)
judge_sitemaps(before)
judge_robots(before)
if not extruct:
    print("pages: extruct is not installed, JSON-LD was read by the judge itself")
sys.exit(findings.end())
