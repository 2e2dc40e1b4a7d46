#!/bin/sh
# Holds the API against two outside judges: spectral reads openapi/haozhao.v1.json, schemathesis asks a running
# server whatever the document allows and forbids. Ends non-zero on findings.
# Wants node, npm ci done, a build, and schemathesis (pip install schemathesis) on PATH or in $SCHEMATHESIS; with PYTHON,
# which has what scripts/judge-tables.py wants, the tables of the sample are held against their readers too.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
schemathesis=${SCHEMATHESIS:-schemathesis}
examples=${EXAMPLES:-30}
port=${PORT:-3979}
# The same questions at every run of CI, so that a change is judged and not the dice; without SEED they differ each time.
seed=${SEED:+--seed $SEED}
work=$(mktemp -d)
chmod 755 "$work"
server=
finish() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" || true; }
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' INT TERM

echo '== spectral'
npx spectral lint --fail-severity warn openapi/haozhao.v1.json

echo '== schemathesis'
export DATA_DIR="$work/data" SAMPLE_DATA=off LOG_LEVEL=warn DATA_ANONYMOUS_UNITS=0 DATA_KEY_UNITS=0
node dist/cli.js import samples/data/documents.jsonl samples/data/datasets.jsonl >"$work/import.log" 2>&1
key=$(node dist/cli.js key create --name judge | grep -o 'hz_[A-Za-z0-9_-]*')
PORT=$port node dist/main.js >"$work/server.log" 2>&1 &
server=$!
cd "$work" # it leaves notes where it runs
export PYTHONPATH="$root/scripts" PYTHONDONTWRITEBYTECODE=1 SCHEMATHESIS_HOOKS=judge_hooks
"$schemathesis" --config-file "$root/scripts/schemathesis.toml" run "http://127.0.0.1:$port/openapi.json" --wait-for-schema 60 \
  --header "X-API-Key: $key" --max-examples "$examples" $seed --suppress-health-check all --warnings off --no-color
if [ -n "${PYTHON:-}" ]; then
  echo '== tables'
  "$PYTHON" "$root/scripts/judge-tables.py" "http://127.0.0.1:$port" 60
fi
# What the server could not foresee is an error even where the answer looked right.
if grep -q 'request failed' "$work/server.log"; then
  cat "$work/server.log"
  exit 1
fi
