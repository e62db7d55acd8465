"""Looks for secrets in what a server writes: its output, its files, its answers."""
import base64
import hashlib
import pathlib
import re

CHUNK = 1 << 20


class LeakWatch:
    """Knows secrets and finds them, also encoded.

    The first eight digits of a token's SHA-256 are its public name; the whole sum is not, for it would let a reader try
    guesses at his leisure.
    """

    def __init__(self, secrets: dict[str, str]):
        self._names: dict[bytes, str] = {}
        for name, secret in secrets.items():
            for form in _forms(secret):
                self._names[form] = name
        self._longest = max(map(len, self._names), default=0)
        self._pattern = re.compile(b"|".join(map(re.escape, self._names)) or b"(?!)")

    def find(self, content: bytes) -> set[str]:
        """The names of the secrets in `content`."""
        return {self._names[match.group()] for match in self._pattern.finditer(content)}

    def find_in_file(self, path: pathlib.Path) -> set[str]:
        found: set[str] = set()
        with path.open("rb") as file:
            rest = b""
            while chunk := file.read(CHUNK):
                found |= self.find(rest + chunk)
                # A secret may lie across the boundary of two chunks.
                rest = chunk[-self._longest:]
        return found

    def find_in_folder(self, folder: pathlib.Path) -> list[str]:
        """One line for each file with a secret in it."""
        lines = []
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.is_symlink() and (names := self.find_in_file(path)):
                lines.append(f"{path.relative_to(folder)} holds {', '.join(sorted(names))}")
        return lines


def _forms(secret: str) -> set[bytes]:
    raw = secret.encode()
    forms = {raw, raw.hex().encode(), raw.hex().upper().encode()}
    # Base64 of a text around the secret, at each of the three alignments, without the digits that neighbours touch.
    for shift in range(3):
        encoded = base64.b64encode(b"\0" * shift + raw).rstrip(b"=")
        forms.add(encoded[-(-shift * 8 // 6):-1])
    digest = hashlib.sha256(raw).hexdigest()
    return forms | {digest.encode(), digest.upper().encode()}
