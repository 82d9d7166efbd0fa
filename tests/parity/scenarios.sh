# What same-bytes.sh runs, in an empty folder: a function a scenario, with $program, $source (checkout of the commit that is run), $given (checkout whose
# mappings and models both commits read), $data (public data) and $inputs (made once, for all commits). What it leaves in kept/ is compared.
# missing_<name> prints why a scenario cannot be run here.
#
# usage: scenarios.sh name, by same-bytes.sh: a process of its own, because bash forgets `set -e` in functions whose failure is asked for
all_scenarios="demo anatel beijing analyst cli quarantine pull ecsi comcast iranian postgres shards big"
helpers="analytics told may_fail published servers at sample_into"

analytics() { "$program" "$@"; }

# Keeps what a command says, without progress and without the places files are at. Ends the scenario where the command fails.
told() { # name, arguments
  local name=$1 status=0; shift
  "$program" "$@" > "$name.out" 2> "$name.messages" < /dev/null || status=$?
  { cat "$name.out"; echo "--- messages, exit code $status"; grep -vE ': .*[0-9] (s|s left|rows)$|rows/s' "$name.messages" || true; } \
    | sed "s|$PWD|.|g; s|$inputs|INPUTS|g; s|$data|DATA|g; s|$given|GIVEN|g; s|$source|SOURCE|g" > "kept/$name.txt"
  [ $status -eq 0 ] || { cat "$name.messages" >&2; echo "failed ($status): analytics $*" >&2; return $status; }
}
may_fail() { told "$@" > /dev/null 2>&1 || true; }

published() { # name, arguments of report
  local name=$1; shift
  told "$name" report --out "kept/$name" "$@"
}

sample_into() { # folder, arguments of sample
  local folder=$1; shift
  analytics sample --out "$folder" "$@"
}

# Help of every command, texts that are printed, and what wrong usage is told.
scenario_cli() {
  local commands="." name
  help_of() {
    may_fail "help$(printf -- '-%s' "$@")" "$@" --help
    while read -r name _; do [ -z "$name" ] || help_of "$@" "$name"; done < <(sed -n '/^Commands:/,/^$/{/^  [a-z]/p}' "kept/help$(printf -- '-%s' "$@").txt")
  }
  help_of
  told version version
  told mapping-schema mapping schema
  told model-schema model schema
  told model-templates model template
  for name in $(sed -n 's/^.*<name> *One of \(.*\); lists.*/\1/p' kept/help-model-template.txt | tr -d ,); do told "template-$name" model template "$name"; done
  printf 'received_at;region\n2026-11-09;x\n' > some.csv
  echo '{ "table": "complaint", "columns": { "received_at": "no such column", "colour": "region" } }' > wrong.json
  may_fail no-command
  may_fail unknown-command frobnicate
  may_fail unknown-option report --period 2026-W46 --colour red
  may_fail unknown-period report --period 2026-X1
  may_fail unknown-setting report --period 2026-W46 --set Report:Langauge=en
  may_fail settings-out-of-bounds report --period 2026-W46 --set Report:MinimumCell=1 --set Report:ParetoClassA=0.95 --set Satisfaction:Waves=0 --set Jobs:weekly:Cron=never --set Report:TimeZone=Mars --set Warehouse:Provider=Paper
  may_fail no-warehouse report --period 2026-W46
  may_fail no-file import complaints nowhere.csv --map wrong.json
  may_fail wrong-mapping import complaints some.csv --map wrong.json
  may_fail wrong-column segment --period 2026-W46 --by colour
  may_fail wrong-bands segment --period 2026-W46 --by arpu --bands arpu=50,20
  may_fail wrong-template model template nothing
  may_fail wrong-data model fit --model wrong.json --data some.csv
  # names a type of the program, which may move
  sed -i "s/'Analytics\.[A-Za-z.]*'/a type/" kept/wrong-data.txt
  may_fail no-source pull crm
}

