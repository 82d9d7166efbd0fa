#!/usr/bin/env bash
# Whether two commits of this repository put out the same bytes: reports (workbook, charts, report.json), segmentations, models, mappings,
# quarantine, notebook, help and error texts. For a refactoring whose promise is that nothing changes.
#
# usage: same-bytes.sh BEFORE [AFTER] [scenario…]
#   BEFORE, AFTER   commits; AFTER is HEAD where not given. What is not committed is not compared.
#   scenario        of scenarios.sh, where each is described; all of them, or those of SCENARIOS="demo anatel", where none is given.
#
# Prints a line a scenario, below it what differs, and ends with 1 where anything does. Both commits read the input files, mappings and models of
# BEFORE under the same pseudonym key. A commit beside itself is run twice, which shows what is not reproducible.
#
# Programs and outputs are kept in PARITY (analytics-parity in the temporary folder) by commit, so that BEFORE is built and run once; FRESH=1
# runs scenarios again. Needs the .NET SDK, python3 and 2 GB of disk. Public data: ANALYTICS_TEST_DATA, else ../shared/data beside the repository;
# scenarios whose data, or whose PostgreSQL, are not there are skipped and say so.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
repository=$(git -C "$here" rev-parse --show-toplevel)
. "$here/scenarios.sh"
known=$(compgen -A function scenario_ | sed 's/^scenario_//')
is_scenario() { grep -qxF -- "$1" <<< "$known"; }
[ $# -gt 0 ] || { sed -n '2,/^set /{/^#/s/^# \?//p}' "$0" >&2; exit 2; }

commit() { git -C "$repository" rev-parse --verify --quiet "$1^{commit}" || { echo "There is no commit '$1'." >&2; exit 2; }; }
before=$(commit "$1"); shift
if [ $# -gt 0 ] && ! is_scenario "$1"; then after=$(commit "$1"); shift; else after=$(commit HEAD); fi
read -ra scenarios <<< "${*:-${SCENARIOS:-$all_scenarios}}"
for name in "${scenarios[@]}"; do is_scenario "$name" || { echo "There is no scenario '$name'; there are: $all_scenarios" >&2; exit 2; }; done
[ -z "$(git -C "$repository" status --porcelain)" ] || echo "(there are uncommitted changes; they are not compared)" >&2

cache=${PARITY:-${TMPDIR:-/tmp}/analytics-parity}
mkdir -p "$cache/inputs"; cache=$(realpath "$cache"); inputs=$cache/inputs
data=$(realpath -m "${ANALYTICS_TEST_DATA:-$(dirname "$(git -C "$repository" rev-parse --path-format=absolute --git-common-dir)")/../shared/data}")
given=$cache/$before/source # whose mappings and models both read

# Nothing of the caller's settings, language or zone, and one key, else pseudonyms differ.
for variable in $(compgen -e ANALYTICS_ || true); do unset "$variable"; done
export LC_ALL=C.UTF-8 TZ=UTC ANALYTICS_PSEUDONYM_KEY=000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f

build() { # commit: its checkout and program, once
  local place=$cache/$1
  [ ! -x "$place/program/analytics" ] || return 0
  echo "building ${1:0:12}" >&2
  rm -rf "$place"; mkdir -p "$place"
  git clone --quiet --shared --no-checkout "$repository" "$place/source"
  git -C "$place/source" checkout --quiet --detach "$1"
  # by its name, for projects may move
  local project; project=$(grep -rl --include='*.csproj' '<AssemblyName>analytics</AssemblyName>' "$place/source")
  # servers of the compiler would outlive the clone
  dotnet build "$project" -c Release -o "$place/building" -v q --nologo --disable-build-servers >&2 || { echo "${1:0:12} does not build." >&2; exit 2; }
  git -C "$place/source" clean -dfxq
  mv "$place/building" "$place/program"
}

# What the outputs of a scenario hang on beside the commit: how it is written down, and what it reads.
stamp() { { declare -f "scenario_$1" $helpers; git -C "$repository" rev-parse "$before:tests/mappings" "$before:tests/models"; } | sha256sum | cut -d' ' -f1; }

work=
finish() { [ -z "$work" ] || rm -rf "$work"; }
trap finish EXIT

run() { # commit, scenario, folder for what it puts out: 0 it is there, 1 the program failed
  local source=$cache/$1/source program=$cache/$1/program/analytics name=$2 kept=$3
  # the server of PostgreSQL has a user of its own, who must get here
  work=$(mktemp -d); chmod 755 "$work"
  mkdir "$work/kept"
  if ! (cd "$work" && program=$program source=$source given=$given data=$data inputs=$inputs bash "$here/scenarios.sh" "$name") > "$work/log" 2>&1; then tail -n 12 "$work/log" | sed 's/^/    /'; rm -rf "$work"; work=; return 1; fi
  find "$work/kept" -name '.*.lock' -delete
  rm -rf "$kept" "$kept.stamp"; mkdir -p "$(dirname "$kept")"
  mv "$work/kept" "$kept"; rm -rf "$work"; work=
  stamp "$name" > "$kept.stamp"
}

outputs() { # commit, scenario, folder: as run, unless it is there already
  [ -z "${FRESH:-}" ] && [ "$(cat "$3.stamp" 2> /dev/null)" = "$(stamp "$2")" ] || run "$1" "$2" "$3"
}

exec 9> "$cache/lock"; flock 9 # two at once would build and run into the same folders
build "$before"; build "$after"
second=$cache/$after/outputs; [ "$before" != "$after" ] || second=$cache/$after/outputs-again
differing=0
for name in "${scenarios[@]}"; do
  if reason=$("missing_$name" 2> /dev/null); [ -n "$reason" ]; then printf '%-10s skipped: %s\n' "$name" "$reason"; continue; fi
  began=$(date +%s)
  if ! failure=$(outputs "$before" "$name" "$cache/$before/outputs/$name"); then
    printf '%-10s BEFORE failed; nothing to compare with\n%s\n' "$name" "$failure"; differing=1; continue
  fi
  [ "$before" != "$after" ] || rm -f "$second/$name.stamp"
  middle=$(date +%s)
  if ! failure=$(outputs "$after" "$name" "$second/$name"); then
    printf '%-10s DIFFERS: AFTER failed\n%s\n' "$name" "$failure"; differing=1; continue
  fi
  verdict=$(python3 "$here/differences.py" "$cache/$before/outputs/$name" "$second/$name") || differing=1
  printf '%-10s %s  [%s + %s s]\n' "$name" "$(head -n 1 <<< "$verdict")" $((middle - began)) $(($(date +%s) - middle))
  tail -n +2 <<< "$verdict"
done
exit $differing
