"""The measurements in their order, and the two tables; see ../figures.sh."""

import argparse
import datetime
import glob
import os
import platform
import re
import subprocess
import sys

import own
import peers
import watch
from table import Table, median, number, ratio, shown

INSTANCES = 20
MANY = 200
GROWTH = (1, 10, 100, 1000)
HERE = os.path.dirname(os.path.abspath(__file__))


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--work", required=True)
    parser.add_argument("--target", required=True)
    parser.add_argument("--callback", required=True)
    parser.add_argument("--studio")
    parser.add_argument("--quick", action="store_true")
    return parser.parse_args()


def say(what):
    print(f"… {what}", file=sys.stderr, flush=True)


class Figures:
    def __init__(self, given):
        self.given = given
        self.screen = watch.Screen()
        self.program = given.program
        self.config = os.environ["LATCHKEY_CONFIG_DIR"]
        self.times = (lambda many, few: few) if given.quick else (lambda many, few: many)

    def starts(self, runs):
        own.start(self.screen, self.program)  # The disk has been read once before anything counts.
        return collected(own.start(self.screen, self.program) for _ in range(runs))

    def tokens(self, instance, runs):
        own.keep_session(instance)
        times = [watch.run([self.program, "token", own.profile_id(instance)]) for _ in range(runs)]
        own.forget_session(instance)
        return times

    def main(self):
        table = Table("figure", "Latchkey", "target", "others, in the same run")
        few = self.times(7, 3)
        own.write_profiles(self.config, INSTANCES)
        say("starts of the window")
        starts = self.starts(few)
        say("links")
        link = own.link(7)
        whole, word = own.hand_overs(self.screen, self.program, link, self.times(200, 40))
        warm = own.clicks(self.screen, self.program, link, self.times(15, 5))
        cold = [own.click_cold(self.screen, self.program, link) for _ in range(self.times(10, 3))]
        say("tokens")
        tokens = self.tokens(7, self.times(200, 40))
        others = Others(self) if self.given.studio else None

        def row(title, values, unit, target, of_others):
            cells = [f"{name} {shown(theirs, unit)}{ratio(values, theirs)}"
                     for name, theirs in (of_others(others) if others else [])]
            table.add(title, shown(values, unit), target, "; ".join(cells))

        def started(key):
            return lambda others: [("Chromium", others.chromium[key]), ("Nextcloud", others.nextcloud[key])]

        row("first paint", starts["first"], "ms", "≤ 60", started("first"))
        row("settled (Chromium: form shown)", starts["settled"], "ms", "", started("settled"))
        row("processor until quiet", starts["start_cpu"], "ms", "", started("start_cpu"))
        row("memory (PSS)", starts["pss"], "MB", "≤ 20", started("pss"))
        row("processor over 5 s idle", starts["idle"], "ms", "0", started("idle"))
        row("program", [os.path.getsize(self.program) / 1e6], "MB", "≤ 10", lambda _: [])
        package = sorted(glob.glob(f"{self.given.target}/packages/*.deb"))
        if package:
            row("package (.deb)", [os.path.getsize(package[-1]) / 1e6], "MB", "≤ 4", lambda _: [])
        else:
            table.add("package (.deb)", "missing: packaging/build.sh makes it", "≤ 4", "")
        row("link handed over, whole process", whole, "ms", "≤ 5", lambda others: [
            ("Chromium", others.chromium_second), ("Nextcloud", others.nextcloud_second),
            ("gio open to /bin/true", others.opener)])
        row("… of it until acknowledged", word, "ms", "", lambda _: [])
        row("link → form, window open", warm, "ms", "≤ 100", lambda others: [("Chromium", others.warm)])
        row("link → form, nothing runs", cold, "ms", "≤ 200", lambda others: [("Chromium", others.cold)])
        row("latchkey token", tokens, "ms", "≤ 12", lambda others: [
            ("secret-tool lookup", others.secret_tool), ("gh auth token (a file)", others.gh)])
        table.add("browser's callback → kept", *self.callback())
        say(f"{MANY} instances")
        own.write_profiles(self.config, MANY)
        turned, cost = own.wheel(self.screen, self.program, self.times(100, 40))
        row(f"notch of the wheel → seen, {MANY} instances", turned, "ms", "≤ 16.7", lambda _: [])
        row("… processor for it", [cost], "ms", "", lambda _: [])
        row("a process that does nothing (/bin/true)",
            [watch.run(["/bin/true"]) for _ in range(self.times(200, 40))], "ms", "", lambda _: [])

        return table

    def callback(self):
        """The end-to-end tests' bench has printed it: ours, no target, and the parts a bare client needs."""
        with open(self.given.callback, encoding="utf-8") as printed:
            found = dict(re.findall(r"^(.+?) {2,}median +(\S+)", printed.read(), re.MULTILINE))
        if "callback to stored" not in found:
            return "missing: cargo bench --bench callback failed", "", ""
        return (found["callback to stored"], "",
                f"a bare client and secret-tool store: {found.get('a bare client: renewal and who')}"
                f" + {found.get('secret-tool store')}")

    def growth(self):
        table = Table("figure", *(f"{count}" for count in GROWTH), f"{GROWTH[-1]} : {GROWTH[0]}")
        columns = []
        for count in GROWTH:
            say(f"{count} instances")
            own.write_profiles(self.config, count)
            middle = (count + 1) // 2
            column = self.starts(self.times(3, 1))
            column["whole"], _ = own.hand_overs(
                self.screen, self.program, own.link(middle), self.times(50, 20))
            column["form"] = own.clicks(self.screen, self.program, own.link(middle), self.times(5, 3))
            column["token"] = self.tokens(middle, self.times(50, 20))
            column["list"] = [watch.run([self.program, "profiles", "--json"]) for _ in range(self.times(5, 2))]
            turned = own.wheel(self.screen, self.program, self.times(60, 20)) if count > 10 else None
            column["wheel"], column["wheel_cpu"] = (turned[0], [turned[1]]) if turned else ([], [])
            columns.append(column)
        for title, key, unit in (
                ("first paint", "first", "ms"), ("settled", "settled", "ms"),
                ("quiet", "quiet", "ms"), ("processor until quiet", "start_cpu", "ms"),
                ("memory (PSS)", "pss", "MB"), ("processor over 5 s idle", "idle", "ms"),
                ("link handed over", "whole", "ms"), ("link → form, window open", "form", "ms"),
                ("latchkey token", "token", "ms"), ("latchkey profiles --json", "list", "ms"),
                ("notch of the wheel → seen", "wheel", "ms"), ("… processor for it", "wheel_cpu", "ms")):
            middles = [median(column[key]) for column in columns]
            cells = ["–" if middle is None else f"{number(middle)} {unit}" for middle in middles]
            known = [middle for middle in middles if middle is not None]
            grown = f"×{number(known[-1] / known[0])}" if len(known) > 1 and known[0] else "–"
            table.add(title, *cells, grown)
        return table


