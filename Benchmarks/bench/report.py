"""The table for people and the files for programs."""
import datetime
import json
import pathlib

from .targets import TARGETS, judge

HEADER = ["BENCHMARK", "P50 µs", "P95 µs", "P99 µs", "RATE OR SIZE", "COMPARED", "WANTED", ""]


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.2f}"


def _measured(figures: dict) -> list[str]:
    latencies = [_number(figures[name]) if name in figures else "" for name in ("p50_us", "p95_us", "p99_us")]
    if "per_second" in figures:
        return [*latencies, f"{_number(figures['per_second'])}/s"]
    if "best_us" in figures:
        return [*latencies, f"best {_number(figures['best_us'])}"]
    return [*latencies, f"{figures['mib']:.1f} MiB" if "mib" in figures else ""]


def _compared(outcome: dict) -> list[str]:
    sign = "≥" if outcome["at_least"] else "≤"
    unit = f" {outcome['unit']}" if outcome["unit"] else ""
    heading = f", then {outcome['heading']:g}" if outcome["heading"] else ""
    if outcome["wanted"] is None:
        return [f"{outcome['value']:.2f} × {outcome['against']}", "", ""]
    wanted = f"{sign} {outcome['wanted']:g}{unit}{heading}"
    subject = f"{outcome['value']:.2f}" + (f" × {outcome['against']}" if outcome["against"] else unit)
    return [subject, wanted, "ok" if outcome["is_met"] else "short"]


def table(figures: dict[str, dict], failures: dict[str, str], order: list[str]) -> str:
    rows = [HEADER]
    outcomes = [outcome for outcome in (judge(target, figures) for target in TARGETS) if outcome]
    for name in order:
        if name in failures:
            rows.append([name, "", "", "", "failed", failures[name], "", ""])
        if name not in figures:
            continue
        own = [_compared(outcome) for outcome in outcomes if outcome["id"] == name] or [["", "", ""]]
        rows.append([name, *_measured(figures[name]), *own[0]])
        rows.extend([["", "", "", "", "", *more] for more in own[1:]])
    widths = [max(len(row[column]) for row in rows if len(row[6]) or column < 5) for column in range(len(HEADER))]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: list[str], widths: list[int]) -> str:
    cells = [
        text.rjust(width) if 1 <= column <= 4 else text.ljust(width)
        for column, (text, width) in enumerate(zip(row, widths))]
    return "  ".join(cells).rstrip()


def save(folder: pathlib.Path, started: datetime.datetime, content: dict) -> pathlib.Path:
    """Writes the figures under the run's time, and again as the latest."""
    outcomes = [judge(target, content["figures"]) for target in TARGETS]
    content = content | {"comparisons": [outcome for outcome in outcomes if outcome]}
    text = json.dumps(content, indent=2) + "\n"
    folder.mkdir(exist_ok=True)
    path = folder / started.strftime("%Y-%m-%dT%H-%M-%SZ.json")
    for target in (path, folder / "latest.json"):
        partial = target.with_suffix(".partial")
        partial.write_text(text, encoding="utf-8")
        partial.replace(target)
    return path
