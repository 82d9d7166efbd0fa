#!/usr/bin/env bash
# Bootstrap of a path model beside R's plspm, same machine, same run: the ECSI model on the mobile-phone survey, and 7,020 respondents × 30
# items by this project alone. CPU time (user + system) of whole processes, start included. R is timed on R_RESAMPLES resamples and scaled
# to RESAMPLES, because it is slow; the coefficients of both are compared first. Needs the .NET SDK, R, and the data (ANALYTICS_TEST_DATA,
# else ../shared/data beside the repository). plspm is used where it is installed; else its sources, in the folder PLSPM_SOURCE names
# (the R/ folder of a copy outside this repository); else a plain R version, which the output says.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=${ANALYTICS_TEST_DATA:-$here/../../../shared/data}
file=$data/ecsi/mobi.csv
[ -f "$file" ] || { echo "No $file: set ANALYTICS_TEST_DATA to the folder that holds ecsi/mobi.csv." >&2; exit 2; }
resamples=${RESAMPLES:-5000}
r_resamples=${R_RESAMPLES:-500}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Compiled ahead of time, as the program is installed.
rid=$(dotnet --info | sed -n 's/^ *RID: *//p')
dotnet publish "$here/Analytics.Benchmarks" -c Release -r "$rid" --self-contained false -p:PublishReadyToRun=true -o "$work/program" -v q --nologo >&2
# TieredPGO as the program sets it.
bench() { DOTNET_TieredPGO=0 dotnet "$work/program/Analytics.Benchmarks.dll" "$@"; }

echo "$(nproc) cores, $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), load $(cut -d' ' -f1 /proc/loadavg); $(Rscript --version 2>&1)"
TIMEFORMAT='%U %S'
least() { awk '{ print $1 + $2 }' "$1" | sort -n | head -1; }
for _ in $(seq "${ROUNDS:-3}"); do
  { time bench pls "$file" "$resamples" > "$work/ours" 2> /dev/null; } 2>> "$work/ours.cpu"
  { time bench pls-large "$resamples" > "$work/large"; } 2>> "$work/large.cpu"
done
{ time Rscript "$here/pls.R" "$file" "$r_resamples" ${PLSPM_SOURCE:+"$PLSPM_SOURCE"} > "$work/theirs" 2> "$work/messages"; } 2> "$work/theirs.cpu" || { cat "$work/messages" >&2; exit 1; }

grep '^#' "$work/theirs"
join <(grep -v '^#' "$work/theirs" | sed 's/ /→/' | sort) <(sed 's/ /→/' "$work/ours" | sort) > "$work/both"
awk 'function abs(x) { return x < 0 ? -x : x } { d = abs($2 - $4); if (d > worst) worst = d; n++ } END { printf "%d paths compared, largest difference %.1e\n", n, worst; exit n != 12 || worst > 1e-3 }' "$work/both"
ours=$(least "$work/ours.cpu"); theirs=$(least "$work/theirs.cpu"); large=$(least "$work/large.cpu")
echo "ECSI on mobi, $resamples resamples: $ours s of CPU"
awk -v o="$ours" -v t="$theirs" -v n="$resamples" -v m="$r_resamples" 'BEGIN { printf "R, %d resamples: %.1f s of CPU, %.0f s for %d: %.0f times ours\n", m, t, t * n / m, n, t * n / m / o }'
echo "$(cat "$work/large"): $large s of CPU"
