"""The same of other programs: Chromium on the Data Studio of a real Directus, which is how a person signs in without
Latchkey, and Nextcloud's desktop client, a sign-in window of another server."""

import json
import os
import shutil
import subprocess
import time

import own
import watch

SHOWN = "!!document.querySelector('input[type=password]')?.checkVisibility()"


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

    def close(self):
        for number in (*self.theirs, self.out, self.into):
            os.close(number)

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


class Chromium:
    """With an empty profile each time, as a person who has just installed it has."""

    def __init__(self, screen, url, work):
        self.home = f"{work}/chromium"
        shutil.rmtree(self.home, ignore_errors=True)
        screen.forget()
        self.screen = screen
        self.pipe = Pipe()
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [*self.line(url), "--remote-debugging-pipe"], start_new_session=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, close_fds=False, preexec_fn=self.pipe.child)

    def line(self, url):
        return ["/usr/bin/chromium", f"--user-data-dir={self.home}", f"--app={url}", "--no-sandbox", "--no-first-run",
                "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--password-store=basic"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        watch.end(self.process)
        self.pipe.close()

    def form(self, part):
        """The moment at which a page with this in its address shows a field for a password."""
        session, limit = None, time.monotonic() + 60
        while time.monotonic() < limit:
            if session is None:
                for target in self.pipe.ask("Target.getTargets").get("targetInfos", []):
                    if target["type"] == "page" and part in target["url"]:
                        session = self.pipe.ask(
                            "Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
            elif self.pipe.ask("Runtime.evaluate", session, expression=SHOWN).get("result", {}).get("value") is True:
                return time.monotonic()
            time.sleep(0.002)
        raise SystemExit("the Data Studio showed no form within a minute")


def chromium(screen, base, work):
    """A start on the sign-in page."""
    with Chromium(screen, f"{base}/admin/login", work) as browser:
        pictures = screen.film(0.05, watch.is_painted)
        shown = browser.form("/admin/login")
        time.sleep(own.SETTLE)
        rest = watch.rest(browser.process.pid)
    return {"first": (pictures[0][0] - browser.started) * 1000, "settled": (shown - browser.started) * 1000, **rest}


def chromium_reset_cold(screen, base, token, work):
    """A click on the mail's link while no browser runs."""
    with Chromium(screen, f"{base}/admin/reset-password?token={token}", work) as browser:
        return (browser.form("/admin/reset-password") - browser.started) * 1000


def chromium_reset(screen, base, token, work, runs):
    """The same while it runs, and how long the second process takes that hands the address over."""
    times, second = [], []
    with Chromium(screen, f"{base}/admin/login", work) as browser:
        browser.form("/admin/login")
        time.sleep(own.SETTLE)
        for run in range(runs):
            address = f"{base}/admin/reset-password?token={token}&run={run}."
            started = time.monotonic()
            process = subprocess.Popen(
                browser.line(address), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            times.append((browser.form(f"run={run}.") - started) * 1000)
            process.wait()
            time.sleep(own.SETTLE / 2)
        for run in range(runs):
            second.append(watch.run(browser.line(f"{base}/server/ping?run={run}")))
            time.sleep(0.2)
    return times, second


class Nextcloud:
    """Nextcloud's client without an account: it asks for a server, as Latchkey does."""

    def __init__(self, screen, work):
        self.line = ["/usr/bin/nextcloud", "--confdir", f"{work}/nextcloud"]
        shutil.rmtree(f"{work}/nextcloud", ignore_errors=True)
        screen.forget()
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            self.line, start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        watch.end(self.process)


def nextcloud(screen, work):
    with Nextcloud(screen, work) as client:
        pictures = screen.film(own.SETTLE, watch.is_painted)
        rest = watch.rest(client.process.pid)
    return {"first": (pictures[0][0] - client.started) * 1000,
            "settled": (watch.arrival(pictures) - client.started) * 1000, **rest}


def nextcloud_second(screen, work, runs):
    """A second process, which hands its arguments over and ends."""
    with Nextcloud(screen, work) as client:
        screen.film(own.SETTLE, watch.is_painted)
        times = []
        for _ in range(runs):
            times.append(watch.run(client.line))
            time.sleep(0.1)
    return times


def opener(runs):
    """What the desktop itself needs to find and start a program for a link; the program is /bin/true."""
    applications = f"{os.environ['HOME']}/.local/share/applications"
    os.makedirs(applications, exist_ok=True)
    with open(f"{applications}/bench-nothing.desktop", "w", encoding="ascii") as file:
        file.write("[Desktop Entry]\nType=Application\nName=Nothing\nExec=/bin/true %u\n"
                   "MimeType=x-scheme-handler/bench-nothing;\n")
    subprocess.run(["update-desktop-database", applications], check=True)
    return [watch.run(["/usr/bin/gio", "open", "bench-nothing://x"]) for _ in range(runs)]
