#!/usr/bin/env bash
# A province's year into a PostgreSQL warehouse and into the embedded one, step by step in turns, and the report of the newest week from
# both: time and memory of the program, and whether the two reports are the same bytes. Needs the .NET SDK, Debian's postgresql and
# /usr/bin/time; as root the server runs as the user postgres. SUBSCRIBERS, WEEKS and COMPLAINTS change the size.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$binaries" ] || { echo "PostgreSQL is not installed (Debian: apt-get install postgresql)." >&2; exit 2; }
owner=(); [ "$(id -u)" -ne 0 ] || owner=(runuser -u postgres --)
work=$(mktemp -d); chmod 755 "$work"; mkdir "$work/server"; [ "$(id -u)" -ne 0 ] || chown postgres "$work/server"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
trap '"${owner[@]}" "$binaries/pg_ctl" -D "$work/server/data" -m immediate stop > /dev/null 2>&1 || true; rm -rf "$work"' EXIT
cd "$work"
"${owner[@]}" "$binaries/initdb" -D "$work/server/data" -U postgres -A trust -E UTF8 --locale=C > /dev/null
"${owner[@]}" "$binaries/pg_ctl" -D "$work/server/data" -l "$work/server/log" -w -o "-p $port -k $work/server -c listen_addresses=127.0.0.1 -c shared_buffers=256MB -c max_wal_size=4GB" start > /dev/null

dotnet build "$here/../../jobs/Analytics.Jobs" -c Release -v q --nologo >&2
analytics=(dotnet "$here/../../jobs/Analytics.Jobs/bin/Release/net10.0/analytics.dll")
"${analytics[@]}" sample --out sample --subscribers "${SUBSCRIBERS:-2300000}" --weeks "${WEEKS:-52}" --complaints "${COMPLAINTS:-6000}" > /dev/null 2>&1
embedded=(--set "Warehouse:Path=$work/warehouse.db")
server=(--set Warehouse:Provider=PostgreSql --set "Warehouse:ConnectionString=Host=127.0.0.1;Port=$port;Database=postgres;Username=postgres")

measured() { # name, then the command
  local name=$1; shift
  /usr/bin/time -f "$name: %e s, %U s of CPU, %M KB" -o "$work/time" "$@" > /dev/null 2>&1 || { echo "$name failed" >&2; exit 1; }
  cat "$work/time"
}

for table in subscribers complaints survey; do
  measured "embedded import $table" "${analytics[@]}" import "$table" "sample/$table.csv.gz" --map "sample/$table.map.json" "${embedded[@]}"
  measured "PostgreSQL import $table" "${analytics[@]}" import "$table" "sample/$table.csv.gz" --map "sample/$table.map.json" "${server[@]}"
done
measured "embedded report" "${analytics[@]}" report --period 2026-W46 --out out-embedded "${embedded[@]}"
measured "PostgreSQL report" "${analytics[@]}" report --period 2026-W46 --out out-server "${server[@]}"
diff -rq --exclude=run.json out-embedded out-server && echo "the two reports are the same bytes"
