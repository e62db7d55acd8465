"""Tests of what the hardening tests judge by: `python3 -B -m unittest discover -s Tests/Hardening`."""
import base64
import hashlib
import pathlib
import sys
import unittest

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parents[2] / "Benchmarks")]

from hardening.guests import affine_argument, affine_result  # noqa: E402
from hardening.http2 import frame, headers_block, integer  # noqa: E402
from hardening.leaks import LeakWatch  # noqa: E402
from hardening.ledger import FunctionEntry, JobEntry, Ledger, Wish  # noqa: E402
from hardening.server import Token  # noqa: E402
from hardening.verdict import Holding, judge  # noqa: E402

TOKEN = Token("a" * 40, 1)


def function_entry(**changes) -> FunctionEntry:
    entry = FunctionEntry(TOKEN, "f1", 3, 5, None, {"F"}, "digest")
    for name, value in changes.items():
        setattr(entry, name, value)
    return entry


def job_record(job: str = "J", number: int = 7, **changes) -> dict:
    result = {"function_id": "F", "result": [affine_result(3, 5, number)]}
    return {"id": job, "function_id": "F", "status": "completed", "attempts": 1, "result": result} | changes


class VerdictTests(unittest.TestCase):
    def setUp(self) -> None:
        self.function = function_entry()
        self.job = JobEntry(self.function, 7, "run", None, {"J"})
        self.functions = [{"id": "F", "name": "f1", "digest": "digest"}]

    def kinds(self, functions: list[dict], jobs: list[dict]) -> list[str]:
        findings = judge([self.function], [self.job], Holding(functions, jobs))
        return sorted(finding.kind for finding in findings)

    def test_nothing_is_wrong_with_what_was_acknowledged_and_is_there(self) -> None:
        self.assertEqual(self.kinds(self.functions, [job_record()]), [])

    def test_what_is_gone_is_missing(self) -> None:
        self.assertEqual(self.kinds([], []), ["missing", "missing"])

    def test_what_is_there_twice_is_doubled(self) -> None:
        self.assertEqual(
            self.kinds(self.functions + [{"id": "G", "name": "f1", "digest": "digest"}],
                       [job_record(), job_record("K")]), ["doubled", "doubled", "invented"])

    def test_an_unacknowledged_request_may_have_been_carried_out_once(self) -> None:
        self.job.ids.clear()
        self.assertEqual(self.kinds(self.functions, []), [])
        self.assertEqual(self.kinds(self.functions, [job_record()]), [])
        self.assertEqual(self.kinds(self.functions, [job_record(), job_record("K", 8)]), ["invented"])

    def test_a_deletion_without_an_answer_may_be_either(self) -> None:
        self.function.deletion = Wish.SENT
        self.assertEqual(self.kinds(self.functions, [job_record()]), [])
        self.assertEqual(self.kinds([], [job_record()]), [])
        self.function.deletion = Wish.ACKNOWLEDGED
        self.assertEqual(self.kinds(self.functions, [job_record()]), ["undead"])

    def test_a_job_has_the_result_that_belongs_to_it(self) -> None:
        self.assertEqual(self.kinds(self.functions, [job_record(number=8)]), ["wrong"])
        failure = job_record(status="failed", result={"kind": "internal", "message": ""})
        self.assertEqual(self.kinds(self.functions, [failure]), ["wrong"])
        self.assertEqual(self.kinds(self.functions, [job_record(attempts=0)]), ["wrong"])
        self.assertEqual(self.kinds(self.functions, [job_record(status="pending")]), ["unfinished"])

    def test_a_cancelled_job_stays_cancelled_and_only_then(self) -> None:
        cancelled = job_record(status="cancelled", result=None, attempts=0)
        self.assertEqual(self.kinds(self.functions, [cancelled]), ["wrong"])
        self.job.cancellation = Wish.ACKNOWLEDGED
        self.assertEqual(self.kinds(self.functions, [cancelled]), [])
        self.assertEqual(self.kinds(self.functions, [job_record()]), ["undead"])

    def test_one_key_gives_one_job(self) -> None:
        self.job.ids.add("K")
        self.assertIn("doubled", self.kinds(self.functions, [job_record(), job_record("K")]))

    def test_a_strange_function_was_invented(self) -> None:
        strange = {"id": "G", "name": "other", "digest": "digest"}
        self.assertEqual(self.kinds(self.functions + [strange], [job_record()]), ["invented"])


class LedgerTests(unittest.TestCase):
    def test_an_end_that_changes_is_told(self) -> None:
        ledger, entry = Ledger(), JobEntry(function_entry(), 7, "run", None, {"J"})
        self.assertIsNone(ledger.see(entry, job_record(status="pending", result=None)))
        self.assertIsNone(ledger.see(entry, job_record()))
        self.assertIsNone(ledger.see(entry, job_record()))
        self.assertIsNotNone(ledger.see(entry, job_record(status="cancelled")))

    def test_a_result_tells_its_number(self) -> None:
        for number in (0, 1, 7, 1 << 31, (1 << 32) - 1):
            result = affine_result(2_654_435_761, 12_345, number)
            self.assertEqual(affine_argument(2_654_435_761, 12_345, result), number)


class LeakTests(unittest.TestCase):
    def test_a_secret_is_found_in_every_form_and_its_public_name_is_not(self) -> None:
        secret = "5f3c9a0b17d2e4865f3c9a0b17d2e48655aa33cc"
        watch = LeakWatch({"it": secret})
        digest = hashlib.sha256(secret.encode()).hexdigest()
        forms = [secret.encode(), secret.encode().hex().encode(), digest.encode()]
        forms += [base64.b64encode(b"x" * count + secret.encode() + b"y" * 2) for count in range(4)]
        for form in forms:
            self.assertEqual(watch.find(b"before " + form + b" after"), {"it"}, form)
        self.assertEqual(watch.find(digest[:8].encode() + secret[:20].encode()), set())


class FrameTests(unittest.TestCase):
    """The examples are those of RFC 7541, appendix C.1, and RFC 9113, section 4.1."""

    def test_integers_and_frames_are_as_the_standards_have_them(self) -> None:
        self.assertEqual(integer(10, 5, 0), b"\x0a")
        self.assertEqual(integer(1337, 5, 0), b"\x1f\x9a\x0a")
        self.assertEqual(frame(4, 1, 0), b"\0\0\0\4\1\0\0\0\0")
        self.assertEqual(frame(3, 0, 5, b"\0\0\0\x08"), b"\0\0\4\3\0\0\0\0\5\0\0\0\x08")
        self.assertEqual(headers_block([("a", "b")]), b"\x00\x01a\x01b")


if __name__ == "__main__":
    unittest.main()
