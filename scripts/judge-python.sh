#!/bin/sh
# Makes what the judges in Python want, in two environments of the folder that is named: DIR and DIR/oai.
set -eu
cd "$(dirname "$0")"
python3 -m venv "$1"
"$1/bin/pip" install --quiet -r judge-requirements.txt
python3 -m venv "$1/oai"
"$1/oai/bin/pip" install --quiet -r judge-oai-requirements.txt
