"""Starts programs on this display and watches them from outside; see window_start.sh. Prints the table.

First paint: from just before the process is made to the first picture of its window with more than eight colours. The
window is found by its creation and its mapping (SubstructureNotify on the root), its picture is asked for again and
again (GetImage). Settled: the last picture that differs from the one before it. Form visible: when the page has a
password field that is shown, asked of Chromium over its debugging pipe. Memory: PSS of all processes of a program.
"""

import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time

from Xlib import X, display, error

SETTLE = 2.0
IDLE = 5.0


class Screen:
    """The display, and the one window that comes up on it."""

    def __init__(self):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.display.set_error_handler(lambda *_: None)
        self.display.sync()

    def watch(self, started, seconds, on_paint=lambda: True):
        """Seconds to the first paint and to the last change; watching ends `seconds` after the first paint."""
        made, mapped, first, last, before = [], False, None, None, None
        while True:
            now = time.monotonic()
            while self.display.pending_events():
                event = self.display.next_event()
                if event.type == X.CreateNotify and event.window not in made:
                    made.append(event.window)
                mapped = mapped or event.type == X.MapNotify
            picture = self.picture(made) if mapped else None
            if picture is not None:
                now = time.monotonic()
                if first is None and len(set(memoryview(picture).cast("I")[::5])) > 8:
                    first = now - started
                if first is not None and picture != before:
                    last, before = now - started, picture
            if first is not None and now - started > first + seconds and on_paint():
                return first, last
            if now - started > 60:
                raise SystemExit("no window was painted within a minute")
            if first is not None or not mapped:
                time.sleep(0.001)

    def picture(self, windows):
        """The largest of the windows that can be seen and is no frame of the window manager."""
        best, area = None, 100 * 100
        for window in windows:
            try:
                if not window.get_wm_class():
                    continue
                if window.get_attributes().map_state != X.IsViewable:
                    continue
                shape = window.get_geometry()
                if shape.width * shape.height > area:
                    best, area = (window, shape), shape.width * shape.height
            except (error.XError, AttributeError):
                continue
        if best is None:
            return None
        window, shape = best
        try:
            return window.get_image(0, 0, shape.width, shape.height, X.ZPixmap, 0xFFFFFFFF).data
        except (error.XError, AttributeError):
            return None

    def forget(self):
        """Until the last window of the run before has gone."""
        time.sleep(0.3)
        self.display.sync()
        while self.display.pending_events():
            self.display.next_event()


