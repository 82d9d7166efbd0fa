#!/usr/bin/env bash
# The study of one week from a warehouse on one PostgreSQL server against the same warehouse spread over three, all on this machine and its
# cores: wall time of `analytics report` in turns, cross-tabs pushed down both times, and the bytes that come from the three. Fills both with
# COMPLAINTS complaints (3 million) over a year and the population counts of 23 million subscribers. Needs the .NET SDK, PostgreSQL's server
# programs (run as a user that may start them), python3 and 3 GB of disk; PROGRAM names a published program, WORK a folder that is kept and used again.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
complaints=${COMPLAINTS:-3000000}
rounds=${ROUNDS:-3}
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
if [ -n "${WORK:-}" ]; then mkdir -p "$WORK"; work=$(realpath "$WORK"); else work=$(mktemp -d); fi
cd "$work"
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" != 0 ] || chown postgres "$work"
port() { echo $((${PORT:-55800} + $1)); }
finish() { for n in 0 1 2 3 4; do as "$bin/pg_ctl" -D "$work/server-$n" -m fast stop > /dev/null 2>&1 || true; done; [ -n "${WORK:-}" ] || rm -rf "$work"; }
trap finish EXIT

# 0 the whole warehouse, 1 the coordinator, 2 to 4 its shares
for n in 0 1 2 3 4; do
  [ -d "server-$n" ] || as "$bin/initdb" -D "$work/server-$n" -U analytics -A trust -E UTF8 --locale=C --no-sync > /dev/null
  as "$bin/pg_ctl" -D "$work/server-$n" -w -l "$work/server-$n.log" -o "-p $(port $n) -k $work -c listen_addresses=127.0.0.1 -c fsync=off -c shared_buffers=512MB -c max_wal_size=4GB" start > /dev/null
done
sql() { psql -qAt -h 127.0.0.1 -p "$(port "$1")" -U analytics -d postgres -v ON_ERROR_STOP=1 -c "$2"; }

program=${PROGRAM:-$work/program/analytics}
rid=$(dotnet --info | sed -n 's/^ *RID: *//p')
[ -x "$program" ] || dotnet publish "$here/../../jobs/Analytics.Jobs" -c Release -r "$rid" --self-contained -o "$work/program" -v q --nologo >&2
at() { echo "Host=127.0.0.1;Port=$(port "$1");Database=postgres;Username=analytics"; }
analytics() { local n=$1; shift; "$program" "$@" --set Warehouse:Provider=PostgreSql --set "Warehouse:ConnectionString=$(at "$n")" --set Warehouse:CrossTabs=PushDown --set "Report:DetailRows=100"; }

if [ ! -f filled ]; then
  python3 - "$complaints" <<'PY'
import csv, datetime, json, random, sys
random.seed(1)
# one row in a hundred is written here; the servers multiply them
start = datetime.datetime(2025, 11, 17)
with open('complaints.csv', 'w', newline='') as file:
    rows = csv.writer(file)
    rows.writerow(['received_at', 'region', 'cause', 'category', 'channel', 'closed_at', 'status'])
    for _ in range(int(sys.argv[1]) // 100 // 300 * 300):
        at = start + datetime.timedelta(minutes=random.randrange(52 * 7 * 1440))
        cause = min(int(random.paretovariate(0.8)), 40)
        closed = (at + datetime.timedelta(minutes=random.randrange(12000))).strftime('%Y-%m-%d %H:%M') if random.random() < 0.9 else ''
        rows.writerow([at.strftime('%Y-%m-%d %H:%M'), f'region {random.randrange(17)}', f'cause {cause}', f'category {cause % 7}', f'channel {random.randrange(6)}', closed, 'closed' if closed else 'open'])
with open('population.csv', 'w', newline='') as file:
    rows = csv.writer(file)
    rows.writerow(['as_of', 'region', 'brand', 'subscribers'])
    for region in range(17):
        for brand in range(3):
            rows.writerow(['2026-10-31', f'region {region}', f'brand {brand}', 23_000_000 // 51])
PY
  for table in complaints population; do "$program" mapping suggest $table.csv > $table.map.json; done
  analytics 1 warehouse init --shards "$(at 2)" "$(at 3)" "$(at 4)" >&2
  for n in 0 1; do for table in complaints population; do analytics $n import $table $table.csv --map $table.map.json >&2; done; done
  for n in 0 2 3 4; do
    columns=$(sql $n "SELECT string_agg(CASE column_name WHEN 'id' THEN 'id + k * 300000000::bigint' ELSE quote_ident(column_name) END, ', ' ORDER BY ordinal_position) FROM information_schema.columns WHERE table_name = 'complaint' AND table_schema = 'public'")
    sql $n "INSERT INTO complaint SELECT $columns FROM complaint CROSS JOIN generate_series(1, 99) k"
    sql $n "VACUUM ANALYZE complaint"
  done
  touch filled
fi
echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg); complaints: $(sql 0 'SELECT COUNT(*) FROM complaint') whole, $(for n in 2 3 4; do sql $n 'SELECT COUNT(*) FROM complaint'; done | paste -sd+) spread"

rm -f seconds-*
received() { awk '/:/ { if ($1 == "lo:") print $2 }' /proc/net/dev; }
TIMEFORMAT='%R'
for _ in $(seq "$rounds"); do
  for n in 0 1; do
    rm -rf out-$n
    before=$(received)
    { time analytics $n report --period 2026-W45 --out out-$n > /dev/null 2> messages; } 2>> seconds-$n || { cat messages >&2; exit 1; }
    echo $(($(received) - before)) > bytes-$n
  done
done
least() { sort -n "seconds-$1" | head -1; }
echo "one server: $(least 0) s, $(cat bytes-0) bytes on the loopback; three servers: $(least 1) s, $(cat bytes-1) bytes; ratio $(awk -v a="$(least 1)" -v b="$(least 0)" 'BEGIN { printf "%.2f", a / b }')"
diff <(python3 -c 'import json; r = json.load(open("out-0/2026-W45/all/v1/report.json")); print([(k["id"], k["current"]) for k in r["kpis"]])') \
     <(python3 -c 'import json; r = json.load(open("out-1/2026-W45/all/v1/report.json")); print([(k["id"], k["current"]) for k in r["kpis"]])') && echo "headline measures are equal"
