import NIOCore
import Runtime

/// Writes server-sent events (WHATWG HTML section 9.2).
///
/// The events `chunk` carry the guest's bytes as text. A client that joins their data has the text of all the bytes,
/// wherever the guest cut them: with U+FFFD for what is not UTF-8, and one newline for each end of a line, which may be
/// CR, LF or CR LF in the guest's bytes. What cannot be told before the next chunk, such as the beginning of a
/// character, waits for it; a chunk of nothing else makes no event.
struct EventWriter {
    /// The beginning of a character whose rest has not come; at most three bytes.
    private var unfinished: [UInt8] = []
    /// Whether the text so far ends with a CR: an LF that follows belongs to it.
    private var endsWithReturn = false

    /// The line that keeps an idle connection alive; clients ignore it.
    static let keepAlive: StaticString = ": keep-alive\n\n"

    /// Appends the event of a chunk.
    mutating func chunk(_ bytes: [UInt8], to buffer: inout ByteBuffer) {
        let bytes = unfinished.isEmpty ? bytes : unfinished + bytes
        let complete = Self.completeCount(bytes.span)
        unfinished = Array(bytes[complete...])
        write(bytes.span.extracting(..<complete), to: &buffer)
    }

    /// Appends what is left of the text.
    mutating func finish(to buffer: inout ByteBuffer) {
        let rest = unfinished
        unfinished = []
        write(rest.span, to: &buffer)
    }

    /// Appends an event whose data is one JSON object.
    static func event(_ name: StaticString, to buffer: inout ByteBuffer, _ write: (inout JSONWriter) -> Void) {
        begin(name, &buffer)
        buffer.writeStaticString("data: ")
        var writer = JSONWriter(buffer)
        writer.beginObject()
        write(&writer)
        writer.endObject()
        buffer = writer.buffer
        buffer.writeStaticString("\n\n")
    }

    private static func begin(_ name: StaticString, _ buffer: inout ByteBuffer) {
        buffer.writeStaticString("event: ")
        buffer.writeStaticString(name)
        buffer.writeStaticString("\n")
    }

    /// How many of the bytes come before the beginning of a character at their end.
    private static func completeCount(_ bytes: Span<UInt8>) -> Int {
        var start = bytes.count
        // The first byte of a character is among the last three, or the character is complete.
        while start > 0, bytes.count - start < 3 {
            start -= 1
            if bytes[start] & 0b1100_0000 != 0b1000_0000 { break }
        }
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.extracting(start...))
            return bytes.count
        } catch {
            let isCut = error.kind == .truncatedScalar && start + error.byteOffsets.upperBound == bytes.count
            return isCut ? start + error.byteOffsets.lowerBound : bytes.count
        }
    }

    /// Appends an event with bytes as text, if there is any.
    private mutating func write(_ bytes: Span<UInt8>, to buffer: inout ByteBuffer) {
        guard !bytes.isEmpty else { return }
        let continuesReturn = endsWithReturn && bytes[0] == UInt8(ascii: "\n")
        endsWithReturn = bytes[bytes.count - 1] == UInt8(ascii: "\r")
        let text = bytes.extracting((continuesReturn ? 1 : 0)...)
        guard !text.isEmpty else { return }
        Self.begin("chunk", &buffer)
        Self.writeLines(text, to: &buffer)
        buffer.writeStaticString("\n")
    }

    private static func writeLines(_ text: Span<UInt8>, to buffer: inout ByteBuffer) {
        var start = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
                index += 1
                continue
            }
            writeLine(text.extracting(start..<index), to: &buffer)
            let isPair = byte == UInt8(ascii: "\r") && index + 1 < text.count && text[index + 1] == UInt8(ascii: "\n")
            index += isPair ? 2 : 1
            start = index
        }
        writeLine(text.extracting(start..<text.count), to: &buffer)
    }

    private static func writeLine(_ line: Span<UInt8>, to buffer: inout ByteBuffer) {
        buffer.writeStaticString("data: ")
        var start = 0
        while start < line.count {
            let rest = line.extracting(start...)
            do throws(UTF8.ValidationError) {
                _ = try UTF8Span(validating: rest)
                buffer.writeBytes(rest.bytes)
                break
            } catch {
                buffer.writeBytes(rest.extracting(..<error.byteOffsets.lowerBound).bytes)
                buffer.writeStaticString("\u{FFFD}")
                start += error.byteOffsets.upperBound
            }
        }
        buffer.writeStaticString("\n")
    }
}
