#!/usr/bin/env bash
# The study's four cross-tabs over the 1.2 million rows of the Anatel file, in memory: this project's kernel and DuckDB side by side,
# same machine, same run, round by round in turn, warm; the answers are compared cell by cell first. Needs the .NET SDK, Node.js with npm, and the data
# (ANALYTICS_TEST_DATA, else ../shared/data beside the repository).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=${ANALYTICS_TEST_DATA:-$here/../../../shared/data}
file=$data/anatel/complaints.csv.gz
[ -f "$file" ] || { echo "No $file: set ANALYTICS_TEST_DATA to the folder that holds anatel/complaints.csv.gz." >&2; exit 2; }
file=$(realpath "$file")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build "$here/Analytics.Benchmarks" -c Release -v q --nologo >&2
(cd "$work" && npm install --silent --no-audit --no-fund --prefix . @duckdb/node-api >&2)
cp "$here/crosstabs-duckdb.mjs" "$work/"
dotnet "$here/Analytics.Benchmarks/bin/Release/net10.0/Analytics.Benchmarks.dll" crosstabs "$file" "$work/crosstabs-duckdb.mjs" "${ROUNDS:-40}"
