#!/bin/sh
# Holds the pages against programs that others wrote to judge pages: pa11y with both of its runners over every type of page,
# and Lighthouse as on a telephone over the four that people read most. Wants node, npm, a build and a Chromium; both programs
# are installed into a temporary folder and are no part of the product. TOOLS keeps them for the next time; BASE names a server
# that runs already.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
tools=
if [ -n "${TOOLS:-}" ]; then
  portal=$TOOLS/portal
else
  tools=$(mktemp -d)
  trap 'rm -rf "$tools"' EXIT
  trap 'exit 1' INT TERM
  portal=$tools
fi
if ! [ -d "$portal/node_modules/lighthouse" ]; then
  mkdir -p "$portal"
  echo '{"private":true,"type":"module"}' >"$portal/package.json"
  # The browser is the system's.
  (cd "$portal" && PUPPETEER_SKIP_DOWNLOAD=1 npm install --no-audit --no-fund --silent pa11y@9.1.1 lighthouse@12.8.2)
fi
PORTAL_TOOLS=$portal node "$root/scripts/judge-portal.mjs"
