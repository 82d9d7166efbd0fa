#!/usr/bin/env bash
# Pull from PostgreSQL into the embedded warehouse (mapping, checks, keys, transactions) beside `psql \copy` to a file plus `sqlite3 .import`
# of the same rows, which does none of that; then the population counts of SUBSCRIBERS (23 million) subscribers by region, brand and gender,
# asked of the source as GROUP BY, beside the bare SQL in psql. In turns, in one run. Needs the .NET SDK, Debian's postgresql, sqlite3,
# /usr/bin/time and 5 GB of disk; as root the server runs as the user postgres. PROGRAM names a published program, WORK a folder that is kept.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rounds=${ROUNDS:-3}
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$binaries" ] || { echo "PostgreSQL is not installed (Debian: apt-get install postgresql)." >&2; exit 2; }
command -v sqlite3 > /dev/null || { echo "sqlite3 is not installed (Debian: apt-get install sqlite3)." >&2; exit 2; }
owner=(); [ "$(id -u)" -ne 0 ] || owner=(runuser -u postgres --)
if [ -n "${WORK:-}" ]; then mkdir -p "$WORK"; work=$(realpath "$WORK"); else work=$(mktemp -d); fi
chmod 755 "$work"; mkdir -p "$work/server"; [ "$(id -u)" -ne 0 ] || chown postgres "$work/server"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
finish() { "${owner[@]}" "$binaries/pg_ctl" -D "$work/server/data" -m fast stop > /dev/null 2>&1 || true; [ -n "${WORK:-}" ] || rm -rf "$work"; }
trap finish EXIT
cd "$work"
[ -d server/data ] || "${owner[@]}" "$binaries/initdb" -D "$work/server/data" -U postgres -A trust -E UTF8 --locale=C > /dev/null
"${owner[@]}" "$binaries/pg_ctl" -D "$work/server/data" -l "$work/server/log" -w -o "-p $port -k $work/server -c listen_addresses=127.0.0.1 -c shared_buffers=512MB -c max_wal_size=4GB" start > /dev/null
sql() { psql -qAt -h 127.0.0.1 -p "$port" -U postgres -d postgres -v ON_ERROR_STOP=1 "$@"; }

program=${PROGRAM:-$work/program/analytics}
rid=$(dotnet --info | sed -n 's/^ *RID: *//p')
[ -x "$program" ] || dotnet publish "$here/../../jobs/Analytics.Jobs" -c Release -r "$rid" --self-contained -o "$work/program" -v q --nologo >&2

if [ ! -f filled ]; then
  "$program" sample --out sample --subscribers 200000 --weeks 13 --complaints "${COMPLAINTS:-60000}" > /dev/null 2>&1
  sql -c 'CREATE TABLE complaints ("工单编号" text PRIMARY KEY, "用户编号" text, "受理时间" timestamp, "受理渠道" text, "一级原因" text, "二级原因" text, "服务环节" text, "地市" text, "投诉内容" text, "投诉目的" text,
    "要求的解决方式" text, "要求是否合理" text, "是否升级" text, "首次回复时间" timestamp, "办结时间" timestamp, "解决方式" text, "客户是否接受" text, "客户满意度" text, "应退金额" numeric(12,2), "实退金额" numeric(12,2), "状态" text)'
  zcat sample/complaints.csv.gz | sql -c "COPY complaints FROM STDIN WITH (FORMAT csv, HEADER)"
  sql -c 'CREATE INDEX ON complaints ("受理时间", "工单编号")'
  sql -c "CREATE TABLE subscribers AS SELECT 'U' || lpad(n::text, 11, '0') AS subscriber_id, DATE '2026-11-01' AS as_of, 'region ' || n % 17 AS region, (ARRAY['全球通', '动感地带', '神州行'])[1 + n * 7 % 3] AS brand,
    (ARRAY['male', 'female'])[1 + n / 3 % 2] AS gender, (18 + n % 70)::smallint AS age, 'plan ' || n % 40 AS plan, DATE '2010-01-01' + (n % 6000)::int AS activated_on, (20 + n % 200)::numeric(8,2) AS arpu,
    (n % 60000)::int AS data_mb, (n % 900)::smallint AS voice_minutes, n % 3 = 0 AS is_5g FROM generate_series(1::bigint, ${SUBSCRIBERS:-23000000}) n"
  sql -c "VACUUM ANALYZE"
  printf '%s' '{ "table": "population", "file": { "format": "csv" }, "columns": { "as_of": "as_of", "region": "region", "brand": "brand", "gender": "gender", "subscribers": "subscribers" } }' > population.map.json
  touch filled
