"""The command line."""
import argparse

from .workshop import Effort


def parse(arguments: list[str] | None, names: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bench", description="Measures the server and its peers on this machine; see docs/PERFORMANCE.md.")
    parser.add_argument("--only", nargs="+", metavar="ID", default=[], help="these benchmarks, or all below a prefix")
    parser.add_argument("--rounds", type=_positive, help="rounds of each benchmark (default: 3)")
    parser.add_argument("--seconds", type=_positive, help="length of a round under load (default: 4)")
    parser.add_argument("--quick", action="store_true", help="one round of one second: does it run at all?")
    parser.add_argument("--list", action="store_true", help="print the ids and end")
    options = parser.parse_args(arguments)
    for wish in options.only:
        if not any(_matches(name, wish) for name in names):
            parser.error(f"no benchmark is named {wish}; --list prints the names")
    return options


def _positive(text: str) -> int:
    value = int(text)
    if not 1 <= value <= 600:
        raise argparse.ArgumentTypeError("must be between 1 and 600")
    return value


def _matches(name: str, wish: str) -> bool:
    return name == wish or name.startswith(wish.rstrip("/") + "/")


def selected(names: list[str], wishes: list[str]) -> list[str]:
    """The benchmarks wished for; all without a wish."""
    return [name for name in names if not wishes or any(_matches(name, wish) for wish in wishes)]


def effort(options: argparse.Namespace) -> Effort:
    usual = Effort(1, 1) if options.quick else Effort(3, 4)
    return Effort(options.rounds or usual.rounds, options.seconds or usual.seconds)
