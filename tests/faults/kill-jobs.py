#!/usr/bin/env python3
"""Kills `analytics jobs run` at random moments of pull, study, publish and deliver, and counts rows, versions and deliveries before and after.

usage: tests/faults/kill-jobs.py [--kills 50] [--seed 1] [--program "dotnet jobs/Analytics.Jobs/bin/Release/net10.0/analytics.dll"]

Each round drops a file of late rows for a week that is published already. The job is killed (SIGKILL) at a random moment and started again until it comes to its end;
then the warehouse must hold every row once, the round must have published exactly one version, whole, and the folder that gets copies must hold each version once.
"""
import argparse, collections, datetime, json, os, random, shlex, sqlite3, subprocess, sys, tempfile, time
from zoneinfo import ZoneInfo

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MAP = {"table": "complaint", "file": {"timeZone": "Asia/Shanghai"}, "columns": {
    "complaint_id": "id", "received_at": {"source": "at", "formats": ["yyyy-MM-dd HH:mm:ss"]}, "channel": "channel", "category": "category", "cause": "cause", "region": "region"}}


def monday(weeks_ago):
    today = datetime.datetime.now(ZoneInfo("Asia/Shanghai")).date()
    return datetime.datetime.combine(today - datetime.timedelta(days=today.weekday() + 7 * weeks_ago), datetime.time())


def rows(weeks_ago, first, count):
    for i in range(first, first + count):
        at = monday(weeks_ago) + datetime.timedelta(hours=8 + i % 140)
        yield f"w{weeks_ago}-{i},{at:%Y-%m-%d %H:%M:%S},{'热线' if i % 3 else '营业厅'},网络质量,网络{i % 4},{'武汉' if i % 2 else '宜昌'}"


def write(path, lines):
    with open(path + ".part", "w", encoding="utf-8") as out:
        out.write("\n".join(["id,at,channel,category,cause,region", *lines]) + "\n")
    os.rename(path + ".part", path)


class World:
    def __init__(self, folder, program):
        self.folder, self.program, self.rows, self.version = folder, program, 0, 0
        year, week, _ = monday(1).isocalendar()
        self.period = f"{year:04}-W{week:02}"
        os.mkdir(self.path("drop"))
        with open(self.path("map.json"), "w", encoding="utf-8") as out:
            json.dump(MAP, out)
        settings = {
            "Sources": {"drop": {"Kind": "Folder", "Canonical": "complaints", "Mapping": "map.json", "Folder": "drop", "Pattern": "*.csv", "SettleSeconds": 0}},
            "Delivery": {"Folders": {"share": {"Path": "share"}}},
            "Scheduler": {"LeaseSeconds": 1},
        }
        with open(self.path("appsettings.json"), "w", encoding="utf-8") as out:
            json.dump(settings, out)

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def drop(self, name, lines):
        write(self.path("drop", name), lines)

    def start(self):
        return subprocess.Popen([*self.program, "jobs", "run", "weekly"], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def await_publication(self, run):
        """Until the version of this round is there, or the run has ended."""
        while run.poll() is None and not os.path.exists(self.path("out", self.period, "all", f"v{self.version}")):
            time.sleep(0.01)

    def step(self):
        """What the ledger last heard of the killed execution."""
        try:
            with sqlite3.connect(f"file:{self.path('analytics-data', 'warehouse.db')}?mode=ro", uri=True) as warehouse:
                row = warehouse.execute("SELECT step FROM job_execution ORDER BY started_at DESC LIMIT 1").fetchone()
            return (row[0] or "beginning").split(":")[0].split(" /")[0] if row else "start"
        except sqlite3.Error:
            return "start"

    def verify(self):
        with sqlite3.connect(f"file:{self.path('analytics-data', 'warehouse.db')}?mode=ro", uri=True) as warehouse:
            stored, distinct = warehouse.execute("SELECT COUNT(*), COUNT(DISTINCT complaint_id) FROM complaint").fetchone()
            waiting = warehouse.execute("SELECT COUNT(*) FROM quarantine").fetchone()[0]
            undone = warehouse.execute("SELECT COUNT(*) FROM report_run WHERE status <> 'done'").fetchone()[0]
        check("rows stored, distinct, in quarantine", (stored, distinct, waiting), (self.rows, self.rows, 0))
        published = self.path("out", self.period, "all")
        names = sorted(n for n in os.listdir(published) if not n.startswith(".publish"))
        check("versions", names, sorted(f"v{v}" for v in range(1, self.version + 1)))
        with open(os.path.join(published, f"v{self.version}", "report.json"), encoding="utf-8") as report:
            newest = json.load(report)
        check("rows of the newest report", sum(r["rows"] for r in newest["periodRows"] if r["table"] == "complaint"), self.rows - 240)
        copies = [f for _, _, files in os.walk(self.path("share")) for f in files if f.endswith(".xlsx")]
        check("copies", len(copies), self.version)
        check("copies of a version", len(set(copies)), self.version)
        check("half-written copies", [f for _, _, files in os.walk(self.path("share")) for f in files if not f.endswith(".xlsx")], [])
        check("runs not done", undone, 0)
        check("files left in the drop folder", [f for f in os.listdir(self.path("drop")) if f.endswith(".csv")], [])


def check(what, seen, expected):
    if seen != expected:
        sys.exit(f"FAILED: {what}: {seen}, expected {expected}")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--kills", type=int, default=50)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--program", default="dotnet " + os.path.join(ROOT, "jobs/Analytics.Jobs/bin/Release/net10.0/analytics.dll"))
    given = arguments.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory(prefix="analytics-kill-") as folder:
        world = World(folder, shlex.split(given.program))
        world.drop("first.csv", [*rows(3, 0, 120), *rows(2, 0, 120), *rows(1, 0, 120)])
        world.rows, world.version = 360, 1
        begun = time.monotonic()
        finish(world)
        longest = time.monotonic() - begun
        world.verify()
        kills, rounds, where = 0, 0, collections.Counter()
        while kills < given.kills:
            rounds += 1
            world.drop(f"late{rounds}.csv", rows(1, 1000 * rounds, 12))
            world.rows, world.version = world.rows + 12, world.version + 1
            killed_in_round = 0
            while killed_in_round < 8 and kills < given.kills:
                run = world.start()
                aim = chance.choice(["anywhere", "anywhere", "pull", "deliver"])
                if aim == "deliver":
                    world.await_publication(run)
                try:
                    run.communicate(timeout=chance.uniform(0, 0.6) if aim == "deliver" else chance.uniform(0.1, longest / (1 if aim == "anywhere" else 3)))
                    check("exit code", run.returncode, 0)
                    break
                except subprocess.TimeoutExpired:
                    run.kill()
                    run.communicate()
                    kills, killed_in_round = kills + 1, killed_in_round + 1
                    where[world.step()] += 1
            finish(world)
            world.verify()
        print(f"{kills} kills in {rounds} rounds; {world.rows} rows once each, {world.version} versions, {world.version} copies; killed while: "
              + ", ".join(f"{step} {count}" for step, count in where.most_common()))


def finish(world):
    run = world.start()
    _, errors = run.communicate()
    if run.returncode != 0:
        sys.exit(f"FAILED: exit code {run.returncode}: {errors}")


main()