# Rows that fail checks, from the first mapping to the second try.
scenario_quarantine() {
  cat > complaints.csv <<'CSV'
complaint_id,received_at,region,category,cause,channel,first_reply_at,closed_at,status,refund_due
1,2026-11-09 08:00,武汉,资费,扣费争议,热线,2026-11-09 09:00,2026-11-10 08:00,已办结,12.50
2,2026-11-09 09:00,宜昌,网络,信号差,营业厅,,2026-11-08 08:00,已办结,
3,the ninth,武汉,网络,信号差,热线,,,处理中,
4,2026-13-45,武汉,网络,信号差,热线,,,处理中,
5,2026-11-10 10:00,襄阳,"资费, 其他",退订,热线,2026-11-10 11:30,,处理中,many
5,2026-11-11 10:00,襄阳,资费,退订,热线,,,处理中,3
,2026-11-12 10:00,,,,,,,,
8,2026-11-12 11:00,武汉,网络,信号差,热线,2026-11-12 10:00,,处理中,-5
CSV
  told suggest mapping suggest complaints.csv # which sees that not all dates are dates
  cat > complaints.map.json <<'JSON'
{
  "table": "complaint",
  "file": { "format": "csv", "timeZone": "Asia/Shanghai" },
  "columns": {
    "complaint_id": "complaint_id", "received_at": { "source": "received_at", "formats": ["yyyy-MM-dd HH:mm"] }, "region": "region", "category": "category", "cause": "cause",
    "channel": { "source": "channel", "allowed": ["热线", "营业厅"] }, "first_reply_at": { "source": "first_reply_at", "formats": ["yyyy-MM-dd HH:mm"] },
    "closed_at": { "source": "closed_at", "formats": ["yyyy-MM-dd HH:mm"] }, "status": "status", "refund_due": "refund_due"
  }
}
JSON
  told dry-run import complaints complaints.csv --map complaints.map.json --dry-run
  told dry-run-json import complaints complaints.csv --map complaints.map.json --dry-run --json
  told import import complaints complaints.csv --map complaints.map.json --json
  told again import complaints complaints.csv --map complaints.map.json
  told list quarantine list
  told list-json quarantine list --json
  told export quarantine export --out kept/export.csv
  told retry quarantine retry --map complaints.map.json
  may_fail strict import complaints complaints.csv --map complaints.map.json --strict
  published report --period 2026-W46
}

