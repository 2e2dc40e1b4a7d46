#!/bin/sh
# Holds the API's description against programs that write clients from it: openapi-typescript and @hey-api/openapi-ts generate,
# tsc --strict compiles, and a story runs with each client against a running server; then a table's own description, and /mcp
# by the Inspector's command line. Ends non-zero on the first finding. Wants node, npm and a build; installs into a temporary folder.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
port=${PORT:-3978}
url=http://127.0.0.1:$port
work=$(mktemp -d)
chmod 755 "$work"
server=
finish() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" || true; }
  rm -rf "$work"
}
trap finish EXIT
trap 'exit 1' INT TERM

mkdir "$work/clients"
cp "$root"/scripts/judge-clients/*.mts "$work/clients/"
export DATA_DIR="$work/data" LOG_LEVEL=warn DATA_ANONYMOUS_UNITS=0 DATA_KEY_UNITS=0
PORT=$port node dist/main.js >"$work/server.log" 2>&1 &
server=$!

cd "$work/clients"
echo '{"private":true,"type":"module"}' >package.json
# The Inspector asks for Node 22, and its command line does without.
npm install --no-audit --no-fund --silent openapi-typescript@7.13.0 openapi-fetch@0.17.0 @hey-api/openapi-ts@0.95.0 typescript@5.9 \
  @types/node@20 @modelcontextprotocol/inspector@0.16.8

echo '== generate'
npx openapi-typescript "$root/openapi/haozhao.v1.json" -o api.ts >generate.log 2>&1 || { cat generate.log; exit 1; }
npx openapi-ts -i "$root/openapi/haozhao.v1.json" -o hey -c @hey-api/client-fetch >generate.log 2>&1 || { cat generate.log; exit 1; }
# What the description leaves open comes out as an empty object or as unknown; keys of free objects are neither.
if grep -nE 'Record<string, never>|: unknown;' api.ts | grep -vE '\[(name|key): string\]|export type (webhooks|\$defs)'; then
  echo 'the description leaves these types open'
  exit 1
fi

echo '== wait for the sample and its tables'
ready() { node -e "fetch('$url$1').then((r) => r.json()).then((b) => process.exit(b.tables?.length && b.tables.every((t) => t.columns[0].statistics) ? 0 : 1), () => process.exit(1))"; }
tries=0
until ready /api/v1/datasets/lanchuan-ds-fgw-010/tables; do
  tries=$((tries + 1))
  [ "$tries" -lt 150 ] && kill -0 "$server" || { cat "$work/server.log"; exit 1; }
  sleep 2
done
key=$(node "$root/dist/cli.js" key create --name judge-clients | grep -o 'hz_[A-Za-z0-9_-]*')

table=$(node -e "fetch('$url/api/v1/datasets/lanchuan-ds-fgw-010/tables').then((r) => r.json()).then((b) => console.log(b.tables[0].name))")
npx openapi-typescript "$url/api/v1/datasets/lanchuan-ds-fgw-010/tables/$table/openapi.json" -o table-api.ts >generate.log 2>&1 || { cat generate.log; exit 1; }
rows=$(grep -oE '^ +"/[^"]*/rows"' table-api.ts | tr -d ' ')
sed -i "s|GET(PATH|GET($rows|" table.mts

echo '== tsc --strict'
cat >tsconfig.json <<'JSON'
{
  "compilerOptions": {
    "strict": true, "noUncheckedIndexedAccess": true, "target": "es2023", "module": "esnext", "moduleResolution": "bundler",
    "skipLibCheck": false, "types": ["node"], "outDir": "out", "rewriteRelativeImportExtensions": false
  },
  "files": ["openapi-fetch.mts", "hey-api.mts", "table.mts"]
}
JSON
npx tsc -p .
# The client of @hey-api/openapi-ts imports without endings, as bundlers like it; node wants them.
find out/hey -name '*.js' -exec sed -i -E "s#(from ')(\.[^']*)(';)#\1\2.js\3#; s#(client|core)\.js';#\1.js';#" {} +
sed -i -E "s#'(\./|\.\./)client\.js'#'\1client/index.js'#" out/hey/*.js

for story in openapi-fetch hey-api table; do
  echo "== $story"
  node "out/$story.mjs" "$url" "$key"
done

echo '== inspector'
inspect() { npx mcp-inspector --cli "$url/mcp" --transport http "$@" 2>>inspector.log; }
inspect --method tools/list | grep -q '"find_document_by_number"'
inspect --method tools/call --tool-name query_rows --tool-arg dataset=lanchuan-ds-fgw-010 --tool-arg 'select=count() as 行数' |
  grep -q '"行数": 300'

if grep -q 'request failed\|tool failed' "$work/server.log"; then
  cat "$work/server.log"
  exit 1
fi
echo 'generated clients: all passed'
