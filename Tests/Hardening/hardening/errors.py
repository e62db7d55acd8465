"""What keeps a test from being carried out; a finding about the server is no error."""


class HardeningError(Exception):
    """The test itself could not run; the text is for the person who started it."""
