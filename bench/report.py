"""The table of a run, and its figures as JSON.

report.py RECORD JSON_FILE    a line of the record, between tabs: row, what, unit, goal, peer, its figures, the hub's figures
"""
import datetime
import json
import operator
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import unicodedata

REACHED = {'>=': operator.ge, '<=': operator.le}
SMALLER_IS_BETTER = ('ms', 's', 'MiB', 'KiB')


def numbers(words):
    return [float(word) for word in words.split()]


def figure(line):
    row, what, unit, goal, peer, of_peer, of_hub = line.rstrip('\n').split('\t')
    one = {'row': row, 'what': what, 'unit': unit, 'mailroom': numbers(of_hub)}
    one['median'] = value = statistics.median(one['mailroom'])
    if peer != '-':
        one['peer'] = {'name': peer, 'figures': numbers(of_peer), 'median': statistics.median(numbers(of_peer))}
        pair = value, one['peer']['median']
        if unit in SMALLER_IS_BETTER:
            pair = pair[::-1]
        one['ratio'] = value = round(pair[0] / pair[1], 3) if pair[1] else float('inf')
    if goal != '-':
        how, bound = goal.split()
        one['goal'] = goal
        one['reached'] = REACHED[how](value, float(bound))
    return one


def text(value):
    return f'{value:,.0f}' if abs(value) >= 100 else f'{value:.3g}'


def spread(figures):
    if len(figures) == 1:
        return text(figures[0])
    return f'{text(statistics.median(figures))} ({text(min(figures))}–{text(max(figures))})'


def cells(one):
    peer = one.get('peer')
    verdict = {True: 'reached', False: 'missed'}.get(one.get('reached'), '')
    beside = f'{peer["name"]} {spread(peer["figures"])}' if peer else ''
    ratio = f'{one["ratio"]:.2f}' if peer else ''
    return one['row'], f'{one["what"]}, {one["unit"]}', beside, spread(one['mailroom']), ratio, one.get('goal', ''), verdict


def width(cell):
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in cell)


def table(rows):
    rows = [('row', 'what', 'beside', 'Mailroom', 'ratio', 'goal', ''), *rows]
    widths = [max(width(row[i]) for row in rows) for i in range(len(rows[0]))]
    rows.insert(1, tuple('-' * each for each in widths))
    return '\n'.join('| ' + ' | '.join(cell + ' ' * (widths[i] - width(cell)) for i, cell in enumerate(row)) + ' |'
                     for row in rows)


def commit():
    asked = subprocess.run(['git', 'describe', '--always', '--dirty'], capture_output=True, text=True, check=False)
    return asked.stdout.strip() or None


def main(record, target):
    with open(record, encoding='utf-8') as lines:
        figures = [figure(line) for line in lines]
    memory = os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES')
    path = pathlib.Path(target)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({
        'date': datetime.datetime.now(datetime.timezone.utc).isoformat(timespec='seconds'), 'commit': commit(),
        'machine': {'processors': os.cpu_count(), 'memory_mib': memory >> 20, 'system': platform.platform()},
        'figures': figures}, indent=1, ensure_ascii=False) + '\n', encoding='utf-8')
    print(table([cells(one) for one in figures]))
    print(f'As JSON: {os.path.relpath(path.resolve(), "..")}')


if __name__ == '__main__':
    main(*sys.argv[1:])
