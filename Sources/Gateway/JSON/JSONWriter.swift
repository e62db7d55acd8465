import NIOCore

/// Appends JSON (RFC 8259) to a buffer, token by token.
///
/// Commas are placed by the writer. That begins and ends match, and that members have names, is for the caller to see
/// to: the writer is on the path of every answer, and keeps one flag instead of a stack.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.field("function_id", id)
/// writer.name("result")
/// writer.beginArray()
/// writer.value(3)
/// writer.endArray()
/// writer.endObject()
/// // writer.buffer now holds {"function_id":"…","result":[3]}
/// ```
public struct JSONWriter: Sendable {
    /// What has been written so far, after whatever the buffer held at the start.
    public private(set) var buffer: ByteBuffer

    /// Whether the next value or name is preceded by another one in the same container.
    private var needsComma = false

    /// Creates a writer that appends to `buffer`.
    public init(_ buffer: ByteBuffer = ByteBuffer()) {
        self.buffer = buffer
    }

    /// Starts an object as the next value.
    public mutating func beginObject() { open(UInt8(ascii: "{")) }

    /// Ends the innermost object.
    public mutating func endObject() { close(UInt8(ascii: "}")) }

    /// Starts an array as the next value.
    public mutating func beginArray() { open(UInt8(ascii: "[")) }

    /// Ends the innermost array.
    public mutating func endArray() { close(UInt8(ascii: "]")) }

    /// Writes the name of the next member; its value must follow.
    public mutating func name(_ name: String) {
        separate()
        writeString(name.utf8.span)
        buffer.writeInteger(UInt8(ascii: ":"))
        needsComma = false
    }

    /// Writes `null`.
    public mutating func null() {
        separate()
        buffer.writeStaticString("null")
    }

    /// Writes `true` or `false`.
    public mutating func value(_ value: Bool) {
        separate()
        buffer.writeStaticString(value ? "true" : "false")
    }

    /// Writes a string.
    public mutating func value(_ value: String) {
        separate()
        writeString(value.utf8.span)
    }

    /// Writes bytes that are meant as text, such as a guest's output, as a string.
    ///
    /// Bytes that are not UTF-8 become U+FFFD, one for each maximal part of a sequence (Unicode §3.9, the practice
    /// `String(decoding:as:)` follows too).
    public mutating func value(text: Span<UInt8>) {
        separate()
        writeLossyString(text)
    }

    /// Writes bytes that are meant as text as a string; see ``value(text:)-(Span<UInt8>)``.
    public mutating func value(text: [UInt8]) { value(text: text.span) }

    /// Writes an integer.
    public mutating func value(_ value: Int) { self.value(Int64(value)) }

    /// Writes an integer.
    public mutating func value(_ value: Int64) {
        separate()
        writeInteger(magnitude: value.magnitude, isNegative: value < 0)
    }

    /// Writes an integer.
    public mutating func value(_ value: UInt64) {
        separate()
        writeInteger(magnitude: value, isNegative: false)
    }

    /// Writes the shortest number that reads back as the same `Double`, the sign of zero included.
    ///
    /// JSON has no number for what is not finite: these are the strings `"NaN"`, `"Infinity"` and `"-Infinity"`.
    public mutating func value(_ value: Double) {
        separate()
        writeFloatingPoint(value.description, isFinite: value.isFinite, isNaN: value.isNaN, isNegative: value < 0)
    }

    /// Writes the shortest number that reads back as the same `Float`; see ``value(_:)-(Double)``.
    public mutating func value(_ value: Float) {
        separate()
        writeFloatingPoint(value.description, isFinite: value.isFinite, isNaN: value.isNaN, isNegative: value < 0)
    }

    /// Writes a member that is a string.
    public mutating func field(_ name: String, _ value: String) {
        self.name(name)
        self.value(value)
    }

    /// Writes a member that is an integer.
    public mutating func field(_ name: String, _ value: Int) {
        self.name(name)
        self.value(value)
    }

    /// Writes a member that is an unsigned integer, such as a tenant or a count of bytes.
    public mutating func field(_ name: String, _ value: UInt64) {
        self.name(name)
        self.value(value)
    }

    /// Writes a member that is `true` or `false`.
    public mutating func field(_ name: String, _ value: Bool) {
        self.name(name)
        self.value(value)
    }

    /// Writes a value that is JSON already.
    mutating func raw(_ json: [UInt8]) {
        separate()
        append(json.span)
    }

    /// Appends bytes as they are.
    mutating func append(_ bytes: Span<UInt8>) { buffer.writeBytes(bytes.bytes) }

    /// Appends one byte as it is.
    mutating func append(_ byte: UInt8) { buffer.writeInteger(byte) }

    /// Appends a literal as it is.
    mutating func append(_ literal: StaticString) { buffer.writeStaticString(literal) }

    private mutating func separate() {
        if needsComma { append(UInt8(ascii: ",")) }
        needsComma = true
    }

    private mutating func open(_ byte: UInt8) {
        separate()
        append(byte)
        needsComma = false
    }

    private mutating func close(_ byte: UInt8) {
        append(byte)
        needsComma = true
    }
}