def family(pid):
    """The process and all that descend from it."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as stat:
                    fields = stat.read().rpartition(")")[2].split()
            except OSError:
                continue
            # The session as well: Chromium's crash handler leaves its parents.
            parents[int(entry)] = (int(fields[1]), int(fields[3]))
    found = {pid}
    while True:
        more = {child for child, (parent, group) in parents.items() if parent in found or group == pid}
        if more <= found:
            return found
        found |= more


def memory(pid):
    """MB of proportional set size."""
    total = 0
    for member in family(pid):
        try:
            with open(f"/proc/{member}/smaps_rollup", encoding="ascii") as rollup:
                total += sum(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
        except OSError:
            continue
    return total / 1000


def cpu(pid):
    """Milliseconds of processor time so far."""
    ticks = 0
    for member in family(pid):
        try:
            with open(f"/proc/{member}/stat", encoding="utf-8", errors="replace") as stat:
                fields = stat.read().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        except OSError:
            continue
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def measure_rest(process):
    """Processor time up to now, memory, and processor time of doing nothing."""
    before = cpu(process.pid)
    pss = memory(process.pid)
    idle = cpu(process.pid)
    time.sleep(IDLE)
    return before, pss, cpu(process.pid) - idle


def end(process):
    for member in family(process.pid):
        try:
            os.kill(member, signal.SIGKILL)
        except OSError:
            pass
    process.wait()


def latchkey(screen, program, _work):
    screen.forget()
    started = time.monotonic()
    process = subprocess.Popen([program], start_new_session=True, stdin=subprocess.DEVNULL)
    try:
        first, last = screen.watch(started, SETTLE)
        used, pss, idle = measure_rest(process)
    finally:
        end(process)
    return {"first": first, "ready": last, "cpu": used, "pss": pss, "idle": idle}


class Pipe:
    """Chromium's debugging pipe: JSON messages that end with a zero byte."""

    def __init__(self):
        there, self.out = os.pipe()
        self.into, here = os.pipe()
        self.theirs = (there, here)
        self.number, self.rest = 0, b""

    def child(self):
        """In the child: at the numbers 3 and 4, where Chromium looks."""
        there, here = (os.dup(number) for number in self.theirs)
        os.dup2(there, 3)
        os.dup2(here, 4)
        os.set_inheritable(3, True)
        os.set_inheritable(4, True)

    def ask(self, method, session=None, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" in self.rest:
                line, _, self.rest = self.rest.partition(b"\0")
                answer = json.loads(line)
                if answer.get("id") == self.number:
                    return answer.get("result", {})
            self.rest += os.read(self.into, 1 << 16)


SHOWN = "!!document.querySelector('input[type=password]')?.checkVisibility()"


def chromium(screen, url, work):
    """Chromium with an empty profile each time, as a person who has just installed it has."""
    home = f"{work}/chromium"
    shutil.rmtree(home, ignore_errors=True)
    pipe = Pipe()
    screen.forget()
    started = time.monotonic()
    process = subprocess.Popen(
        ["chromium", f"--user-data-dir={home}", f"--app={url}", "--no-sandbox", "--no-first-run", "--disable-gpu",
         "--remote-debugging-pipe", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--password-store=basic"],
        start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        close_fds=False, preexec_fn=pipe.child)
    found = {}

    def is_shown():
        if "session" not in found:
            for target in pipe.ask("Target.getTargets").get("targetInfos", []):
                if target["type"] == "page" and target["url"].startswith("http"):
                    found["session"] = pipe.ask(
                        "Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
            return False
        answer = pipe.ask("Runtime.evaluate", found["session"], expression=SHOWN)
        if answer.get("result", {}).get("value") is True:
            found.setdefault("at", time.monotonic() - started)
        return "at" in found

    try:
        first, _ = screen.watch(started, 0, is_shown)
        time.sleep(SETTLE)
        used, pss, idle = measure_rest(process)
    finally:
        end(process)
        for number in (*pipe.theirs, pipe.out, pipe.into):
            os.close(number)
    return {"first": first, "ready": found["at"], "cpu": used, "pss": pss, "idle": idle}


def main():
    program, url, runs, work = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    screen = Screen()
    # The disk has been read once before anything counts.
    latchkey(screen, program, work)
    own = [latchkey(screen, program, work) for _ in range(runs)]
    chromium(screen, url, work)
    other = [chromium(screen, url, work) for _ in range(runs)]

    rows = [
        ("first paint", "first", 1000, "ms"),
        ("settled / form visible", "ready", 1000, "ms"),
        ("CPU until then + 2 s", "cpu", 1, "ms"),
        ("memory (PSS)", "pss", 1, "MB"),
        ("CPU idle over 5 s", "idle", 1, "ms"),
    ]
    print(f"medians (least–most) of {runs} runs, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    print(f"{'':24}{'Latchkey, 20 instances':>30}{'Chromium, sign-in page':>34}{'ratio':>8}")
    for title, key, factor, unit in rows:
        columns, middles = "", []
        for results, width in ((own, 30), (other, 34)):
            values = [result[key] * factor for result in results]
            middles.append(statistics.median(values))
            text = f"{middles[-1]:.1f} {unit} ({min(values):.0f}–{max(values):.0f})"
            columns += f"{text:>{width}}"
        ratio = f"{middles[1] / middles[0]:.1f}" if middles[0] else "–"
        print(f"{title:24}{columns}{ratio:>8}")


if __name__ == "__main__":
    main()
