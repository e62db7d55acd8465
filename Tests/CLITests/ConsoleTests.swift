import Testing

@testable import CLI

@Suite("What people see")
struct ConsoleTests {
    @Test(
        "has sizes in few digits",
        arguments: [(0.0, "0 B"), (1_023, "1023 B"), (1_536, "1.5 KiB"), (1_073_741_824, "1 GiB"), (-2_048, "-2 KiB")])
    func bytes(_ value: Double, _ text: String) { #expect(Quantity.bytes(value) == text) }

    @Test(
        "has times in few digits",
        arguments: [
            (0.00034, "340 µs"), (0.0125, "12.5 ms"), (1.5, "1.5 s"), (250, "4 min 10 s"), (7_260, "2 h 1 min"),
            (273_600, "3 d 4 h"), (.infinity, "-"),
        ])
    func durations(_ value: Double, _ text: String) { #expect(Quantity.duration(seconds: value) == text) }

    @Test(
        "has numbers in few digits",
        arguments: [(0.0, "0"), (0.04, "0"), (0.25, "0.3"), (99.94, "99.9"), (99.96, "100"), (-0.5, "-0.5")])
    func numbers(_ value: Double, _ text: String) { #expect(Quantity.number(value) == text) }

    @Test("is painted over line by line and never wraps or scrolls")
    func frame() {
        let first = Screen.frame(["abcdef", "b", "c"], size: (3, 4), isFirst: true)
        #expect(first == "\u{1B}[2J\u{1B}[Habcd\u{1B}[K\nb\u{1B}[K\n\u{1B}[J")
        #expect(Screen.frame([], size: (0, 0), isFirst: false) == "\u{1B}[H\u{1B}[J")
    }

    @Test("is a time of day in UTC, or a dash")
    func times() {
        #expect(JobTime.text(.number("1700000000999")) == "2023-11-14T22:13:20Z")
        #expect(JobTime.text(.number("-1")) == "-")
        #expect(JobTime.text(.number("9223372036854775807")) == "-")
        #expect(JobTime.text(nil) == "-")
        #expect(JobTime.seconds(from: .number("1000"), to: .number("3005")) == "2.005")
        #expect(JobTime.seconds(from: .number("5"), to: .number("4")) == "-")
        #expect(JobTime.seconds(from: .number("-9223372036854775808"), to: .number("1")) == "-")
    }
}