# The invented operator: its files, its report in both languages and for a part of it.
scenario_demo() {
  told demo demo --set Report:OutputFolder=kept/zh
  cp -r analytics-data/sample kept/sample
  gunzip kept/sample/*.gz
  published en --period 2026-W46 --language en
  published scope --period 2026-W46 --where "region=武汉|宜昌" --where brand=全球通
  told segment segment --period 2026-W46 --by arpu,age,usage --out kept/segment.csv
  told fit model fit --period 2026-W46 --by brand --json
}

# Every command of an analyst on the warehouse of a smaller operator, reports of other periods and settings, and messages to readers.
scenario_analyst() {
  analytics demo --subscribers 30000 --weeks 60 --complaints 900
  published month --period 2026-10 --language en
  published quarter --period 2026-Q3
  published pushed --period 2026-W46 --set Warehouse:CrossTabs=PushDown
  published settings --period 2026-W45 --set Satisfaction:Model=None --set Report:FirstReplyLimitHours=24 --set Report:ConfidenceLevel=0.9
  told segment-two segment --period 2026-W46 --by arpu,age --bands arpu=20,50,80 --two-way --out kept/segment-two.json --language en
  told segment-clusters segment --period 2026-10 --by arpu,usage,tenure --clusters 5 --where brand=全球通 --out kept/segment-clusters.xlsx --json
  told fit model fit --period 2026-W46 --by brand,arpu --waves 20 --resamples 200 --out kept/fit.csv
  told compare model compare --period 2026-W46 --by operator --first 移动 --second 联通 --permutations 100 --json
  told predict model predict --period 2026-W46 --waves 20 --folds 3
  told model-suggest model suggest --period 2026-W46
  told suggest mapping suggest analytics-data/sample/complaints.csv.gz
  told suggest-subscribers mapping suggest analytics-data/sample/subscribers.csv.gz --table subscribers
  told dry-run import survey analytics-data/sample/survey.csv.gz --map analytics-data/sample/survey.map.json --dry-run
  told quarantine quarantine list
  told notebook notebook run "$source/notebooks/01-segmentation.ipynb" --param arpuBands=30,60,100 --out notebook.ipynb
  # the cells speak of the project's types, whose names may change
  python3 -c 'import json; print(json.dumps([c.get("outputs") for c in json.load(open("notebook.ipynb"))["cells"]], ensure_ascii=False, indent=1))' > kept/notebook-outputs.json
  analytics report --period 2026-W46 --language en
  ANALYTICS_WEBHOOK_QUALITY_TOKEN=token ANALYTICS_WEBHOOK_DESK_TOKEN=token told deliver deliver --period 2026-W46 --dry-run --out kept/deliver --set Delivery:LinkBase=https://reports.example/ \
    --set Delivery:Recipients:director:Address=director@operator.example --set Delivery:Recipients:abroad:Address=abroad@operator.example --set Delivery:Recipients:abroad:Language=en \
    --set Delivery:Smtp:Host=mail.example --set Delivery:Smtp:From=reports@operator.example --set Delivery:Folders:share:Path=share \
    --set Delivery:Webhooks:quality:Kind=WeChat --set Delivery:Webhooks:quality:Url=https://qyapi.weixin.qq.com/cgi-bin/webhook/send \
    --set Delivery:Webhooks:desk:Kind=DingTalk --set Delivery:Webhooks:desk:Url=https://oapi.dingtalk.com/robot/send
  # a mail has its time and boundaries in it: its subject, text and attachments are kept
  python3 - kept/deliver/*.eml <<'PY'
import email, email.policy, os, sys
for path in sys.argv[1:]:
    mail = email.message_from_binary_file(open(path, 'rb'), policy=email.policy.default)
    with open(path[:-3] + 'txt', 'w') as text:
        print(mail['subject'], mail.get_body('plain').get_content(), *[a.get_filename() for a in mail.iter_attachments()], sep='\n', file=text)
    os.remove(path)
PY
}

# Sources: a database and drop folders into the warehouse, then the weekly job on it.
scenario_pull() {
  sample_into sample --subscribers 20000 --weeks 20 --complaints 600 --last-week 2025-W46 --plain # a watermark ahead of the clock would not be read
  python3 - <<'PY'
import csv, sqlite3
with open('sample/complaints.csv', newline='', encoding='utf-8-sig') as file:
    header, *rows = csv.reader(file)
source = sqlite3.connect('crm.db')
source.execute('CREATE TABLE complaints (%s)' % ', '.join(f'"{name}" TEXT' for name in header))
source.executemany('INSERT INTO complaints VALUES (%s)' % ', '.join('?' * len(header)), ([value or None for value in row] for row in rows))
source.commit()
PY
  mkdir drop base; cp sample/survey.csv drop; cp sample/subscribers.csv base; touch -d yesterday drop/* base/*
  local sources=(--set Report:OutputFolder=kept/out
    --set Sources:base:Kind=Folder --set Sources:base:Canonical=subscribers --set Sources:base:Mapping=sample/subscribers.map.json --set Sources:base:Folder=base
    --set Sources:crm:Kind=Sqlite --set Sources:crm:Canonical=complaints --set Sources:crm:Mapping=sample/complaints.map.json --set Sources:crm:ConnectionString=crm.db
    --set Sources:crm:Table=complaints --set Sources:crm:WatermarkColumn=受理时间 --set Sources:crm:KeyColumns=工单编号 --set Sources:crm:PageRows=5000
    --set Sources:drop:Kind=Folder --set Sources:drop:Canonical=survey --set Sources:drop:Mapping=sample/survey.map.json --set Sources:drop:Folder=drop)
  told pull pull "${sources[@]}"
  told again pull crm --from-start --json "${sources[@]}"
  told job jobs run weekly --period 2025-W46 --set Jobs:weekly:Language=en "${sources[@]}"
}

# The two surveys of the customer-satisfaction index.
missing_ecsi() { absent ecsi/mobi.csv ecsi/satisfaction.csv; }
scenario_ecsi() {
  local survey
  for survey in mobi satisfaction; do
    told "import-$survey" import survey "$data/ecsi/$survey.csv" --map "$given/tests/mappings/ecsi-$survey.json" --set "Warehouse:Path=$survey.db"
    published "$survey" --period 2005-01 --language en --set "Warehouse:Path=$survey.db"
    told "suggest-mapping-$survey" mapping suggest "$data/ecsi/$survey.csv"
    may_fail "suggest-$survey" model suggest "$data/ecsi/$survey.csv"
  done
  analytics model template ECSI-mobile --out mobile.json
  cat > bank.json <<'JSON'
{
  "name": "bank", "scale": { "minimum": 0, "maximum": 10 }, "target": "Satisfaction",
  "constructs": [
    { "name": "Image", "items": ["imag1", "imag2", "imag3", "imag4", "imag5"] }, { "name": "Expectation", "items": ["expe1", "expe2", "expe3", "expe4", "expe5"] },
    { "name": "Quality", "mode": "B", "items": ["qual1", "qual2", "qual3", "qual4", "qual5"] }, { "name": "Value", "items": ["val1", "val2", "val3", "val4"] },
    { "name": "Satisfaction", "items": ["sat1", "sat2", "sat3", "sat4"] }, { "name": "Loyalty", "items": ["loy1", "loy2", "loy3", "loy4"] }
  ],
  "paths": [["Image", "Expectation"], ["Image", "Satisfaction"], ["Image", "Loyalty"], ["Expectation", "Quality"], ["Expectation", "Value"], ["Expectation", "Satisfaction"],
    ["Quality", "Value"], ["Quality", "Satisfaction"], ["Value", "Satisfaction"], ["Satisfaction", "Loyalty"]]
}
JSON
  told fit-mobi model fit --model mobile.json --data "$data/ecsi/mobi.csv" --resamples 1000 --out kept/fit-mobi.xlsx
  told fit-satisfaction model fit --model bank.json --data "$data/ecsi/satisfaction.csv" --resamples 500 --json
  told compare-satisfaction model compare --model bank.json --data "$data/ecsi/satisfaction.csv" --by gender --first male --second female --permutations 100 --out kept/compare.csv
  told predict-mobi model predict --model mobile.json --data "$data/ecsi/mobi.csv" --folds 5 --json
}

missing_comcast() { absent comcast/complaints.csv; }
scenario_comcast() {
  told dry-run import complaints "$data/comcast/complaints.csv" --map "$given/tests/mappings/comcast.json" --dry-run --json
  told import import complaints "$data/comcast/complaints.csv" --map "$given/tests/mappings/comcast.json"
  told suggest mapping suggest "$data/comcast/complaints.csv"
  published month --period 2015-06 --language en
  published quarter --period 2015-Q2
  told segment segment --period 2015-06 --by region,channel --out kept/segment.json
}

missing_iranian() { absent iranian-churn/customers.csv; }
scenario_iranian() {
  local table
  for table in subscribers complaints; do told "import-$table" import "$table" "$data/iranian-churn/customers.csv" --map "$given/tests/mappings/iranian-$table.json"; done
  published report --period 2020-12
  told segment segment --period 2020-12 --by age,plan,voice_minutes --two-way --out kept/segment.csv
}

missing_beijing() { absent beijing-mobile/internet.xlsx; }
scenario_beijing() {
  local table file=$data/beijing-mobile/internet.xlsx
  for table in subscribers complaints survey; do told "import-$table" import "$table" "$file" --map "$given/tests/mappings/beijing-$table.json"; done
  published report --period 2022-06
  told fit model fit --model "$given/tests/models/beijing-internet.json" --data "$file" --resamples 200 --by arpu=近3个月平均消费（元）,age=年龄 --json
  told segment segment --period 2022-06 --by arpu,age,data_mb --clusters 4 --out kept/segment.csv
  told suggest mapping suggest "$file"
  told quarantine quarantine list
}

missing_anatel() { absent anatel/complaints.csv.gz; }
scenario_anatel() {
  told import import complaints "$data/anatel/complaints.csv.gz" --map "$given/tests/mappings/anatel.json"
  published all --period 2020-03 --language en
  published brand --period 2020-03 --where operator=VIVO
  told segment segment --period 2020-Q1 --by region,channel --two-way --out kept/segment.csv
}

# The invented operator in a warehouse on PostgreSQL, counted in memory and by the server.
missing_postgres() { no_postgres; }
scenario_postgres() {
  local table
  sample_into sample --subscribers 50000 --weeks 60 --complaints 1200
  servers 1
  local server=(--set Warehouse:Provider=PostgreSql --set "Warehouse:ConnectionString=$(at 0)")
  for table in subscribers complaints survey; do told "import-$table" import "$table" "sample/$table.csv.gz" --map "sample/$table.map.json" "${server[@]}"; done
  published memory --period 2026-W46 "${server[@]}" --set Warehouse:CrossTabs=Memory
  published pushed --period 2026-W46 --language en "${server[@]}" --set Warehouse:CrossTabs=PushDown
  told segment segment --period 2026-W46 --by arpu,age --two-way --out kept/segment.json "${server[@]}"
  told fit model fit --period 2026-W46 --json "${server[@]}"
}

# Complaints and population counts spread over three servers, as tests/performance/shards.sh has them, with 100,000 complaints.
missing_shards() { no_postgres; }
scenario_shards() {
  local table
  python3 - <<'PY'
import csv, datetime, random
random.seed(1)
start = datetime.datetime(2025, 11, 17)
with open('complaints.csv', 'w', newline='') as file:
    rows = csv.writer(file)
    rows.writerow(['received_at', 'region', 'cause', 'category', 'channel', 'closed_at', 'status'])
    for _ in range(100_000):
        at = start + datetime.timedelta(minutes=random.randrange(52 * 7 * 1440))
        cause = min(int(random.paretovariate(0.8)), 40)
        closed = (at + datetime.timedelta(minutes=random.randrange(12000))).strftime('%Y-%m-%d %H:%M') if random.random() < 0.9 else ''
        rows.writerow([at.strftime('%Y-%m-%d %H:%M'), f'region {random.randrange(17)}', f'cause {cause}', f'category {cause % 7}', f'channel {random.randrange(6)}', closed, 'closed' if closed else 'open'])
with open('population.csv', 'w', newline='') as file:
    rows = csv.writer(file)
    rows.writerow(['as_of', 'region', 'brand', 'subscribers'])
    rows.writerows(['2026-10-31', f'region {region}', f'brand {brand}', 23_000_000 // 51] for region in range(17) for brand in range(3))
PY
  servers 4
  local server=(--set Warehouse:Provider=PostgreSql --set "Warehouse:ConnectionString=$(at 0)" --set Warehouse:CrossTabs=PushDown --set Report:DetailRows=100)
  analytics warehouse init --shards "$(at 1)" "$(at 2)" "$(at 3)" "${server[@]}"
  for table in complaints population; do
    told "suggest-$table" mapping suggest "$table.csv" --out "$table.map.json"
    cp "$table.map.json" kept/
    told "import-$table" import "$table" "$table.csv" --map "$table.map.json" "${server[@]}"
  done
  published report --period 2026-W45 "${server[@]}"
  told segment segment --period 2026-W45 --by region,channel --out kept/segment.csv "${server[@]}"
}

# 2.3 million subscribers and 52 weeks, as tests/performance/report.sh has them. The files are made once, by the first program that comes.
scenario_big() {
  local table
  if [ ! -d "$inputs/big" ]; then
    sample_into made --subscribers 2300000 --weeks 52 --complaints 6000
    mv made "$inputs/big"
  fi
  for table in subscribers complaints survey; do told "import-$table" import "$table" "$inputs/big/$table.csv.gz" --map "$inputs/big/$table.map.json"; done
  published week --period 2026-W46
  told segment segment --period 2026-W46 --by arpu,age,usage --two-way --out kept/segment.json
}

absent() { # files of the public data
  local file
  for file in "$@"; do [ -f "$data/$file" ] || { echo "no $data/$file"; return; }; done
}

postgres_binaries=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -n 1)
no_postgres() { [ -n "$postgres_binaries" ] || echo "PostgreSQL is not installed (Debian: apt-get install postgresql)"; }
# PostgreSQL does not run as root
as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
servers() { # number of servers; they end with the scenario
  local n
  server_count=$1; ports=(); servers_at=$PWD/servers; mkdir "$servers_at"; [ "$(id -u)" != 0 ] || chown postgres "$servers_at"
  stop_servers() { for ((n = 0; n < server_count; n++)); do as_owner "$postgres_binaries/pg_ctl" -D "$servers_at/$n" -m immediate stop > /dev/null 2>&1 9>&- || true; done; }
  trap stop_servers EXIT
  for ((n = 0; n < server_count; n++)); do
    ports+=("$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')")
    as_owner "$postgres_binaries/initdb" -D "$servers_at/$n" -U analytics -A trust -E UTF8 --locale=C --no-sync > /dev/null
    # 9 is the lock of same-bytes.sh, which a server must not hold on to. Sums of servers or workers that answer in whatever order differ in their last digit.
    as_owner "$postgres_binaries/pg_ctl" -D "$servers_at/$n" -w -l "$servers_at/$n.log" -o "-p ${ports[n]} -k $servers_at -c listen_addresses=127.0.0.1 -c fsync=off -c enable_async_append=off -c max_parallel_workers_per_gather=0" start > /dev/null 9>&-
  done
}
at() { echo "Host=127.0.0.1;Port=${ports[$1]};Database=postgres;Username=analytics"; }

if [ "${BASH_SOURCE[0]}" = "$0" ]; then set -euo pipefail; "scenario_$1"; fi