class Others:
    """What the peers take."""

    def __init__(self, figures):
        screen, given, times = figures.screen, figures.given, figures.times
        work, studio, token = given.work, given.studio, own.link(7).rpartition("token=")[2]
        say("Chromium")
        peers.chromium(screen, studio, work)
        self.chromium = collected(peers.chromium(screen, studio, work) for _ in range(times(4, 2)))
        self.cold = [peers.chromium_reset_cold(screen, studio, token, work) for _ in range(times(4, 2))]
        self.warm, self.chromium_second = peers.chromium_reset(screen, studio, token, work, times(8, 3))
        say("Nextcloud")
        peers.nextcloud(screen, work)
        self.nextcloud = collected(peers.nextcloud(screen, work) for _ in range(times(4, 2)))
        self.nextcloud_second = peers.nextcloud_second(screen, work, times(20, 5))
        say("small ones")
        self.opener = peers.opener(times(50, 20))
        own.keep_session(7)
        self.secret_tool = [
            watch.run(["/usr/bin/secret-tool", "lookup", *own.attributes(7)]) for _ in range(times(200, 40))]
        own.forget_session(7)
        self.gh = [watch.run(["/usr/bin/gh", "auth", "token"]) for _ in range(times(200, 40))]


def collected(runs):
    """Of many dictionaries one of lists."""
    runs = list(runs)
    return {key: [run[key] for run in runs] for key in runs[0]}


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = re.search(r"^model name\s*: (.*)$", file.read(), re.MULTILINE)
    gigabytes = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1e9

    def git(*words):
        return subprocess.run(["git", "-C", HERE, "-c", "safe.directory=*", *words], capture_output=True,
                              text=True, check=False).stdout.strip()

    commit = git("rev-parse", "--short", "HEAD") or "not known"
    changed = " with changes" if git("status", "--porcelain", "--untracked-files=no") else ""
    return (f"{model[1].strip() if model else platform.machine()}, {os.cpu_count()} cores, {gigabytes:.0f} GB, "
            f"Linux {platform.release()}; {datetime.date.today()}, commit {commit}{changed}; "
            f"load before {os.getloadavg()[0]:.1f}")


def main():
    given = options()
    where = machine()
    figures = Figures(given)
    tables = [figures.main(), figures.growth()]
    about = (f"Medians (the range, or where 95 % lie below); {INSTANCES} instances where nothing else is said, nobody "
             f"signed in; ×n: so many times of Latchkey's.")
    print(where, about, sep="\n")
    for table in tables:
        print("", *table.lines(), sep="\n")
    with open(f"{given.target}/figures.md", "w", encoding="utf-8") as file:
        print(f"{where}. {about}", *("\n" + "\n".join(table.markdown()) for table in tables), sep="\n", file=file)
    print(f"\nAs Markdown: {given.target}/figures.md")


if __name__ == "__main__":
    main()
