#!/bin/sh
# Holds every surface of other vocabularies and protocols against programs that others wrote: their clients harvest the whole
# catalog while it is being changed, every mapped field is compared with what the catalog says, and validators read the answers.
# Wants node, npm ci done, a build, PYTHON with what scripts/judge-requirements.txt lists, and PYTHON_OAI with what
# scripts/judge-oai-requirements.txt lists. SCHEMAS names a folder with the
# official schemas (dcat-ap, gsa, oai, sitemap); without it, what needs them is left out and said. FILES are catalogs to load
# instead of the sample. JUDGES chooses some: "ckan dcat data-json croissant oai pages".
set -eu
cd "$(dirname "$0")/.."
root=$PWD
python=${PYTHON:-python3}
python_oai=${PYTHON_OAI:-$python}
port=${PORT:-3981}
base="http://127.0.0.1:$port"
[ -n "${SCHEMAS:-}" ] || { [ -d ../shared/schemas ] && SCHEMAS=$(cd ../shared/schemas && pwd); } || SCHEMAS=
export SCHEMAS
work=$(mktemp -d)
chmod 755 "$work"
server=
changes=
finish() {
  [ -z "$changes" ] || { kill "$changes" 2>/dev/null && wait "$changes" 2>/dev/null || true; }
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || true; }
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' INT TERM

export DATA_DIR="$work/data" SAMPLE_DATA=off LOG_LEVEL=warn DATA_ANONYMOUS_UNITS=0 DATA_KEY_UNITS=0
node dist/cli.js import ${FILES:-samples/data/documents.jsonl samples/data/datasets.jsonl} >"$work/import.log" 2>&1 || { tail "$work/import.log"; exit 1; }
KEY=$(node dist/cli.js key create --name judge | grep -o 'hz_[A-Za-z0-9_-]*')
export KEY
PORT=$port node dist/main.js >"$work/server.log" 2>&1 &
server=$!
waited=0
until curl -sf "$base/health/ready" >/dev/null 2>&1; do
  waited=$((waited + 1))
  [ "$waited" -lt 120 ] || { cat "$work/server.log"; exit 1; }
  sleep 1
done

# Tables are converted after the import; their surfaces want them all.
waited=0
while [ "$(curl -s "$base/metrics" | awk '/^haozhao_jobs_waiting/ {sum += $2} END {print sum + 0}')" != 0 ] && [ "$waited" -lt 120 ]; do
  waited=$((waited + 1))
  sleep 1
done

failed=0
for judge in ${JUDGES:-ckan dcat data-json croissant oai pages}; do
  echo "== $judge"
  node scripts/judge-changes.mjs "$base" >"$work/changes.log" 2>&1 &
  changes=$!
  export CHANGES=$changes
  run=$python
  [ "$judge" != oai ] || run=$python_oai
  PYTHONDONTWRITEBYTECODE=1 "$run" "$root/scripts/judge-$judge.py" "$base" || failed=$((failed + 1))
  # Changes that ended by themselves met a fault.
  kill "$changes" 2>/dev/null || { cat "$work/changes.log"; failed=$((failed + 1)); }
  wait "$changes" 2>/dev/null || true
  changes=
done
# What the server could not foresee is an error even where the answer looked right.
if grep -q 'request failed' "$work/server.log"; then
  cat "$work/server.log"
  exit 1
fi
exit "$failed"
