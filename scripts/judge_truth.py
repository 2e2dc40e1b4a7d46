"""What the catalog itself says, for judges that compare what outside clients harvested: every published record by REST."""

import contextlib
import json
import os
import re
import signal
import time
import urllib.parse
import urllib.request

# What scripts/judge-changes.mjs adds to abstracts while a harvest is under way.
CHANGED = re.compile(r"（判官改于第\d+次）$")
# Records that it adds meanwhile.
ADDED = "judge-added-"


def read(url):
    with urllib.request.urlopen(url) as answer:
        return json.load(answer)


def truth(base):
    """Records by identifier, as GET /api/v1/datasets and /api/v1/documents list them (without bodies)."""
    found = {}
    for kind in ("datasets", "documents"):
        cursor = None
        while True:
            query = {"limit": "100", **({"cursor": cursor} if cursor else {})}
            page = read(f"{base}/api/v1/{kind}?{urllib.parse.urlencode(query)}")
            for record in page["records"]:
                found[record["identifier"]] = record
            cursor = page.get("nextCursor")
            if not cursor:
                break
    return found


def settled(text):
    """A text without what the changes of the judge added."""
    return CHANGED.sub("", text or "")


def uri(base, identifier):
    return f"{base}/id/{urllib.parse.quote(identifier, safe='')}"


@contextlib.contextmanager
def standing_still():
    """For what compares one answer with another: the changes wait meanwhile. Their process is told by CHANGES."""
    changes = os.environ.get("CHANGES")
    if changes:
        os.kill(int(changes), signal.SIGSTOP)
        # What was under way comes to its end.
        time.sleep(2)
    try:
        yield
    finally:
        if changes:
            os.kill(int(changes), signal.SIGCONT)


class Findings:
    """Counts what was compared, and tells what differs."""

    def __init__(self, name):
        self.name, self.compared, self.wrong = name, 0, []

    def same(self, where, field, got, wanted):
        self.compared += 1
        if got != wanted:
            self.wrong.append(f"{where}: {field} is {got!r}, wanted {wanted!r}")

    def everyone_once(self, got, wanted):
        """Identifiers that came, against those there are; what the judge added meanwhile may be missing or there."""
        seen = {}
        for identifier in got:
            seen[identifier] = seen.get(identifier, 0) + 1
        own = lambda identifier: not identifier.startswith(ADDED)
        missing = [identifier for identifier in wanted if own(identifier) and identifier not in seen]
        foreign = [identifier for identifier in seen if own(identifier) and identifier not in wanted]
        twice = [identifier for identifier, count in seen.items() if count > 1]
        for name, found in (("missing", missing), ("foreign", foreign), ("twice", twice)):
            self.compared += 1
            if found:
                self.wrong.append(f"{len(found)} records {name}, such as {found[:3]}")

    def end(self):
        for line in self.wrong[:20]:
            print(f"  {line}")
        print(f"{self.name}: {self.compared} compared, {len(self.wrong)} wrong")
        return 1 if self.wrong else 0
