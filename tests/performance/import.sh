#!/usr/bin/env bash
# Import of the Anatel file (checks, idempotence, content hashes, transactions) beside pandas, which reads and writes it without any of
# that (read_csv + to_sql into SQLite): same machine, same run, in turns. Then the same file again, which must store nothing, and a file
# twice as long, which must not take more memory. Needs the .NET SDK, python3 with pandas (PYTHON names the interpreter), and the data
# (ANALYTICS_TEST_DATA, else ../shared/data beside the repository).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=${ANALYTICS_TEST_DATA:-$here/../../../shared/data}
file=$data/anatel/complaints.csv.gz
[ -f "$file" ] || { echo "No $file: set ANALYTICS_TEST_DATA to the folder that holds anatel/complaints.csv.gz." >&2; exit 2; }
file=$(realpath "$file")
python=${PYTHON:-/usr/bin/python3}
"$python" -c "import pandas" 2>/dev/null || { echo "$python has no pandas: install python3-pandas, or set PYTHON." >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Published as docs/operations.md says, and so compiled ahead of time; PROGRAM names one that is there.
program=${PROGRAM:-$work/program/analytics}
rid=$(dotnet --info | sed -n 's/^ *RID: *//p')
[ -x "$program" ] || dotnet publish "$here/../../jobs/Analytics.Jobs" -c Release -r "$rid" --self-contained -o "$work/program" -v q --nologo >&2
"$python" "$here/import.py" "$program" "$here/../mappings/anatel.json" "$file" "$work" "${ROUNDS:-3}"
