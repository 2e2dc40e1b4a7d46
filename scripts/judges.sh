#!/bin/sh
# `npm run judges`: everything that programs of others hold against a running server. TOOLS keeps the Python environments for
# the next time.
set -eu
cd "$(dirname "$0")/.."
tools=${TOOLS:-$(mktemp -d)}
[ -n "${TOOLS:-}" ] || trap 'rm -rf "$tools"' EXIT
[ -x "$tools/oai/bin/python" ] || sh scripts/judge-python.sh "$tools"
PYTHON="$tools/bin/python" SCHEMATHESIS="$tools/bin/schemathesis" sh scripts/judge-api.sh
PYTHON="$tools/bin/python" PYTHON_OAI="$tools/oai/bin/python" sh scripts/judge-interop.sh
sh scripts/judge-clients.sh
TOOLS="$tools" sh scripts/judge-portal.sh
