"""Runs imports and pandas in turns and prints wall time, CPU time and peak memory of each; see import.sh."""
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import time

PANDAS = """
import sqlite3, sys, pandas
connection = sqlite3.connect(sys.argv[2])
pandas.read_csv(sys.argv[1]).to_sql("complaint", connection, index=False)
connection.commit()
"""


def measure(command, folder):
    """Runs a command in a folder; returns its output, wall seconds, CPU seconds and peak resident megabytes."""
    began = time.monotonic()
    with open(os.path.join(folder, "out"), "w+") as out:
        child = subprocess.Popen(command, cwd=folder, stdout=out)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - began
        if status != 0:
            sys.exit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
        out.seek(0)
        return out.read(), wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def fresh(work, name):
    folder = os.path.join(work, name)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    return folder


def twice_as_long(file, work):
    """The file and, behind it, its rows again a hundred years earlier, so that no row repeats another."""
    path = os.path.join(work, "twice.csv.gz")
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as twice:
        for years_back in (False, True):
            with gzip.open(file, "rt", encoding="utf-8") as once:
                header = next(once)
                if not years_back:
                    twice.write(header)
                for line in once:
                    twice.write(re.sub(r"^20(\d\d),(\d+),20", r"19\1,\2,19", line) if years_back else line)
    return path


def show(name, rows, wall, cpu, peak):
    print(f"{name:34} {rows:>10,} rows {wall:7.2f} s wall {cpu:7.2f} s CPU {peak:6.0f} MB peak", flush=True)


def main(program, mapping, file, work, rounds):
    def analytics(path, folder):
        return measure([program, "import", "complaints", path, "--map", mapping, "--json"], folder)

    ours, theirs, rows = [], [], 0
    for _ in range(rounds):
        folder = fresh(work, "ours")
        output, *figures = analytics(file, folder)
        counts = json.loads(output)
        rows = counts["read"]
        assert rows == counts["stored"] + counts["alreadyThere"] + counts["quarantined"], counts
        ours.append(figures)
        show("analytics import", rows, *figures)
        theirs.append(measure([sys.executable, "-c", PANDAS, file, "pandas.db"], fresh(work, "theirs"))[1:])
        show("pandas read_csv + to_sql", rows, *theirs[-1])

    output, *again = analytics(file, folder)
    assert json.loads(output)["stored"] == 0, output
    show("analytics import, same file again", rows, *again)
    output, *twice = analytics(twice_as_long(file, work), fresh(work, "twice"))
    show("analytics import, twice as long", json.loads(output)["read"], *twice)

    best, pandas = min(ours), min(theirs)
    print(f"best of {rounds}: {pandas[0] / best[0]:.2f} times as fast as pandas (wanted 2); peak {max(f[2] for f in ours):.0f} MB (wanted < 400), "
          f"{twice[2]:.0f} MB for twice the rows; pandas {max(f[2] for f in theirs):.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5]))
