#!/usr/bin/env bash
# CPU time of `analytics report` after import, start of the program included: the same week of the same base with a quarter, a year and two
# years of history. Makes the sample (2.3 million subscribers, 6,000 complaints a week), imports it, reports in turns and prints the
# least of each, then the steps of the last run by the wall clock. Needs the .NET SDK and 3 GB of disk; SUBSCRIBERS, COMPLAINTS, HISTORIES,
# ROUNDS and WORK (a folder that is kept and used again) change what is done.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
subscribers=${SUBSCRIBERS:-2300000}
complaints=${COMPLAINTS:-6000}
if [ -n "${WORK:-}" ]; then mkdir -p "$WORK"; work=$(realpath "$WORK"); else work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; fi
cd "$work"

# Published as docs/operations.md says, and so compiled ahead of time.
rid=$(dotnet --info | sed -n 's/^ *RID: *//p')
program=${PROGRAM:-$work/program/analytics}
[ -x "$program" ] || dotnet publish "$here/../../jobs/Analytics.Jobs" -c Release -r "$rid" --self-contained -o "$work/program" -v q --nologo >&2
analytics() { "$program" "$@"; }

echo "$(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), load $(cut -d' ' -f1 /proc/loadavg)"
histories=${HISTORIES:-13 52 104}
for weeks in $histories; do
  [ -f "history-$weeks.db" ] && continue
  analytics sample --out "sample-$weeks" --subscribers "$subscribers" --weeks "$weeks" --complaints "$complaints" >&2
  # The base is the same for every history: it is imported once.
  [ -f base.db ] || analytics import subscribers "sample-$weeks/subscribers.csv.gz" --map "sample-$weeks/subscribers.map.json" --set Warehouse:Path=base.db >&2
  cp base.db importing.db
  for table in complaints survey; do
    analytics import "$table" "sample-$weeks/$table.csv.gz" --map "sample-$weeks/$table.map.json" --set Warehouse:Path=importing.db >&2
  done
  mv importing.db "history-$weeks.db"
  rm -rf "sample-$weeks" importing.db*
done

# In turns, so that whatever else the machine does falls on all alike.
rm -f cpu-*
TIMEFORMAT='%U %S'
for _ in $(seq "${ROUNDS:-5}"); do
  for weeks in $histories; do
    rm -rf "out-$weeks"
    { time analytics report --period 2026-W46 --out "out-$weeks" --set "Warehouse:Path=history-$weeks.db" > /dev/null 2> messages; } 2>> "cpu-$weeks" || { cat messages >&2; exit 1; }
  done
done
for weeks in $histories; do
  least=$(awk '{ print $1 + $2 }' "cpu-$weeks" | sort -n | head -1)
  steps=$(sed -n '/"timings"/,$p' out-"$weeks"/2026-W46/all/v1/run.json | awk -F'[":,]+' '/"step"/ { step = $4 } /"milliseconds"/ { gsub(/ /, "", $3); printf "%s%s %s ms", sep, step, $3; sep = ", " }')
  echo "$weeks weeks of history: $least s of CPU ($steps)"
done
