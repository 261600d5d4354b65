"""What a person sees of a program, and what it takes of the machine: watched from outside, whatever program it is.

The X server reports each change of the screen by itself (DAMAGE); only then is the window's picture asked for. So
watching takes little of the processor while a program starts.
"""

import os
import select
import signal
import time

from Xlib import X, XK, display, error
from Xlib.ext import damage, xtest

# Of what changes, so much must look as it does in the end; the rest is a cursor that blinks.
SAME = 0.99
# How long a program is watched while nobody does anything, in seconds.
IDLE = 5.0


class Screen:
    """The display, the windows that come up on it, and the hands of a person."""

    def __init__(self):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.display.set_error_handler(lambda *_: None)
        self.display.damage_query_version()
        self.root.damage_create(damage.DamageReportRawRectangles)
        self.damage = self.display.extension_event.DamageNotify
        self.made = []
        self.forget()

    def forget(self):
        """From here on only windows that are yet to come count. Waits until the last ones have gone."""
        time.sleep(0.2)
        self.display.sync()
        while self.display.pending_events():
            self.display.next_event()
        self.made, self.window = [], None

    def changed(self, until):
        """Waits for the next change of the screen; whether there was one before the moment `until`."""
        changed = False
        while True:
            while self.display.pending_events():
                event = self.display.next_event()
                changed = changed or event.type in (self.damage, X.MapNotify)
                if event.type == X.CreateNotify:
                    self.made.append(event.window)
            if changed:
                return True
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.display], [], [], left)[0]:
                return False

    def picture(self):
        """The newest of the large windows, as it looks now."""
        if self.window is None or not self.is_seen(self.window):
            self.window = self.find()
        if self.window is None:
            return None
        try:
            shape = self.window.get_geometry()
            return self.window.get_image(0, 0, shape.width, shape.height, X.ZPixmap, 0xFFFFFFFF).data
        except (error.XError, AttributeError):
            self.window = None
            return None

    def find(self):
        """No frame of the window manager: those have no class."""
        best, area = None, 100 * 100
        for window in self.made:
            try:
                if not window.get_wm_class() or not self.is_seen(window):
                    continue
                shape = window.get_geometry()
                if shape.width * shape.height > area:
                    best, area = window, shape.width * shape.height
            except (error.XError, AttributeError):
                continue
        return best

    @staticmethod
    def is_seen(window):
        try:
            return window.get_attributes().map_state == X.IsViewable
        except (error.XError, AttributeError):
            return False

    def film(self, seconds, is_begun=lambda picture: True):
        """All pictures, each with its moment, until nothing has changed for so long since the first that counts."""
        pictures, last = [], None
        limit = time.monotonic() + 60
        while True:
            until = limit if last is None else last + seconds
            if not self.changed(until):
                if last is None:
                    raise SystemExit("nothing was painted within a minute")
                return pictures
            picture = self.picture()
            if picture is None or (pictures and pictures[-1][1] == picture):
                continue
            if last is None and not is_begun(picture):
                continue
            now = time.monotonic()
            # A cursor blinks for ever; what a person waits for has come long before.
            if last is None or now - pictures[0][0] < 3 * seconds:
                last = now
            pictures.append((now, picture))

    def key(self, name):
        code = self.display.keysym_to_keycode(XK.string_to_keysym(name))
        for kind in (X.KeyPress, X.KeyRelease):
            xtest.fake_input(self.display, kind, code)
        self.display.flush()

    def point_at_window(self):
        """Puts the pointer on the middle of the window."""
        shape = self.window.get_geometry()
        corner = self.root.translate_coords(self.window, 0, 0)
        xtest.fake_input(self.display, X.MotionNotify, x=corner.x + shape.width // 2, y=corner.y + shape.height // 2)
        self.display.sync()

    def wheel(self, button):
        """One notch: 5 is down, 4 is up."""
        for kind in (X.ButtonPress, X.ButtonRelease):
            xtest.fake_input(self.display, kind, button)
        self.display.flush()


def pixels(picture):
    return memoryview(picture).cast("I")[::5]


def is_painted(picture):
    """More than eight colours: neither nothing nor a frame round nothing."""
    return len(set(pixels(picture))) > 8


def arrival(pictures, before=None):
    """The moment from which on the window looks as it does in the end: `SAME` of what differs from before, or from an
    empty window, is there."""
    end = pixels(pictures[-1][1])
    if before is not None and len(pixels(before)) == len(end):
        old = pixels(before)
    else:
        counts = {}
        for pixel in end:
            counts[pixel] = counts.get(pixel, 0) + 1
        old = [max(counts, key=counts.get)] * len(end)
    places = [at for at in range(len(end)) if end[at] != old[at]]
    found = pictures[-1][0]
    for moment, picture in reversed(pictures):
        now = pixels(picture)
        if len(now) != len(end) or sum(now[at] == end[at] for at in places) < SAME * len(places):
            break
        found = moment
    return found


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
    """Milliseconds of processor time so far, of the threads there are: the scheduler's own count, in nanoseconds."""
    total = 0
    for member in family(pid):
        try:
            for thread in os.listdir(f"/proc/{member}/task"):
                with open(f"/proc/{member}/task/{thread}/schedstat", encoding="ascii") as times:
                    total += int(times.read().split()[0])
        except OSError:
            continue
    return total / 1e6


def used(pid):
    """The same with the threads that have ended, in the clock's ticks."""
    ticks = 0
    for member in family(pid):
        try:
            with open(f"/proc/{member}/stat", encoding="utf-8", errors="replace") as stat:
                fields = stat.read().rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        except OSError:
            continue
    return ticks * 1000 / os.sysconf("SC_CLK_TCK")


def quiet(pid, since):
    """The moment, `since` or later, after which it did nothing for a while: less than a hundredth of the processor."""
    last, before = since, cpu(pid)
    begun = time.monotonic()
    while time.monotonic() < min(begun + 60, max(begun, last) + 0.5):
        time.sleep(0.05)
        now = cpu(pid)
        if now - before > 0.5:
            last = time.monotonic()
        before = now
    return last


def rest(pid):
    """What it has taken, and what it takes while nobody does anything."""
    before, pss, idle = used(pid), memory(pid), cpu(pid)
    time.sleep(IDLE)
    return {"start_cpu": before, "pss": pss, "idle": cpu(pid) - idle}


def end(process):
    for member in family(process.pid):
        try:
            os.kill(member, signal.SIGKILL)
        except OSError:
            pass
    process.wait()


NOWHERE = [(os.POSIX_SPAWN_OPEN, number, "/dev/null", os.O_RDWR, 0) for number in (0, 1, 2)]


def run(line, expected=0):
    """Milliseconds from just before a process is made until it has ended."""
    started = time.perf_counter_ns()
    pid = os.posix_spawn(line[0], line, os.environ, file_actions=NOWHERE)
    _, status = os.waitpid(pid, 0)
    took = time.perf_counter_ns() - started
    if os.waitstatus_to_exitcode(status) != expected:
        raise SystemExit(f"{' '.join(line)}: status {status}")
    return took / 1e6
