import Glibc

/// Paints lines over those of before on a terminal.
struct Screen {
    private let stream: ConsoleStream
    private var isPainted = false

    init(_ stream: ConsoleStream) { self.stream = stream }

    /// Nothing of the terminal's state is changed for longer than the painting, so there is nothing to restore when the
    /// program is interrupted.
    ///
    /// - Parameter size: what fits.
    mutating func paint(_ lines: [String], size: (rows: Int, columns: Int)) {
        stream.write(Array(Self.frame(lines, size: size, isFirst: !isPainted).utf8))
        isPainted = true
    }

    /// The first frame begins with an empty screen; a later one replaces line by line, which does not flicker.
    static func frame(_ lines: [String], size: (rows: Int, columns: Int), isFirst: Bool) -> String {
        // The last row stays free for the cursor.
        let shown = lines.prefix(max(size.rows - 1, 1)).map { $0.prefix(max(size.columns, 1)) + "\u{1B}[K\n" }
        return (isFirst ? "\u{1B}[2J\u{1B}[H" : "\u{1B}[H") + shown.joined() + "\u{1B}[J"
    }

    /// The size of the process's terminal, or a usual one when it cannot be told.
    static func size() -> (rows: Int, columns: Int) {
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_row > 0 && size.ws_col > 0
        return isKnown ? (Int(size.ws_row), Int(size.ws_col)) : (24, 80)
    }
}
