import Testing

@testable import CLI

@Suite("Text for a terminal")
struct ControlSequenceFilterTests {
    @Test(
        "loses what a terminal would act on and keeps the rest",
        arguments: [
            ("plain text\n\tnext", "plain text\n\tnext"),
            ("grüße 🙂 ÿ", "grüße 🙂 ÿ"),
            ("a\u{1B}[31mred\u{1B}[0m", "ared"),
            ("\u{1B}]0;title\u{7}after", "after"),
            ("\u{1B}]8;;http://host\u{1B}\\link", "link"),
            ("\u{1B}P1$q\u{1B}\\dcs", "dcs"),
            ("\u{1B}_apc\u{1B}\\\u{1B}^pm\u{1B}\\\u{1B}Xsos\u{1B}\\end", "end"),
            ("\u{1B}(B\u{1B}cx", "x"),
            ("over\rwritten\u{8}\u{7F}\u{0}\u{7}", "overwritten"),
            ("\u{9B}2Jc1\u{9D}0;t\u{9C}x\u{85}", "c1x"),
            ("\u{1B}[12\u{1B}[1mx", "x"),
            ("\u{1B}]a\u{1B}[31mb", "b"),
            ("\u{1B}[3ßx", "ßx"),
        ])
    func cleans(_ text: String, _ expected: String) {
        #expect(ControlSequenceFilter.clean(text) == expected)
    }

    @Test("is the same however it is split between two writes")
    func splits() {
        let text = Array("a\u{1B}[31mü\u{1B}]0;t\u{1B}\\b\u{9B}1mc🙂\u{1B}P\u{9C}d".utf8)
        for cut in 0...text.count {
            var filter = ControlSequenceFilter()
            let shown = filter.clean(text[..<cut]) + filter.clean(text[cut...]) + filter.finish()
            #expect(shown == "aübc🙂d", "cut at \(cut)")
        }
    }

    @Test("shows U+FFFD for bytes that are not UTF-8, which some terminals take for controls")
    func invalidBytes() {
        var filter = ControlSequenceFilter()
        let bytes: [UInt8] = [0x9B, 0x33, 0x31, 0x6D, 0xC0, 0xAF, 0xE2, 0x82, 0x41, 0xF0, 0x9F]
        #expect(filter.clean(bytes) + filter.finish() == "\u{FFFD}31m\u{FFFD}\u{FFFD}\u{FFFD}A\u{FFFD}")
    }

    @Test("comes back after a control string that never ends")
    func endlessString() {
        let text = "\u{1B}]" + String(repeating: "x", count: ClientLimits.controlStringBytes + 1) + "shown"
        #expect(ControlSequenceFilter.clean(text) == "shown")
    }

    @Test("is cleaned only when the stream is a terminal")
    func streams() {
        for isTerminal in [true, false] {
            let recorded = RecordedConsole(isTerminal: isTerminal)
            let guest = GuestOutput(recorded.console.output)
            guest.write(Array("\u{1B}[31".utf8))
            guest.write(Array("mred".utf8))
            guest.finish()
            #expect(recorded.output == (isTerminal ? "red" : "\u{1B}[31mred"))
        }
    }

    @Test("begins on a line of its own after a guest's unfinished line and sequence")
    func ownLine() {
        let recorded = RecordedConsole(isTerminal: true)
        let stream = recorded.console.output
        let guest = GuestOutput(stream)
        guest.write(Array("half\u{1B}]0;".utf8))
        guest.finish()
        stream.print("ok")
        stream.print("ok")
        #expect(recorded.output == "half\nok\nok\n")
    }
}
