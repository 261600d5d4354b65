"""Latchkey's own figures: each function measures one thing once, or as often as told, and gives numbers back."""

import base64
import json
import os
import socket
import subprocess
import time

import watch

# How long nothing must change until a window counts as settled.
SETTLE = 1.0


def profile_id(number):
    return f"{number:016x}"


def write_profiles(directory, count):
    """So many made-up instances. Nobody is signed in to them, so that no server is asked."""
    profiles = [
        {"id": profile_id(number), "name": f"Instance {number}", "url": f"https://cms-{number}.example.com",
         "last_email": f"ada{number}@example.com",
         "project": {"name": f"Project {number}", "color": f"#{number * 12 % 256:02x}44a0"}}
        for number in range(1, count + 1)]
    os.makedirs(directory, exist_ok=True)
    with open(f"{directory}/profiles.json", "w", encoding="ascii") as file:
        json.dump({"version": 1, "profiles": profiles}, file)


def keep_session(number):
    """In the keyring, as Latchkey keeps it: a session whose access token was fetched a moment ago."""
    wall = int(time.time() * 1000)
    with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
        boot = file.read().strip()
    uptime = time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000
    record = {
        "version": 1, "origin": f"https://cms-{number}.example.com", "provider": "default",
        "account": {"id": "bench"}, "refresh": "x" * 64, "since": wall, "uptime": {"boot": boot, "at": uptime},
        "access": {"token": "eyJ" + "x" * 250, "obtained_at": wall, "expires_at": wall + 3_600_000},
    }
    subprocess.run(["secret-tool", "store", "--label=bench", *attributes(number)],
                   input=json.dumps(record).encode(), check=True)


def attributes(number):
    return ["service", "app.latchkey.Latchkey", "username", profile_id(number)]


def forget_session(number):
    subprocess.run(["secret-tool", "clear", *attributes(number)], check=True)


def link(number):
    """As in a mail: Directus's token names the address, and nobody has signed this one."""
    def part(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    token = ".".join([
        part({"alg": "HS256", "typ": "JWT"}),
        part({"email": "ada@example.com", "scope": "password-reset", "iat": int(time.time()),
              "exp": int(time.time()) + 86_400, "iss": "directus"}),
        "x" * 43])
    return f"app.latchkey://auth/reset-password?profile={profile_id(number)}&token={token}"


class Window:
    """The program with its window, until it is left."""

    def __init__(self, screen, program, *arguments):
        screen.forget()
        self.screen = screen
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [program, *arguments], start_new_session=True, stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.pictures = []

    def __enter__(self):
        try:
            self.pictures = self.screen.film(SETTLE, watch.is_painted)
        except BaseException:
            watch.end(self.process)
            raise
        return self

    def __exit__(self, *_):
        watch.end(self.process)

    @property
    def pid(self):
        return self.process.pid


def start(screen, program):
    """A whole start: until the first picture, until it is settled, and what it takes then."""
    with Window(screen, program) as window:
        first = window.pictures[0][0] - window.started
        settled = watch.arrival(window.pictures)
        quiet = watch.quiet(window.pid, settled) - window.started
        rest = watch.rest(window.pid)
    return {"first": first * 1000, "settled": (settled - window.started) * 1000, "quiet": quiet * 1000, **rest}


def click_cold(screen, program, address):
    """No process runs: from the click until the form is there."""
    with Window(screen, program, address) as window:
        return (watch.arrival(window.pictures) - window.started) * 1000


def clicks(screen, program, address, runs):
    """The window runs and shows its list: from the second process's start until the form is there; and back."""
    times = []
    with Window(screen, program) as window:
        for _ in range(runs):
            before = screen.picture()
            started = time.monotonic()
            process = subprocess.Popen([program, address], stdin=subprocess.DEVNULL)
            pictures = screen.film(SETTLE / 2)
            if process.wait() != 0 or window.process.poll() is not None:
                raise SystemExit("the link was not handed over")
            times.append((watch.arrival(pictures, before) - started) * 1000)
            screen.key("Escape")
            screen.film(SETTLE / 2)
    return times


def hand_overs(screen, program, address, runs):
    """Whole second processes, and the running window's word alone."""
    whole, word = [], []
    with Window(screen, program):
        watch.run([program, address])
        for _ in range(runs):
            time.sleep(0.02)
            whole.append(watch.run([program, address]))
            time.sleep(0.02)
            word.append(acknowledged(address))
    return whole, word


def acknowledged(address):
    """Milliseconds from the connection to the window's “ok”."""
    message = json.dumps({"v": 1, "link": address}).encode() + b"\n"
    started = time.perf_counter_ns()
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(f"{os.environ['LATCHKEY_STATE_DIR']}/run/instance.sock")
        connection.sendall(message)
        if connection.recv(3) != b"ok\n":
            raise SystemExit("the window took no link")
    return (time.perf_counter_ns() - started) / 1e6


def wheel(screen, program, notches):
    """A notch of the wheel over the list: until it is seen, and what it costs; both for each notch."""
    times = []
    with Window(screen, program) as window:
        watch.quiet(window.pid, window.started)
        screen.point_at_window()
        time.sleep(SETTLE / 2)
        before = watch.cpu(window.pid)
        for notch in range(notches):
            screen.changed(0)
            started = time.monotonic()
            # Down and up again, so that a short list does not end.
            screen.wheel(5 if notch // 4 % 2 == 0 else 4)
            if not screen.changed(started + 1):
                return None
            times.append((time.monotonic() - started) * 1000)
            time.sleep(0.03)
        return times, (watch.cpu(window.pid) - before) / notches
