/// What the guest writes for its caller.
public struct OutputStream: Sendable {
    private let descriptor: UInt32

    /// Becomes `stdout` of the answer.
    public static let standard = OutputStream(descriptor: 1)
    /// Becomes `stderr` of the answer.
    public static let errors = OutputStream(descriptor: 2)

    /// A buffer of a WASI scatter/gather list.
    private struct Vector {
        var start: UnsafeRawPointer?
        var count: UInt32
    }

    /// Writes all the bytes.
    /// - Returns: whether the stream took them.
    @discardableResult
    public func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let buffer = UnsafeRawBufferPointer(rebasing: rest)
            var vector = Vector(start: buffer.baseAddress, count: UInt32(buffer.count))
            var written: UInt32 = 0
            let error = hostWrite(descriptor, &vector, 1, &written)
            guard error == 0, written > 0, written <= vector.count else { return false }
            rest = rest.dropFirst(Int(written))
        }
        return true
    }

    /// Writes a text that stands in the program.
    /// - Returns: whether the stream took it.
    @discardableResult
    public func write(_ text: StaticString) -> Bool {
        write(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Writes a number in decimal.
    /// - Returns: whether the stream took it.
    @discardableResult
    public func write(_ number: Int) -> Bool {
        var digits = InlineArray<20, UInt8>(repeating: 0)
        var (rest, first) = (number.magnitude, digits.count)
        repeat {
            first -= 1
            digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        } while rest > 0
        if number < 0 {
            first -= 1
            digits[first] = UInt8(ascii: "-")
        }
        return digits.span.extracting(first...).withUnsafeBytes { write($0) }
    }
}