fi
at="Host=127.0.0.1;Port=$port;Database=postgres;Username=postgres"
sources=(--set Sources:crm:Kind=PostgreSql --set Sources:crm:Canonical=complaints --set "Sources:crm:Mapping=$work/sample/complaints.map.json" --set "Sources:crm:ConnectionString=$at" --set Sources:crm:Encrypt=false
  --set Sources:crm:Table=complaints --set Sources:crm:WatermarkColumn=受理时间 --set Sources:crm:KeyColumns=工单编号
  --set Sources:base:Kind=PostgreSql --set Sources:base:Canonical=population --set "Sources:base:Mapping=$work/population.map.json" --set "Sources:base:ConnectionString=$at" --set Sources:base:Encrypt=false
  --set Sources:base:Table=subscribers --set "Sources:base:GroupBy=as_of, region, brand, gender")
counts="SELECT as_of, region, brand, gender, COUNT(*) AS subscribers FROM subscribers GROUP BY as_of, region, brand, gender"

measured() { # name of the file of seconds, then the command
  local name=$1; shift
  /usr/bin/time -f "%e %M" -a -o "$name.times" "$@" > "$name.out" 2> "$name.messages" || { cat "$name.messages" >&2; exit 1; }
}
export PGHOST=127.0.0.1 PGPORT=$port PGUSER=postgres PGDATABASE=postgres
rm -f ./*.times
for _ in $(seq "$rounds"); do
  rm -f pulled.db* copied.db copied.csv; sync
  measured pull "$program" pull crm --json --set "Warehouse:Path=$work/pulled.db" "${sources[@]}"
  measured copy bash -c "psql -q -c \"\\copy complaints TO 'copied.csv' CSV HEADER\" && sqlite3 copied.db '.import --csv copied.csv complaints'"
  measured counts "$program" pull base --json --set "Warehouse:Path=$work/pulled.db" "${sources[@]}"
  measured bare psql -q -o bare.txt -c "$counts"
done
[ "$(sqlite3 pulled.db 'SELECT COUNT(*) FROM complaint')" = "$(sqlite3 copied.db 'SELECT COUNT(*) FROM complaints')" ] || { echo "The two stores hold different numbers of rows." >&2; exit 1; }
[ "$(sqlite3 pulled.db 'SELECT SUM(subscribers) FROM population')" = "$(sql -c 'SELECT COUNT(*) FROM subscribers')" ] || { echo "The counts do not add up to the subscribers." >&2; exit 1; }
least() { sort -n "$1.times" | head -1 | cut -d' ' -f1; }
memory() { awk '{ if ($2 > most) most = $2 } END { printf "%.0f MB", most / 1024 }' "$1.times"; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'; }
echo "$(nproc) cores, load $(cut -d' ' -f1 /proc/loadavg); least of $rounds rounds"
echo "$(sqlite3 copied.db 'SELECT COUNT(*) FROM complaints') complaints: pull $(least pull) s ($(memory pull)), \\copy + .import $(least copy) s: $(ratio "$(least copy)" "$(least pull)") of its speed (wanted: 0.5)"
echo "$(sql -c 'SELECT COUNT(*) FROM subscribers') subscribers: pushed down $(least counts) s ($(memory counts)), psql $(least bare) s: $(ratio "$(least counts)" "$(least bare)") times (wanted: at most 1.2)"
