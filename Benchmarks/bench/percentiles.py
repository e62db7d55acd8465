"""Figures of many samples."""


def percentiles(samples: list[float]) -> dict:
    """Nearest rank, of seconds, in microseconds."""
    ordered = sorted(samples)
    ranks = {name: max(-(-len(ordered) * percent // 100), 1) for name, percent in
             (("p50_us", 50), ("p95_us", 95), ("p99_us", 99), ("max_us", 100))}
    return {name: ordered[rank - 1] * 1e6 for name, rank in ranks.items()}
