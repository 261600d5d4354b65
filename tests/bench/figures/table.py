"""Numbers into tables, for a terminal and as Markdown. Knows no program."""

import statistics


def median(values):
    return statistics.median(values) if values else None


def shown(values, unit):
    """The median, and how far the others are from it."""
    if not values:
        return "–"
    text = f"{number(median(values))} {unit}"
    if len(values) == 1:
        return text
    if len(values) >= 40:
        return f"{text} (95 %: {number(sorted(values)[len(values) * 95 // 100])})"
    return f"{text} ({number(min(values))}–{number(max(values))})"


def number(value):
    """As many digits as mean something."""
    if value == 0:
        return "0"
    return f"{value:.2f}" if value < 1 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def ratio(own, other):
    """How many times of ours the other takes."""
    if not own or not other:
        return ""
    times = median(other) / median(own) if median(own) else None
    return "" if times is None else f", ×{number(times)}"


class Table:
    """Rows of cells below a head."""

    def __init__(self, *head):
        self.head, self.rows = head, []

    def add(self, *cells):
        self.rows.append(cells)

    def lines(self):
        widths = [max(len(row[at]) for row in (self.head, *self.rows)) for at in range(len(self.head))]
        for row in (self.head, *self.rows):
            yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip()

    def markdown(self):
        yield "| " + " | ".join(self.head) + " |"
        yield "|" + "---|" * len(self.head)
        for row in self.rows:
            yield "| " + " | ".join(row) + " |"
