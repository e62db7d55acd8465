/// Removes from a stream of text what a terminal would act on instead of showing it.
///
/// Gone are the C0 controls but newline and tab, DEL, the C1 controls, and the escape sequences of ECMA-48: CSI, and
/// the control strings OSC, DCS, SOS, PM and APC with their content. Bytes that are not UTF-8 become U+FFFD, because
/// some terminals take them for C1 controls. A sequence or a character may be split between two pieces.
struct ControlSequenceFilter: Sendable {
    private enum State: Equatable {
        case text
        /// After ESC, and its intermediate bytes.
        case escape
        /// Inside CSI.
        case sequence
        /// Inside a control string, with the number of its characters so far.
        case string(Int)
        /// After an ESC inside a control string, which is its end when `\` follows.
        case stringEscape
    }

    private var state = State.text
    private var decoder = UTF8Pieces()

    /// What is to be shown of the next piece.
    mutating func clean(_ bytes: some Sequence<UInt8>) -> String {
        var shown = String.UnicodeScalarView()
        for byte in bytes {
            let completed = decoder.feed(byte)
            if let cut = completed.cut { take(cut, &shown) }
            if let whole = completed.whole { take(whole, &shown) }
        }
        return String(shown)
    }

    /// Ends the stream: what a character cut short leaves to show.
    mutating func finish() -> String {
        var shown = String.UnicodeScalarView()
        if let cut = decoder.finish() { take(cut, &shown) }
        state = .text
        return String(shown)
    }

    /// The whole of a text, cleaned.
    static func clean(_ text: String) -> String {
        var filter = ControlSequenceFilter()
        return filter.clean(text.utf8) + filter.finish()
    }

    private mutating func take(_ scalar: Unicode.Scalar, _ shown: inout String.UnicodeScalarView) {
        switch state {
        case .text: takeText(scalar, &shown)
        case .escape: takeEscape(scalar, &shown)
        case .sequence: takeSequence(scalar, &shown)
        case .string(let length): takeString(scalar, length)
        case .stringEscape:
            // Only ST ends a string this way; any other sequence begins anew, as terminals do it.
            state = .escape
            if scalar == "\\" { state = .text } else { takeEscape(scalar, &shown) }
        }
    }

    private mutating func takeText(_ scalar: Unicode.Scalar, _ shown: inout String.UnicodeScalarView) {
        switch scalar.value {
        case 0x09, 0x0A: shown.append(scalar)
        case 0x1B: state = .escape
        case 0x9B: state = .sequence
        case 0x90, 0x98, 0x9D, 0x9E, 0x9F: state = .string(0)
        case 0x00...0x1F, 0x7F...0x9F: break
        default: shown.append(scalar)
        }
    }

    private mutating func takeEscape(_ scalar: Unicode.Scalar, _ shown: inout String.UnicodeScalarView) {
        switch scalar {
        case "[": state = .sequence
        case "P", "X", "]", "^", "_": state = .string(0)
        case " "..."/", "\u{1B}": state = .escape
        case "0"..."~": state = .text
        default: restart(with: scalar, &shown)
        }
    }

    private mutating func takeSequence(_ scalar: Unicode.Scalar, _ shown: inout String.UnicodeScalarView) {
        switch scalar {
        case " "..."?": break
        case "@"..."~": state = .text
        default: restart(with: scalar, &shown)
        }
    }

    private mutating func takeString(_ scalar: Unicode.Scalar, _ length: Int) {
        switch scalar.value {
        case 0x07, 0x18, 0x1A, 0x9C: state = .text
        case 0x1B: state = .stringEscape
        default: state = length < ClientLimits.controlStringBytes ? .string(length + 1) : .text
        }
    }

    /// A sequence that breaks off has no effect; what follows is looked at afresh.
    private mutating func restart(with scalar: Unicode.Scalar, _ shown: inout String.UnicodeScalarView) {
        state = .text
        takeText(scalar, &shown)
    }
}
