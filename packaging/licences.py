#!/usr/bin/env python3
"""Prints the licences of everything compiled into Latchkey for Linux: each text once, with the crates it is of, then the
fonts. Their licences ask that a binary comes with them; every package has this as `third-party.gz`.

    packaging/licences.py >FILE      needs cargo and the crates' sources, as a build leaves them
"""
import collections
import json
import pathlib
import subprocess
import sys

TARGET = 'x86_64-unknown-linux-gnu'
NAMES = ('licen', 'copying', 'notice', 'unlicense', 'copyright')
ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    packages = {(package['name'], package['version']): package for package in json.loads(cargo(
        'metadata', '--format-version=1', f'--filter-platform={TARGET}'))['packages']}
    # The tree has what is compiled in with our choice of features, the metadata have all that could be.
    tree = cargo('tree', '--edges=normal,no-proc-macro', f'--target={TARGET}', '--prefix=none', '--format={p}')
    compiled_in = {(name, version.removeprefix('v')) for name, version, *_ in map(str.split, tree.splitlines())}
    texts, without = collections.defaultdict(set), []
    for identifier in sorted(compiled_in):
        package = packages[identifier]
        directory = pathlib.Path(package['manifest_path']).parent
        if directory == ROOT:
            continue
        name = f"{package['name']} {package['version']} ({package['license'] or 'see its file'})"
        files = licence_files(directory)
        for file in files:
            text = file.read_text(errors='replace').strip()
            texts['\n'.join(line.rstrip() for line in text.splitlines())].add(name)
        if not files:
            without.append(name)
    print('Latchkey contains the following crates and fonts, each under the licence given with it.')
    for text, names in sorted(texts.items(), key=lambda item: sorted(item[1])):
        section(', '.join(sorted(names)), text)
    if without:
        section('Crates whose packages hold no text of the licence they name', '\n'.join(without))
    for file in sorted((ROOT / 'assets/fonts').glob('LICENSE-*.txt')):
        section(f'Font: {file.stem.removeprefix("LICENSE-")}', file.read_text().strip())


def cargo(command, *options):
    return subprocess.run(['cargo', command, '--locked', *options], cwd=ROOT, check=True,
                          stdout=subprocess.PIPE, text=True).stdout


def licence_files(directory):
    return sorted(file for file in directory.iterdir()
                  if file.is_file() and file.name.lower().startswith(NAMES) and file.suffix not in ('.rs', '.html'))


def section(head, text):
    print(f'\n{"=" * 80}\n{head}\n{"-" * 80}\n{text}')


if __name__ == '__main__':
    sys.exit(main())
