"""What can go wrong with a contender."""


class BenchError(Exception):
    """A contender could not be run or answered wrongly; the text is for the reader of the report."""
