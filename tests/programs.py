#!/usr/bin/env python3
"""Runs test programs that cargo has built, several at a time, and notes how long each and each test in it took.

    cargo test --locked --no-run --message-format=json-render-diagnostics >BUILT
    tests/programs.py BUILT TIMES [FIRST…]

BUILT is what cargo said while it built. The programs named FIRST are started before all others: those that take
longest. Each one's output is printed as a whole when it has ended, with cargo's own lines. TIMES gets a line for each
test: seconds, a tab, program::test. All programs run, even after one has failed; the exit status says whether one has.

Stable Rust tells no times of tests. They follow from when libtest prints its lines: a program works on its tests in the
order of their names, with a known number of threads, and prints a line when one ends; so the test at place N begins when
as many have ended as let it in. What a test waits for a processor is in its time.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Programs at a time: most of the tests wait, for a server, a window, a limit.
LANES = 2
# Tests at a time in each program.
THREADS = os.cpu_count() or 1
# Seconds after which a program hangs.
LONGEST = 1500
ENDED = re.compile(r'^test (\S+)(?: - should panic)? \.\.\. (?:.* )?(?:ok|FAILED|ignored.*)$')

printing = threading.Lock()
# What each that runs has printed.
running = {}


def main(built, times, *first):
    signal.signal(signal.SIGTERM, lambda *_: stop())
    programs = executables(pathlib.Path(built))
    missing = set(first) - {name for name, _, _ in programs}
    if missing:
        sys.exit(f'There is no test program {", ".join(sorted(missing))}.')
    place = {name: at for at, name in enumerate(first)}
    programs.sort(key=lambda program: place.get(program[0], len(first)))
    with concurrent.futures.ThreadPoolExecutor(LANES) as lanes:
        ended = list(lanes.map(run, programs))
    with open(times, 'a') as file:
        for name, _, tests in ended:
            file.writelines(f'{took:.1f}\t{name}::{test}\n' for test, took in tests)
    failed = [name for name, succeeded, _ in ended if not succeeded]
    if failed:
        sys.exit(f'FAILED: {", ".join(failed)}')


def executables(built):
    """Name, source and file of each program, in the order in which cargo would run them."""
    found = []
    for line in built.read_text().splitlines():
        message = json.loads(line) if line.startswith('{') else {}
        if message.get('executable') and message['profile']['test']:
            target = message['target']
            source = os.path.relpath(target['src_path'], ROOT)
            kind = target['kind'][0]
            found.append((target['name'] if kind == 'test' else f'{kind} {target["name"]}', source, message['executable']))
    if not found:
        sys.exit(f'{built} names no test program.')
    return sorted(found)


def run(program):
    name, source, executable = program
    begun = time.monotonic()
    lines, ends, start = [f'     Running {source} ({os.path.relpath(executable, ROOT)})\n'], [], begun
    process = subprocess.Popen([executable, f'--test-threads={THREADS}'], cwd=ROOT, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors='replace')
    running[process] = lines
    watch = threading.Timer(LONGEST, lambda: (lines.append(f'Ended after {LONGEST} s.\n'), process.kill()))
    watch.start()
    for line in process.stdout:
        now = time.monotonic()
        lines.append(line)
        if line.startswith('running '):
            start = now
        elif test := ENDED.match(line.rstrip()):
            ends.append((now, test[1]))
    succeeded = process.wait() == 0
    watch.cancel()
    del running[process]
    if not succeeded:
        lines.append(f'error: test failed: {name}, exit status {process.returncode}\n')
    with printing:
        sys.stdout.writelines(lines)
        print(f'     {name}: {time.monotonic() - begun:.1f} s', flush=True)
    return name, succeeded, spans(start, ends)


def spans(start, ends):
    """How long each test took, from the order in which they ended."""
    begun = {}
    for place, test in enumerate(sorted(test for _, test in ends)):
        begun[test] = start if place < THREADS else ends[place - THREADS][0]
    return [(test, max(0, end - begun[test])) for end, test in ends]


def stop():
    for process, lines in list(running.items()):
        process.terminate()
        sys.stdout.writelines([*lines, 'Ended from outside.\n'])
    sys.stdout.flush()
    os._exit(1)


if __name__ == '__main__':
    main(*sys.argv[1:])
